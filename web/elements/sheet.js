// What is on the drawing pad: strokes and pictures, one over the other. The sheet is 280 units wide and high, ten for each pixel of the network.

import { toBase64 } from "./base64.js";

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

  /** A new stroke; what is pushed to it goes on with it. @param {Point} point @returns {Point[]} */
  begin(point) {
    const points = [point];
    this.#marks.push({ points });
    return points;
  }

  /** @param {HTMLCanvasElement} picture white ink on nothing */
  place(picture) {
    this.#marks.push({ picture });
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
    const from = this.#marks.lastIndexOf("cleared") + 1;
    for (const mark of this.#marks.slice(from)) paintMark(context, mark);
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
  if ("picture" in mark) return paintPicture(context, mark.picture);
  const [[x, y], ...others] = mark.points;
  context.beginPath();
  context.moveTo(x, y);
  if (!others.length) context.lineTo(x + 0.01, y); // a dot
  for (const [right, down] of others) context.lineTo(right, down);
  context.stroke();
}

/** As large as fits, in the middle. @param {CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D} context @param {HTMLCanvasElement} picture */
function paintPicture(context, picture) {
  const share = SIDE / Math.max(picture.width, picture.height);
  const [width, height] = [picture.width * share, picture.height * share];
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
