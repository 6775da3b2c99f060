// Demo 1: a problem for the 3-2-1 network, step by step. A lesson is numbered by the seed of its problem.

import { DemoFrame } from "./demo-frame.js";
import { showNumber } from "./input.js";
import { openShell } from "./shell.js";
import { say } from "./words.js";

/** @typedef {import("../types.js").Subject} Subject */

const DEMO = { call: "simple_forward_pass", unit: "seed" };
const NEW_SEEDS = 9999;

/** @param {HTMLElement} element @param {import("./demo-frame.js").Surroundings} surroundings */
export async function openSimpleForwardPass(element, surroundings) {
  return new SimpleForwardPass(element, surroundings, await openShell(element, surroundings.site, DEMO.call));
}

class SimpleForwardPass extends DemoFrame {
  /** @type {number | undefined} the problem that comes after this one */
  #upcoming;

  /**
   * @param {HTMLElement} element @param {import("./demo-frame.js").Surroundings} surroundings
   * @param {import("./shell.js").Opened} opened
   */
  constructor(element, surroundings, opened) {
    super(element, surroundings, DEMO, opened);
    Object.assign(this.actions, {
      jump: (/** @type {string} */ step) => this.go(this.subject, Number(step)),
      another: () => this.another(),
      seed: (/** @type {string} */ value) => this.choose("seed", value, (seed) => this.go({ seed })),
    });
  }

  /** @override */
  next() {
    if (this.index + 1 < this.count) this.go(this.subject, this.index + 1);
    else this.another();
  }

  /** @override */
  back() {
    if (this.index > 0) this.go(this.subject, this.index - 1);
  }

  /** @override */
  first() {
    this.go(this.subject);
  }

  /** @override */
  last() {
    this.go(this.subject, this.count - 1);
  }

  /** A new problem: any one while Python is live, else one of those recorded. */
  another() {
    const seed = this.#upcoming ?? this.#draw();
    this.#upcoming = undefined;
    this.go({ seed });
  }

  /** @override computes the problem after this one before anybody asks */
  ahead() {
    if (!this.live) return;
    this.#upcoming ??= this.#draw();
    this.lessons.load({ seed: this.#upcoming }).catch(() => {});
  }

  /** @override @param {Subject} values @returns {[Subject, number]} */
  place({ seed, step }) {
    return [{ seed }, Number(step)];
  }

  /** @override @returns {Subject} */
  query() {
    return { ...this.subject, step: this.index, v: this.data.parameters.v.otherwise };
  }

  /** @override */
  controls() {
    this.part("counter").textContent = say(this.words.counter, { current: this.index + 1, count: this.count });
    this.part("jump").value = String(this.index);
    this.part("back").setAttribute("aria-disabled", String(this.index === 0));
    showNumber(this.part("number"), this.subject.seed, this.notice?.key === "wrong_seed");
  }

  #draw() {
    const seeds = this.live ? NEW_SEEDS : this.data.recorded.length;
    const drawn = () => 1 + Math.floor(Math.random() * seeds);
    let seed = drawn();
    while (seed === this.subject.seed) seed = drawn();
    return seed;
  }
}
