// The fast way to Python: from the snapshot of an earlier visit; where there is none, or it is of no use, from the beginning with trimmed archives.
// Each of its parts may fail, and then all of it does: whoever started it starts the stock way (stock.js) instead.

import { Downloads } from "./downloads.js";
import { Halves, HOT } from "./halves.js";
import { install, unpack } from "./install.js";
import { atRest, giveUpSnapshot, keepSnapshot, keptSnapshot } from "./kept.js";
import { Parts } from "./parts.js";
import { restore } from "./snapshot.js";

/** @typedef {(options: object) => Promise<any>} Load loadPyodide() with our files */

const SCRIPTS = ["pyodide.mjs", "pyodide.asm.mjs"];
const [LIBRARY, LOCK, WHOLE] = ["library.zip.gz", "pyodide-lock.json", "pyodide.asm.wasm"];
const FIRST = [HOT, LIBRARY, LOCK];
const ARCHIVE = ".zip.gz";
const LATER = "later";
const SOON = 1000; // ms after Python is live: the first answers go before

export class FastPython {
  #base;
  #downloads;
  #parts;
  #listed;
  /** @type {Halves} */
  #halves;
  /** @type {(request: string, pixels?: Uint8Array) => string | undefined} nothing where a part of Python is missing */
  #ask = () => undefined;
  /** @type {() => string} the part that was missing */
  #missing = () => "";

  /** @param {string} base the folder of the runtime @param {(progress: import("../types.js").Progress) => void} report */
  constructor(base, report) {
    this.#base = base;
    this.#downloads = new Downloads(base, report, WHOLE);
    this.#parts = new Parts(this.#downloads);
    this.#listed = this.#downloads.begin("files", FIRST);
    this.#listed.catch(() => {}); // a snapshot does without
    this.#halves = new Halves(base, this.#downloads.take(HOT));
    // Pyodide would begin to compile only when its scripts are there.
    WebAssembly.instantiateStreaming = (_, imports) =>
      this.#halves.instantiate(/** @type {WebAssembly.Imports} */ (imports));
  }

  /** Rejects where something of it fails. @param {string[]} wanted parts that come along */
  async start(wanted) {
    await Promise.race([this.#boot(wanted), this.#downloads.failure, this.#halves.failure]);
  }

  /**
   * Python is asked again once a part that is missing has come. Rejects where the part does not come, or a function of the WebAssembly.
   * @param {string} request JSON @param {Uint8Array} [pixels] that belong to it @returns {Promise<string>} JSON
   */
  async answer(request, pixels) {
    const answer = this.#ask(request, pixels);
    if (this.#halves.broken) return this.#halves.failure;
    if (answer !== undefined) return answer;
    const part = this.#missing();
    if (this.#parts.has(part)) throw new Error(`something is missing in ${part}`);
    await this.#parts.bring(part);
    return this.answer(request, pixels);
  }

  /** @param {string[]} wanted */
  async #boot(wanted) {
    const kept = keptSnapshot(this.#base);
    const archives = kept.then((snapshot) => (snapshot ? [] : this.#archives(wanted)));
    archives.catch(() => {}); // it is awaited below
    const [[{ loadPyodide }, { default: create }], snapshot] = await Promise.all([
      Promise.all(SCRIPTS.map((file) => this.#downloads.importModule(file))),
      kept,
    ]);
    self.fetch = /** @type {typeof fetch} */ (this.#downloads.fetch.bind(this.#downloads));
    const load = (/** @type {object} */ options) =>
      loadPyodide({ indexURL: this.#base, stdLibURL: this.#base + LIBRARY, ...options });
    const restored = snapshot && (await this.#restored(load, create, snapshot));
    const pyodide = restored ?? (await started(load, snapshot ? this.#archives(wanted) : archives));
    await this.#connect(pyodide);
    performance.mark(restored ? "python restored" : "python started");
    this.#fetchAhead(Boolean(restored));
  }

  /** What a start from the beginning takes besides. @param {string[]} wanted */
  async #archives(wanted) {
    await this.#listed;
    await this.#downloads.beginOthers(FIRST);
    this.#parts.fetch(wanted);
    const others = this.#downloads.files.filter((file) => file.endsWith(ARCHIVE) && file !== LIBRARY);
    return Promise.all(others.map((file) => unpack(this.#downloads.take(file))));
  }

  /** Nothing where the snapshot is of no use. @param {Load} load @param {import("./snapshot.js").Create} create @param {ArrayBuffer} snapshot */
  async #restored(load, create, snapshot) {
    try {
      const pyodide = await restore(load, create, snapshot);
      pyodide.pyimport("forwardpass.api");
      return pyodide;
    } catch (error) {
      if (this.#halves.broken) throw error;
      await giveUpSnapshot(this.#base);
    }
  }

  /** Its answers are ours from now on. @param {any} pyodide */
  async #connect(pyodide) {
    await this.#parts.join(pyodide);
    if (this.#parts.has(LATER)) pyodide.pyimport("forwardpass.digit_calls"); // its demo is not live without
    const { answer } = pyodide.pyimport("forwardpass.api");
    const site = pyodide.pyimport("sitecustomize");
    this.#ask = (request, pixels) => site.ask(answer, request, pixels);
    this.#missing = () => site.wanted;
    pyodide.pyimport("gc").enable(); // it rests while Python starts
  }

  /** What a click, or the next visit, may ask for. @param {boolean} restored */
  async #fetchAhead(restored) {
    if (!restored) setTimeout(() => this.#parts.bring(LATER).catch(() => {}), SOON); // else it is fetched when it is asked for
    await atRest();
    await this.#halves.fetchCold().catch(() => {}); // it is fetched when it is needed
    if (!restored) await keepSnapshot(this.#base);
  }
}

/** @param {Load} load @param {Promise<import("./install.js").Archive[]>} archives */
async function started(load, archives) {
  const pyodide = await load({});
  await install(pyodide, await archives);
  return pyodide;
}
