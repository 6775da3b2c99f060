import assert from "node:assert/strict";
import { test } from "node:test";
import { keyOf, placeOf } from "../../../web/elements/lessons/steps.js";

/** A lesson that has got a step since links carried numbers. */
const LESSON = { steps: ["data", "new", "sum", "error"], numbered: ["data", "sum", "error"] };

test("a key is itself where the lesson has it", () => {
  assert.deepEqual(
    ["data", "new", "error"].map((key) => keyOf(key, LESSON)),
    ["data", "new", "error"],
  );
  assert.equal(keyOf("gone", LESSON), undefined);
});

test("a number means what it meant when links carried numbers, the last one beyond the last", () => {
  assert.deepEqual(
    [0, 1, 2, 99].map((number) => keyOf(number, LESSON)),
    ["data", "sum", "error", "error"],
  );
});

test("its place is the one in the lesson, the first where there is none", () => {
  assert.deepEqual(
    ["sum", 1, 99, "gone", ""].map((asked) => placeOf(asked, LESSON)),
    [2, 2, 3, 0, 0],
  );
});

test("a lesson of a single view has no steps", () => {
  assert.deepEqual([keyOf(0, {}), keyOf("sum", {}), placeOf(3, {})], [undefined, undefined, 0]);
});
