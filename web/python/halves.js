// Pyodide's WebAssembly in two halves (py/builder/split_wasm.py): the hot one starts Python and does all that the demos do; the cold one comes when something of it
// is called after all, and while the page rests.

import { compiled } from "./webassembly.js";

/** @typedef {{module: WebAssembly.Module, instance: {exports: WebAssembly.Exports}}} Instantiated */

export const HOT = "pyodide.asm.hot.wasm";
const COLD = "pyodide.asm.cold.wasm";
const SHARED = "split:"; // so begin the names of what the cold half gets of the hot one
const TABLE = "split:functions"; // where each finds the functions of the other, and in slot 0 what brings in the cold one
// A module that gives out the function it is given: a table takes no other functions than those of WebAssembly. (module (func (export "f") (import "" "f")))
const ADAPTER = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 2, 6, 1, 0, 1, 102, 0, 0, 7, 5, 1, 1, 102, 0, 0];

export class Halves {
  /** Whether a function was called that could not be had: whoever called it has come to nothing. */
  broken = false;
  /** Rejects when that happens, or when the hot half is of no use: Pyodide does not always tell. @type {Promise<never>} */
  failure;
  /** @type {(error: unknown) => void} */
  #fail = () => {};
  #base;
  /** @type {Promise<WebAssembly.Module>} */
  #hot;
  /** @type {BufferSource | undefined} */
  #cold;
  #isHalf = false; // nor is it where the builder could not split the whole

  /** Compiles while the rest comes. @param {string} base the folder of the runtime @param {Promise<Response>} hot */
  constructor(base, hot) {
    this.#base = base;
    this.failure = new Promise((_, reject) => {
      this.#fail = reject;
    });
    this.#hot = compiled(hot);
    this.#hot.catch(this.#fail);
  }

  /** Stands in for WebAssembly.instantiateStreaming. @param {WebAssembly.Imports} imports @returns {Promise<Instantiated>} */
  async instantiate(imports) {
    try {
      return await this.#instantiate(await this.#hot, imports);
    } catch (error) {
      this.#fail(error);
      throw error;
    }
  }

  /** Fetches the cold half, to be there when it is needed. */
  async fetchCold() {
    if (!this.#isHalf || this.#cold) return;
    const response = await fetch(this.#base + COLD, { priority: "low" });
    if (response.ok) this.#cold ??= await response.arrayBuffer(); // it may have been brought meanwhile
  }

  /** @param {WebAssembly.Module} module @param {WebAssembly.Imports} imports @returns {Promise<Instantiated>} */
  async #instantiate(module, imports) {
    const instance = await WebAssembly.instantiate(module, imports);
    if (!instance.exports.memory) throw new Error("this is another module");
    const [exports, shared] = [false, true].map((wanted) =>
      Object.fromEntries(Object.entries(instance.exports).filter(([name]) => name.startsWith(SHARED) === wanted)),
    );
    const table = /** @type {WebAssembly.Table | undefined} */ (shared[TABLE]);
    this.#isHalf = Boolean(table);
    if (table) setLoader(table, () => this.#bringCold({ ...imports, split: shared }, table));
    return { module, instance: { exports } };
  }

  /** At once, since a call waits for it; should it fail, that call traps. @param {WebAssembly.Imports} imports @param {WebAssembly.Table} table */
  #bringCold(imports, table) {
    try {
      this.#cold ??= fetchNow(this.#base + COLD);
      new WebAssembly.Instance(new WebAssembly.Module(this.#cold), imports);
      if (!table.get(1)) throw new Error("this is another module");
      performance.mark("cold half");
    } catch (error) {
      this.broken = true;
      this.#fail(error);
    }
  }
}

/** @param {WebAssembly.Table} table @param {() => void} load */
function setLoader(table, load) {
  const adapter = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(ADAPTER)), { "": { f: load } });
  table.set(0, adapter.exports.f);
}

/** @param {string} address @returns {ArrayBuffer} */
function fetchNow(address) {
  const request = new XMLHttpRequest();
  request.open("GET", address, false);
  request.responseType = "arraybuffer";
  request.send();
  if (request.status !== 200) throw new Error(`${address} did not come: ${request.status}`);
  return request.response;
}
