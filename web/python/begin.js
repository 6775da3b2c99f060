// How any worker of ours comes to a Python: the fast way or the stock way.

import { FastPython } from "./fast/fast.js";
import { madeBy } from "./fast/pyodide-internals.js";
import { StockPython } from "./worker/stock.js";
import { hasMemory, hasWebAssembly } from "./worker/webassembly.js";

/** @typedef {import("../types.js").Failure} Failure */

const NO_MEMORY = { key: "error_memory", details: {} };

/**
 * Rejects with a Failure.
 * @param {string} base the folder of the runtime @param {import("./page/connection.js").Wish} wish
 * @param {(progress: import("../types.js").Progress) => void} report
 * @param {string} [door] the module that answers
 */
export async function begin(base, { way, wanted }, report, door = "forwardpass.api") {
  if (!hasWebAssembly()) throw { key: "error_webassembly", details: {} };
  if (!hasMemory()) throw NO_MEMORY;
  try {
    const python =
      way === "stock"
        ? new StockPython(base, report, { door, madeBy })
        : new FastPython(base, report, { wanted, door });
    await python.start();
    return python;
  } catch (error) {
    throw failureOf(error);
  }
}

/** In words: Emscripten throws what is no Error, too. @param {any} error @returns {Failure} */
export function failureOf(error) {
  if (error?.key) return error;
  if (error instanceof RangeError && /memory/i.test(error.message)) return NO_MEMORY;
  const reason = error instanceof Error ? String(error) : String(error?.message || error?.name || error);
  return { key: "error_failed", details: { reason } };
}
