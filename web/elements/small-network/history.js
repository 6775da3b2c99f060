// The problems that were on screen, to go back to them and forward again.

import { nameOf } from "../lessons/lessons.js";

/** @typedef {import("../../types.js").Subject} Subject */

const PAUSE = 1000; // ms, after which pressing the same key counts as another gesture; a drag, which has a symbol, is one however slow the answers are

export class History {
  /** @type {unknown} what the next change belongs to; changes of the same gesture are undone together */
  gesture;
  /** @type {Subject[]} */
  #past = [];
  /** @type {Subject[]} */
  #future = [];
  /** @type {Subject | undefined} */
  #now;
  /** @type {{gesture: unknown, time: number}} */
  #last = { gesture: undefined, time: 0 };

  get canUndo() {
    return this.#past.length > 0;
  }

  get canRedo() {
    return this.#future.length > 0;
  }

  /** Takes note of what is on screen. @param {Subject} subject */
  follow(subject) {
    const before = this.#now;
    if (before && nameOf(before) !== nameOf(subject)) {
      if (!this.#isGoingOn()) this.#past.push(before);
      this.#future = [];
      this.#last = { gesture: this.gesture, time: performance.now() };
    }
    this.gesture = undefined;
    this.#now = subject;
  }

  undo() {
    return this.#move(this.#past, this.#future);
  }

  redo() {
    return this.#move(this.#future, this.#past);
  }

  #isGoingOn() {
    const { gesture, time } = this.#last;
    const isSame = gesture !== undefined && gesture === this.gesture;
    return isSame && (typeof gesture === "symbol" || performance.now() - time < PAUSE);
  }

  /** @param {Subject[]} from @param {Subject[]} to */
  #move(from, to) {
    const subject = from.pop();
    if (!subject || !this.#now) return undefined;
    to.push(this.#now);
    this.#now = subject;
    this.#last = { gesture: undefined, time: 0 };
    return subject;
  }
}
