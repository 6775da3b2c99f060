// The functions of Pyodide's WebAssembly, as its table has them. Emscripten looks each exported function up there, and adds what it does not find. In some engines
// (JavaScriptCore) the function that a table gives out is another object than the one exported: Emscripten would find none, and the table be longer than a snapshot can be put back behind.

/**
 * Each exported function that the table has, too, in place of itself. By the standard, the name of a function of WebAssembly is its number.
 * @param {WebAssembly.Exports} exports
 * @returns {{given: WebAssembly.Exports, fits: boolean}} fits: whether Emscripten will find those functions
 */
export function tabled(exports) {
  const byNumber = numbered(Object.values(exports).find((value) => value instanceof WebAssembly.Table));
  /** @type {WebAssembly.Exports} */
  const found = {};
  for (const [name, value] of Object.entries(exports)) {
    const same = typeof value === "function" && byNumber.get(value.name);
    if (same) found[name] = same;
  }
  return { given: { ...exports, ...found }, fits: Object.keys(found).length > 0 };
}

/** Number → function; of the slots with the same one the last. @param {WebAssembly.Table | undefined} table @returns {Map<string, Function>} */
function numbered(table) {
  const slots = Array.from({ length: table?.length ?? 0 }, (_, slot) => table?.get(slot));
  return new Map(slots.filter(Boolean).map((found) => [found.name, found]));
}
