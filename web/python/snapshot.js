// A picture of Python's memory with everything imported, put back in place of a start from the beginning. py/builder/snapshot.mjs takes it.
// It fits where memory and function table are laid out as they were then: the libraries are loaded before Python starts, in one order, behind a table of one length.

import { compileLibraries, loadLibrary } from "./libraries.js";

/**
 * @typedef {any} Module Emscripten's, as Pyodide makes it
 * @typedef {(settings: any) => Promise<Module>} Create
 * @typedef {import("./libraries.js").File} File
 * @typedef {{libraries: {path: string, size: number}[], slots: number, allSlots: number, still: number, sum: number, memory: number,
 *            handles: [number, string][], header: number[]}} Plan
 *   libraries: .so files, which stand one after the other behind the plan; slots, allSlots: length of the function table before them and in the end;
 *   still, sum: length and checksum of the memory before the start; memory: its bytes in the end; handles: C's handle of a library → its path;
 *   header: what Pyodide wants of a snapshot
 * @typedef {{plan: Plan, libraries: File[], runs: Uint32Array}} Snapshot runs: of words that differ from the memory before the start: [first word, count, words …] …
 */

const SLACK = 16; // engines differ by a slot or two of the function table
const MOST_EQUAL = 4; // words between two differences that are one run still
const [HASH, HASH_SIZE] = ["SHA-256", 32]; // bytes that a file begins with: the hash of all others

/**
 * Pyodide's maker of modules, with the libraries loaded before Python starts.
 * @param {Create} create @param {[string, WebAssembly.Module][]} libraries @param {number | undefined} slots of the function table before them
 * @param {(module: Module, slots: number) => void} laidOut called before the start
 * @returns {Create}
 */
export function withLibraries(create, libraries, slots, laidOut) {
  return (settings) =>
    new Promise((done, failed) => {
      const load = async (/** @type {Module} */ module) => {
        module.addRunDependency("libraries");
        const own = module.wasmTable.length;
        module.wasmTable.grow((slots ?? own + SLACK) - own);
        const all = module.wasmTable.length;
        for (const [path, library] of libraries) await loadLibrary(module, path, library);
        laidOut(module, all);
        module.removeRunDependency("libraries");
      };
      const preRun = [...settings.preRun, (/** @type {Module} */ module) => load(module).catch(failed)];
      create(Object.assign(settings, { preRun })).then(done, failed);
    });
}

/**
 * Starts Pyodide from a file of the builder. Rejects where it does not fit.
 * @param {(options: object) => Promise<any>} load loadPyodide @param {Create} create @param {ArrayBuffer} file
 */
export async function restore(load, create, file) {
  const whole = isWhole(file); // while Pyodide comes so far
  const snapshot = unpacked(file);
  const libraries = await compileLibraries(snapshot.libraries);
  const pyodide = await load({
    createPyodideModule: restoring(create, snapshot, libraries, whole),
    _loadSnapshot: new Uint8Array(snapshot.plan.header),
  });
  pyodide.pyimport("random").seed(); // no two readers share its state
  return pyodide;
}

/** A maker of modules whose Python has started already. Rejects where the snapshot does not fit, or is damaged. @param {Create} create @param {Snapshot} snapshot
 * @param {[string, WebAssembly.Module][]} libraries @param {Promise<boolean>} whole @returns {Create} */
function restoring(create, { plan, runs }, libraries, whole) {
  return async (settings) => {
    /** @type {Uint8Array} */
    let still = new Uint8Array();
    const module = await withLibraries(create, libraries, plan.slots, (laidOut) => {
      still = memoryBeforeStart(laidOut, plan.still);
    })(settings);
    if (!(await whole)) throw new Error("the snapshot is damaged");
    if (checksum(still) !== plan.sum) throw new Error("the snapshot does not fit this memory");
    putBack(module, plan, runs, still);
    return module;
  };
}

