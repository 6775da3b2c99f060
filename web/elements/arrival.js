// How the lesson asked for comes: from the recordings or from Python, with the blank network on screen where it takes long.

import { nameOf } from "./lessons.js";
import { fetchShell } from "./shell.js";

/**
 * @typedef {import("../types.js").Subject} Subject
 * @typedef {import("./demo-frame.js").DemoFrame} DemoFrame
 */

const PATIENCE = 200; // ms that the last view stays while the next one is on its way

export class Arrival {
  /** True where the last view has stayed long enough. */
  isLate = false;
  #wait = new AbortController();

  /** @param {DemoFrame} demo */
  constructor(demo) {
    this.demo = demo;
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
    this.isLate = false;
    return this.#wait.signal;
  }

  /** @param {AbortSignal} signal */
  async #delay(signal) {
    const isOver = () => signal.aborted || !this.demo.waiting;
    if (isOver()) return;
    await this.#fetchBlank();
    if (isOver()) return;
    this.isLate = true;
    this.demo.update();
  }

  /** A page comes without the drawing of the blank network, which is seldom needed. */
  async #fetchBlank() {
    const { site, demo, lang, data } = this.demo;
    if (data.blank.svg) return;
    const shell = await fetchShell(site, demo.call, lang).catch(() => undefined);
    Object.assign(data.blank, shell?.blank);
  }

  /** @param {Error} error @param {Subject} subject */
  #failed(error, subject) {
    const { demo } = this;
    const isWanted = nameOf(subject) === nameOf(demo.subject);
    if (error.name !== "AbortError" && isWanted && !demo.python.status.error) demo.refused(error);
  }
}
