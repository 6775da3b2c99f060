// All hidden neurons, as a list that is unfolded below the stage: what each looks for and how active it is. A press looks inside.

import { newest } from "../shared/newest.js";
import { part } from "../shared/part.js";
import { showNarration } from "../shared/show.js";

/** @typedef {import("./forward-pass-mnist.js").ForwardPassMnist} Demo */

export class NeuronGrid {
  /** @type {object | null | undefined} the view that the list is about */
  #of;

  /** @param {Demo} demo @param {HTMLDetailsElement} details */
  constructor(demo, details) {
    this.demo = demo;
    this.details = details;
    details.addEventListener("toggle", () => this.follow());
  }

  /** After the demo has written its view. While it is folded up nothing is asked for. */
  follow() {
    const { view, numbers } = this.demo;
    this.details.hidden = !numbers?.hidden.length;
    if (!this.details.open || !numbers || this.#of === view) return;
    this.#of = view;
    this.#list(this.demo.subject).catch((error) => this.#failed(error));
  }

  #list = newest(
    async (/** @type {import("../../types.js").Subject} */ subject, signal) =>
      this.demo.python.call("hidden_neurons", await this.demo.args(subject), { signal }),
    ({ html }) => showNarration(part(this.details, "neuron-grids"), html),
  );

  /** @param {Error} error */
  #failed(error) {
    this.#of = undefined;
    this.demo.fail(error);
  }
}
