// Python from archives of bytecode that hold what the demos use (py/builder/python/bytecode/), in place of Pyodide's packages. All other ways are made of it.

import { Way } from "../way.js";
import { install, unpack } from "./archives.js";

const LIBRARY = "library.zip.gz"; // which Pyodide fetches by itself
const ARCHIVE = ".zip.gz";

export class Bytecode extends Way {
  /** @override */
  async python() {
    const archives = this.#archives(); // they are unpacked while Python starts
    archives.catch(() => {}); // it is awaited below
    const { load } = await this.start.scripts;
    const pyodide = await load();
    await install(pyodide, await archives);
    performance.mark("python started");
    return pyodide;
  }

  async #archives() {
    const { downloads, listed } = this.start;
    await listed;
    await downloads.beginOthers();
    const files = downloads.files.filter((file) => file.endsWith(ARCHIVE) && file !== LIBRARY);
    return Promise.all(files.map((file) => unpack(downloads.take(file))));
  }
}
