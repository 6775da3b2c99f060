// Fetches the runtime's files: all of them at once, counting bytes, and telling at once when one is missing.

/**
 * @typedef {import("../types.js").Progress} Progress
 * @typedef {import("../types.js").Failure} Failure
 */

const REPORT_EVERY = 100;

export class Downloads {
  /** @type {Map<string, Promise<Response>>} begun, and not asked for yet */
  #begun = new Map();
  /** @type {Record<string, number>} file → bytes */
  #sizes = {};
  #loaded = 0;
  #reported = 0;

  /**
   * @param {string} base the folder of the runtime
   * @param {(progress: Progress) => void} report
   * @param {(failure: Failure) => void} fail
   */
  constructor(base, report, fail) {
    this.base = base;
    this.report = report;
    this.fail = fail;
    this.get = fetch.bind(globalThis);
  }

  /** Fetches what the manifest lists; modules are left to import(). */
  async begin() {
    const manifest = await (await this.#fetch(this.base + "manifest.json")).json();
    this.#sizes = manifest.files;
    for (const file of Object.keys(this.#sizes)) {
      if (!file.endsWith("js")) this.#begin(this.base + file);
    }
  }

  /** Stands in for fetch(): hands out what was begun. @param {RequestInfo | URL} input @param {RequestInit} [init] */
  fetch(input, init) {
    const url = input instanceof Request ? input.url : String(new URL(input, this.base));
    const begun = this.#begun.get(url);
    this.#begun.delete(url);
    return begun ?? (url.startsWith(this.base) ? this.#fetch(url) : this.get(input, init));
  }

  /** A module has come by import(). @param {string} file */
  arrived(file) {
    this.#add(file, this.#sizes[file] ?? 0);
  }

  /** @param {string} url */
  #begin(url) {
    const response = this.#fetch(url);
    response.catch(() => {});
    this.#begun.set(url, response);
  }

  /** @param {string} url */
  async #fetch(url) {
    const file = url.slice(this.base.length);
    const response = await this.get(url).catch(() => Response.error());
    if (!response.ok) {
      this.fail({ key: "error_file", details: { file, status: response.status } });
      throw new Error(`${file}: ${response.status}`);
    }
    this.#count(file, response.clone());
    return response;
  }

  /** Reads a copy, so that the original still compiles while it streams. @param {string} file @param {Response} copy */
  async #count(file, copy) {
    const reader = /** @type {ReadableStream<Uint8Array>} */ (copy.body).getReader();
    for (;;) {
      const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
      if (done || !value) return;
      this.#add(file, value.length);
    }
  }

  /** @param {string} file @param {number} bytes */
  #add(file, bytes) {
    if (!(file in this.#sizes)) return;
    this.#loaded += bytes;
    const total = Object.values(this.#sizes).reduce((sum, size) => sum + size, 0);
    if (performance.now() - this.#reported < REPORT_EVERY && this.#loaded < total) return;
    this.#reported = performance.now();
    this.report({ file, loaded: this.#loaded, total });
  }
}
