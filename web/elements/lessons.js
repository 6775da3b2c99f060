// Where lessons come from: those computed already, those recorded beside the page, and Python.

/**
 * @typedef {import("../types.js").Lesson} Lesson
 * @typedef {import("../python/client.js").Client} Client
 * @typedef {(number: number, signal?: AbortSignal) => Promise<Record<string, unknown>>} Arguments what Python is asked with
 */

const MOST_KEPT = 100;

export class Lessons {
  /** @type {Map<number, Lesson>} oldest first */
  #known = new Map();
  /** @type {Map<number, Promise<Lesson>>} */
  #coming = new Map();

  /**
   * @param {string} call the name of the demo
   * @param {URL} folder of the recorded lessons
   * @param {number[]} recorded their numbers
   * @param {Client} python
   * @param {Arguments} args
   */
  constructor(call, folder, recorded, python, args) {
    this.name = call;
    this.folder = folder;
    this.recorded = recorded;
    this.python = python;
    this.args = args;
  }

  /** The lesson, if it is there. @param {number} number */
  get(number) {
    return this.#known.get(number);
  }

  /** Fetches the lesson if it is recorded and Python is not live, else computes it. @param {number} number @param {AbortSignal} [signal] */
  load(number, signal) {
    const coming = this.#known.has(number) ? Promise.resolve(this.#known.get(number)) : this.#coming.get(number);
    if (coming) return coming;
    const byHand = this.python.status.phase !== "live" && this.recorded.includes(number);
    signal?.addEventListener("abort", () => this.#coming.delete(number));
    return this.#keep(number, byHand ? this.#fetch(number) : this.#compute(number, signal));
  }

  /** Asks Python, whatever is there already. @param {number} number */
  compute(number) {
    return this.#keep(number, this.#compute(number));
  }

  /** @param {number} number @param {Promise<Lesson>} coming */
  async #keep(number, coming) {
    this.#coming.set(number, coming);
    try {
      const lesson = await coming;
      this.#known.delete(number);
      this.#known.set(number, lesson);
      for (const oldest of [...this.#known.keys()].slice(0, -MOST_KEPT)) this.#known.delete(oldest);
      return lesson;
    } finally {
      if (this.#coming.get(number) === coming) this.#coming.delete(number);
    }
  }

  /** @param {number} number */
  async #fetch(number) {
    return (await fetchFile(new URL(`${number}.json`, this.folder))).json();
  }

  /** @param {number} number @param {AbortSignal} [signal] drops it if it still waits @returns {Promise<Lesson>} */
  async #compute(number, signal) {
    const args = await this.args(number);
    signal?.throwIfAborted();
    return this.python.call(this.name, args, { signal });
  }
}

/** A file of the site could not be fetched. */
export class FileError extends Error {
  /** @param {URL} url @param {number} status 0 where nothing answered */
  constructor(url, status) {
    super(`${url} did not come (${status || "no answer"})`);
    this.failure = { key: "error_data", details: { file: url.pathname.split("/").pop() ?? "", status } };
  }
}

/** @param {URL} url */
export async function fetchFile(url) {
  const response = await fetch(url).catch(() => Response.error());
  if (!response.ok) throw new FileError(url, response.status);
  return response;
}
