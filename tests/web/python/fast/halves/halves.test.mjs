import assert from "node:assert/strict";
import { test } from "node:test";
import { Halves } from "../../../../../web/python/fast/halves/halves.js";
import { Trouble } from "../../../../../web/python/fast/trouble.js";
import { module, name } from "../../../helpers/wasm.mjs";

const BASE = "https://site.test/python/0123/";
const FUNCTIONS = "split:functions";
// (module (import "split" "split:functions" (table 2 2 funcref)) (elem (i32.const 1) 0) (func))
const COLD = module(
  [1, [1, 96, 0, 0]],
  [2, [1, ...name("split"), ...name(FUNCTIONS), 1, 112, 1, 2, 2]],
  [3, [1, 0]],
  [9, [1, 0, 65, 1, 11, 1, 0]],
  [10, [1, 2, 0, 11]],
);

/** A hot half, as far as it is asked, in a page where the cold one is some bytes, or does not come. */
function half(t, cold = COLD) {
  const asked = [];
  globalThis.XMLHttpRequest = class {
    open(_, address) {
      asked.push(address);
    }
    send() {
      Object.assign(this, cold ? { status: 200, response: cold } : { status: 404 });
    }
  };
  t.after(() => delete globalThis.XMLHttpRequest);
  const table = new WebAssembly.Table({ element: "anyfunc", initial: 2, maximum: 2 });
  const trouble = new Trouble();
  const bring = async (file) => {
    asked.push(file);
    return new Response(cold ?? "", { status: cold ? 200 : 404 });
  };
  const halves = new Halves({ downloads: { base: BASE, bring }, trouble });
  const exports = halves.exports({ memory: 1, own: 2, [FUNCTIONS]: table, "split:memory": 3 }, {});
  return { asked, table, trouble, halves, exports };
}

test("what the halves share is kept from Pyodide", (t) => {
  assert.deepEqual(half(t).exports, { memory: 1, own: 2 });
});

test("the loader in slot 0 brings the cold half at once", (t) => {
  const { asked, table, trouble } = half(t);
  assert.equal(table.get(1), null);
  table.get(0)();
  assert.notEqual(table.get(1), null);
  assert.deepEqual([asked, trouble.failed], [[`${BASE}pyodide.asm.cold.wasm`], false]);
});

test("when the page rests it is fetched, and then it need not be asked for", async (t) => {
  const { asked, table, halves } = half(t);
  await halves.rest();
  await halves.rest();
  table.get(0)();
  assert.notEqual(table.get(1), null);
  assert.deepEqual(asked, ["pyodide.asm.cold.wasm"]);
});

for (const [damage, cold] of Object.entries({
  "does not come": null,
  "is another module": module(),
  "is no module": new Uint8Array(8),
}))
  test(`a cold half that ${damage} makes all come to nothing`, async (t) => {
    const { table, trouble } = half(t, cold);
    table.get(0)();
    assert.ok(trouble.failed);
    await assert.rejects(trouble.failure);
  });

test("a whole that was not split has no cold half", async (t) => {
  const { asked, halves } = half(t);
  assert.deepEqual(halves.exports({ memory: 1, own: 2 }, {}), { memory: 1, own: 2 });
  await halves.rest();
  assert.deepEqual(asked, []);
});
