// How the lesson asked for comes: from the recordings or from Python, with the blank network on screen where it takes long.

import { nameOf } from "../lessons/lessons.js";
import { asSvg, fetchFile } from "../shared/files.js";

/**
 * @typedef {import("../../types.js").Subject} Subject
 * @typedef {import("../../types.js").Shown} Shown
 * @typedef {import("./demo-frame.js").DemoFrame} DemoFrame
 */

const PATIENCE = 200; // ms that the last view stays while the next one is on its way

export class Arrival {
  /** @type {Shown | undefined} */
  #blank;
  #wait = new AbortController();

  /** @param {DemoFrame} demo */
  constructor(demo) {
    this.demo = demo;
  }

  /** The blank network, where the last view has stayed long enough. @returns {Shown | undefined} */
  get blank() {
    const { data, python } = this.demo;
    if (!this.#blank || !python.status.error) return this.#blank;
    return { ...this.#blank, html: `<p>${data.words.not_computed}</p>` };
  }

  /** Sees to it that the lesson comes, and forgets the one that was waited for. */
  async want() {
    const { demo } = this;
    const signal = this.#begin();
    if (demo.waiting) {
      const { subject } = demo;
      const soon = demo.live || demo.lessons.isRecorded(subject);
      setTimeout(() => this.#delay(signal), soon ? PATIENCE : 0);
      await demo.load(subject, signal).catch((error) => this.#failed(error, subject));
      demo.update();
    }
    if (!signal.aborted) demo.ahead();
  }

  /** Nothing is waited for any more. @param {string} reason */
  forget(reason) {
    this.#wait.abort(new DOMException(reason, "AbortError"));
  }

  /** Python has become live. What is recorded is its own answer already; what is waited for, it computes. */
  async takeOver() {
    const { demo } = this;
    const { subject } = demo;
    await demo.load(subject).catch((/** @type {Error} */ error) => this.#failed(error, subject));
    if (!demo.live) return;
    demo.element.setAttribute("state", "live");
    demo.update();
    demo.ahead();
  }

  #begin() {
    this.forget("another one is wanted");
    this.#wait = new AbortController();
    this.demo.failure = undefined;
    this.#blank = undefined;
    return this.#wait.signal;
  }

  /** @param {AbortSignal} signal */
  async #delay(signal) {
    const isOver = () => signal.aborted || !this.demo.waiting || this.demo.failure;
    if (isOver()) return;
    const svg = await this.#fetchDrawing();
    if (isOver()) return;
    this.#blank = { ...this.demo.data.blank, svg };
    this.demo.update();
  }

  /** Of the blank network; without it there are words alone. */
  async #fetchDrawing() {
    const { site, blankDrawing } = this.demo;
    if (!blankDrawing) return "";
    return fetchFile(new URL(blankDrawing, site), asSvg).catch(() => "");
  }

  /** @param {Error} error @param {Subject} subject */
  #failed(error, subject) {
    const { demo } = this;
    const isWanted = nameOf(subject) === nameOf(demo.subject);
    if (error.name !== "AbortError" && isWanted) demo.refused(error);
  }
}
