// A demo of one neuron: a case, step by step.

import { DemoFrame } from "forward-pass/elements/demo/demo-frame.js";
import { showNumber } from "forward-pass/elements/demo/input.js";
import { registerDemo } from "forward-pass/elements/demo/registry.js";
import { choose } from "forward-pass/elements/demo/requests.js";
import { openShell } from "forward-pass/elements/demo/shell.js";
import { say } from "forward-pass/elements/shared/words.js";

/** @typedef {import("forward-pass/types.js").Subject} Subject */
/** @typedef {import("forward-pass/types.js").Values} Values */

const DEMO = registerDemo({
  call: "one_neuron",
  unit: "case",
  element: "one-neuron",
  attributes: ["case", "step"],
  controls: ["case"],
  staged: ["case"],
  open: openOneNeuron,
});

/** @param {HTMLElement} element @param {import("forward-pass/elements/demo/demo-frame.js").Surroundings} surroundings */
async function openOneNeuron(element, surroundings) {
  return new OneNeuron(element, surroundings, await openShell(element, surroundings.site, DEMO.call));
}

class OneNeuron extends DemoFrame {
  /**
   * @param {HTMLElement} element @param {import("forward-pass/elements/demo/demo-frame.js").Surroundings} surroundings
   * @param {import("forward-pass/elements/demo/shell.js").Opened} opened
   */
  constructor(element, surroundings, opened) {
    super(element, surroundings, DEMO, opened);
    this.actions.case = (value) => choose(this, "case", value, (number) => this.go({ case: number }));
  }

  /** @override */
  next() {
    this.#goTo(this.index + 1);
  }

  /** @override */
  back() {
    this.#goTo(this.index - 1);
  }

  /** @override @param {Values} values @returns {[Subject, string | number]} */
  place(values) {
    return [{ case: Number(values.case) }, values.step ?? 0];
  }

  /** @override @returns {Values} */
  query() {
    return { ...this.subject, step: this.step };
  }

  /** @override */
  controls() {
    this.part("counter").textContent = say(this.words.counter, { current: this.index + 1, count: this.count });
    this.part("back").setAttribute("aria-disabled", String(this.index === 0));
    this.part("next").setAttribute("aria-disabled", String(this.index + 1 === this.count));
    showNumber(this.part("number"), Number(this.subject.case), this.notice?.key === "wrong_case");
  }

  /** @param {number} index */
  #goTo(index) {
    const step = this.lesson?.steps?.[index];
    if (step) this.go(this.subject, step);
  }
}
