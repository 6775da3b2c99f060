// Pyodide's WebAssembly in two halves (py/builder/split_wasm.py): the hot one starts Python and does all that the demos do; the cold one comes when something of it
// is called after all, and while the page rests. Where the halves are of no use, the whole takes their place.

/** @typedef {{module: WebAssembly.Module, instance: {exports: WebAssembly.Exports}}} Instantiated */

export const HOT = "pyodide.asm.hot.wasm";
export const WHOLE = "pyodide.asm.wasm";
export const COLD = "pyodide.asm.cold.wasm";
const TYPE = "application/wasm"; // without it browsers refuse to compile a stream
const SHARED = "split:"; // so begin the names of what the cold half gets of the hot one
const TABLE = "split:functions"; // where each finds the functions of the other, and in slot 0 what brings in the cold one
// A module that gives out the function it is given: a table takes no other functions than those of WebAssembly. (module (func (export "f") (import "" "f")))
const ADAPTER = [0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 2, 6, 1, 0, 1, 102, 0, 0, 7, 5, 1, 1, 102, 0, 0];

export class Halves {
  /** Whether a function was called that could not be had. Whoever called it has come to nothing. */
  broken = false;
  /** Rejects when that happens: Pyodide does not always tell. @type {Promise<never>} */
  failure;
  /** @type {(error: unknown) => void} */
  #fail = () => {};
  #base;
  #getWhole;
  /** @type {Promise<WebAssembly.Module | undefined>} */
  #hot;
  /** @type {Promise<WebAssembly.Module> | undefined} */
  #whole;
  /** @type {BufferSource | undefined} */
  #cold;
  #isHalf = false; // nor is it where the builder could not split the whole

  /**
   * Compiles while the rest comes. @param {string} base the folder of the runtime
   * @param {Promise<Response>} hot @param {() => Promise<Response>} getWhole @param {(error: unknown) => void} failed told where the whole is damaged too
   */
  constructor(base, hot, getWhole, failed) {
    this.#base = base;
    this.#getWhole = getWhole;
    this.failure = new Promise((_, reject) => {
      this.#fail = reject;
    });
    this.failure.catch(() => {}); // whoever waits for Python hears of it
    this.#hot = compiled(hot).catch(() => undefined);
    this.#hot.then((module) => module ?? this.#compileWhole()).catch(failed);
  }

  /** Stands in for WebAssembly.instantiateStreaming. @param {WebAssembly.Imports} imports @returns {Promise<Instantiated>} */
  async instantiate(imports) {
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

  /** From now on it is the whole, if the halves have failed. */
  mend() {
    if (!this.broken) return;
    this.#hot = Promise.resolve(undefined);
    this.#isHalf = false;
    this.broken = false;
    this.failure = new Promise(() => {});
  }

  /** Fetches the cold half, to be there when it is needed. */
  async fetchCold() {
    if (!this.#isHalf || this.#cold) return;
    const response = await fetch(this.#base + COLD, { priority: "low" });
    if (response.ok) this.#cold ??= await response.arrayBuffer(); // it may have been brought meanwhile
  }

  #compileWhole() {
    this.#whole ??= compiled(this.#getWhole());
    return this.#whole;
  }

  /** @param {WebAssembly.Module} module @param {WebAssembly.Imports} imports @returns {Promise<Instantiated>} */
  async #instantiateHot(module, imports) {
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
      this.broken = this.#isHalf;
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

/** While it streams; where the host does not say that it is WebAssembly, when it is there. @param {Promise<Response>} coming */
async function compiled(coming) {
  const response = await coming;
  if (response.headers.get("content-type") === TYPE) return WebAssembly.compileStreaming(response);
  return WebAssembly.compile(await response.arrayBuffer());
}
