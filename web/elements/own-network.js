// The panel of a reader's own network: a file that is chosen or dropped goes to Python, which takes it or says what does not fit; and the network on screen as a file.

import { contentOf, offer, tell } from "./network-files.js";
import { keepOwn, nextOwn } from "./networks.js";
import { fetchPanel } from "./panel.js";

/** @typedef {import("./forward-pass-mnist.js").ForwardPassMnist} Demo */

/** @param {Demo} demo */
export async function openOwnNetwork(demo) {
  const { nodes } = await fetchPanel(demo, "own_network");
  const section = /** @type {HTMLElement} */ (nodes.firstElementChild);
  demo.part("panels").append(section);
  return new OwnNetwork(demo, section);
}

class OwnNetwork {
  /** @param {Demo} demo @param {HTMLElement} section */
  constructor(demo, section) {
    this.demo = demo;
    this.section = section;
    demo.actions.save = (kind) => this.#save(kind);
    section.querySelector("input")?.addEventListener("change", ({ target }) => {
      const field = /** @type {HTMLInputElement} */ (target);
      this.#take(field.files?.[0]);
      field.value = "";
    });
    section.addEventListener("dragover", (event) => event.preventDefault());
    section.addEventListener("drop", (event) => {
      event.preventDefault();
      this.#take(event.dataTransfer?.files[0]);
    });
  }

  follow() {}

  focus() {
    this.section.focus();
  }

  close() {
    this.section.remove();
  }

  /** @param {File | undefined} file */
  async #take(file) {
    if (!file) return;
    const { demo } = this;
    try {
      const [name, content] = [nextOwn(), await contentOf(file)];
      const answer = await demo.python.call("take_network", { name, content, lang: demo.lang });
      tell(this.demo.part("own-notice"), answer.taken, answer.refused);
      if (answer.refused) return;
      keepOwn(name, content);
      demo.useOwn(name);
    } catch (error) {
      demo.fail(/** @type {Error} */ (error));
    }
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
