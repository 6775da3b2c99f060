// The parts of Python that do not belong to a start (py/builder/python/parts/): fetched along with it where a demo wants them from its first answer on,
// else when Python is live, or when it finds that one is missing.

import { install, unpack } from "../bytecode/archives.js";
import { Way } from "../way.js";

/** @typedef {import("../bytecode/archives.js").Archive} Archive */

const LATER = "later"; // what demos ask for on a click, or from their first answer on
const SOON = 1000; // ms after Python is live: the first answers go before

export class Parts extends Way {
  /** @type {Map<string, Promise<void>>} brought, or on their way */
  #brought = new Map();
  /** @type {Map<string, Promise<Archive>>} */
  #fetched = new Map();
  /** @type {Set<string>} */
  #inPlace = new Set();
  /** @type {any} */
  #pyodide;

  /** Python is to start from the beginning: what is wanted comes along. @override */
  async python() {
    this.#comeAlong().catch(() => {}); // it is fetched when it is asked for
    return undefined;
  }

  /** What was fetched is put in place; without one that did not come Python starts all the same. @override @param {any} pyodide @param {Way} starter */
  async join(pyodide, starter) {
    this.#pyodide = pyodide;
    await Promise.all([...this.#fetched.keys()].map((part) => this.#bring(part).catch(() => {})));
    if (this.#inPlace.has(LATER) || starter.isComplete) return;
    setTimeout(() => this.#bring(LATER).catch(() => {}), SOON);
  }

  /** Python is asked again once a part that is missing has come. It rejects where the part does not come. @override @param {import("../way.js").Ask} ask */
  asking(ask) {
    const site = this.#pyodide.pyimport("sitecustomize");
    this.#pyodide.pyimport("gc").enable(); // it rests while Python starts
    /** @type {import("../way.js").Ask} */
    const askAgain = async (request, pixels) => {
      const answer = site.ask(ask, request, pixels);
      if (answer !== undefined) return answer;
      const part = site.wanted;
      if (this.#inPlace.has(part)) throw new Error(`something is missing in ${part}`);
      await this.#bring(part);
      return askAgain(request, pixels);
    };
    return askAgain;
  }

  async #comeAlong() {
    const { downloads, listed, wanted } = this.start;
    await listed;
    await downloads.most;
    for (const part of wanted) if (downloads.parts.includes(fileOf(part))) this.#fetch(part).catch(() => {});
  }

  /** Puts a part in place. Should it reject, it is fetched anew the next time. @param {string} part */
  #bring(part) {
    const bringing = this.#brought.get(part) ?? this.#put(part);
    this.#brought.set(part, bringing);
    return bringing.catch((error) => {
      this.#brought.delete(part);
      this.#fetched.delete(part);
      throw error;
    });
  }

  /** @param {string} part */
  async #put(part) {
    await install(this.#pyodide, [await this.#fetch(part)]);
    this.#inPlace.add(part);
  }

  /** @param {string} part */
  #fetch(part) {
    const fetching = this.#fetched.get(part) ?? unpack(this.start.downloads.bring(fileOf(part)));
    this.#fetched.set(part, fetching);
    return fetching;
  }
}

/** @param {string} part */
function fileOf(part) {
  return `${part}.zip.gz`;
}
