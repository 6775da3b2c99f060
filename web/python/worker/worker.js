// The worker: it starts Python, the fast way or the stock way, and hands requests to forwardpass.api.answer.

import { expose } from "comlink";
import { FastPython } from "../fast/fast.js";
import { StockPython } from "./stock.js";
import { hasMemory, hasWebAssembly } from "./webassembly.js";

/** @typedef {import("../../types.js").Failure} Failure */
/** @typedef {typeof worker} PythonWorker */

const NO_MEMORY = { key: "error_memory", details: {} };

/** @type {FastPython | StockPython} */
let python;

const worker = {
  /** Holds a lock as long as the worker lives; rejects where locks are refused. @param {string} lock @returns {Promise<void>} */
  hold(lock) {
    return new Promise((held, refused) => {
      const forever = () => {
        held();
        return new Promise(() => {});
      };
      navigator.locks.request(lock, forever).catch(refused);
    });
  },

  /**
   * Starts Python; the failure, or nothing once it answers.
   * @param {string} base the folder of the runtime @param {import("../page/connection.js").Wish} wish
   * @param {(progress: import("../../types.js").Progress) => void} report
   * @returns {Promise<Failure | undefined>}
   */
  async start(base, { way, wanted }, report) {
    if (!hasWebAssembly()) return { key: "error_webassembly", details: {} };
    if (!hasMemory()) return NO_MEMORY;
    try {
      python = way === "stock" ? new StockPython(base, report) : new FastPython(base, report, wanted);
      await python.start();
    } catch (error) {
      return failureOf(error);
    }
  },

  /** Also a failure, where Python has come to nothing. The JSON is made here, where no library of a page has given arrays ways of their own to become JSON.
   * Rejects where nothing can make JSON of the request. @param {object} request @param {Uint8Array} [pixels] that belong to it @returns {Promise<string>} JSON */
  async answer(request, pixels) {
    const json = JSON.stringify(request);
    try {
      return await python.answer(json, pixels);
    } catch (error) {
      return JSON.stringify({ failure: failureOf(error) });
    }
  },
};

/** In words: Emscripten throws what is no Error, too. @param {any} error @returns {Failure} */
function failureOf(error) {
  if (error?.key) return error;
  if (error instanceof RangeError && /memory/i.test(error.message)) return NO_MEMORY;
  const reason = error instanceof Error ? String(error) : String(error?.message || error?.name || error);
  return { key: "error_failed", details: { reason } };
}

expose(worker);
