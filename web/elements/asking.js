// A neuron is asked how it got its value: its weighted sum, term by term, below the drawing, which shows its connections.

import { markup } from "../trusted.js";
import { nameOf } from "./lessons.js";
import { findMark, focusOn } from "./marks.js";

/** @typedef {import("./exploring.js").Exploring} Exploring */
/** @typedef {import("../types.js").View} View */

export class Asking {
  /** @type {string} the neuron that was asked; nothing while none is */
  #neuron = "";
  /** @type {{place: string, view: View} | undefined} its answer, at a step of a problem */
  #answer;
  #asked = "";

  /** @param {Exploring} exploring */
  constructor(exploring) {
    this.demo = exploring.demo;
    this.demo.root.addEventListener("click", ({ target }) => this.#click(/** @type {Element} */ (target)));
  }

  /** The drawing of the answer, where it is about what is on screen. */
  get drawing() {
    return this.#neuron && this.#answer?.place === this.#place ? this.#answer.view.svg : undefined;
  }

  /** After the page was written: a changed problem is asked again; another step is not. */
  follow() {
    if (!this.#neuron) return;
    if (this.#asked !== this.#place) this.#ask(this.#neuron);
  }

  /** Whether there was something to close. */
  close() {
    if (!this.#neuron) return false;
    const neuron = this.#neuron;
    this.#neuron = "";
    this.#answer = undefined;
    const inside = this.#panel.contains(this.demo.root.activeElement);
    this.#panel.replaceChildren();
    this.#panel.hidden = true;
    this.demo.update();
    const mark = inside && findMark(this.demo.root, "picture", neuron);
    if (mark) focusOn(mark);
    return true;
  }

  /** @param {KeyboardEvent} event on a neuron that has the focus */
  key(event) {
    const neuron = /** @type {Element} */ (event.target).getAttribute("data-neuron");
    if (!neuron || (event.key !== "Enter" && event.key !== " ")) return;
    event.preventDefault();
    this.#ask(neuron);
  }

  get #panel() {
    return this.demo.part("asked");
  }

  get #place() {
    return `${nameOf(this.demo.subject)} ${this.demo.index} ${this.demo.lang}`;
  }

  /** @param {Element} target */
  #click(target) {
    const mark = target.closest("[data-neuron][role=button]");
    if (!mark) return;
    focusOn(/** @type {SVGElement} */ (mark));
    this.#ask(mark.getAttribute("data-neuron") ?? "");
  }

  /** @param {string} neuron */
  async #ask(neuron) {
    const { demo } = this;
    const place = this.#place;
    this.#neuron = neuron;
    this.#asked = place;
    const { subject, index, lang } = demo;
    const view = await demo.python.call("ask", { neuron, index, lang, ...subject }).catch((error) => demo.fail(error));
    if (!view || this.#neuron !== neuron || this.#place !== place) return;
    this.#answer = { place, view };
    this.#show(view);
    demo.update();
  }

  /** @param {View} view */
  #show({ html, title }) {
    const button = document.createElement("button");
    Object.assign(button, {
      type: "button",
      textContent: this.demo.root.querySelector("[data-action=close]")?.textContent,
    });
    button.dataset.action = "unask";
    this.#panel.replaceChildren(markup(html), button);
    this.#panel.setAttribute("aria-label", title ?? "");
    this.#panel.hidden = false;
  }
}
