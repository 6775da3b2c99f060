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
      sample: (/** @type {string} */ value) => this.choose("sample", value, (sample) => this.go(sample)),
      random: () => this.go(Math.floor(Math.random() * this.data.blank.count)),
      digit: (/** @type {string} */ digit) => this.#search((sample) => this.samples.nextOfClass(sample, Number(digit))),
      mistake: () => this.#search((sample) => this.samples.nextMistake(sample)),
    });
  }

  /** @override */
  next() {
    this.go(this.#after(1));
  }

  /** @override */
  back() {
    this.go(this.#after(-1));
  }

  /** @override */
  first() {
    this.go(0);
  }

  /** @override */
  last() {
    this.go(this.data.blank.count - 1);
  }

  /** @override computes both neighbours before anybody asks */
  ahead() {
    if (!this.live) return;
    const neighbours = [1, 2, -1].map((distance) => this.number + distance);
    for (const sample of neighbours) {
      if (sample >= 0 && sample < this.data.blank.count) this.lessons.load(sample).catch(() => {});
    }
  }

  /** @override @param {number} sample */
  async args(sample) {
    return { ...(await super.args(sample)), ...(await this.samples.get(sample)) };
  }

  /** @override */
  controls() {
    showNumber(this.part("number"), this.number, this.notice?.key === "wrong_sample");
  }

  /** The first follows the last. @param {number} distance */
  #after(distance) {
    const { count } = this.data.blank;
    return (this.number + distance + count) % count;
  }

  /** @param {(sample: number) => Promise<number>} search */
  async #search(search) {
    const from = this.number;
    try {
      const found = await search(from);
      if (this.number === from) this.go(found);
    } catch (error) {
      this.fail(/** @type {Error} */ (error));
    }
  }
}
