// The panel of a reader's own network: a file that is chosen or dropped goes to Python, which takes it or says what does not fit; and the network on screen as a file.

import { bringIntoView } from "../demo/in-view.js";
import { FileNotice, offer, refusalOf } from "../shared/network-files.js";
import { fetchPanel } from "../shared/panel.js";
import { part } from "../shared/part.js";
import { fileOf, isOwn, keepOwn, nextOwn, ownFile } from "./networks.js";

/** @typedef {import("./forward-pass-mnist.js").ForwardPassMnist} Demo */

/** @param {Demo} demo */
export async function openOwnNetwork(demo) {
  const { nodes } = await fetchPanel(demo, "own_network");
  const section = /** @type {HTMLElement} */ (nodes.firstElementChild);
  demo.part("panels").append(section);
  return new OwnNetwork(demo, section);
}

class OwnNetwork {
  /** @type {string} the network that is spoken of, by name */
  #told = "";

  /** @param {Demo} demo @param {HTMLElement} section */
  constructor(demo, section) {
    this.demo = demo;
    this.section = section;
    this.notice = new FileNotice(part(section, "file-notice"));
    demo.actions.save = (kind) => this.#save(kind);
    demo.actions.example = () => this.#tryExample();
    section.addEventListener("change", ({ target }) => this.#changed(/** @type {HTMLInputElement} */ (target)));
    section.addEventListener("dragover", (event) => event.preventDefault());
    section.addEventListener("drop", (event) => {
      event.preventDefault();
      this.#open(event.dataTransfer?.files[0]);
    });
    this.follow();
  }

  /** A file was chosen, or it is to be read otherwise. @param {HTMLInputElement} field */
  #changed(field) {
    if (field.type !== "file") return this.#take({ ...ownFile(this.#told), ...this.notice.choices });
    const [file] = field.files ?? [];
    if (file) this.#open(file);
    field.value = "";
  }

  /** Says of the reader's network on screen how it was read. */
  follow() {
    const { network } = this.demo;
    if (!isOwn(network) || network === this.#told) return;
    this.#told = network;
    this.#ask(network, ownFile(network)).catch((error) => this.demo.fail(error));
  }

  focus() {
    this.section.focus({ preventScroll: true });
    bringIntoView(this.section);
  }

  close() {
    this.section.remove();
  }

  /** @param {File | undefined} file */
  async #open(file) {
    const content = await this.notice.contentOf(file);
    if (content !== undefined) await this.#take({ content });
  }

  /** A network of the site, as if it were the reader's. */
  async #tryExample() {
    const { demo } = this;
    try {
      const [, example] = demo.networks.sets[demo.dataSet].networks;
      await this.#take(await fileOf(demo.site, example));
    } catch (error) {
      demo.fail(/** @type {Error} */ (error));
    }
  }

  /** A file, as the menus say that it is to be read, under a name of its own. @param {import("../../types.js").NetworkFile} file */
  async #take(file) {
    const { demo } = this;
    try {
      const name = nextOwn();
      if (!(await this.#ask(name, file))) return;
      this.#told = name;
      keepOwn(name, file);
      demo.useOwn(name);
    } catch (error) {
      demo.fail(/** @type {Error} */ (error));
    }
  }

  /** Whether Python takes it. @param {string} name @param {import("../../types.js").NetworkFile} file */
  async #ask(name, file) {
    const asked = this.demo.python.call("take_network", { name, lang: this.demo.lang, ...file });
    const said = await asked.catch(refusalOf);
    this.notice.tell(said);
    return !("refused" in said);
  }

  /** Has the browser download the network on screen. @param {string} kind of file */
  async #save(kind) {
    const { demo } = this;
    try {
      offer(await demo.python.call("save_network", { kind, network: demo.network }));
    } catch (error) {
      demo.fail(/** @type {Error} */ (error));
    }
  }
}
