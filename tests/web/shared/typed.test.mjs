// What input methods write, and which keys are theirs.

import assert from "node:assert/strict";
import { test } from "node:test";
import { halfWidth, isComposing } from "../../../web/elements/shared/typed.js";

test("digits, signs and letters of full width become the usual ones, everything else stays", () => {
  assert.equal(halfWidth("－０．５　＋ａ"), "-0.5 +a");
  assert.equal(halfWidth("7² ½ ー。"), "7² ½ ー。");
});

test("a key that belongs to a composition is known by its flag, or in Safari by its number", () => {
  assert.ok(isComposing({ isComposing: true, keyCode: 13 }));
  assert.ok(isComposing({ isComposing: false, keyCode: 229 }));
  assert.ok(!isComposing({ isComposing: false, keyCode: 13 }));
});
