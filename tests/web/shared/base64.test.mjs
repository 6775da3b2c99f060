import assert from "node:assert/strict";
import { test } from "node:test";
import { fromBase64, toBase64 } from "../../../web/elements/shared/base64.js";

test("bytes become base64 as everybody writes it, and come back", () => {
  for (const size of [0, 1, 2, 3, 255, 8191, 8192, 8193, 100_000]) {
    const bytes = Uint8Array.from({ length: size }, (_, i) => (i * 31) % 256);
    const text = toBase64(bytes);
    assert.equal(text, Buffer.from(bytes).toString("base64"));
    assert.deepEqual(fromBase64(text), bytes);
  }
});

test("what is no base64 is refused", () => {
  assert.throws(() => fromBase64("?"));
});
