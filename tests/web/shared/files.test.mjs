import assert from "node:assert/strict";
import { test } from "node:test";
import { fetchFile } from "../../../web/elements/shared/files.js";
import { serve } from "../helpers/fetched.mjs";

const url = (name) => new URL(`https://site.test/some/${name}?seed=1`);

test("a file that comes is handed on", async (t) => {
  serve(t, { "there.bin?seed=1": "bytes" });
  assert.equal(await (await fetchFile(url("there.bin"))).text(), "bytes");
});

test("a file that does not come says so in a way that can be told", async (t) => {
  serve(t, { "silent.bin?seed=1": () => Promise.reject(new TypeError("network")) });
  const told = (file, status) => ({ failure: { key: "error_data", details: { file, status } } });
  await assert.rejects(fetchFile(url("gone.bin")), told("gone.bin", 404));
  await assert.rejects(fetchFile(url("silent.bin")), told("silent.bin", 0));
});
