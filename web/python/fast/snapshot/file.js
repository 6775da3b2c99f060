// The file of a snapshot: its hash, the length of the plan, the plan as JSON, the libraries, the runs of words that differ; each from a whole word on.

/**
 * @typedef {import("../bytecode/libraries.js").File} File
 * @typedef {{libraries: {path: string, size: number}[], slots: number, allSlots: number, still: number, sum: number, memory: number,
 *            handles: [number, string][], header: number[]}} Plan
 *   libraries: .so files; slots, allSlots: length of the function table before them and in the end; still, sum: length and checksum of the memory before the start;
 *   memory: its bytes in the end; handles: C's handle of a library → its path; header: what Pyodide wants of a snapshot
 * @typedef {{plan: Plan, libraries: File[], runs: Uint32Array}} Contents runs: of words that differ from the memory before the start: [first word, count, words …] …
 */

const MOST_EQUAL = 4; // words between two differences that are one run still
const [HASH, HASH_SIZE] = ["SHA-256", 32]; // bytes that a file begins with: the hash of all others

/** @param {Omit<Plan, "libraries">} plan @param {File[]} files @param {number[]} runs */
export async function packed(plan, files, runs) {
  const libraries = files.map(({ path, content }) => ({ path, size: content.length }));
  const text = new TextEncoder().encode(JSON.stringify({ ...plan, libraries }));
  const content = joined([bytesOf([text.length]), text, ...files.map((file) => file.content), bytesOf(runs)]);
  return joined([await hash(content), content]);
}

/** Throws where the file is cut off or otherwise damaged so that it cannot be read. @param {ArrayBuffer} file @returns {Contents} */
export function unpacked(file) {
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

/** Whether it is as it was made. @param {ArrayBuffer} file */
export async function isWhole(file) {
  const found = new Uint8Array(file).subarray(0, HASH_SIZE);
  const expected = await hash(new Uint8Array(file).subarray(HASH_SIZE));
  return expected.every((byte, at) => byte === found[at]);
}

/** The words that differ, as runs. @param {Uint32Array} before @param {Uint32Array} after not shorter @returns {number[]} */
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

/** Puts the words that differ into a memory that is as it was before. @param {Uint32Array} words @param {Uint32Array} runs */
export function apply(words, runs) {
  for (let at = 0; at < runs.length; at += 2 + runs[at + 1]) {
    words.set(runs.subarray(at + 2, at + 2 + runs[at + 1]), runs[at]);
  }
}

/** @param {Uint8Array} memory */
export function checksum(memory) {
  let sum = 0;
  for (const word of new Uint32Array(memory.buffer, memory.byteOffset, memory.length >> 2))
    sum = (Math.imul(sum, 31) + word) | 0;
  return sum;
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