/** @param {Module} module @param {Plan} plan @param {Uint32Array} runs @param {Uint8Array} still */
function putBack(module, plan, runs, still) {
  const call = trampoline(module);
  const engines = module.HEAP32[call];
  if (module.HEAPU8.length < plan.memory) module._malloc(plan.memory - module.HEAPU8.length); // only to make it grow
  module.HEAPU8.fill(0);
  module.HEAPU8.set(still);
  for (let at = 0; at < runs.length; at += 2 + runs[at + 1]) {
    module.HEAPU32.set(runs.subarray(at + 2, at + 2 + runs[at + 1]), runs[at]);
  }
  module.HEAP32[call] = engines;
  module.wasmTable.grow(plan.allSlots - module.wasmTable.length);
  for (const [handle, path] of plan.handles)
    module.LDSO.loadedLibsByHandle[handle] = module.LDSO.loadedLibsByName[path];
}

/** The memory when the libraries are there and nothing has run. @param {Module} module @param {number} [bytes] all, or so many @returns {Uint8Array} a copy */
export function memoryBeforeStart(module, bytes) {
  const memory = module.HEAPU8.slice(0, bytes);
  new Int32Array(memory.buffer)[trampoline(module)] = 0;
  return memory;
}

/** The word in which CPython keeps how this engine calls functions: engines differ in it. @param {Module} module */
function trampoline(module) {
  return (module.__PyRuntime + module.HEAP32[module.__PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET / 4]) / 4;
}

/** @param {Uint8Array} memory */
export function checksum(memory) {
  let sum = 0;
  for (const word of new Uint32Array(memory.buffer, memory.byteOffset, memory.length >> 2))
    sum = (Math.imul(sum, 31) + word) | 0;
  return sum;
}

/** The words that differ, as runs. @param {Uint32Array} before @param {Uint32Array} after not shorter */
export function differences(before, after) {
  const runs = [];
  for (let at = 0, end = 0; at < after.length; at = end + 1) {
    end = at;
    if (after[at] === (before[at] ?? 0)) continue;
    for (let next = at + 1; next < after.length && next - end <= MOST_EQUAL; next++) {
      if (after[next] !== (before[next] ?? 0)) end = next;
    }
    runs.push(at, end - at + 1);
    for (const word of after.subarray(at, end + 1)) runs.push(word); // there may be too many for one call
  }
  return runs;
}

/** One file: its hash, the length of the plan, the plan as JSON, the libraries, the runs. @param {Omit<Plan, "libraries">} plan @param {File[]} files @param {number[]} runs */
export async function packed(plan, files, runs) {
  const libraries = files.map(({ path, content }) => ({ path, size: content.length }));
  const text = new TextEncoder().encode(JSON.stringify({ ...plan, libraries }));
  const content = joined([bytesOf([text.length]), text, ...files.map((file) => file.content), bytesOf(runs)]);
  return joined([await hash(content), content]);
}

/** Throws where the file is cut off or otherwise damaged so that it cannot be read. @param {ArrayBuffer} file @returns {Snapshot} */
function unpacked(file) {
  const length = new Uint32Array(file, HASH_SIZE, 1)[0];
  const plan = JSON.parse(new TextDecoder().decode(new Uint8Array(file, HASH_SIZE + 4, length)));
  let at = HASH_SIZE + 4 + wholeWords(length);
  const libraries = plan.libraries.map((/** @type {{path: string, size: number}} */ { path, size }) => {
    const content = new Uint8Array(file, at, size);
    at += wholeWords(size);
    return { path, content };
  });
  return { plan, libraries, runs: new Uint32Array(file, at) };
}

/** @param {ArrayBuffer} file */
async function isWhole(file) {
  const found = new Uint8Array(file).subarray(0, HASH_SIZE);
  const expected = await hash(new Uint8Array(file).subarray(HASH_SIZE));
  return expected.every((byte, at) => byte === found[at]);
}

/** @param {Uint8Array<ArrayBuffer>} content */
async function hash(content) {
  return new Uint8Array(await crypto.subtle.digest(HASH, content));
}

/** One after the other, each from a whole word on. @param {Uint8Array[]} contents */
function joined(contents) {
  const all = new Uint8Array(contents.reduce((length, { length: more }) => length + wholeWords(more), 0));
  let at = 0;
  for (const content of contents) {
    all.set(content, at);
    at += wholeWords(content.length);
  }
  return all;
}

/** @param {number} bytes */
function wholeWords(bytes) {
  return (bytes + 3) & ~3;
}

/** @param {number[]} words */
function bytesOf(words) {
  return new Uint8Array(Uint32Array.from(words).buffer);
}
