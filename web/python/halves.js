// Pyodide's WebAssembly in two halves (py/builder/split_wasm.py): the hot one starts Python and does all that the demos do; the cold one comes when something of it
// is called after all, and while the page rests. Where the halves are of no use, the whole takes their place.

/** @typedef {{module: WebAssembly.Module, instance: {exports: WebAssembly.Exports}}} Instantiated */

export const HOT = "pyodide.asm.hot.wasm";
export const WHOLE = "pyodide.asm.wasm";
export const COLD = "pyodide.asm.cold.wasm";
const SHARED = "split:"; // so begin the names of what the cold half gets of the hot one
const TABLE = "split:functions"; // where each finds the functions of the other, and in slot 0 what brings in the cold one
// A module that gives out the function it is given: a table takes no other functions than those of WebAssembly. (module (func (export "f") (import "" "f")))
const ADAPTER = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 2, 6, 1, 0, 1, 102, 0, 0, 7, 5, 1, 1, 102, 0, 0];

export class Halves {
  /** Whether a function was called that could not be had. Whoever called it has failed; the next instance is of the whole. */
  broken = false;
  #base;
  #getWhole;
  /** @type {Promise<WebAssembly.Module | undefined>} */
  #hot;
  /** @type {Promise<WebAssembly.Module> | undefined} */
  #whole;
  /** @type {BufferSource | undefined} */
  #cold;

  /**
   * Compiles while the rest comes. @param {string} base the folder of the runtime
   * @param {Promise<Response>} hot @param {() => Promise<Response>} getWhole @param {(error: unknown) => void} failed told where the whole is damaged too
   */
  constructor(base, hot, getWhole, failed) {
    this.#base = base;
    this.#getWhole = getWhole;
    this.#hot = WebAssembly.compileStreaming(hot).catch(() => undefined);
    this.#hot.then((module) => module ?? this.#compileWhole()).catch(failed);
  }

  /** Stands in for WebAssembly.instantiateStreaming. @param {WebAssembly.Imports} imports @returns {Promise<Instantiated>} */
  async instantiate(imports) {
    if (this.broken) this.#leave();
    const hot = await this.#hot;
    try {
      if (hot) return await this.#instantiateHot(hot, imports);
    } catch {
      // The whole will do.
    }
    const module = await this.#compileWhole();
    const instance = await WebAssembly.instantiate(module, imports);
    performance.mark("whole WebAssembly");
    return { module, instance };
  }

  #leave() {
    this.#hot = Promise.resolve(undefined);
    this.broken = false;
  }

  /** Fetches the cold half, to be there when it is needed. */
  async fetchCold() {
    const response = await fetch(this.#base + COLD, { priority: "low" });
    if (response.ok) this.#cold ??= await response.arrayBuffer();
  }

  #compileWhole() {
    this.#whole ??= WebAssembly.compileStreaming(this.#getWhole());
    return this.#whole;
  }

  /** @param {WebAssembly.Module} module @param {WebAssembly.Imports} imports @returns {Promise<Instantiated>} */
  async #instantiateHot(module, imports) {
    const instance = await WebAssembly.instantiate(module, imports);
    const [exports, shared] = [false, true].map((wanted) =>
      Object.fromEntries(Object.entries(instance.exports).filter(([name]) => name.startsWith(SHARED) === wanted)),
    );
    const table = /** @type {WebAssembly.Table} */ (shared[TABLE]);
    table.set(
      0,
      adapted(() => this.#bringCold({ ...imports, split: shared })),
    );
    return { module, instance: { exports } };
  }

  /** At once, since a call waits for it; should it fail, that call traps. @param {WebAssembly.Imports} imports */
  #bringCold(imports) {
    try {
      this.#cold ??= fetchNow(this.#base + COLD);
      new WebAssembly.Instance(new WebAssembly.Module(this.#cold), imports);
      performance.mark("cold half");
    } catch {
      this.broken = true;
    }
  }
}

/** @param {() => void} action @returns {Function} the same as a function of WebAssembly */
function adapted(action) {
  const adapter = new WebAssembly.Instance(new WebAssembly.Module(new Uint8Array(ADAPTER)), { "": { f: action } });
  return /** @type {Function} */ (adapter.exports.f);
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
