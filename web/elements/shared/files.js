// Files of the site, fetched and read, or an error that names the one that did not come. That the answer was 200 is not believed: some hosts answer everything with
// a page of their own, and half a file is an answer, too.

const SOMETHING_ELSE = 200; // among the statuses of what did not come
const SILENCE = 30_000; // ms
const PAGE = /^text\/html/i;
const [SUM, PRIME] = [4, 65_521]; // the length of an Adler-32, and what it counts by
const [ZIP, ZIP_END, END_SIZE] = [[0x50, 0x4b, 3, 4], [0x50, 0x4b, 5, 6], 22]; // of PKWARE's APPNOTE

/** @template Content @typedef {(response: Response) => Promise<Content>} Reader rejects where that is not the file */

/** A file of the site could not be fetched. */
export class FileError extends Error {
  /** @param {URL} url @param {number} status 0 where nothing answered, 200 where what came is not the file */
  constructor(url, status) {
    super(`${url} did not come (${status === SOMETHING_ELSE ? "something else did" : status || "no answer"})`);
    this.failure = { key: "error_data", details: { file: url.pathname.split("/").pop() ?? "", status } };
  }
}

/**
 * What came in its place may be what a cache has kept: so it is asked for once more.
 * @template Content @param {URL} url @param {Reader<Content>} read @param {AbortSignal} [signal] @returns {Promise<Content>}
 */
export async function fetchFile(url, read, signal) {
  const attempt = async (/** @type {RequestCache} */ cache) => {
    const response = await answerOf(url, cache, signal);
    if (!response.ok) throw new FileError(url, response.status);
    if (PAGE.test(response.headers.get("content-type") ?? "")) throw new FileError(url, SOMETHING_ELSE);
    return read(response).catch(() => {
      throw new FileError(url, SOMETHING_ELSE);
    });
  };
  return attempt("default").catch((error) => {
    if (error.failure.details.status !== SOMETHING_ELSE) throw error;
    return attempt("reload");
  });
}

/** An error where nothing answers, or not for a long time. @param {URL} url @param {RequestCache} cache @param {AbortSignal} [signal] */
async function answerOf(url, cache, signal) {
  const end = new AbortController();
  const stop = () => end.abort();
  if (signal?.aborted) stop();
  signal?.addEventListener("abort", stop);
  const silent = setTimeout(stop, SILENCE);
  return fetch(url, { signal: end.signal, cache })
    .catch(() => Response.error())
    .finally(() => clearTimeout(silent));
}

/** JSON with these keys; a host's own, which says that something is missing, has others. @template Kind @param {...keyof Kind & string} keys @returns {Reader<Kind>} */
export function asJson(...keys) {
  return async (response) => {
    const data = await response.json();
    if (!keys.every((key) => Object.hasOwn(Object(data), key))) throw new TypeError(`no ${keys.join(", ")}`);
    return data;
  };
}

/** A drawing. @param {Response} response */
export async function asSvg(response) {
  const text = await response.text();
  if (!/^\s*<svg[\s>]/.test(text) || !/<\/svg>\s*$/.test(text)) throw new TypeError("no drawing");
  return text;
}

/** Bytes with their sum behind, of which any altered one would look as good. @param {number} count without the sum */
export function asBytes(count) {
  return async (/** @type {Response} */ response) => {
    const came = await response.arrayBuffer();
    const bytes = new Uint8Array(came.slice(0, count));
    const isWhole = came.byteLength === count + SUM && new DataView(came).getUint32(count) === adler32(bytes);
    if (!isWhole) throw new TypeError(`not ${count} bytes and their sum`);
    return bytes;
  };
}

/** As in RFC 1950. @param {Uint8Array} bytes */
export function adler32(bytes) {
  let [low, high] = [1, 0];
  for (const byte of bytes) {
    low = (low + byte) % PRIME;
    high = (high + low) % PRIME;
  }
  return high * 2 ** 16 + low;
}

/** An archive of arrays, which has no comment. @param {Response} response */
export async function asArchive(response) {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const has = (/** @type {number[]} */ mark, /** @type {number} */ at) =>
    mark.every((byte, i) => bytes[at + i] === byte);
  if (!has(ZIP, 0) || !has(ZIP_END, bytes.length - END_SIZE)) throw new TypeError("no archive");
  return bytes;
}
