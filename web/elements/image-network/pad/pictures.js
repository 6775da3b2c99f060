// The pictures that a reader brings to an open pad, as a file, by paste or by drop: the last one comes in place of what was drawn.

import { part } from "../../shared/part.js";
import { say } from "../../shared/words.js";
import { droppedFile, listenForPastes } from "./bringing.js";
import { Photo } from "./photo.js";
import { PictureError, readPicture } from "./picture-file.js";

/**
 * @typedef {{
 *   demo: import("../forward-pass-mnist.js").ForwardPassMnist, panel: HTMLElement, words: Record<string, string>,
 *   place: (ink: HTMLCanvasElement, former?: HTMLCanvasElement) => void,
 * }} Pad place: puts ink on the sheet, in place of its former shape
 */

export class Pictures {
  /** @type {Photo | undefined} the last one */
  photo;
  /** @type {symbol | undefined} what is being read */
  #bringing;

  /** @param {Pad} pad @param {AbortSignal} signal that the pad is closed: what has not come does not come */
  constructor(pad, signal) {
    this.pad = pad;
    const field = part(pad.panel, "picture-file", HTMLInputElement);
    field.addEventListener("change", () => this.#choose(field), { signal });
    listenForPastes({ panel: pad.panel, take: (file) => this.take(file) }, signal);
    signal.addEventListener("abort", () => this.#leave());
  }

  /** @param {File} file */
  take(file) {
    this.#bring(() => file);
  }

  /** @param {DataTransfer} data */
  drop(data) {
    this.#bring(() => droppedFile(data));
  }

  /** The same file can be chosen again. @param {HTMLInputElement} field */
  #choose(field) {
    const [file] = field.files ?? [];
    field.value = "";
    if (file) this.take(file);
  }

  /** @param {() => File} brought throws what to say where there is none */
  async #bring(brought) {
    this.#notice("");
    const bringing = Symbol("bringing");
    this.#bringing = bringing;
    try {
      const file = brought();
      const picture = await readPicture(file);
      if (this.#bringing === bringing) await this.#show(file.name, picture);
    } catch (error) {
      this.#refuse(/** @type {Error} */ (error));
    }
  }

  /** @param {string} name @param {{picture: string, width: number}} picture */
  #show(name, picture) {
    const { demo, panel } = this.pad;
    this.photo?.leave();
    this.photo = new Photo(part(panel, "pad-photo", HTMLDetailsElement), picture, {
      ask: (args) => demo.python.call("ink_of", { ...args, lang: demo.lang }),
      place: (ink, former) => this.#place(name, ink, former),
      failed: (error) => this.#refuse(error),
    });
    return this.photo.ask();
  }

  /** @param {string} name @param {HTMLCanvasElement} [ink] @param {HTMLCanvasElement} [former] */
  #place(name, ink, former) {
    if (!ink) return this.#refuse(new PictureError("no_ink", name));
    this.#notice("");
    this.pad.place(ink, former);
  }

  /** @param {Error} error */
  #refuse(error) {
    if (error instanceof PictureError) this.#notice(say(this.pad.words[error.key] ?? "", error.details));
    else this.pad.demo.fail(error);
  }

  /** @param {string} text */
  #notice(text) {
    part(this.pad.panel, "pad-notice").textContent = text;
  }

  #leave() {
    this.#bringing = undefined;
    this.photo?.leave();
  }
}
