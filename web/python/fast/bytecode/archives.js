// Puts archives of Python into its file system without asking Python: the builder stores their files, so that they need only be copied.
// Libraries are compiled while Python still starts, and loaded before they are imported.

import { machineOf } from "../pyodide-internals.js";
import { compileLibraries, isLibrary } from "./libraries.js";

/**
 * @typedef {import("./libraries.js").File} File
 * @typedef {{files: File[], libraries: [string, WebAssembly.Module][]}} Archive
 */

const SITE = "/lib/python3.14/site-packages/";
const [END, END_SIZE, ENTRY, ENTRY_SIZE, LOCAL_SIZE] = [0x06054b50, 22, 0x02014b50, 46, 30]; // of PKWARE's APPNOTE: directory's end, entries
const STUB = "."; // Python only looks whether a library is there; its content would be copied into the memory

/** @param {Response | Promise<Response>} response @returns {Promise<Archive>} */
export async function unpack(response) {
  const files = [...contents(await (await response).arrayBuffer())];
  return { files, libraries: await compileLibraries(files.filter(isLibrary)) };
}

/** Once a file is seen, it can be imported. @param {any} pyodide @param {Archive[]} archives */
export async function install(pyodide, archives) {
  const [machine, libraries] = [machineOf(pyodide), archives.flatMap((archive) => archive.libraries)];
  for (const [path, library] of libraries) await machine.load(path, library);
  for (const archive of archives) put(pyodide, archive);
}

/** The files alone. @param {any} pyodide @param {Archive} archive */
export function put({ FS, pyimport }, { files }) {
  for (const file of files) {
    FS.mkdirTree(file.path.slice(0, file.path.lastIndexOf("/")));
    FS.writeFile(file.path, isLibrary(file) ? STUB : file.content, { canOwn: true });
  }
  pyimport("importlib").invalidate_caches();
}

/** Of an archive that has no comment. @param {ArrayBuffer} archive @returns {Generator<File>} */
function* contents(archive) {
  const file = new DataView(archive);
  const end = file.byteLength - END_SIZE;
  if (end < 0 || file.getUint32(end, true) !== END) throw new Error("not an archive");
  let at = file.getUint32(end + 16, true);
  for (let left = file.getUint16(end + 10, true); left > 0; left--) {
    const [compressed, size] = [file.getUint16(at + 10, true), file.getUint32(at + 24, true)];
    const [name, extra, comment] = [28, 30, 32].map((field) => file.getUint16(at + field, true));
    const local = file.getUint32(at + 42, true);
    if (file.getUint32(at, true) !== ENTRY || compressed) throw new Error("not an archive of stored files");
    const start = local + LOCAL_SIZE + file.getUint16(local + 26, true) + file.getUint16(local + 28, true);
    const path = SITE + new TextDecoder().decode(new Uint8Array(archive, at + ENTRY_SIZE, name));
    yield { path, content: new Uint8Array(archive, start, size) };
    at += ENTRY_SIZE + name + extra + comment;
  }
}
