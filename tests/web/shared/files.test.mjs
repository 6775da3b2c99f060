import assert from "node:assert/strict";
import { test } from "node:test";
import { adler32, asArchive, asBytes, asJson, asSvg, fetchFile } from "../../../web/elements/shared/files.js";
import { serve, summed } from "../helpers/fetched.mjs";

const url = (name) => new URL(`https://site.test/some/${name}?seed=1`);
const told = (file, status) => ({ failure: { key: "error_data", details: { file, status } } });
const asText = (response) => response.text();
const ALL_WHITE = 2796654537; // as zlib has it
const THREE = summed(Uint8Array.of(1, 2, 3));
const html = { headers: { "content-type": "text/html; charset=utf-8" } };

test("a file that comes is read", async (t) => {
  serve(t, { "there.bin?seed=1": "bytes" });
  assert.equal(await fetchFile(url("there.bin"), asText), "bytes");
});

test("a file that does not come says so in a way that can be told", async (t) => {
  const asked = serve(t, { "silent.bin?seed=1": () => Promise.reject(new TypeError("network")) });
  await assert.rejects(fetchFile(url("gone.bin"), asText), told("gone.bin", 404));
  await assert.rejects(fetchFile(url("silent.bin"), asText), told("silent.bin", 0));
  assert.equal(asked.length, 2);
});

test("a host that is silent for long does not answer", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  t.mock.method(globalThis, "fetch", (_, { signal }) => {
    if (signal.aborted) return Promise.reject(signal.reason);
    return new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason)));
  });
  const coming = assert.rejects(fetchFile(url("slow.bin"), asText), told("slow.bin", 0));
  t.mock.timers.tick(30_000);
  await coming;
  const end = new AbortController();
  const ended = assert.rejects(fetchFile(url("ended.bin"), asText, end.signal), told("ended.bin", 0));
  end.abort();
  await ended;
  await assert.rejects(fetchFile(url("never.bin"), asText, end.signal), told("never.bin", 0));
});

test("a page that a host answers in place of a file is not the file, nor is half of it", async (t) => {
  const end = `PK\x05\x06${"\0".repeat(18)}`;
  /** What is wrong, what is right, and how it is read. */
  const cases = [
    ["<!doctype html>", '{"a": 1}', asJson("a")],
    ['{"a"', '{"a": 1}', asJson("a")],
    ['{"error": "not found"}', '{"a": 1}', asJson("a")],
    ["null", '{"a": 1}', asJson("a")],
    ["<!doctype html>", "<svg><g/></svg>", asSvg],
    ["<svg><g", "<svg><g/></svg>", asSvg],
    [Uint8Array.of(1, 2, 3), THREE, asBytes(3)],
    [THREE.subarray(1), THREE, asBytes(3)],
    [THREE.map((byte, i) => (i === 1 ? byte ^ 1 : byte)), THREE, asBytes(3)],
    ["<!doctype html>", THREE, asBytes(3)],
    ["<!doctype html>", `PK\x03\x04${end}`, asArchive],
    ["PK\x03\x04 half of it", `PK\x03\x04${end}`, asArchive],
  ];
  for (const [wrong, right, read] of cases) {
    serve(t, { "file?seed=1": wrong });
    await assert.rejects(fetchFile(url("file"), read), told("file", 200), wrong);
    serve(t, { "file?seed=1": () => new Response(right, html) });
    await assert.rejects(fetchFile(url("file"), read), told("file", 200), "by its type");
    serve(t, { "file?seed=1": right });
    await fetchFile(url("file"), read);
  }
});

test("a sum is that of RFC 1950", () => {
  assert.equal(adler32(new TextEncoder().encode("Wikipedia")), 0x11e60398);
  assert.equal(adler32(new Uint8Array(39_200).fill(255)), ALL_WHITE);
});

test("what a cache has kept of something else is asked for anew", async (t) => {
  const kept = ["<!doctype html>", "{}"];
  const caches = [];
  t.mock.method(globalThis, "fetch", async (_, { cache }) => {
    caches.push(cache);
    return new Response(kept.shift());
  });
  assert.deepEqual(await fetchFile(url("a.json"), asJson()), {});
  assert.deepEqual(caches, ["default", "reload"]);
});
