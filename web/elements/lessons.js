// Where lessons come from: those computed already, those recorded beside the page, and Python.

/**
 * @typedef {import("../types.js").Lesson} Lesson
 * @typedef {import("../types.js").Subject} Subject
 * @typedef {import("../python/client.js").Client} Client
 * @typedef {(subject: Subject) => Promise<Record<string, unknown>>} Arguments what Python is asked with
 * @typedef {import("./recorded.js").Recorded} Recorded
 */

const MOST_KEPT = 100;

export class Lessons {
  /** @type {Map<string, Lesson>} by the name of their subject, oldest first */
  #known = new Map();
  /** @type {Map<string, Promise<Lesson>>} */
  #coming = new Map();
  /** @type {Map<string, Promise<any>>} single steps, by the name of their subject and their index */
  #steps = new Map();

  /**
   * @param {string} call the name of the demo
   * @param {Recorded} recorded
   * @param {Client} python
   * @param {Arguments} args
   */
  constructor(call, recorded, python, args) {
    this.name = call;
    this.recorded = recorded;
    this.python = python;
    this.args = args;
  }

  /** The lesson, if it is there. @param {Subject} subject */
  get(subject) {
    return this.#known.get(nameOf(subject));
  }

  /** Whether the lesson can be had without Python. @param {Subject} subject */
  isRecorded(subject) {
    return this.recorded.has(subject);
  }

  /** Whether the recording is to be taken. @param {Subject} subject */
  isAtHand(subject) {
    return this.python.status.phase !== "live" && this.isRecorded(subject);
  }

  /** Fetches the lesson if it is recorded and Python is not live, else, or where it does not come, computes it. @param {Subject} subject @param {AbortSignal} [signal] */
  load(subject, signal) {
    const name = nameOf(subject);
    const known = this.#known.get(name);
    const coming = known && !known.partial ? Promise.resolve(known) : this.#coming.get(name);
    if (coming) return coming;
    signal?.addEventListener("abort", () => this.#coming.delete(name));
    const computed = () => this.#compute(this.name, subject, {}, signal);
    return this.#keep(name, this.isAtHand(subject) ? this.recorded.get(subject).catch(computed) : computed());
  }

  /** Computes one step of a lesson that would take longer, and keeps it until the whole lesson comes. @param {Subject} subject @param {number} index @param {AbortSignal} [signal] */
  async loadStep(subject, index, signal) {
    const name = `${nameOf(subject)} ${index}`;
    const coming = this.#steps.get(name) ?? this.#compute(`${this.name}_step`, subject, { index }, signal);
    this.#steps.set(name, coming);
    signal?.addEventListener("abort", () => this.#steps.delete(name));
    try {
      this.hold(await coming);
    } finally {
      if (this.#steps.get(name) === coming) this.#steps.delete(name);
    }
  }

  /** @param {import("../types.js").Step} step */
  hold({ view, subject, ...about }) {
    const known = this.#known.get(nameOf(subject));
    if (known && !known.partial) return;
    const views = known?.views ?? Array(view.count);
    views[view.index] = view;
    this.#remember(nameOf(subject), { ...about, subject, views, partial: true });
  }

  /** @param {string} name of the subject @param {Promise<Lesson>} coming */
  async #keep(name, coming) {
    this.#coming.set(name, coming);
    try {
      const lesson = await coming;
      this.#remember(name, lesson);
      return lesson;
    } finally {
      if (this.#coming.get(name) === coming) this.#coming.delete(name);
    }
  }

  /** @param {string} name @param {Lesson} lesson */
  #remember(name, lesson) {
    this.#known.delete(name);
    this.#known.set(name, lesson);
    for (const oldest of [...this.#known.keys()].slice(0, -MOST_KEPT)) this.#known.delete(oldest);
  }

  /** @param {string} call @param {Subject} subject @param {object} more arguments @param {AbortSignal} [signal] drops it if it still waits @returns {Promise<any>} */
  async #compute(call, subject, more, signal) {
    const args = { ...(await this.args(subject)), ...more };
    signal?.throwIfAborted();
    return this.python.call(call, args, { signal });
  }
}

/** Two subjects are the same when their names are. @param {Subject} subject */
export function nameOf(subject) {
  return JSON.stringify(Object.entries(subject).sort());
}

/** A file of the site could not be fetched. */
export class FileError extends Error {
  /** @param {URL} url @param {number} status 0 where nothing answered */
  constructor(url, status) {
    super(`${url} did not come (${status || "no answer"})`);
    this.failure = { key: "error_data", details: { file: url.pathname.split("/").pop() ?? "", status } };
  }
}

/** @param {URL} url @param {AbortSignal} [signal] */
export async function fetchFile(url, signal) {
  const response = await fetch(url, { signal }).catch(() => Response.error());
  if (!response.ok) throw new FileError(url, response.status);
  return response;
}
