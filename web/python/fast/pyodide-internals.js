// Everything used here of Pyodide, and of Emscripten below it, that their documentation does not promise: one file to look at after an upgrade.
// NAMES are those names: a test says which the Pyodide at hand does not have.

export const NAMES = {
  options: ["createPyodideModule", "_loadSnapshot", "_makeSnapshot"],
  pyodide: ["_module", "makeMemorySnapshot"],
  module: [
    ...[
      "HEAP32",
      "HEAPU32",
      "HEAPU8",
      "LDSO",
      "__PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET",
      "__PyRuntime",
      "_free",
      "_malloc",
    ],
    ...["addRunDependency", "loadWebAssemblyModule", "newDSO", "removeRunDependency", "wasmTable"],
  ],
  libraries: ["loadedLibsByHandle", "loadedLibsByName"],
};

/** Options of loadPyodide: another maker of Emscripten's module. @param {import("./way.js").Create} createPyodideModule */
export function madeBy(createPyodideModule) {
  return { createPyodideModule };
}

/** Options of loadPyodide: Python has run before, as the header of its snapshot says. @param {Uint8Array} header */
export function startedBefore(header) {
  return { _loadSnapshot: header };
}

/** Options of loadPyodide: a snapshot will be taken. */
export const TO_BE_TAKEN = { _makeSnapshot: true };

/** Its header, whose second word is the length of that, and the memory. @param {any} pyodide */
export function takeSnapshot(pyodide) {
  /** @type {Uint8Array<ArrayBuffer>} */
  const snapshot = pyodide.makeMemorySnapshot();
  const length = new Uint32Array(snapshot.buffer, 0, 2)[1];
  return { header: snapshot.subarray(0, length), memory: snapshot.subarray(length) };
}

/** @param {any} pyodide */
export function machineOf(pyodide) {
  return new Machine(pyodide._module);
}

/** What Python runs on: a memory, a table of functions, libraries. */
export class Machine {
  #module;

  /** @param {any} module Emscripten's */
  constructor(module) {
    this.#module = module;
  }

  /** @returns {Uint8Array<ArrayBuffer>} */
  get bytes() {
    return this.#module.HEAPU8;
  }

  /** @returns {Uint32Array<ArrayBuffer>} */
  get words() {
    return this.#module.HEAPU32;
  }

  /** @returns {WebAssembly.Table} */
  get functions() {
    return this.#module.wasmTable;
  }

  /** The word in which CPython keeps how this engine calls functions: a slot of the table in some, 0 in others. */
  get trampoline() {
    const { HEAP32, __PyRuntime, __PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET } = this.#module;
    return (__PyRuntime + HEAP32[__PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET / 4]) / 4;
  }

  /** C's handle of each library that Python has opened, and its path. @returns {[number, string][]} */
  get handles() {
    const { loadedLibsByHandle } = this.#module.LDSO;
    return Object.keys(loadedLibsByHandle).map((handle) => [Number(handle), loadedLibsByHandle[handle].name]);
  }

  /** Libraries that are loaded get handles, as if Python had opened them. */
  set handles(handles) {
    const { loadedLibsByHandle, loadedLibsByName } = this.#module.LDSO;
    for (const [handle, path] of handles) loadedLibsByHandle[handle] = loadedLibsByName[path];
  }

  /** @param {number} bytes @returns {number} where they are */
  allocate(bytes) {
    return this.#module._malloc(bytes);
  }

  /** @param {number} block where it is */
  free(block) {
    this.#module._free(block);
  }

  /** Loads a library, before Python imports it. @param {string} path @param {WebAssembly.Module} library */
  async load(path, library) {
    const flags = { loadAsync: true, nodelete: true, allowUndefined: true };
    this.#module.newDSO(path, undefined, await this.#module.loadWebAssemblyModule(library, flags, path, {}));
  }

  /** Python does not start before this has been done. @param {() => Promise<void>} task */
  async beforePython(task) {
    this.#module.addRunDependency("before Python");
    await task();
    this.#module.removeRunDependency("before Python");
  }
}
