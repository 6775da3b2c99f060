// The frame round what is looked at of a picture: drawn by dragging, moved and sized with keys.

import { followPress } from "../../shared/press.js";

/** @typedef {[number, number, number, number]} Crop left, top, right and bottom as shares of the picture */

/** @type {Crop} */
export const WHOLE = [0, 0, 1, 1];
/** @type {Crop} the first of the keys */
const MIDDLE = [0.25, 0.25, 0.75, 0.75];
const STEP = 0.025;
const LEAST = 0.05;
/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [-STEP, 0], ArrowRight: [STEP, 0], ArrowUp: [0, -STEP], ArrowDown: [0, STEP] };

export class CropFrame {
  #listeners = new AbortController();
  /** @type {Crop} */
  #crop = WHOLE;

  /** @param {HTMLElement} box round the picture, which takes the focus @param {() => void} changed */
  constructor(box, changed) {
    this.box = box;
    this.changed = changed;
    this.outline = /** @type {HTMLElement} */ (box.querySelector(".crop-outline"));
    const { signal } = this.#listeners;
    box.addEventListener("pointerdown", (event) => this.#press(event), { signal });
    box.addEventListener("keydown", (event) => this.#key(event), { signal });
    this.crop = WHOLE;
  }

  get crop() {
    return this.#crop;
  }

  set crop(crop) {
    this.#crop = crop;
    this.outline.hidden = crop === WHOLE;
    const [left, top, right, bottom] = crop.map((share) => `${share * 100}%`);
    Object.assign(this.outline.style, {
      left,
      top,
      width: `calc(${right} - ${left})`,
      height: `calc(${bottom} - ${top})`,
    });
  }

  leave() {
    this.#listeners.abort();
  }

  /** From corner to corner; one that is too small to hold anything is none. @param {PointerEvent} event */
  #press(event) {
    if (event.button !== 0 || !event.isPrimary) return;
    const [before, from] = [this.#crop, this.#place(event)];
    this.box.setPointerCapture(event.pointerId);
    const move = (/** @type {PointerEvent} */ step) => {
      this.crop = between(from, this.#place(step));
    };
    const end = () => {
      if (this.#crop === before) return;
      if (isTooSmall(this.#crop)) this.crop = before;
      else this.changed();
    };
    followPress(event, this.box, { move, end });
  }

  /** @param {PointerEvent} event */
  #place({ clientX, clientY }) {
    const { left, top, width, height } = this.box.getBoundingClientRect();
    return [clamp((clientX - left) / width, 0, 1), clamp((clientY - top) / height, 0, 1)];
  }

  /** The first arrow shows a frame in the middle. @param {KeyboardEvent} event */
  #key(event) {
    const arrow = ARROWS[event.key];
    if (!arrow || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    this.crop = this.#crop === WHOLE ? MIDDLE : (event.shiftKey ? sized : moved)(this.#crop, arrow);
    this.changed();
  }
}

/** @param {number} value @param {number} least @param {number} most */
function clamp(value, least, most) {
  return Math.min(Math.max(value, least), most);
}

/** The frame with two opposite corners. @param {number[]} one @param {number[]} other @returns {Crop} */
function between([x, y], [right, down]) {
  return [Math.min(x, right), Math.min(y, down), Math.max(x, right), Math.max(y, down)];
}

/** @param {Crop} crop */
function isTooSmall([left, top, right, bottom]) {
  return right - left < LEAST || bottom - top < LEAST;
}

/** Within the picture. @param {Crop} crop @param {[number, number]} arrow @returns {Crop} */
function moved([left, top, right, bottom], [across, down]) {
  const [x, y] = [clamp(across, -left, 1 - right), clamp(down, -top, 1 - bottom)];
  return [left + x, top + y, right + x, bottom + y];
}

/** Its right and lower sides. @param {Crop} crop @param {[number, number]} arrow @returns {Crop} */
function sized([left, top, right, bottom], [across, down]) {
  return [left, top, clamp(right + across, left + LEAST, 1), clamp(bottom + down, top + LEAST, 1)];
}
