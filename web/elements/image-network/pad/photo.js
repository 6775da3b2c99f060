// The picture that a reader has brought, with what was taken for ink in it: in doubt the reader frames the digit, turns it, or says that it is the other way round.

import { fromBase64 } from "../../shared/base64.js";
import { newest } from "../../shared/newest.js";
import { part } from "../../shared/part.js";
import { CropFrame, WHOLE } from "./crop-frame.js";
import { pictureOf } from "./sheet.js";

/**
 * @typedef {import("../../../messages.js").Ink} Ink
 * @typedef {import("../../../messages.js").PictureArguments} PictureArguments
 * @typedef {{ask: (args: PictureArguments) => Promise<Ink>, place: (picture: HTMLCanvasElement | undefined, former?: HTMLCanvasElement) => void, failed: (error: Error) => void}} Pad
 *   place: the ink, or that there is none
 */

export class Photo {
  /** @type {HTMLCanvasElement | undefined} its ink on the sheet */
  ink;
  #turns = 0;
  /** @type {boolean | undefined} */
  #isBright;
  /** @type {Ink | undefined} */
  #shown;

  /** @param {HTMLDetailsElement} panel @param {{picture: string, width: number}} picture @param {Pad} pad */
  constructor(panel, picture, pad) {
    this.panel = panel;
    this.picture = picture;
    this.pad = pad;
    this.frame = new CropFrame(part(panel, "photo-frame"), () => this.ask());
    const asked = newest(
      (/** @type {PictureArguments} */ args) => pad.ask(args),
      (answer) => this.#show(answer),
    );
    this.ask = () => asked(this.#args()).catch(pad.failed);
    this.drop = asked.drop;
  }

  invert() {
    this.#isBright = !this.#shown?.is_bright;
    this.ask();
  }

  turn() {
    this.#turns = (this.#turns + 1) % 4;
    this.frame.crop = WHOLE;
    this.ask();
  }

  whole() {
    this.frame.crop = WHOLE;
    this.#isBright = undefined;
    this.ask();
  }

  /** What was taken is shown while it is on the sheet. @param {import("./sheet.js").Sheet} sheet */
  follow(sheet) {
    if (this.ink) this.panel.hidden = !sheet.shows(this.ink);
  }

  /** Another picture comes, or the pad goes: no answer is waited for. */
  leave() {
    this.drop();
    this.frame.leave();
    this.panel.hidden = true;
  }

  /** @returns {PictureArguments} */
  #args() {
    return { ...this.picture, turns: this.#turns, crop: this.frame.crop, is_bright: this.#isBright ?? null };
  }

  /** @param {Ink} brought */
  #show(brought) {
    this.#shown = brought;
    const bytes = fromBase64(brought.ink);
    const before = this.ink;
    const isThere = bytes.some(Boolean);
    if (isThere) this.ink = pictureOf(bytes, brought.width);
    part(this.panel, "photo-told").textContent = brought.told;
    this.#paint(brought);
    if (brought.is_doubtful || !isThere) this.panel.open = true;
    this.panel.hidden = false;
    this.pad.place(isThere ? this.ink : undefined, before);
  }

  /** @param {Ink} brought */
  #paint({ seen, seen_width: width }) {
    const pixels = new ImageData(new Uint8ClampedArray(fromBase64(seen)), width);
    const canvas = Object.assign(part(this.panel, "photo", HTMLCanvasElement), { width, height: pixels.height });
    canvas.getContext("2d")?.putImageData(pixels, 0, 0);
  }
}
