// The .so files of Python's packages: compiled while Python still starts, and loaded before Python imports them.

/** @typedef {{path: string, content: Uint8Array<ArrayBuffer>}} File where it goes in Python's file system */

const LIBRARY = ".so";

/** @param {File} file */
export function isLibrary({ path }) {
  return path.endsWith(LIBRARY);
}

/** @param {File[]} files @returns {Promise<[string, WebAssembly.Module][]>} */
export function compileLibraries(files) {
  return Promise.all(files.map(async ({ path, content }) => [path, await WebAssembly.compile(content)]));
}
