// Puts a snapshot back in place of a start from the beginning; py/builder/python/snapshot/take.mjs takes it.
// It fits where memory and function table are laid out as they were then: the libraries are loaded before Python starts, in one order, behind a table of one length.

import { compileLibraries } from "../bytecode/libraries.js";
import { Machine, madeBy, startedBefore } from "../pyodide-internals.js";
import { apply, checksum, isWhole, unpacked } from "./file.js";

/**
 * @typedef {import("../way.js").Create} Create
 * @typedef {import("./file.js").Contents} Contents
 */

const SLACK = 16; // engines differ by a slot or two of the function table

/**
 * Pyodide's maker of modules, with the libraries loaded before Python starts.
 * @param {Create} create @param {[string, WebAssembly.Module][]} libraries @param {number | undefined} slots of the function table before them
 * @param {(machine: Machine, slots: number) => void} laidOut called before the start
 * @returns {Create}
 */
export function withLibraries(create, libraries, slots, laidOut) {
  const load = async (/** @type {Machine} */ machine) => {
    const own = machine.functions.length;
    machine.functions.grow((slots ?? own + SLACK) - own);
    const all = machine.functions.length;
    for (const [path, library] of libraries) await machine.load(path, library);
    laidOut(machine, all);
  };
  return (settings) =>
    new Promise((done, failed) => {
      const before = (/** @type {any} */ module) => {
        const machine = new Machine(module);
        machine.beforePython(() => load(machine)).catch(failed);
      };
      create(Object.assign(settings, { preRun: [...settings.preRun, before] })).then(done, failed);
    });
}

/**
 * Starts Pyodide from a file of the builder. Rejects where it does not fit.
 * @param {import("../way.js").Load} load @param {Create} create @param {ArrayBuffer} file
 */
export async function restore(load, create, file) {
  const whole = isWhole(file); // while Pyodide comes so far
  const contents = unpacked(file);
  const libraries = await compileLibraries(contents.libraries);
  const pyodide = await load({
    ...madeBy(restoring(create, contents, libraries, whole)),
    ...startedBefore(new Uint8Array(contents.plan.header)),
  });
  pyodide.pyimport("random").seed(); // no two readers share its state
  return pyodide;
}

/** A maker of modules whose Python has started already. Rejects where the snapshot does not fit, or is damaged. @param {Create} create @param {Contents} contents
 * @param {[string, WebAssembly.Module][]} libraries @param {Promise<boolean>} whole @returns {Create} */
function restoring(create, { plan, runs }, libraries, whole) {
  return async (settings) => {
    /** @type {Uint8Array} */
    let still = new Uint8Array();
    const module = await withLibraries(create, libraries, plan.slots, (machine) => {
      still = memoryBeforeStart(machine, plan.still);
    })(settings);
    if (!(await whole)) throw new Error("the snapshot is damaged");
    if (checksum(still) !== plan.sum) throw new Error("the snapshot does not fit this memory");
    putBack(new Machine(module), plan, runs, still);
    return module;
  };
}

/** @param {Machine} machine @param {import("./file.js").Plan} plan @param {Uint32Array} runs @param {Uint8Array} still */
function putBack(machine, plan, runs, still) {
  const { trampoline } = machine;
  const engines = machine.words[trampoline];
  while (machine.bytes.length < plan.memory) grow(machine, plan.memory);
  machine.bytes.fill(0);
  machine.bytes.set(still);
  apply(machine.words, runs);
  machine.words[trampoline] = engines;
  machine.functions.grow(plan.allSlots - machine.functions.length);
  machine.handles = plan.handles;
}

/** What is allocated does not matter, as all of it is overwritten; some of it may fit where the memory is free still. @param {Machine} machine @param {number} bytes of memory that there are to be */
function grow(machine, bytes) {
  if (!machine.allocate(bytes - machine.bytes.length)) throw new Error("there is not enough memory for the snapshot");
}

/** The memory when the libraries are there and nothing has run; of what differs between engines nothing is left. @param {Machine} machine @param {number} [bytes] all, or so many @returns {Uint8Array} a copy */
export function memoryBeforeStart(machine, bytes) {
  const memory = machine.bytes.slice(0, bytes);
  new Int32Array(memory.buffer)[machine.trampoline] = 0;
  return memory;
}
