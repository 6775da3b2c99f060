// Drawing on the sheet: by mouse, finger and pen, and by keyboard with a cursor on the network's 28 × 28 pixels.

import { followPress } from "../../shared/press.js";
import { SIDE } from "./sheet.js";

/**
 * @typedef {import("./sheet.js").Sheet} Sheet
 * @typedef {import("./sheet.js").Point} Point
 */

const CELLS = LIMITS.side;
const CELL = SIDE / CELLS;
/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

export class Pen {
  /** @type {[number, number] | undefined} the cell of the cursor, column and row; none while nobody uses the keys */
  #cell;
  /** @type {Point[] | undefined} the stroke that is being drawn */
  #stroke;
  /** @type {{by: PointerEvent, stop: () => void} | undefined} the press that draws it */
  #press;

  /**
   * @param {HTMLCanvasElement} canvas @param {Sheet} sheet
   * @param {{changed: () => void, moved: (column: number, row: number, painted: boolean) => void, undo: () => void}} listener
   */
  constructor(canvas, sheet, listener) {
    this.canvas = canvas;
    this.sheet = sheet;
    this.listener = listener;
    canvas.addEventListener("pointerdown", (event) => this.#down(event));
    canvas.addEventListener("keydown", (event) => this.#key(event));
    canvas.addEventListener("blur", () => this.#hide());
  }

  /** Paints the cursor over the ink. @param {CanvasRenderingContext2D} context */
  paintCursor(context) {
    if (!this.#cell) return;
    const [column, row] = this.#cell;
    Object.assign(context, { strokeStyle: getComputedStyle(this.canvas).outlineColor, lineWidth: 3 });
    context.strokeRect(column * CELL - 1, row * CELL - 1, CELL + 2, CELL + 2);
  }

  /** One pointer draws at a time: a palm beside the pen leaves nothing, before it neither. @param {PointerEvent} event */
  #down(event) {
    if (event.button !== 0 || (this.#press && !outdoes(event, this.#press.by))) return;
    if (this.#press && event.pointerType !== this.#press.by.pointerType) this.sheet.undo(); // what the palm has drawn
    this.#press?.stop();
    this.canvas.setPointerCapture(event.pointerId);
    this.#cell = undefined;
    this.#stroke = this.sheet.begin(this.#place(event));
    const stop = followPress(event, this.canvas, { move: (step) => this.#move(step), end: () => this.#up() });
    this.#press = { by: event, stop };
    this.listener.changed();
  }

  /** @param {PointerEvent} event */
  #move(event) {
    const steps = event.getCoalescedEvents?.() ?? [];
    for (const step of steps.length ? steps : [event]) this.#stroke?.push(this.#place(step));
    this.listener.changed();
  }

  #up() {
    this.#press = undefined;
    this.#stroke = undefined;
  }

  /** @param {PointerEvent} event @returns {Point} */
  #place({ clientX, clientY }) {
    const { left, top, width, height } = this.canvas.getBoundingClientRect();
    return [((clientX - left) / width) * SIDE, ((clientY - top) / height) * SIDE];
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const arrow = ARROWS[event.key];
    const isUndo = event.key.toLowerCase() === "z" && (event.ctrlKey || event.metaKey);
    if (!arrow && !isUndo && event.key !== " " && event.key !== "Enter") return;
    event.preventDefault();
    if (isUndo) this.listener.undo();
    else if (arrow) this.#step(arrow, event.shiftKey);
    else this.#paint();
  }

  /** The first arrow only shows the cursor, in the middle. @param {[number, number]} arrow @param {boolean} painting */
  #step([right, down], painting) {
    const before = this.#cell;
    if (!before) return this.#go([CELLS / 2, CELLS / 2], false);
    /** @type {[number, number]} */
    const cell = [clamp(before[0] + right), clamp(before[1] + down)];
    if (painting) {
      this.#stroke ??= this.sheet.begin(middle(before));
      this.#stroke.push(middle(cell));
    } else this.#stroke = undefined;
    this.#go(cell, painting);
  }

  #paint() {
    const cell = this.#cell ?? [CELLS / 2, CELLS / 2];
    this.#stroke = this.sheet.begin(middle(cell));
    this.#go(cell, true);
  }

  /** @param {[number, number]} cell @param {boolean} painted */
  #go(cell, painted) {
    this.#cell = cell;
    this.listener.moved(cell[0], cell[1], painted);
    this.listener.changed();
  }

  /** What is being drawn is at an end, as when it is taken back. */
  lift() {
    this.#stroke = undefined;
  }

  #hide() {
    if (!this.#cell) return;
    this.#cell = undefined;
    this.#stroke = undefined;
    this.listener.changed();
  }
}

/** A pen goes before a finger; and where the first of its kind is pressed, the one before has been lost. @param {PointerEvent} event @param {PointerEvent} before */
function outdoes(event, before) {
  if (event.pointerType === before.pointerType) return event.isPrimary;
  return event.pointerType === "pen" && before.pointerType === "touch";
}

/** @param {number} place */
function clamp(place) {
  return Math.min(Math.max(place, 0), CELLS - 1);
}

/** @param {[number, number]} cell @returns {Point} */
function middle([column, row]) {
  return [(column + 0.5) * CELL, (row + 0.5) * CELL];
}
