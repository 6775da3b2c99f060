// What lies over the numbers of a formula to change them by: a formula itself may hold nothing that is operated.

import { partIfAny } from "../shared/part.js";
import { reveal, scaleOf } from "../shared/scale.js";

const SIDE = 24; // px, the least of what a finger has to hit

/** @typedef {{of: HTMLElement, layer: HTMLElement}} Handled a panel with formulas, and its handles, which come after it */

export class Handles {
  /** @type {Handled[]} */
  #panels = [];
  #seen = new ResizeObserver(() => this.place());

  /** @param {ShadowRoot} root */
  constructor(root) {
    this.root = root;
    root.addEventListener("scroll", () => this.place(), { capture: true, passive: true });
    root.addEventListener("focusin", ({ target }) => this.#reveal(/** @type {Element} */ (target)));
    document.fonts.ready.then(() => this.place());
  }

  /** After the page was written: a handle for each number, and no others. */
  update() {
    this.#panels = ["narration", "asked"].map((name) => this.#handled(name));
    for (const { of, layer } of this.#panels) {
      const numbers = /** @type {HTMLElement[]} */ ([...of.querySelectorAll("[data-edit]")]);
      while (layer.children.length > numbers.length) layer.lastElementChild?.remove();
      while (layer.children.length < numbers.length) layer.append(document.createElement("span"));
      for (const [i, number] of numbers.entries()) name(/** @type {HTMLElement} */ (layer.children[i]), number);
    }
    this.place();
  }

  /** Puts each over its number. All are measured before one is moved, so that the page is laid out once. */
  place() {
    const frame = partIfAny(this.root, "frame");
    if (!frame) return;
    const [box, scale] = [frame.getBoundingClientRect(), scaleOf(frame)];
    const found = this.#pairs().map(([handle, number]) => ({ handle, ...placeOf(number, box, scale) }));
    for (const { handle, away, ...sides } of found) {
      Object.assign(handle.style, sides);
      handle.toggleAttribute("data-away", away);
    }
  }

  /** @param {string} name @returns {Handled} */
  #handled(name) {
    const of = /** @type {HTMLElement} */ (this.root.querySelector(`.${name}`));
    const next = of.nextElementSibling;
    if (next?.matches(".handles")) return { of, layer: /** @type {HTMLElement} */ (next) };
    const layer = document.createElement("div");
    layer.className = `${name}-handles handles`;
    of.after(layer);
    this.#seen.observe(of);
    return { of, layer };
  }

  /** @returns {[HTMLElement, Element][]} */
  #pairs() {
    return this.#panels.flatMap(({ of, layer }) => {
      const numbers = [...of.querySelectorAll("[data-edit]")];
      return numbers.map((number, i) => /** @type {[HTMLElement, Element]} */ ([layer.children[i], number]));
    });
  }

  /** A number that was scrolled away comes back when its handle gets the focus. @param {Element} handle */
  #reveal(handle) {
    if (!handle.hasAttribute("data-away")) return;
    const pair = this.#pairs().find(([each]) => each === handle);
    if (pair) reveal(pair[1]);
    this.place();
  }
}

/** @param {HTMLElement} handle @param {HTMLElement} number */
function name(handle, number) {
  handle.dataset.edit = number.dataset.edit;
  const term = number.closest("[data-term]")?.getAttribute("data-term");
  if (term) handle.dataset.term = term;
  else delete handle.dataset.term;
}

/** Where its handle belongs, and whether it is out of sight. @param {Element} number @param {DOMRect} frame @param {number} scale of both */
function placeOf(number, frame, scale) {
  const { left, top, width, height } = number.getBoundingClientRect();
  const [w, h] = [Math.max(width / scale, SIDE), Math.max(height / scale, SIDE)];
  const [x, y] = [(left - frame.left + width / 2) / scale - w / 2, (top - frame.top + height / 2) / scale - h / 2];
  const away = isAway(number, left + width / 2);
  return { left: `${x}px`, top: `${y}px`, width: `${w}px`, height: `${h}px`, away };
}

/** Whether a wide equation is scrolled so that its number cannot be seen. @param {Element} number @param {number} x */
function isAway(number, x) {
  const box = number.closest(".equation")?.getBoundingClientRect();
  return Boolean(box && (x < box.left || x > box.right));
}
