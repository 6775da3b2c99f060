// Pyodide's WebAssembly in two halves (py/builder/python/halves/): the hot one starts Python and does all that the demos do; the cold one comes when something of it
// is called after all, and while the page rests.

import { Way } from "../way.js";

const COLD = "pyodide.asm.cold.wasm";
const SHARED = "split:"; // so begin the names of what the cold half gets of the hot one
const TABLE = "split:functions"; // where each finds the functions of the other, and in slot 0 what brings in the cold one
// A module that gives out the function it is given: a table takes no other functions than those of WebAssembly. (module (func (export "f") (import "" "f")))
const ADAPTER = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 2, 6, 1, 0, 1, 102, 0, 0, 7, 5, 1, 1, 102, 0, 0];

export class Halves extends Way {
  static wasm = "pyodide.asm.hot.wasm"; // the whole where the builder could not split it
  /** @type {BufferSource | undefined} */
  #cold;
  #isHalf = false;

  /** Keeps back what the halves share. @override @param {WebAssembly.Exports} exports @param {WebAssembly.Imports} imports */
  exports(exports, imports) {
    const [own, shared] = [false, true].map((isShared) =>
      Object.fromEntries(Object.entries(exports).filter(([name]) => name.startsWith(SHARED) === isShared)),
    );
    const table = /** @type {WebAssembly.Table | undefined} */ (shared[TABLE]);
    this.#isHalf = Boolean(table);
    if (table) setLoader(table, () => this.#bringCold({ ...imports, split: shared }, table));
    return own;
  }

  /** Fetches the cold half, to be there when it is needed. @override */
  async rest() {
    if (!this.#isHalf || this.#cold) return;
    const response = await this.start.downloads.bring(COLD, { priority: "low" });
    const content = await response.arrayBuffer();
    this.#cold ??= content; // it may have been brought meanwhile
  }

  /** At once, since a call waits for it; should it fail, that call traps. @param {WebAssembly.Imports} imports @param {WebAssembly.Table} table */
  #bringCold(imports, table) {
    try {
      this.#cold ??= fetchNow(this.start.downloads.base + COLD);
      new WebAssembly.Instance(new WebAssembly.Module(this.#cold), imports);
      if (!table.get(1)) throw new Error(`${COLD} is another module`);
      performance.mark("cold half");
    } catch (error) {
      this.start.trouble.fail(error);
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
