import assert from "node:assert/strict";
import test from "node:test";

import { carried } from "../../../../web/elements/demo/code/carried.js";

const OWN = "x = [1]\nW = [2]\nprint(x, W)\n";

test("a number that was changed elsewhere changes its line, and what was written stays", () => {
  const text = "x = [1]\nW = [2] # mine\nprint(W)\nW[0] = 5\n";
  assert.equal(
    carried({ own: OWN, text }, "x = [3]\nW = [2]\nprint(x, W)\n"),
    "x = [3]\nW = [2] # mine\nprint(W)\nW[0] = 5\n",
  );
});

test("a line that is not there any more comes not again", () => {
  assert.equal(carried({ own: OWN, text: "W = [2]\n" }, "x = [3]\nW = [2]\nprint(x, W)\n"), "W = [2]\n");
});

test("lines about another network are those of that network", () => {
  const other = "x = [1]\nprint(x)\n";
  assert.equal(carried({ own: OWN, text: "mine" }, other), other);
});
