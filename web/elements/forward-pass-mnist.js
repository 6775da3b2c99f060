// Demo 2: the trained network reads a test image of MNIST. A lesson is one view, numbered by the sample.

import { DemoFrame } from "./demo-frame.js";
import { showNumber } from "./input.js";
import { Samples } from "./samples.js";
import { openShell } from "./shell.js";

const DEMO = { call: "forward_pass_mnist", unit: "sample" };

/** @param {HTMLElement} element @param {import("./demo-frame.js").Surroundings} surroundings */
export async function openForwardPassMnist(element, surroundings) {
  return new ForwardPassMnist(element, surroundings, await openShell(element, surroundings.site, DEMO.call));
}

class ForwardPassMnist extends DemoFrame {
  /**
   * @param {HTMLElement} element @param {import("./demo-frame.js").Surroundings} surroundings
   * @param {import("./shell.js").Opened} opened
   */
  constructor(element, surroundings, opened) {
    super(element, surroundings, DEMO, opened);
    this.samples = new Samples(new URL(PARTS.mnist, surroundings.site));
    Object.assign(this.actions, {
      sample: (/** @type {string} */ value) => this.choose("sample", value, (sample) => this.go({ sample })),
      random: () => this.go({ sample: Math.floor(Math.random() * this.data.blank.count) }),
      digit: (/** @type {string} */ digit) => this.#search((sample) => this.samples.nextOfClass(sample, Number(digit))),
      mistake: () => this.#search((sample) => this.samples.nextMistake(sample)),
    });
  }

  /** @override */
  next() {
    this.go({ sample: this.#after(1) });
  }

  /** @override */
  back() {
    this.go({ sample: this.#after(-1) });
  }

  /** @override */
  first() {
    this.go({ sample: 0 });
  }

  /** @override */
  last() {
    this.go({ sample: this.data.blank.count - 1 });
  }

  /** @override computes both neighbours before anybody asks */
  ahead() {
    if (!this.live) return;
    const neighbours = [1, 2, -1].map((distance) => this.#sample + distance);
    for (const sample of neighbours) {
      if (sample >= 0 && sample < this.data.blank.count) this.lessons.load({ sample }).catch(() => {});
    }
  }

  /** @override @param {import("../types.js").Subject} subject */
  async args(subject) {
    return { ...(await super.args(subject)), ...(await this.samples.get(Number(subject.sample))) };
  }

  /** @override */
  controls() {
    showNumber(this.part("number"), this.#sample, this.notice?.key === "wrong_sample");
  }

  /** The first follows the last. @param {number} distance */
  #after(distance) {
    const { count } = this.data.blank;
    return (this.#sample + distance + count) % count;
  }

  get #sample() {
    return Number(this.subject.sample);
  }

  /** @param {(sample: number) => Promise<number>} search */
  async #search(search) {
    const from = this.#sample;
    try {
      const sample = await search(from);
      if (this.#sample === from) this.go({ sample });
    } catch (error) {
      this.fail(/** @type {Error} */ (error));
    }
  }
}
