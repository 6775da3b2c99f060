// A way to start faster, as fast.js asks each. In what one does not say otherwise it has no part.

/**
 * @typedef {any} Pyodide what loadPyodide() gives
 * @typedef {(settings: any) => Promise<any>} Create makes Emscripten's module
 * @typedef {(options?: object) => Promise<Pyodide>} Load loadPyodide() with our files
 * @typedef {(request: string, pixels?: unknown) => string | Promise<string>} Ask
 *
 * @typedef {object} Start what the ways of one start have at hand
 * @property {import("../worker/downloads.js").Downloads} downloads
 * @property {Promise<void>} listed when the manifest is there
 * @property {string[]} wanted parts of Python that are needed from the first answer on
 * @property {Promise<{load: Load, create: Create}>} scripts Pyodide's
 * @property {import("./trouble.js").Trouble} trouble
 */

export class Way {
  /** The file of WebAssembly that a start takes in place of Pyodide's. @type {string | undefined} */
  static wasm;
  /** Whether a Python that it starts has imported all that the demos ask for. */
  isComplete = false;

  /** @param {Start} start */
  constructor(start) {
    this.start = start;
  }

  /** What Pyodide gets of its WebAssembly. @param {WebAssembly.Exports} exports @param {WebAssembly.Imports} _imports */
  exports(exports, _imports) {
    return exports;
  }

  /** Python, where it can be had this way. @returns {Promise<Pyodide | undefined>} */
  async python() {
    return undefined;
  }

  /** Python is there. @param {Pyodide} _pyodide @param {Way} _starter the way by which it came @returns {Promise<void>} */
  async join(_pyodide, _starter) {}

  /** How Python is asked. @param {Ask} ask forwardpass.api.answer @returns {Ask} */
  asking(ask) {
    return ask;
  }

  /** The page rests: what a click, or the next visit, may need is fetched. @returns {Promise<void>} */
  async rest() {}
}
