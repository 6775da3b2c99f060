// A neuron is asked how it got its value: its weighted sum, term by term, below the drawing, which shows its connections.

import { markup } from "../../trusted.js";
import { bringIntoView } from "../demo/in-view.js";
import { nameOf } from "../lessons/lessons.js";
import { newest } from "../shared/newest.js";
import { findMark, focusIn, focusOn, keepFocus, nameOfMark } from "./marks.js";

/** @typedef {import("./exploring.js").Exploring} Exploring */
/** @typedef {import("../../messages.js").ProblemView} View */

export class Asking {
  /** @type {string} the neuron that was asked; nothing while none is */
  #neuron = "";
  /** @type {{place: string, view: View} | undefined} its answer, at a step of a problem */
  #answer;
  #asked = "";
  #index = 0;

  /** @param {Exploring} exploring */
  constructor(exploring) {
    this.demo = exploring.demo;
    this.demo.root.addEventListener("click", ({ target }) => this.#click(/** @type {Element} */ (target)));
  }

  /** The drawing of the answer, where it is about what is on screen. */
  get drawing() {
    return this.#neuron && this.#answer?.place === this.#place ? this.#answer.view.svg : undefined;
  }

  /** After the page was written: a changed problem is asked again, at another step the answer is put away. */
  follow() {
    if (!this.#neuron || this.#asked === this.#place) return;
    if (this.#index === this.demo.index && this.demo.lesson?.neurons?.[this.#neuron]) this.#ask(this.#neuron);
    else this.close();
  }

  /** Whether there was something to close. */
  close() {
    if (!this.#neuron) return false;
    const neuron = this.#neuron;
    this.#explain.drop();
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
    const mark = /** @type {Element} */ (event.target);
    const neuron = mark.matches("[role=button]") && nameOfMark(mark);
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
    const mark = target.closest("[data-neuron]")?.querySelector("circle[role=button]");
    if (!mark) return;
    focusOn(/** @type {SVGElement} */ (mark));
    this.#ask(nameOfMark(mark));
  }

  #explain = newest(
    (/** @type {string} */ neuron, signal) => {
      const { subject, index, lang } = this.demo;
      return this.demo.python.call("ask", { neuron, index, lang, ...subject }, { signal });
    },
    (view) => this.#answered(view),
  );

  /** @param {string} neuron */
  #ask(neuron) {
    this.#neuron = neuron;
    this.#asked = this.#place;
    this.#index = this.demo.index;
    this.#explain(neuron).catch((error) => this.demo.fail(error));
  }

  /** @param {View} view */
  #answered(view) {
    const { demo } = this;
    this.#answer = { place: this.#asked, view };
    const focus = focusIn(demo.root);
    const isNew = this.#panel.hidden || this.#panel.getAttribute("aria-label") !== view.title;
    this.#show(view);
    demo.update();
    if (focus) keepFocus(demo.root, focus);
    if (isNew) bringIntoView(this.#panel);
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
