// Run in Node: starts Pyodide with our packages, makes it do what the demos ask for, and takes a picture of its memory for web/python/fast/snapshot/.
// node take.mjs <folder of pyodide> <folder of the archives that were made> <folder of the builder>

import { readdir, readFile, writeFile } from "node:fs/promises";
import { pathToFileURL } from "node:url";
import { put, unpack } from "../../../../web/python/fast/bytecode/archives.js";
import { isLibrary } from "../../../../web/python/fast/bytecode/libraries.js";
import { madeBy, TO_BE_TAKEN, takeSnapshot } from "../../../../web/python/fast/pyodide-internals.js";
import { checksum, differences, packed } from "../../../../web/python/fast/snapshot/file.js";
import { memoryBeforeStart, withLibraries } from "../../../../web/python/fast/snapshot/restore.js";
import { exercise, start } from "../start.mjs";

const STDLIB = "library.zip";
const FIRST = "numpy.zip"; // whose libraries a start loads
const [LARGEST, SMALLEST] = [1 << 20, 1 << 4]; // bytes of a free block that is cleared; a larger one would make the memory grow

const [folder, made, builder] = process.argv.slice(2);
const { default: create } = await import(pathToFileURL(`${folder}/pyodide.asm.mjs`));
const names = (await readdir(made)).filter((name) => name.endsWith(".zip") && name !== STDLIB).sort();
const unpacking = names.map(async (name) => [name, await unpack(new Response(await readFile(`${made}/${name}`)))]);
const archives = new Map(await Promise.all(unpacking));
const { files, libraries } = archives.get(FIRST);

let machine, before, slots;
const laidOut = (made, length) => {
  [machine, before, slots] = [made, memoryBeforeStart(made), length];
};
const pyodide = await start(folder, {
  stdLibURL: `${made}/${STDLIB}`,
  ...madeBy(withLibraries(create, libraries, undefined, laidOut)),
  ...TO_BE_TAKEN,
  env: { PYTHONHASHSEED: "0" }, // the order of sets is part of the memory
});
for (const archive of archives.values()) put(pyodide, archive);
await exercise(pyodide, builder, "from pyodide_js import loadedPackages"); // Pyodide wants it among what Python holds of JavaScript
const gc = pyodide.pyimport("gc");
gc.enable();
gc.collect();
clearFree();
const { header, memory } = takeSnapshot(pyodide);
const still = before.subarray(0, 4 * (words(before).findLastIndex(Boolean) + 1));
const plan = {
  slots,
  allSlots: machine.functions.length,
  still: still.length,
  sum: checksum(still),
  memory: memory.length,
  handles: machine.handles,
  header: [...header],
};
const runs = differences(words(still), words(memory));
await writeFile(`${made}/snapshot.bin`, await packed(plan, files.filter(isLibrary), runs));

/** What has been freed is not worth keeping: it is taken once more, filled with zeros, and freed again. */
function clearFree() {
  const end = 4 * (words(machine.bytes).findLastIndex(Boolean) + 1);
  const taken = [];
  for (let size = LARGEST; size >= SMALLEST; size /= 2) {
    let block = machine.allocate(size);
    for (; block + size <= end; block = machine.allocate(size)) {
      machine.bytes.fill(0, block, block + size);
      taken.push(block);
    }
    taken.push(block);
  }
  for (const block of taken) machine.free(block);
}

function words(bytes) {
  return new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length >> 2);
}
