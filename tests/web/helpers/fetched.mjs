// A site of some files, for modules that fetch: what is not there is a 404.

import { adler32 } from "../../../web/elements/shared/files.js";

/** Answers fetch() as long as a test runs. @param {import("node:test").TestContext} test @param {Record<string, BodyInit | (() => Response | Promise<Response>)>} files by the end of their address
 * @returns {string[]} the names that were asked for, as they come */
export function serve(test, files) {
  const asked = [];
  test.mock.method(globalThis, "fetch", async (input) => {
    const name = String(input).split("/").pop();
    asked.push(name);
    const file = files[name];
    if (typeof file === "function") return file();
    return file === undefined ? new Response("", { status: 404 }) : new Response(file);
  });
  return asked;
}

/** As the site has what is one byte a value: with its sum behind. @param {Uint8Array} bytes */
export function summed(bytes) {
  const all = new Uint8Array(bytes.length + 4);
  all.set(bytes);
  new DataView(all.buffer).setUint32(bytes.length, adler32(bytes));
  return all;
}

/** Lets all that waits for nothing go on. */
export function settle() {
  return new Promise((resolve) => setImmediate(resolve));
}

/** A promise with the hands that settle it. */
export function held() {
  const hands = {};
  const promise = new Promise((resolve, reject) => Object.assign(hands, { resolve, reject }));
  return { promise, ...hands };
}
