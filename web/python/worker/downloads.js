// Fetches the runtime's files: all of them at once, counting bytes, and telling at once when one does not come.

import { unzipped } from "./gzip.js";

/**
 * @typedef {import("../../types.js").Progress} Progress
 * @typedef {import("../../types.js").Failure} Failure
 */

const REPORT_EVERY = 100;
const MOST = 0.9; // of the first files, before the others begin: the line stays busy, and Python starts while those come
const PACKED = ".gz";
const PAGE = /^text\/html/i; // what some hosts answer in place of any file
const SOMETHING_ELSE = 200; // the status of what came, and is not the file
const PATIENCE = 10_000; // ms for the manifest, which is small

export class Downloads {
  /** Rejects with a Failure when a file does not come or is damaged: not everybody who waits for one would tell. @type {Promise<never>} */
  failure;
  /** @type {(failure: Failure) => void} */
  #fail = () => {};
  /** @type {Map<string, Promise<Response>>} begun, and not asked for yet */
  #begun = new Map();
  /** @type {Record<string, number>} file → bytes */
  #sizes = {};
  /** @type {Record<string, number>} file → bytes that have come */
  #come = {};
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #telling;
  #look = () => {};
  /** Resolves when most of the files that come first are there; begin() makes it. @type {Promise<void>} */
  most = Promise.resolve();
  /** @type {string[]} */
  #first = [];
  /** @type {Set<string>} */
  #ended = new Set();
  /** @type {string[]} the files of parts that no start fetches by itself, once the manifest is there */
  parts = [];
  /** Whether a file is looked at as a whole before it is handed out. */
  isThorough = false;

  /**
   * @param {string} base the folder of the runtime
   * @param {(progress: Progress) => void} report
   * @param {string} [unwanted] a file that Pyodide asks for in vain
   */
  constructor(base, report, unwanted) {
    this.base = base;
    this.report = report;
    this.unwanted = unwanted;
    this.get = fetch.bind(globalThis);
    this.failure = new Promise((_, reject) => {
      this.#fail = reject;
    });
    this.failure.catch(() => {}); // whoever waits for Python hears of it
  }

  /** Fetches some files first, and learns from the manifest the sizes of all. @param {"files" | "stock"} list of the manifest @param {string[]} [first] */
  async begin(list, first = []) {
    for (const file of first) this.#begin(file);
    this.#first = first;
    const manifest = await (
      await this.get(`${this.base}manifest.json`, { signal: AbortSignal.timeout(PATIENCE) })
    ).json();
    this.#sizes = manifest[list];
    this.parts = Object.keys(manifest.parts);
    this.most = this.#mostOf(first);
    this.#add(this.files[0], 0); // how much there is can be told now, also while nothing comes
  }

