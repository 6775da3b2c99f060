// A picture of Python's memory with everything imported, put back in place of a start from the beginning. py/builder/snapshot.mjs takes it.
// It fits where memory and function table are laid out as they were then: the libraries are loaded before Python starts, in one order, behind a table of one length.

/**
 * @typedef {any} Module Emscripten's, as Pyodide makes it
 * @typedef {(settings: any) => Promise<Module>} Create
 * @typedef {{path: string, at: number, size: number}} Library a .so: its name in Python's file system, its place in the wheel
 * @typedef {{wheel: string, libraries: Library[], slots: number, allSlots: number, still: number, sum: number, memory: number,
 *            handles: [number, string][], header: number[], whole: number}} Plan
 *   slots, allSlots: length of the function table before the libraries and in the end; still, sum: length and checksum of the memory before the start;
 *   memory: its bytes in the end; handles: C's handle of a library → its path; header: what Pyodide wants of a snapshot; whole: checksum of the runs
 * @typedef {{plan: Plan, runs: Uint32Array}} Snapshot runs: of words that differ from the memory before the start: [first word, count, words …] …
 */

const SLACK = 16; // engines differ by a slot or two of the function table
const MOST_EQUAL = 4; // words between two differences that are one run still

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

/** @param {Module} module @param {string} path @param {WebAssembly.Module} library */
export async function loadLibrary(module, path, library) {
  const flags = { loadAsync: true, nodelete: true, allowUndefined: true };
  module.newDSO(path, undefined, await module.loadWebAssemblyModule(library, flags, path, {}));
}

/** @param {Pick<Plan, "libraries">} plan @param {ArrayBuffer} wheel */
export function compileLibraries({ libraries }, wheel) {
  return Promise.all(
    libraries.map(async ({ path, at, size }) => {
      const compiled = await WebAssembly.compile(new Uint8Array(wheel, at, size));
      return /** @type {[string, WebAssembly.Module]} */ ([path, compiled]);
    }),
  );
}

/**
 * Starts Pyodide from a file of the builder. Rejects where it does not fit.
 * @param {(options: object) => Promise<any>} load loadPyodide @param {Create} create
 * @param {ArrayBuffer} file @param {(wheel: string) => Promise<Response>} fetchWheel
 */
export async function restore(load, create, file, fetchWheel) {
  const snapshot = unpacked(file);
  const wheel = await (await fetchWheel(snapshot.plan.wheel)).arrayBuffer();
  const libraries = await compileLibraries(snapshot.plan, wheel);
  const pyodide = await load({
    createPyodideModule: restoring(create, snapshot, libraries),
    _loadSnapshot: new Uint8Array(snapshot.plan.header),
  });
  pyodide.pyimport("random").seed(); // no two readers share its state
  return pyodide;
}

/** A maker of modules whose Python has started already. Rejects where the snapshot does not fit. @param {Create} create @param {Snapshot} snapshot
 * @param {[string, WebAssembly.Module][]} libraries @returns {Create} */
function restoring(create, { plan, runs }, libraries) {
  return async (settings) => {
    let still = new Uint8Array();
    const module = await withLibraries(create, libraries, plan.slots, (laidOut) => {
      still = memoryBeforeStart(laidOut).slice(0, plan.still);
    })(settings);
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

/** The memory when the libraries are there and nothing has run. @param {Module} module @returns {Uint8Array} a copy */
export function memoryBeforeStart(module) {
  const memory = module.HEAPU8.slice();
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

/** One file: the length of the plan, the plan as JSON, the runs. @param {Omit<Plan, "whole">} plan @param {number[]} runs */
export function packed(plan, runs) {
  const whole = checksum(new Uint8Array(Uint32Array.from(runs).buffer));
  const json = JSON.stringify({ ...plan, whole }); // ASCII
  const text = new TextEncoder().encode(json.padEnd(json.length + (-json.length & 3)));
  const file = new Uint8Array(4 + text.length + 4 * runs.length);
  new Uint32Array(file.buffer, 0, 1)[0] = text.length;
  file.set(text, 4);
  new Uint32Array(file.buffer, 4 + text.length).set(runs);
  return file;
}

/** Throws where the file is cut off or otherwise damaged. @param {ArrayBuffer} file @returns {Snapshot} */
function unpacked(file) {
  const length = new Uint32Array(file, 0, 1)[0];
  const plan = JSON.parse(new TextDecoder().decode(new Uint8Array(file, 4, length)));
  if (checksum(new Uint8Array(file, 4 + length)) !== plan.whole) throw new Error("the snapshot is damaged");
  return { plan, runs: new Uint32Array(file, 4 + length) };
}
