// Fetches the runtime's files: all of them at once, counting bytes, and telling at once when one is missing.

/**
 * @typedef {import("../types.js").Progress} Progress
 * @typedef {import("../types.js").Failure} Failure
 */

const REPORT_EVERY = 100;
const MOST = 0.9; // of the first files, before the others begin: the line stays busy, and Python starts while those come

export class Downloads {
  /** @type {Map<string, Promise<Response>>} begun, and not asked for yet */
  #begun = new Map();
  /** @type {Record<string, number>} file → bytes */
  #sizes = {};
  /** @type {Record<string, number>} file → bytes that have come */
  #come = {};
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #telling;
  #look = () => {};
  /** @type {Set<string>} */
  #ended = new Set();
  /** @type {string[]} the files of parts that no start fetches by itself, once the manifest is there */
  parts = [];

  /**
   * @param {string} base the folder of the runtime
   * @param {(progress: Progress) => void} report
   * @param {(failure: Failure) => void} fail
   * @param {{replaceable?: string[], withheld?: string}} [files] replaceable: may be missing, since something else takes their place; withheld: comes for load() only
   */
  constructor(base, report, fail, { replaceable = [], withheld } = {}) {
    this.replaceable = replaceable;
    this.withheld = withheld;
    this.base = base;
    this.report = report;
    this.fail = fail;
    this.get = fetch.bind(globalThis);
  }

  /** Fetches what the manifest lists, these first; modules are left to import(). @param {string[]} first */
  async begin(first) {
    for (const file of first) this.#begin(file);
    const manifest = await (await this.#fetch(`${this.base}manifest.json`)).json();
    this.#sizes = manifest.files;
    this.parts = Object.keys(manifest.parts);
    const most = this.#mostOf(first);
    for (const file of Object.keys(this.#sizes)) {
      if (!file.endsWith("js") && !first.includes(file)) this.#begin(file, most);
    }
  }

  /** Resolves when most of the bytes of some files have come. @param {string[]} files @returns {Promise<void>} */
  #mostOf(files) {
    return new Promise((resolve) => {
      this.#look = () => {
        if (this.#loaded(files) >= MOST * sum(files.map((file) => this.#sizes[file] ?? 0))) resolve();
      };
      this.#look();
    });
  }

  /** The names of the wheels, once the manifest is there. */
  get wheels() {
    return Object.keys(this.#sizes).filter((file) => file.endsWith(".whl"));
  }

  /** The answer to a file that was begun. @param {string} file @returns {Promise<Response>} */
  take(file) {
    return this.fetch(this.base + file);
  }

  /** Fetches also what is withheld. @param {string} file */
  load(file) {
    return this.#fetch(this.base + file);
  }

  /** Stands in for fetch(): hands out what was begun. @param {RequestInfo | URL} input @param {RequestInit} [init] @returns {Promise<Response>} */
  async fetch(input, init) {
    const url = input instanceof Request ? input.url : String(new URL(input, this.base));
    if (url === this.base + this.withheld) return new Response();
    const begun = this.#begun.get(url);
    this.#begun.delete(url);
    return begun ?? (url.startsWith(this.base) ? this.#fetch(url, init) : this.get(input, init));
  }

  /** Rejects with a Failure. @param {string} file of a part @returns {Promise<Response>} */
  async part(file) {
    const response = await this.get(this.base + file).catch(() => Response.error());
    if (!response.ok) throw { key: "error_file", details: { file, status: response.status } };
    this.#count(file, response.clone());
    return response;
  }

  /** No more of it will come. @param {string} file */
  arrived(file) {
    this.#ended.add(file);
    this.#add(file, 0);
  }

  /** @param {string} file @param {Promise<void>} [after] */
  #begin(file, after) {
    const url = this.base + file;
    this.#begun.set(url, after ? after.then(() => this.#fetch(url)) : this.#fetch(url));
  }

  /** Never settles where a file is missing, unless it can be replaced: that has been told, and whoever waits is about to be closed. @param {string} url @param {RequestInit} [init] @returns {Promise<Response>} */
  async #fetch(url, init) {
    const file = url.slice(this.base.length);
    const response = await this.get(url, init).catch(() => Response.error());
    if (!response.ok && !this.replaceable.includes(file)) {
      this.fail({ key: "error_file", details: { file, status: response.status } });
      return new Promise(() => {});
    }
    if (response.ok) this.#count(file, response.clone());
    else this.arrived(file);
    return response;
  }

  /** Reads a copy, so that the original still compiles while it streams. @param {string} file @param {Response} copy */
  async #count(file, copy) {
    const reader = /** @type {ReadableStream<Uint8Array>} */ (copy.body).getReader();
    for (;;) {
      const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
      if (done || !value) return this.arrived(file); // what has ended early is not waited for
      this.#add(file, value.length);
    }
  }

  /** @param {string} file @param {number} bytes */
  #add(file, bytes) {
    this.#come[file] = (this.#come[file] ?? 0) + bytes;
    this.#look();
    this.#telling ??= setTimeout(() => this.#tell(file), REPORT_EVERY);
  }

  /** Bytes; a file that has ended, however early, is not waited for. @param {string[]} files */
  #loaded(files) {
    return sum(files.map((file) => (this.#ended.has(file) ? this.#sizes[file] : this.#come[file]) ?? 0));
  }

  /** @param {string} file the one that is coming */
  #tell(file) {
    this.#telling = undefined;
    const files = Object.keys(this.#sizes);
    const total = sum(files.map((name) => this.#sizes[name]));
    const loaded = this.#loaded(files);
    if (total) this.report({ file, loaded, total });
  }
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
