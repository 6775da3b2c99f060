// Puts numbers and names into the sentences that Python exported. No sentence is written here.

/** "{current} / {count}" with its placeholders filled. @param {string} message @param {Record<string, string | number>} values */
export function say(message, values) {
  return message.replace(/\{(\w+)\}/g, (placeholder, name) => String(values[name] ?? placeholder));
}

/** @param {number} bytes @param {Record<string, string>} words */
export function megabytes(bytes, words) {
  return (bytes / 1e6).toFixed(1).replace(".", words.decimal_mark);
}

/** The word for a part of the runtime. @param {string} file @param {Record<string, string>} words */
export function partName(file, words) {
  const key = Object.keys(PARTS).find((key) => PARTS[key].test(file));
  return key ? words[key] : file;
}

/** @type {Record<string, RegExp>} */
const PARTS = {
  part_numpy: /^numpy/,
  part_forwardpass: /^(forwardpass|later|rest|[a-z]{2}\.)/,
  part_library: /^(library|python_stdlib)/,
  part_python: /^pyodide/,
};
