// The panel in which another network is chosen. Python makes its form; what is chosen becomes a problem of the same seed.

import { markup } from "../../trusted.js";
import { nameOf } from "../lessons/lessons.js";
import { FileNotice, offer, refusalOf } from "../shared/network-files.js";

/** @typedef {import("../../messages.js").ArchitectureData} Architecture */

export class NetworkPanel {
  /** @type {string} the architecture and language that the form shows */
  #shown = "";
  /** @type {import("../shared/network-files.js").Accepted | import("../shared/network-files.js").Refused} of the last file */
  #said = {};
  /** The last file, in base64. */
  #content = "";

  /** @param {import("./simple-forward-pass.js").SimpleForwardPass} demo */
  constructor(demo) {
    this.demo = demo;
    demo.actions.save = (kind) => this.#save(kind);
    demo.root.addEventListener("change", ({ target }) => this.#changed(/** @type {HTMLInputElement} */ (target)));
    demo.root.addEventListener("toggle", () => this.update(), { capture: true }); // it does not bubble
  }

  /** The form of the network on screen, while the panel is open. */
  update() {
    const { architecture } = this.demo.lesson ?? {};
    const shown = JSON.stringify([architecture, this.demo.lang]);
    if (!this.demo.part("network-panel", HTMLDetailsElement).open || !architecture || this.#shown === shown) return;
    this.#shown = shown;
    this.#fill(architecture).catch((error) => this.demo.fail(error));
  }

  /** Another number of layers. @param {number} layers */
  async resize(layers) {
    this.#said = {};
    await this.#fill({ ...this.#chosen(), layers });
    this.demo.part("network-form").querySelector("select")?.focus({ preventScroll: true });
  }

  /** A problem for the network chosen. */
  async apply() {
    const { demo } = this;
    this.#said = {};
    this.#tell();
    const { subject } = await demo.python.call("another_network", { seed: demo.seed, ...this.#chosen() });
    if (nameOf(subject) !== nameOf(demo.subject)) await demo.show(subject, 0);
  }

  /** A file was chosen, or it is to be read otherwise. @param {HTMLInputElement} field */
  #changed(field) {
    if (field.closest(".file-reading")) return this.#read(this.#content, this.#notice?.choices ?? {});
    const file = field.matches(".network-files input") && field.files?.[0];
    if (file) this.#open(file).finally(() => Object.assign(field, { value: "" }));
  }

  /** @param {File} file */
  async #open(file) {
    const content = await this.#notice?.contentOf(file);
    if (content !== undefined) await this.#read(content, {});
  }

  /** The network in a file becomes the guess of the problem, or it is said why it cannot. @param {string} content @param {import("../shared/network-files.js").Choices} choices */
  async #read(content, { way, activations }) {
    const { demo } = this;
    try {
      const { seed, index, lang } = demo;
      const asked = demo.python.call("open_network", { content, seed, index, lang, way, activations });
      const said = await asked.catch(refusalOf);
      this.#said = said;
      this.#content = content;
      this.#tell();
      if ("subject" in said) await demo.show(said.subject, said.step);
    } catch (error) {
      demo.fail(/** @type {Error} */ (error));
    }
  }

  /** The network in force as a download. @param {string} kind of file */
  async #save(kind) {
    const { demo } = this;
    try {
      const { in_force = "guess" } = demo.numbers ?? {};
      offer(await demo.python.call("save_small_network", { kind, in_force, lang: demo.lang, ...demo.subject }));
    } catch (error) {
      demo.fail(/** @type {Error} */ (error));
    }
  }

  /** @returns {Architecture} */
  #chosen() {
    const data = new FormData(this.demo.part("network-form", HTMLFormElement));
    return { sizes: data.getAll("size").map(Number), activations: data.getAll("activation").map(String) };
  }

  /** @param {Architecture & {layers?: number}} wanted */
  async #fill(wanted) {
    const { html } = await this.demo.python.call("network_form", { ...wanted, lang: this.demo.lang });
    const focused = this.#notice?.focused ?? -1;
    this.demo.part("network-box").replaceChildren(markup(html));
    this.#tell();
    this.#notice?.focus(focused);
  }

  #tell() {
    this.#notice?.tell(this.#said);
  }

  /** It comes with the form, again with each form. */
  get #notice() {
    const box = this.demo.partIfAny("file-notice");
    return box && new FileNotice(box);
  }
}
