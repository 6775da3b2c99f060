// The panel in which another network is chosen. Python makes its form; what is chosen becomes a problem of the same seed.

import { markup } from "../trusted.js";
import { nameOf } from "./lessons.js";

/** @typedef {import("../types.js").Architecture} Architecture */

export class NetworkPanel {
  /** @type {string} the architecture and language that the form shows */
  #shown = "";

  /** @param {import("./simple-forward-pass.js").SimpleForwardPass} demo */
  constructor(demo) {
    this.demo = demo;
    demo.root.addEventListener("toggle", () => this.update(), { capture: true }); // it does not bubble
  }

  /** The form of the network on screen, while the panel is open. */
  update() {
    const { architecture } = this.demo.lesson ?? {};
    const shown = JSON.stringify([architecture, this.demo.lang]);
    if (!this.demo.part("network-panel").open || !architecture || this.#shown === shown) return;
    this.#shown = shown;
    this.#fill(architecture);
  }

  /** Another number of layers. @param {number} layers */
  async resize(layers) {
    await this.#fill({ ...this.#chosen(), layers });
    this.demo.part("network-form").elements[0].focus();
  }

  /** A problem for the network chosen. */
  async apply() {
    const { demo } = this;
    const seed = demo.view?.numbers?.seed;
    const { subject } = await demo.python.call("another_network", { seed, ...this.#chosen() });
    if (nameOf(subject) !== nameOf(demo.subject)) await demo.show(subject, 0);
  }

  /** @returns {Architecture} */
  #chosen() {
    const data = new FormData(this.demo.part("network-form"));
    return { sizes: data.getAll("size").map(Number), activations: data.getAll("activation").map(String) };
  }

  /** @param {Architecture & {layers?: number}} wanted */
  async #fill(wanted) {
    const { html } = await this.demo.python.call("network_form", { ...wanted, lang: this.demo.lang });
    this.demo.part("network-box").replaceChildren(markup(html));
  }
}
