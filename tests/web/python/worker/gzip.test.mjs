import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { unzipped } from "../../../../web/python/worker/gzip.js";

const CONTENT = Buffer.from("bytes ".repeat(1000));
const bytesOf = async (content) => Buffer.from(await (await unzipped(new Response(content))).arrayBuffer());

test("what is packed is unpacked", async () => {
  assert.deepEqual(await bytesOf(gzipSync(CONTENT)), CONTENT);
});

test("what the browser has unpacked on the way is left as it is", async () => {
  assert.deepEqual(await bytesOf(CONTENT), CONTENT);
  assert.deepEqual(await bytesOf(""), Buffer.from(""));
});

test("what is cut off or damaged is refused", async () => {
  const packed = gzipSync(CONTENT);
  await assert.rejects(bytesOf(packed.subarray(0, packed.length - 9)));
  await assert.rejects(bytesOf(packed.map((byte, at) => (at === 12 ? byte ^ 255 : byte))));
});