  /** Fetches the others when most of the first have come, and resolves then; modules are left to import(). */
  beginOthers() {
    for (const file of this.files) {
      if (!file.endsWith("js") && !this.#first.includes(file)) this.#begin(file, this.most);
    }
    return this.most;
  }

  /** All that a start takes, once the manifest is there. */
  get files() {
    return Object.keys(this.#sizes);
  }

  /** The answer to a file that was begun. @param {string} file @returns {Promise<Response>} */
  take(file) {
    return this.fetch(this.base + file);
  }

  /** Stands in for fetch(): hands out what was begun. @param {RequestInfo | URL} input @param {RequestInit} [init] @returns {Promise<Response>} */
  async fetch(input, init) {
    const url = input instanceof Request ? input.url : String(new URL(input, this.base));
    if (url === this.base + this.unwanted) return new Response();
    const begun = this.#begun.get(url);
    this.#begun.delete(url);
    return begun ?? (url.startsWith(this.base) ? this.#fetch(url, init) : this.get(input, init));
  }

  /** @param {string} file */
  async importModule(file) {
    const module = await import(this.base + file).catch(() => this.#importText(file));
    this.#end(file);
    return module;
  }

  /** Where the host does not say that it is a script, browsers refuse to import it. @param {string} file */
  async #importText(file) {
    const text = await (await this.bring(file)).arrayBuffer();
    const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
    return import(address).catch(() => {
      throw missing(file, SOMETHING_ELSE);
    });
  }

  /** @param {string} file @param {Promise<void>} [after] */
  #begin(file, after) {
    const url = this.base + file;
    this.#begun.set(url, after ? after.then(() => this.#fetch(url)) : this.#fetch(url));
  }

  /** Never settles where the file does not come: that has been told, and whoever waits is about to be closed. @param {string} url @param {RequestInit} [init] @returns {Promise<Response>} */
  #fetch(url, init) {
    return this.bring(url.slice(this.base.length), init).catch((failure) => {
      this.#fail(failure);
      return new Promise(() => {});
    });
  }

  /** Of a part, which whoever asks for it can do without. Rejects with a Failure. @param {string} file @param {RequestInit} [init] @returns {Promise<Response>} */
  async bring(file, init) {
    const response = await this.#answer(file, init).catch((failure) => {
      if (failure.details.status !== SOMETHING_ELSE) throw failure;
      return this.#answer(file, { ...init, cache: "reload" });
    });
    this.#count(file, response.clone());
    if (!file.endsWith(PACKED)) return response;
    return unzipped(response).catch((error) => {
      throw { key: "error_failed", details: { reason: `${file}: ${error}` } };
    });
  }

  /** Not what another answers in its place, which may be what a cache has kept. @param {string} file @param {RequestInit} [init] */
  async #answer(file, init) {
    const response = await this.get(this.base + file, init).catch(() => Response.error());
    if (!response.ok) throw missing(file, response.status);
    if (PAGE.test(response.headers.get("content-type") ?? "")) throw missing(file, SOMETHING_ELSE);
    return this.isThorough ? this.#whole(file, response) : response;
  }

  /** @param {string} file @param {Response} response */
  async #whole(file, response) {
    const { headers } = response;
    const content = await response.arrayBuffer().catch(() => new ArrayBuffer());
    const isWhole = file.endsWith(PACKED) || !(file in this.#sizes) || content.byteLength === this.#sizes[file];
    if (!isWhole) throw missing(file, SOMETHING_ELSE);
    return new Response(content, { headers });
  }

  /** Reads a copy, so that the original still compiles while it streams. @param {string} file @param {Response} copy */
  async #count(file, copy) {
    const reader = /** @type {ReadableStream<Uint8Array>} */ (copy.body).getReader();
    for (;;) {
      const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
      if (done || !value) return this.#end(file); // what has ended early is not waited for
      this.#add(file, value.length);
    }
  }

  /** No more of it will come. @param {string} file */
  #end(file) {
    this.#ended.add(file);
    this.#add(file, 0);
  }

  /** @param {string} file @param {number} bytes */
  #add(file, bytes) {
    this.#come[file] = (this.#come[file] ?? 0) + bytes;
    this.#look();
    this.#telling ??= setTimeout(() => this.#tell(file), REPORT_EVERY);
  }

  /** Resolves when most of the bytes of some files have come. @param {string[]} files @returns {Promise<void>} */
  #mostOf(files) {
    return new Promise((resolve) => {
      this.#look = () => {
        if (this.#loaded(files) >= MOST * this.#total(files)) resolve();
      };
      this.#look();
    });
  }

  /** Bytes; a file that has ended, however early, is not waited for. @param {string[]} files */
  #loaded(files) {
    return sum(files.map((file) => (this.#ended.has(file) ? this.#sizes[file] : this.#come[file]) ?? 0));
  }

  /** @param {string[]} files */
  #total(files) {
    return sum(files.map((file) => this.#sizes[file] ?? 0));
  }

  /** Where no manifest tells the sizes, that something is coming. @param {string} file the one that is coming */
  #tell(file) {
    this.#telling = undefined;
    this.report({ file, loaded: this.#loaded(this.files), total: this.#total(this.files) });
  }
}

/** @param {string} file @param {number} status of the answer, 0 where there was none @returns {Failure} */
function missing(file, status) {
  return { key: "error_file", details: { file, status } };
}

/** @param {number[]} numbers */
function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}
