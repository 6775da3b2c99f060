// The fast way to Python: the ways of ways.js together. Where something of it fails, all of it does: whoever started it starts the stock way (stock.js) instead.

import { Downloads } from "../worker/downloads.js";
import { compiled } from "../worker/webassembly.js";
import { madeBy } from "./pyodide-internals.js";
import { Trouble } from "./trouble.js";
import { WAYS } from "./ways.js";

const SCRIPTS = ["pyodide.js", "pyodide.asm.js"];
const [LIBRARY, LOCK, WHOLE] = ["library.zip.gz", "pyodide-lock.json", "pyodide.asm.wasm"];
const WASM = WAYS.find(({ wasm }) => wasm)?.wasm ?? WHOLE;
const FIRST = [WASM, LIBRARY, LOCK];
const IDLE = 4000; // ms after Python is live

export class FastPython {
  #trouble = new Trouble();
  #downloads;
  #wanted;
  #wasm;
  #ways;
  #door;
  /** @type {import("./way.js").Ask} */
  #ask = () => "";

  /**
   * @param {string} base the folder of the runtime @param {(progress: import("../../types.js").Progress) => void} report
   * @param {{wanted: string[], door: string}} wish wanted: the demos of the page, and parts of Python that come along; door: the module that answers
   */
  constructor(base, report, { wanted, door }) {
    const downloads = new Downloads(base, report, WASM === WHOLE ? undefined : WHOLE);
    this.#downloads = downloads;
    this.#wanted = wanted;
    this.#door = door;
    const [listed, scripts] = [downloads.begin("files", FIRST), this.#scripts()];
    this.#wasm = compiled(downloads.take(WASM)); // Pyodide would begin only when its scripts are there
    this.#wasm.catch((error) => this.#trouble.fail(error));
    for (const awaitedLater of [listed, scripts]) awaitedLater.catch(() => {});
    this.#ways = WAYS.map((Way) => new Way({ downloads, listed, wanted, scripts, trouble: this.#trouble }));
    WebAssembly.instantiateStreaming = (_, imports = {}) => this.#instantiate(imports);
  }

  /** Rejects where something of it fails. */
  async start() {
    await Promise.race([this.#boot(), this.#downloads.failure, this.#trouble.failure]);
  }

  /** What would come while the page rests comes now: for who can fetch nothing later. */
  async complete() {
    for (const way of this.#ways) await way.rest().catch(() => {}); // then it is fetched when it is needed
  }

  /** Rejects where something that it takes does not come. @param {string} request JSON @param {unknown} [pixels] that belong to it, or what else Python is handed as it is @returns {Promise<string>} JSON */
  async answer(request, pixels) {
    const answer = await this.#ask(request, pixels);
    return this.#trouble.failed ? this.#trouble.failure : answer;
  }

  async #scripts() {
    const [{ loadPyodide }, { default: create }] = await Promise.all(
      SCRIPTS.map((file) => this.#downloads.importModule(file)),
    );
    const base = this.#downloads.base;
    self.fetch = /** @type {typeof fetch} */ (this.#downloads.fetch.bind(this.#downloads));
    const load = (/** @type {object} */ options = {}) =>
      loadPyodide({ indexURL: base, stdLibURL: base + LIBRARY, ...madeBy(create), ...options });
    return { load, create };
  }

  /** Stands in for WebAssembly.instantiateStreaming. @param {WebAssembly.Imports} imports */
  async #instantiate(imports) {
    try {
      const module = await this.#wasm;
      const { exports } = await WebAssembly.instantiate(module, imports);
      if (!exports.memory) throw new Error(`${WASM} is another module`);
      return { module, instance: { exports: this.#ways.reduce((given, way) => way.exports(given, imports), exports) } };
    } catch (error) {
      this.#trouble.fail(error); // Pyodide would wait for ever
      throw error;
    }
  }

  async #boot() {
    const { pyodide, starter } = await this.#python();
    for (const way of this.#ways) await way.join(pyodide, starter);
    const { answer, prepare } = pyodide.pyimport(this.#door);
    for (const name of this.#wanted) done(() => prepare(name)); // what is known to be asked first is not live without
    this.#ask = this.#ways.reduce((ask, way) => way.asking(ask), answer);
    this.#rest();
  }

  /** By the first way that has it. */
  async #python() {
    for (const starter of this.#ways) {
      const pyodide = await starter.python();
      if (pyodide) return { pyodide, starter };
    }
    throw new Error("no way has started Python");
  }

  async #rest() {
    await atRest();
    await this.complete();
    performance.mark("all is kept");
  }
}

/** As far as it can be: what is missing comes when it is asked for. @param {() => void} task */
function done(task) {
  try {
    task();
  } catch {}
}

/** When there is time to fetch for later; never where bytes are dear. @returns {Promise<void>} */
function atRest() {
  const connection = /** @type {{saveData?: boolean} | undefined} */ (Reflect.get(navigator, "connection"));
  return new Promise((resolve) => {
    if (!connection?.saveData) setTimeout(resolve, IDLE);
  });
}
