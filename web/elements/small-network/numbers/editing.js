// Numbers are changed in place: typed into a field laid over them, with the arrow keys, or by dragging.

import { codeOf } from "../../../python/page/python-error.js";
import { followPress } from "../../shared/press.js";
import { scaleOf } from "../../shared/scale.js";
import { isComposing } from "../../shared/typed.js";
import { findMark, focusIn, focusOn, nameOfMark } from "../marks.js";
import { numberField, otherSign } from "./number-field.js";

/** @typedef {import("../exploring.js").Exploring} Exploring */
/** @typedef {import("./number-field.js").NumberField & {place: string, panel: string, gesture: symbol}} Open */

const STEP = 0.1;
const LEAP = 1;
const PER_STEP = 8; // px of a drag
const SLACK = 4; // px before a press counts as a drag
const TARGET = 24; // px, the least side of what a finger has to hit
/** @type {Record<string, number>} */
const DIRECTIONS = { ArrowUp: 1, ArrowDown: -1, PageUp: 1, PageDown: -1 };
const TYPED = /^[-−－+＋.．,，。\d０-９]$/;

export class Editing {
  /** @type {Open | undefined} the field that is open */
  #open;
  /** ends the listening to the drawing, which may stay where the page is scrolled */
  #scrolled = new AbortController();
  /** @type {{place: string, delta: number} | undefined} what was asked for while Python was busy */
  #nudge;

