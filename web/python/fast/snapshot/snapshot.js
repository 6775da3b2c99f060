// Python as an earlier visit may have left it: a snapshot of its memory with everything imported (py/builder/python/snapshot/), kept between visits.

import { Way } from "../way.js";
import { tabled } from "./functions.js";
import { giveUpSnapshot, keepSnapshot, keptSnapshot } from "./kept.js";
import { restore } from "./restore.js";

export class Snapshot extends Way {
  isComplete = true;
  #kept;
  #fits = false;

  /** @param {import("../way.js").Start} start */
  constructor(start) {
    super(start);
    this.#kept = keptSnapshot(start.downloads.base);
  }

  /** Functions as the table has them, lest Pyodide adds them to it once more. @override @param {WebAssembly.Exports} exports */
  exports(exports) {
    const { given, fits } = tabled(exports);
    this.#fits = fits;
    return given;
  }

  /** Nothing where none is kept, or it is of no use. @override */
  async python() {
    const file = await this.#kept;
    if (!file) return undefined;
    const { load, create } = await this.start.scripts;
    try {
      const pyodide = await restore(load, create, file);
      pyodide.pyimport("forwardpass.api");
      performance.mark("python restored");
      return pyodide;
    } catch (error) {
      if (this.start.trouble.failed) throw error;
      await giveUpSnapshot(this.start.downloads.base);
    }
  }

  /** For the next visit; not where it would do no good. @override */
  async rest() {
    if (this.#fits) await keepSnapshot(this.start.downloads);
  }
}
