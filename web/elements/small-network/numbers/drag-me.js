// Where numbers can be changed in the drawing for the first time, a bubble at the first of them says so, once. It is for the eye alone: who listens hears the names of the numbers.

import { scaleOf } from "../../shared/scale.js";

/** @typedef {import("../simple-forward-pass.js").SimpleForwardPass} Demo */

const FIRST = "x-0";
const ARROW = 6; // px
const KEY = "forward-pass-has-dragged";
let isKnown = false; // where the browser keeps nothing

export class DragMe {
  /** @type {HTMLElement | undefined} */
  #bubble;
  /** the step at which it came */
  #step = "";
  #gone = new AbortController();

  /** @param {Demo} demo */
  constructor(demo) {
    this.demo = demo;
  }

  /** After the page was written. */
  follow() {
    const number = this.demo.root.querySelector(`.picture [data-edit="${FIRST}"][role]`);
    if (this.#bubble && (!number || this.#step !== this.demo.step)) this.used();
    else if (number && !this.#bubble && !hasSeen()) this.#show(number);
    else if (number) this.#place(number);
  }

  /** A number was used: the reader knows. */
  used() {
    if (!this.#bubble && hasSeen()) return;
    this.#bubble?.remove();
    this.#bubble = undefined;
    this.#gone.abort();
    remember();
  }

  /** @param {Element} number */
  #show(number) {
    const { words, step } = this.demo;
    this.#step = String(step);
    this.#bubble = document.createElement("p");
    this.#bubble.className = "drag-me";
    this.#bubble.setAttribute("aria-hidden", "true");
    this.#bubble.textContent = matchMedia("(pointer: coarse)").matches ? words.tap_me : words.drag_me;
    this.demo.part("frame").append(this.#bubble);
    this.#gone = new AbortController();
    const { signal } = this.#gone;
    for (const type of ["scroll", "resize"])
      addEventListener(type, () => this.follow(), { capture: true, passive: true, signal });
    this.#place(number);
  }

  /** Above its neuron, where nothing else is; beside it where the drawing has no room above. @param {Element} number */
  #place(number) {
    const [frame, neuron] = [this.demo.part("frame"), number.closest("[data-neuron]")?.querySelector("circle")];
    if (!this.#bubble || !neuron) return;
    const [box, place, scale] = [frame.getBoundingClientRect(), neuron.getBoundingClientRect(), scaleOf(frame)];
    const { style, offsetHeight } = this.#bubble;
    const isBeside = place.top - this.demo.part("picture").getBoundingClientRect().top < (offsetHeight + ARROW) * scale;
    this.#bubble.toggleAttribute("data-beside", isBeside);
    style.setProperty("--x", `${((isBeside ? place.right : (place.left + place.right) / 2) - box.left) / scale}px`);
    style.setProperty("--y", `${(place.top - box.top) / scale}px`);
  }
}

function hasSeen() {
  try {
    isKnown ||= localStorage.getItem(KEY) !== null;
  } catch {} // a sandbox, or a reader who wants it so
  return isKnown;
}

function remember() {
  isKnown = true;
  try {
    localStorage.setItem(KEY, "");
  } catch {}
}
