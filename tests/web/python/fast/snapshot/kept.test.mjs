import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { giveUpSnapshot, keepSnapshot, keptSnapshot } from "../../../../../web/python/fast/snapshot/kept.js";

const OLD = "https://site.test/sub/python/0000/";
const NEW = "https://site.test/sub/python/1111/";

/** The caches of an origin: name → address → response. */
let all;
let asked;

beforeEach(() => {
  all = new Map();
  asked = [];
  globalThis.caches = {
    async open(name) {
      const cache = all.get(name) ?? new Map();
      all.set(name, cache);
      return {
        keys: async () => [...cache.keys()],
        delete: async (url) => cache.delete(url),
        put: async (url, response) => void cache.set(url, response),
        match: async (url) => cache.get(url)?.clone(),
      };
    },
  };
});

const downloads = (base, content = "snapshot") => ({
  base,
  async bring(file) {
    asked.push(file);
    if (content === undefined) throw new Error("it did not come");
    return new Response(content);
  },
});
const text = (content) => content && new TextDecoder().decode(content);

test("at first none is there; what was kept is there the next time, and not fetched again", async () => {
  assert.equal(await keptSnapshot(NEW), undefined);
  await keepSnapshot(downloads(NEW));
  await keepSnapshot(downloads(NEW));
  assert.equal(text(await keptSnapshot(NEW)), "snapshot");
  assert.deepEqual(asked, ["snapshot.bin.gz"]);
});

test("it takes the place of that of another version, and leaves other sites alone", async () => {
  const other = "https://site.test/other/python/0000/";
  await keepSnapshot(downloads(other));
  await keepSnapshot(downloads(OLD));
  await keepSnapshot(downloads(NEW));
  assert.deepEqual(
    [await keptSnapshot(OLD), text(await keptSnapshot(NEW)), text(await keptSnapshot(other))],
    [undefined, "snapshot", "snapshot"],
  );
});

test("one that does no good is none, and not fetched again", async () => {
  await keepSnapshot(downloads(NEW));
  await giveUpSnapshot(NEW);
  assert.equal(await keptSnapshot(NEW), undefined);
  await keepSnapshot(downloads(NEW));
  assert.deepEqual(asked, ["snapshot.bin.gz"]);
});

test("one that does not come is none, and fetched the next time", async () => {
  await keepSnapshot({ base: NEW, bring: () => Promise.reject(new Error("404")) });
  assert.equal(await keptSnapshot(NEW), undefined);
  await keepSnapshot(downloads(NEW));
  assert.equal(text(await keptSnapshot(NEW)), "snapshot");
});

test("where nothing may be kept, nothing fails", async () => {
  globalThis.caches = { open: () => Promise.reject(new DOMException("refused", "SecurityError")) };
  assert.equal(await keptSnapshot(NEW), undefined);
  await keepSnapshot(downloads(NEW));
  await giveUpSnapshot(NEW);
  delete globalThis.caches;
  assert.equal(await keptSnapshot(NEW), undefined);
});
