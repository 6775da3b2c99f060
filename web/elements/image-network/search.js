// Other images of the data set: the one beside this one, any one, the next of a class, the next that the network gets wrong.

import { isOwn } from "./networks.js";

/** @typedef {import("./forward-pass-mnist.js").ForwardPassMnist} ForwardPassMnist */

export class Search {
  /** @param {ForwardPassMnist} demo */
  constructor(demo) {
    this.demo = demo;
  }

  get #count() {
    return this.demo.data.blank.count;
  }

  /** The first follows the last. @param {number} distance */
  neighbour(distance) {
    return (this.demo.sample + distance + this.#count) % this.#count;
  }

  random() {
    this.demo.show(Math.floor(Math.random() * this.#count));
  }

  /** @param {number} label */
  digit(label) {
    return this.#show(this.demo.samples.nextOfClass(this.demo.sample, label));
  }

  mistake() {
    return this.#show(this.#nextMistake());
  }

  #nextMistake() {
    const { sample, samples, network, python } = this.demo;
    if (!isOwn(network)) return samples.nextMistake(sample, network);
    const predict = async (/** @type {Uint8Array} */ pixels) =>
      (await python.call("classify", { pixels, network })).predicted;
    return samples.findMistake(sample, predict);
  }

  /** What is found, unless something else was chosen meanwhile. @param {Promise<number>} found */
  async #show(found) {
    const { subject } = this.demo;
    try {
      const sample = await found;
      if (this.demo.subject === subject) this.demo.show(sample);
    } catch (error) {
      this.demo.fail(/** @type {Error} */ (error));
    }
  }
}