  /** @param {Exploring} exploring */
  constructor(exploring) {
    this.exploring = exploring;
    this.demo = exploring.demo;
    this.demo.root.addEventListener("pointerdown", (event) => this.#press(/** @type {PointerEvent} */ (event)));
    this.demo.root.addEventListener("click", (event) => this.#click(/** @type {MouseEvent} */ (event)));
  }

  /** After the page was written: a field whose number is gone is closed, the others stay over theirs. */
  follow() {
    if (!this.#open) return;
    const mark = findMark(this.demo.root, this.#open.panel, this.#open.place);
    if (mark) this.#layOver(this.#open, mark);
    else this.#close();
  }

  /** A key on a number that has the focus. @param {KeyboardEvent} event */
  key(event) {
    const place = /** @type {Element} */ (event.target).getAttribute("data-edit");
    if (!place || event.altKey || event.ctrlKey || event.metaKey) return;
    const direction = DIRECTIONS[event.key];
    if (direction) this.#step(place, direction * (event.shiftKey || event.key.startsWith("Page") ? LEAP : STEP), place);
    else if (event.key === "Enter" || event.key === "F2") this.#openAt(/** @type {Element} */ (event.target));
    else if (TYPED.test(event.key)) this.#openAt(/** @type {Element} */ (event.target), event.key);
    else return;
    event.preventDefault();
  }

  /** @param {string} place @param {number} delta @param {unknown} gesture */
  #step(place, delta, gesture) {
    if (this.#nudge?.place === place) {
      this.#nudge.delta += delta;
      return;
    }
    const nudge = { place, delta };
    this.#nudge = nudge;
    const how = () => {
      if (this.#nudge === nudge) this.#nudge = undefined;
      return { place, delta: Math.round(nudge.delta * 10) / 10 };
    };
    this.exploring.change(how, gesture).catch((error) => this.demo.fail(error));
  }

  /** A press on a number, or near enough to it, may become a drag. @param {PointerEvent} event */
  #press(event) {
    const mark = event.button === 0 && this.#at(event);
    if (!mark) return;
    const place = nameOfMark(mark);
    const gesture = Symbol(place);
    let [from, dragged] = [event.clientX, false];
    const perStep = PER_STEP * scaleOf(this.demo.part("frame"));
    const move = (/** @type {PointerEvent} */ { clientX, shiftKey }) => {
      if (!dragged && Math.abs(clientX - from) < SLACK) return;
      dragged = true;
      const steps = Math.trunc((clientX - from) / perStep);
      if (!steps) return;
      from += steps * perStep;
      this.#step(place, steps * (shiftKey ? LEAP : STEP), gesture);
    };
    followPress(event, window, { move, end: (isReleased) => isReleased && dragged && swallowClick() });
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const mark = this.#at(event);
    if (mark) this.#openAt(mark);
  }

  /** The number under a finger; in the drawing, within 24 px round it. @param {MouseEvent} event @returns {Element | undefined} */
  #at({ clientX, clientY, target }) {
    if (!(target instanceof Element)) return undefined;
    const direct = target.closest("[data-edit][role]");
    if (direct) return direct;
    return [...(target.closest(".picture")?.querySelectorAll("[data-edit][role]") ?? [])].find((mark) => {
      const { left, right, top, bottom } = mark.getBoundingClientRect();
      const [dx, dy] = [Math.max(0, TARGET - (right - left)) / 2, Math.max(0, TARGET - (bottom - top)) / 2];
      return clientX > left - dx && clientX < right + dx && clientY > top - dy && clientY < bottom + dy;
    });
  }

  /** @param {Element} mark @param {string} [typed] the first key */
  #openAt(mark, typed) {
    this.#close();
    this.exploring.dragMe.used();
    const place = nameOfMark(mark);
    const { value, ...about } = this.demo.lesson?.places?.[place] ?? { label: "", value: 0, most: 0 };
    focusOn(/** @type {HTMLElement} */ (mark));
    const panel = focusIn(this.demo.root)?.panel ?? "";
    const press = (/** @type {import("./number-field.js").Press} */ name) => this.#alter(open, name);
    /** @type {Open} */
    const open = {
      place,
      panel,
      gesture: Symbol(place),
      ...numberField(about, typed ?? String(value), this.demo.words, press),
    };
    this.#open = open;
    this.demo.part("frame").append(open.box);
    this.#scrolled = new AbortController();
    addEventListener("scroll", () => this.follow(), { capture: true, passive: true, signal: this.#scrolled.signal });
    this.#layOver(open, mark);
    open.field.focus({ preventScroll: true });
    if (!typed) open.field.select();
    open.field.addEventListener("keydown", (event) => this.#fieldKey(event));
    open.field.addEventListener("blur", () => this.#open === open && this.#apply(false));
  }

  /** @param {KeyboardEvent} event */
  #fieldKey(event) {
    if (isComposing(event)) return;
    if (event.key === "Escape") this.#close(true);
    else if (event.key === "Enter" || event.key === "Tab") this.#apply(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** What is typed becomes the number; what cannot be is marked and told. @param {boolean} focus whether the number gets the focus back */
  async #apply(focus) {
    const open = this.#open;
    if (!open) return;
    try {
      await this.#commit(open);
      if (this.#open === open) this.#close(focus);
    } catch (error) {
      this.#refused(open, /** @type {Error} */ (error));
    }
  }

  /** What is typed becomes the number, where it is another one. @param {Open} open */
  async #commit(open) {
    const text = open.field.value;
    if (text.trim() === this.#written(open)) return;
    await this.exploring.change(() => ({ place: open.place, text }), open.gesture);
  }

  /** The number as a field has it. @param {Open} open */
  #written({ place }) {
    return String(this.demo.lesson?.places?.[place]?.value);
  }

  /** A press beside the field, which stays open. @param {Open} open @param {import("./number-field.js").Press} press */
  async #alter(open, press) {
    const { field, gesture, message, place } = open;
    try {
      if (press === "sign") field.value = otherSign(field.value);
      await this.#commit(open);
      const delta = { less: -STEP, more: STEP, sign: 0 }[press];
      if (delta) await this.exploring.change(() => ({ place, delta }), gesture);
      field.value = this.#written(open);
      field.removeAttribute("aria-invalid");
      message.textContent = "";
    } catch (error) {
      this.#refused(open, /** @type {Error} */ (error));
    }
  }

  /** What was typed stays to be mended; what is not about it is for the demo to say. @param {Open} open @param {Error} error */
  #refused({ field, message }, error) {
    const isAboutIt = codeOf(error) === "wrong_number";
    field.setAttribute("aria-invalid", String(isAboutIt));
    message.textContent = isAboutIt ? error.message : "";
    if (!isAboutIt) this.demo.fail(error);
  }

  /** @param {boolean} [focus] */
  #close(focus) {
    const open = this.#open;
    if (!open) return;
    this.#open = undefined;
    this.#scrolled.abort();
    open.box.remove();
    const mark = focus && findMark(this.demo.root, open.panel, open.place);
    if (mark) focusOn(mark);
  }

  /** @param {Open} open @param {Element} mark */
  #layOver({ box }, mark) {
    const frame = this.demo.part("frame");
    const [{ left, top }, place, scale] = [frame.getBoundingClientRect(), mark.getBoundingClientRect(), scaleOf(frame)];
    box.style.setProperty("--x", `${((place.left + place.right) / 2 - left) / scale}px`);
    box.style.setProperty("--y", `${((place.top + place.bottom) / 2 - top) / scale}px`);
  }
}

/** The click that ends a drag is none. */
function swallowClick() {
  const swallowed = new AbortController();
  addEventListener("click", (click) => click.stopPropagation(), { capture: true, signal: swallowed.signal });
  setTimeout(() => swallowed.abort()); // there is none where the pointer has left the page
}
