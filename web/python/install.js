// Puts the wheels, and the parts that come later, into Python's file system without asking Python: the builder stores their files, so that they need only be copied.
// Libraries are compiled while Python still starts, and loaded before they are imported.

import { compileLibraries, loadLibrary } from "./snapshot.js";

/**
 * @typedef {{name: string, at: number, size: number}} Entry of an archive: where in its file the content is
 * @typedef {{file: ArrayBuffer, entries: Entry[], libraries: [string, WebAssembly.Module][]}} Wheel
 */

const SITE = "/lib/python3.14/site-packages/";
const [END, END_SIZE, ENTRY, ENTRY_SIZE, LOCAL_SIZE] = [0x06054b50, 22, 0x02014b50, 46, 30]; // of PKWARE's APPNOTE: directory's end, entries
const LIBRARY = ".so";
const STUB = new TextEncoder().encode("."); // Python only looks whether a library is there; its content would be copied into the memory

/** @param {Response | Promise<Response>} response @returns {Promise<Wheel>} */
export async function unpack(response) {
  const file = await (await response).arrayBuffer();
  const entries = [...directory(new DataView(file))];
  const libraries = entries.filter(isLibrary).map(({ name, ...place }) => ({ path: SITE + name, ...place }));
  return { file, entries, libraries: await compileLibraries({ libraries }, file) };
}

/** Once a file is seen, it can be imported. @param {any} pyodide @param {Wheel[]} wheels */
export async function install(pyodide, wheels) {
  const libraries = wheels.flatMap((wheel) => wheel.libraries);
  for (const [path, library] of libraries) await loadLibrary(pyodide._module, path, library);
  for (const wheel of wheels) put(pyodide, wheel);
}

/** The files alone. @param {any} pyodide @param {Wheel} wheel */
export function put({ FS, pyimport }, { file, entries }) {
  for (const entry of entries) {
    const path = SITE + entry.name;
    FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
    FS.writeFile(path, isLibrary(entry) ? STUB : new Uint8Array(file, entry.at, entry.size), { canOwn: true });
  }
  pyimport("importlib").invalidate_caches();
}

/** @param {Entry} entry */
function isLibrary({ name }) {
  return name.endsWith(LIBRARY);
}

/** The files of an archive that has no comment. @param {DataView} file @returns {Generator<Entry>} */
function* directory(file) {
  const end = file.byteLength - END_SIZE;
  if (end < 0 || file.getUint32(end, true) !== END) throw new Error("not an archive");
  let at = file.getUint32(end + 16, true);
  for (let left = file.getUint16(end + 10, true); left > 0; left--) {
    const [compressed, size] = [file.getUint16(at + 10, true), file.getUint32(at + 24, true)];
    const [name, extra, comment] = [28, 30, 32].map((field) => file.getUint16(at + field, true));
    const local = file.getUint32(at + 42, true);
    if (file.getUint32(at, true) !== ENTRY || compressed) throw new Error("not an archive of stored files");
    yield {
      name: new TextDecoder().decode(new Uint8Array(file.buffer, at + ENTRY_SIZE, name)),
      at: local + LOCAL_SIZE + file.getUint16(local + 26, true) + file.getUint16(local + 28, true),
      size,
    };
    at += ENTRY_SIZE + name + extra + comment;
  }
}
