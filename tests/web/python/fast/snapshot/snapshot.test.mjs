import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Snapshot } from "../../../../../web/python/fast/snapshot/snapshot.js";
import { Trouble } from "../../../../../web/python/fast/trouble.js";
import { module, name } from "../../../helpers/wasm.mjs";

const BASE = "https://site.test/python/0123/";
const FILE = `${BASE}snapshot.bin`;
// (module (table (export "table") 1 funcref) (elem (i32.const 0) 0) (func (export "f")))
const IN_TABLE = module(
  [1, [1, 96, 0, 0]],
  [3, [1, 0]],
  [4, [1, 112, 0, 1]],
  [7, [2, ...name("table"), 1, 0, ...name("f"), 0, 0]],
  [9, [1, 0, 65, 0, 11, 1, 0]],
  [10, [1, 2, 0, 11]],
);

/** What is kept: address → response. */
let kept;
let asked;
let trouble;

beforeEach(() => {
  kept = new Map();
  asked = [];
  trouble = new Trouble();
  const cache = {
    keys: async () => [...kept.keys()],
    delete: async (url) => kept.delete(url),
    put: async (url, response) => void kept.set(url, response),
    match: async (url) => kept.get(url)?.clone(),
  };
  globalThis.caches = { open: async () => cache };
});

function snapshot() {
  const bring = async (file) => {
    asked.push(file);
    return new Response("new");
  };
  const scripts = Promise.resolve({ load: () => Promise.reject(new Error("it does not fit")), create: () => {} });
  return new Snapshot({ downloads: { base: BASE, bring }, scripts, trouble });
}

const { exports } = new WebAssembly.Instance(new WebAssembly.Module(IN_TABLE));

test("without one Python is had another way, and one is fetched for the next visit", async () => {
  const way = snapshot();
  way.exports(exports);
  assert.equal(await way.python(), undefined);
  await way.rest();
  assert.deepEqual([asked, kept.size], [["snapshot.bin.gz"], 1]);
});

test("one that does not fit is given up, and not fetched again", async () => {
  kept.set(FILE, new Response("damaged"));
  const way = snapshot();
  way.exports(exports);
  assert.equal(await way.python(), undefined);
  await way.rest();
  assert.deepEqual([asked, (await kept.get(FILE).arrayBuffer()).byteLength], [[], 0]);
});

test("where all has come to nothing, it is not the snapshot's fault", async () => {
  kept.set(FILE, new Response("whole"));
  const way = snapshot();
  trouble.fail(new Error("the WebAssembly did not come"));
  await assert.rejects(way.python());
  assert.equal(await kept.get(FILE).text(), "whole");
});

test("where functions of the table cannot be told, none is fetched", async () => {
  const way = snapshot();
  way.exports({ memory: exports.f });
  assert.equal(await way.python(), undefined);
  await way.rest();
  assert.deepEqual(asked, []);
});
