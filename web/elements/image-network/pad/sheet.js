// What is on the drawing pad: strokes and pictures, one over the other. The sheet is 280 units wide and high, ten for each pixel of the network.

import { toBase64 } from "../../shared/base64.js";

/**
 * @typedef {[number, number]} Point
 * @typedef {{points: Point[]} | {picture: HTMLCanvasElement} | "cleared"} Mark
 */

export const SIDE = 280;
const PEN = 22;
const FINE = 140; // pixels across what Python is given

export class Sheet {
  /** @type {Mark[]} the oldest first; everything that can be taken back */
  #marks = [];
  #fine = new OffscreenCanvas(FINE, FINE).getContext("2d", { willReadFrequently: true });

  get isUntouched() {
    return this.#marks.length === 0;
  }

  /** Whether nothing lies on it. */
  get isEmpty() {
    return this.#shown.every((mark) => mark === "cleared");
  }

  /** A new stroke; what is pushed to it goes on with it. @param {Point} point @returns {Point[]} */
  begin(point) {
    const points = [point];
    this.#marks.push({ points });
    return points;
  }

  /** Covers what was there, or comes in place of an earlier form of itself. @param {HTMLCanvasElement} picture white ink on nothing @param {HTMLCanvasElement} [former] */
  place(picture, former) {
    const mark = this.#shown.find((mark) => former && isPicture(mark) && mark.picture === former);
    if (mark && isPicture(mark)) mark.picture = picture;
    else this.#marks.push({ picture });
  }

  /** Whether it is on the sheet, maybe with strokes over it. @param {HTMLCanvasElement} picture */
  shows(picture) {
    return this.#shown.some((mark) => isPicture(mark) && mark.picture === picture);
  }

  /** What has not been covered or cleared. */
  get #shown() {
    return this.#marks.slice(
      Math.max(
        0,
        this.#marks.findLastIndex((mark) => mark === "cleared" || isPicture(mark)),
      ),
    );
  }

  clear() {
    if (this.#marks.length && this.#marks.at(-1) !== "cleared") this.#marks.push("cleared");
  }

  undo() {
    this.#marks.pop();
  }

  /** White ink on nothing. @param {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D} context */
  paint(context) {
    const scale = context.canvas.width / SIDE;
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.clearRect(0, 0, SIDE, SIDE);
    Object.assign(context, { strokeStyle: "white", lineWidth: PEN, lineCap: "round", lineJoin: "round" });
    for (const mark of this.#shown) paintMark(context, mark);
  }

  /** How much ink there is, a byte a pixel. @returns {{ink: string, width: number}} */
  read() {
    const context = /** @type {OffscreenCanvasRenderingContext2D} */ (this.#fine);
    this.paint(context);
    const { data } = context.getImageData(0, 0, FINE, FINE);
    return { ink: toBase64(data.filter((_, i) => i % 4 === 3)), width: FINE };
  }
}

/** @param {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D} context @param {Mark} mark */
function paintMark(context, mark) {
  if (mark === "cleared") return;
  if (isPicture(mark)) return paintPicture(context, mark.picture);
  const [[x, y], ...others] = mark.points;
  context.beginPath();
  context.moveTo(x, y);
  if (!others.length) context.lineTo(x + 0.01, y); // a dot
  for (const [right, down] of others) context.lineTo(right, down);
  context.stroke();
}

/** @param {Mark} mark @returns {mark is {picture: HTMLCanvasElement}} */
function isPicture(mark) {
  return mark !== "cleared" && "picture" in mark;
}

/** As large as fits, in the middle; pixel by pixel where each becomes as many. @param {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D} context @param {HTMLCanvasElement} picture */
function paintPicture(context, picture) {
  const share = SIDE / Math.max(picture.width, picture.height);
  const [width, height] = [picture.width * share, picture.height * share];
  context.imageSmoothingEnabled = context.canvas.width % Math.max(picture.width, picture.height) > 0;
  context.drawImage(picture, (SIDE - width) / 2, (SIDE - height) / 2, width, height);
}

/** White ink as a picture. @param {ArrayLike<number>} ink a byte a pixel @param {number} width */
export function pictureOf(ink, width) {
  const canvas = Object.assign(document.createElement("canvas"), { width, height: ink.length / width });
  const pixels = new ImageData(width, canvas.height);
  pixels.data.fill(255);
  for (let i = 0; i < ink.length; i++) pixels.data[4 * i + 3] = ink[i];
  canvas.getContext("2d")?.putImageData(pixels, 0, 0);
  return canvas;
}
