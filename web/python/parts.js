// The parts of Python that do not belong to a start (py/builder/python_parts.py): fetched along with it where a demo wants them from its first answer on,
// else when Python is live, or when it finds that one is missing.

import { install, unpack } from "./install.js";

/** @typedef {import("./install.js").Archive} Archive */

export class Parts {
  /** @type {Map<string, Promise<void>>} brought, or on their way */
  #brought = new Map();
  /** @type {Map<string, Promise<Archive>>} */
  #fetched = new Map();
  /** @type {Set<string>} */
  #inPlace = new Set();
  /** @type {any} */
  #pyodide;

  /** @param {import("./downloads.js").Downloads} downloads */
  constructor(downloads) {
    this.downloads = downloads;
  }

  /** Those that exist are on their way. @param {string[]} names */
  fetch(names) {
    for (const name of names) if (this.downloads.parts.includes(fileOf(name))) this.#fetch(name).catch(() => {});
  }

  /** Python is there: what was fetched is put in place. Without one that did not come Python starts all the same. @param {any} pyodide */
  async join(pyodide) {
    this.#pyodide = pyodide;
    await Promise.all([...this.#fetched.keys()].map((name) => this.bring(name).catch(() => {})));
  }

  /** Puts a part in place. Should it reject, it is fetched anew the next time. @param {string} name */
  bring(name) {
    const bringing = this.#brought.get(name) ?? this.#put(name);
    this.#brought.set(name, bringing);
    return bringing.catch((error) => {
      this.#brought.delete(name);
      this.#fetched.delete(name);
      throw error;
    });
  }

  /** Whether it is in place. @param {string} name */
  has(name) {
    return this.#inPlace.has(name);
  }

  /** @param {string} name */
  async #put(name) {
    await install(this.#pyodide, [await this.#fetch(name)]);
    this.#inPlace.add(name);
  }

  /** @param {string} name */
  #fetch(name) {
    const fetching = this.#fetched.get(name) ?? unpack(this.downloads.bring(fileOf(name)));
    this.#fetched.set(name, fetching);
    return fetching;
  }
}

/** @param {string} name */
function fileOf(name) {
  return `${name}.zip.gz`;
}
