// The stock way to Python: Pyodide as its documentation says, with its own files and whole wheels. It takes twice as long as the fast way (fast.js), and is for where
// something of that does not come or does not work.

import { Downloads } from "./downloads.js";
import { compiled } from "./webassembly.js";

export class StockPython {
  #downloads;
  #door;
  #madeBy;
  /** @type {(request: string, pixels?: unknown) => string} */
  #answer = () => "";

  /**
   * @param {string} base the folder of the runtime @param {(progress: import("../../types.js").Progress) => void} report
   * @param {{door: string, madeBy: (create: any) => object}} surroundings door: the module that answers; madeBy: options of Pyodide that hand it the maker of its module
   */
  constructor(base, report, { door, madeBy }) {
    this.#door = door;
    this.#madeBy = madeBy;
    this.#downloads = new Downloads(base, report);
    this.#downloads.isThorough = true; // there is no other way after this one
  }

  /** Rejects where it cannot start, with a Failure where it is known which file does not come. */
  async start() {
    const failed = new Promise((_, reject) => {
      WebAssembly.instantiateStreaming = (response, imports) => {
        const instantiating = instantiate(response, imports);
        instantiating.catch(reject); // Pyodide would wait for ever
        return instantiating;
      };
    });
    await Promise.race([this.#boot(), this.#downloads.failure, failed]);
    performance.mark("stock python started");
  }

  /** All is there. */
  async complete() {}

  /** @param {string} request JSON @param {unknown} [pixels] that belong to it, or what else Python is handed as it is @returns {Promise<string>} JSON */
  async answer(request, pixels) {
    try {
      return this.#answer(request, pixels);
    } catch (error) {
      const { type, message } = /** @type {{type?: string, message: string}} */ (error);
      if (!type) throw error;
      return JSON.stringify({ error: unforeseen(message) }); // of Python, which goes on
    }
  }

  async #boot() {
    const downloads = this.#downloads;
    await downloads.begin("stock").catch(() => {}); // then Pyodide fetches its files one after the other
    downloads.beginOthers();
    const { loadPyodide } = await downloads.importModule("pyodide.js");
    const { default: create } = await downloads.importModule("pyodide.asm.js");
    self.fetch = /** @type {typeof fetch} */ (downloads.fetch.bind(downloads));
    const made = this.#madeBy(create);
    const pyodide = await loadPyodide({ indexURL: downloads.base, packages: ["forwardpass"], ...made });
    this.#answer = pyodide.pyimport(this.#door).answer;
  }
}

/** What api.py leaves to whoever started Python: here there is no other way. @param {string} traceback @returns {import("../../messages.js").CallError} */
function unforeseen(traceback) {
  const message = traceback.trim().split("\n").at(-1) ?? "";
  return { code: "unforeseen", message, for_reader: false, traceback };
}

/** @param {Response | PromiseLike<Response>} response @param {WebAssembly.Imports} [imports] */
async function instantiate(response, imports) {
  const module = await compiled(response);
  return { module, instance: await WebAssembly.instantiate(module, imports) };
}
