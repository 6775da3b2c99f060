// The worker: it starts Python and hands requests to forwardpass.api.answer.

import { expose } from "comlink";
import { Downloads } from "./downloads.js";
import { COLD, Halves, HOT, WHOLE } from "./halves.js";
import { install, unpack } from "./install.js";
import { atRest, forgetSnapshot, keepSnapshot, keptSnapshot } from "./kept.js";
import { Parts } from "./parts.js";
import { restore } from "./snapshot.js";

/** @typedef {import("../types.js").Failure} Failure */
/** @typedef {typeof worker} PythonWorker */

const EMPTY_MODULE = new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0]);
const [LATER, REST] = ["later", "rest"];
const SOON = 1000; // ms after Python is live: the first answers go before
const FIRST = [HOT, "python_stdlib.zip", "pyodide-lock.json"];

/** @type {Halves} */
let halves;
/** @type {() => Promise<void>} */
let startPython;
/** @type {(request: string, pixels?: Uint8Array) => string | undefined} nothing where a part of Python is missing */
let ask;
/** @type {() => string} the part that was missing */
let missing;
/** @type {Parts} */
let parts;

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
   * @param {string} base the folder of the runtime @param {string[]} wanted parts that come along
   * @param {(progress: import("../types.js").Progress) => void} report
   * @returns {Promise<Failure | undefined>}
   */
  start(base, wanted, report) {
    if (!hasWebAssembly()) return Promise.resolve({ key: "error_webassembly", details: {} });
    // Pyodide's own promise never settles when the wasm does not come or is damaged: the first failure decides.
    return new Promise((settle) => {
      const failed = (/** @type {unknown} */ error) => {
        settle({ key: "error_failed", details: { reason: reasonOf(error) } });
      };
      const downloads = new Downloads(base, report, settle, { replaceable: [HOT, COLD], withheld: WHOLE });
      parts = new Parts(downloads);
      boot(base, wanted, downloads).then(() => settle(undefined), failed);
      halves = new Halves(base, downloads.take(HOT), () => downloads.load(WHOLE), failed);
      // Pyodide would begin to compile only when its scripts are there.
      WebAssembly.instantiateStreaming = (_, imports) =>
        halves.instantiate(/** @type {WebAssembly.Imports} */ (imports));
    });
  },

  /**
   * Python is asked again once a part that is missing has come. Where a function of its could not be had, it starts again with all of them before.
   * @param {string} request JSON @param {Uint8Array} [pixels] that belong to it @returns {Promise<string>} JSON
   */
  async answer(request, pixels) {
    try {
      const answer = ask(request, pixels);
      if (!halves.broken) return answer ?? withPart(missing(), request, pixels);
    } catch (error) {
      if (!halves.broken) throw error;
    }
    await startPython();
    return worker.answer(request, pixels);
  },
};

/** The answer once a part has come, or the failure to bring it. @param {string} part @param {string} request @param {Uint8Array} [pixels] @returns {Promise<string>} */
async function withPart(part, request, pixels) {
  try {
    if (parts.has(part)) throw { key: "error_failed", details: { reason: `something is missing in ${part}` } };
    await parts.bring(part);
  } catch (failure) {
    if (!halves.broken) return JSON.stringify({ failure });
  }
  return worker.answer(request, pixels);
}

/** From the snapshot of an earlier visit; where there is none, or it is of no use, from the beginning. @param {string} base @param {string[]} wanted @param {Downloads} downloads */
async function boot(base, wanted, downloads) {
  const modules = ["pyodide.mjs", "pyodide.asm.mjs"].map((file) => importModule(base, file, downloads));
  const [[{ loadPyodide }, { default: create }], snapshot] = await Promise.all([
    Promise.all(modules),
    keptSnapshot(base),
    downloads.begin(FIRST),
  ]);
  self.fetch = /** @type {typeof fetch} */ (downloads.fetch.bind(downloads));
  const files = { indexURL: base, stdLibURL: `${base}python_stdlib.zip`, lockFileURL: `${base}pyodide-lock.json` };
  const load = (/** @type {object} */ options) => {
    halves.mend();
    return Promise.race([loadPyodide({ ...files, ...options }), halves.failure]);
  };
  const fetchWheel = (/** @type {string} */ wheel) => self.fetch(base + wheel);
  /** @type {any} */
  let restored;
  startPython = async () => {
    restored = snapshot && (await restore(load, create, snapshot, fetchWheel).catch(() => forgetSnapshot(base)));
    const pyodide = restored || (await start(load, wanted, downloads));
    await parts.join(pyodide);
    if (parts.has(LATER)) pyodide.pyimport("forwardpass.digit_calls"); // its demo is not live without
    const { answer } = pyodide.pyimport("forwardpass.api");
    const site = pyodide.pyimport("sitecustomize");
    ask = (request, pixels) => site.ask(answer, request, pixels);
    missing = () => site.wanted;
    pyodide.pyimport("gc").enable(); // it rests while Python starts
    performance.mark(restored ? "python restored" : "python started");
  };
  await startPython().catch((error) => (halves.broken ? startPython() : Promise.reject(error)));
  if (!restored) setTimeout(() => parts.bring(LATER).catch(() => {}), SOON); // else it is fetched when it is asked for
  atRest().then(() => fetchAhead(base, Boolean(restored)));
}

/** What a click, or the next visit, may ask for. @param {string} base @param {boolean} restored */
async function fetchAhead(base, restored) {
  await halves.fetchCold().catch(() => {}); // it is fetched when it is needed
  if (!restored) await keepSnapshot(base);
}

/** Our wheels are put in place by ourselves, while Python starts; should that fail, by Pyodide.
 * @param {(options: object) => Promise<any>} load @param {string[]} wanted @param {Downloads} downloads */
async function start(load, wanted, downloads) {
  parts.fetch(wanted);
  const unpacked = Promise.all(downloads.wheels.map((wheel) => unpack(self.fetch(downloads.base + wheel))));
  unpacked.catch(() => {}); // it is awaited below
  const pyodide = await load({});
  try {
    await install(pyodide, await unpacked);
    pyodide.pyimport("forwardpass.api");
    performance.mark("wheels put in place");
  } catch {
    await parts.join(pyodide);
    for (const part of [LATER, REST]) await parts.bring(part); // Pyodide's package loader is in them
    await pyodide.loadPackage("forwardpass");
  }
  return pyodide;
}

/** @param {string} base @param {string} file @param {Downloads} downloads */
async function importModule(base, file, downloads) {
  const loaded = await import(base + file).catch((error) => {
    downloads.fail({ key: "error_file", details: { file, status: 0 } });
    throw error;
  });
  downloads.arrived(file);
  return loaded;
}

/** In words: Emscripten throws what is no Error, too. @param {any} error */
function reasonOf(error) {
  return error instanceof Error ? String(error) : String(error?.message || error?.name || error);
}

/** False where WebAssembly is switched off, by the browser or by the page's security policy. */
function hasWebAssembly() {
  try {
    return new WebAssembly.Module(EMPTY_MODULE) instanceof WebAssembly.Module;
  } catch {
    return false;
  }
}

expose(worker);
