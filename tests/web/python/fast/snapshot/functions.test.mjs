import assert from "node:assert/strict";
import { test } from "node:test";
import { tabled } from "../../../../../web/python/fast/snapshot/functions.js";
import { module, name } from "../../../helpers/wasm.mjs";

// (module (table (export "table") 5 funcref) (elem (i32.const 1) 0 1 0) (func (export "first")) (func (export "second")) (func (export "outside")) (memory (export "memory") 1))
const MODULE = module(
  [1, [1, 96, 0, 0]],
  [3, [3, 0, 0, 0]],
  [4, [1, 112, 0, 5]],
  [5, [1, 0, 1]],
  [
    7,
    [
      5,
      ...name("table"),
      1,
      0,
      ...name("first"),
      0,
      0,
      ...name("second"),
      0,
      1,
      ...name("outside"),
      0,
      2,
      ...name("memory"),
      2,
      0,
    ],
  ],
  [9, [1, 0, 65, 1, 11, 3, 0, 1, 0]],
  [10, [3, 2, 0, 11, 2, 0, 11, 2, 0, 11]],
);

const exported = () => ({ ...new WebAssembly.Instance(new WebAssembly.Module(MODULE)).exports });

/** As JavaScriptCore does: a function of its own for each slot, by the name of the one that is in it. */
function likeJavaScriptCore(t, { table }) {
  const { get } = WebAssembly.Table.prototype;
  const slots = new Map();
  t.mock.method(WebAssembly.Table.prototype, "get", (slot) => {
    const found = get.call(table, slot);
    if (!found) return null;
    if (!slots.has(slot))
      slots.set(
        slot,
        Object.defineProperty(() => {}, "name", { value: found.name }),
      );
    return slots.get(slot);
  });
}

test("where the table gives out what was exported, nothing changes", () => {
  const exports = exported();
  assert.deepEqual(tabled(exports), { given: exports, fits: true });
  assert.equal(tabled(exports).given.first, exports.first);
});

test("where each slot has a function of its own, that of the last slot stands for the one exported", (t) => {
  const exports = exported();
  likeJavaScriptCore(t, exports);
  assert.notEqual(exports.table.get(3), exports.first);
  const { given, fits } = tabled(exports);
  assert.equal(fits, true);
  assert.equal(given.first, exports.table.get(3));
  assert.equal(given.second, exports.table.get(2));
  assert.deepEqual([given.outside, given.memory, given.table], [exports.outside, exports.memory, exports.table]);
});

test("where functions cannot be told by their names, or there is no table, a snapshot does not fit", (t) => {
  const { table, ...others } = exported();
  assert.equal(tabled(others).fits, false);
  t.mock.method(WebAssembly.Table.prototype, "get", () => () => {});
  assert.equal(tabled({ ...others, table }).fits, false);
});
