// The panel in which another network is chosen. Python makes its form; what is chosen becomes a problem of the same seed.

import { markup } from "../trusted.js";
import { nameOf } from "./lessons.js";
import { contentOf, offer, tell } from "./network-files.js";

/** @typedef {import("../types.js").Architecture} Architecture */

export class NetworkPanel {
  /** @type {string} the architecture and language that the form shows */
  #shown = "";
  /** @type {any} what Python has said of the last file */
  #said = {};

  /** @param {import("./simple-forward-pass.js").SimpleForwardPass} demo */
  constructor(demo) {
    this.demo = demo;
    demo.actions.save = (kind) => this.#save(kind);
    demo.root.addEventListener("change", ({ target }) => this.#take(/** @type {HTMLInputElement} */ (target)));
    demo.root.addEventListener("toggle", () => this.update(), { capture: true }); // it does not bubble
  }

  /** The form of the network on screen, while the panel is open. */
  update() {
    const { architecture } = this.demo.lesson ?? {};
    const shown = JSON.stringify([architecture, this.demo.lang]);
    if (!this.demo.part("network-panel").open || !architecture || this.#shown === shown) return;
    this.#shown = shown;
    this.#fill(architecture).catch((error) => this.demo.fail(error));
  }

  /** Another number of layers. @param {number} layers */
  async resize(layers) {
    this.#said = {};
    await this.#fill({ ...this.#chosen(), layers });
    this.demo.part("network-form").elements[0].focus();
  }

  /** A problem for the network chosen. */
  async apply() {
    const { demo } = this;
    this.#said = {};
    this.#tell();
    const seed = demo.view?.numbers?.seed;
    const { subject } = await demo.python.call("another_network", { seed, ...this.#chosen() });
    if (nameOf(subject) !== nameOf(demo.subject)) await demo.show(subject, 0);
  }

  /** The network in a file that was chosen becomes the guess of the problem, or it is said why it cannot. @param {HTMLInputElement} field */
  async #take(field) {
    const file = field.matches(".network-files input") && field.files?.[0];
    if (!file) return;
    const { demo } = this;
    try {
      const [content, seed] = [await contentOf(file), demo.view?.numbers?.seed];
      field.value = "";
      this.#said = await demo.python.call("open_network", { content, seed, index: demo.index, lang: demo.lang });
      this.#tell();
      const { subject, index } = this.#said;
      if (subject) await demo.show(subject, index);
    } catch (error) {
      demo.fail(/** @type {Error} */ (error));
    }
  }

  /** The network in force as a download. @param {string} kind of file */
  async #save(kind) {
    const { demo } = this;
    try {
      const { in_force } = demo.view?.numbers ?? {};
      offer(await demo.python.call("save_small_network", { kind, in_force, lang: demo.lang, ...demo.subject }));
    } catch (error) {
      demo.fail(/** @type {Error} */ (error));
    }
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
    this.#tell();
  }

  #tell() {
    const { taken, refused } = this.#said;
    tell(this.demo.part("network-notice"), taken, refused);
  }
}
