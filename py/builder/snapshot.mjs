// Run in Node: starts Pyodide with our packages, makes it do what the demos ask for, and takes a picture of its memory for web/python/snapshot.js.
// node snapshot.mjs <folder of pyodide> <folder of the archives that were made> <folder of the builder>

import { readdir, readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { put, unpack } from "../../web/python/install.js";
import { isLibrary } from "../../web/python/libraries.js";
import { checksum, differences, memoryBeforeStart, packed, withLibraries } from "../../web/python/snapshot.js";
import { exercise, start } from "./start.mjs";

const STDLIB = "library.zip";
const FIRST = "numpy.zip"; // whose libraries a start loads
const [LARGEST, SMALLEST] = [1 << 20, 1 << 4]; // bytes of a free block that is cleared; a larger one would make the memory grow

const [folder, made, builder] = process.argv.slice(2);
const { default: create } = await import(pathToFileURL(`${folder}/pyodide.asm.mjs`));
const names = (await readdir(made)).filter((name) => name !== STDLIB).sort();
const unpacking = names.map(async (name) => [name, await unpack(new Response(await readFile(`${made}/${name}`)))]);
const archives = new Map(await Promise.all(unpacking));
const { files, libraries } = archives.get(FIRST);

let module, before, slots;
const laidOut = (made, length) => {
  [module, before, slots] = [made, memoryBeforeStart(made), length];
};
const pyodide = await start(folder, {
  stdLibURL: `${made}/${STDLIB}`,
  createPyodideModule: withLibraries(create, libraries, undefined, laidOut),
  _makeSnapshot: true,
  env: { PYTHONHASHSEED: "0" }, // the order of sets is part of the memory
});
for (const archive of archives.values()) put(pyodide, archive);
await exercise(pyodide, builder, "from pyodide_js import loadedPackages"); // Pyodide wants it among what Python holds of JavaScript
const gc = pyodide.pyimport("gc");
gc.enable();
gc.collect();
clearFree(module);
const { header, memory } = parts(pyodide.makeMemorySnapshot());
const still = before.subarray(0, 4 * (words(before).findLastIndex(Boolean) + 1));
const plan = {
  slots,
  allSlots: module.wasmTable.length,
  still: still.length,
  sum: checksum(still),
  memory: memory.length,
  handles: Object.entries(module.LDSO.loadedLibsByHandle).map(([handle, { name }]) => [Number(handle), name]),
  header: [...header],
};
const runs = differences(words(still), words(memory));
await writeFile(`${made}/snapshot.bin`, await packed(plan, files.filter(isLibrary), runs));

/** What has been freed is not worth keeping: it is taken once more, filled with zeros, and freed again. */
function clearFree(module) {
  const end = 4 * (words(module.HEAPU8).findLastIndex(Boolean) + 1);
  const taken = [];
  for (let size = LARGEST; size >= SMALLEST; size /= 2) {
    let block = module._malloc(size);
    for (; block + size <= end; block = module._malloc(size)) {
      module.HEAPU8.fill(0, block, block + size);
      taken.push(block);
    }
    taken.push(block);
  }
  for (const block of taken) module._free(block);
}

/** What Pyodide makes: a header whose second word is its length, and the memory. */
function parts(snapshot) {
  const length = new Uint32Array(snapshot.buffer, 0, 2)[1];
  return { header: snapshot.subarray(0, length), memory: snapshot.subarray(length) };
}

function words(bytes) {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
}
