import assert from "node:assert/strict";
import { test } from "node:test";
import { Way } from "../../../../web/python/fast/way.js";

/** The names of the ways of a site, in the order in which they are asked. */
async function ways(having) {
  Object.assign(globalThis, { WITH: { halves: false, parts: false, snapshot: false, ...having } });
  const { WAYS } = await import(`../../../../web/python/fast/ways.js?${JSON.stringify(having)}`);
  return WAYS.map(({ name }) => name);
}

test("Python is had from a snapshot before it is started from archives of bytecode", async () => {
  assert.deepEqual(await ways({ halves: true, parts: true, snapshot: true }), [
    "Halves",
    "Snapshot",
    "Parts",
    "Bytecode",
  ]);
});

test("a way that the site is built without is not asked", async () => {
  assert.deepEqual(await ways({}), ["Bytecode"]);
  assert.deepEqual(await ways({ parts: true }), ["Parts", "Bytecode"]);
});

test("what a way does not say otherwise it has no part in", async () => {
  const way = new Way(/** @type {any} */ ({}));
  const [exports, ask] = [{ memory: 1 }, () => ""];
  assert.equal(way.exports(exports, {}), exports);
  assert.equal(way.asking(ask), ask);
  assert.deepEqual(
    [Way.wasm, way.isComplete, await way.python(), await way.join({}, way), await way.rest()],
    [undefined, false, undefined, undefined, undefined],
  );
});
