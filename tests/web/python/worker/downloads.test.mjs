import assert from "node:assert/strict";
import { test } from "node:test";
import { gzipSync } from "node:zlib";
import { Downloads } from "../../../../web/python/worker/downloads.js";
import { held, serve, settle } from "../../helpers/fetched.mjs";

const BASE = "https://site.test/python/0123/";
const MANIFEST = {
  files: { "a.wasm": 1000, "b.zip.gz": 200, "script.mjs": 50 },
  parts: { "es.zip.gz": 10 },
  stock: { "c.whl": 5 },
};

function downloads(t, files, unwanted) {
  const asked = serve(t, { "manifest.json": JSON.stringify(MANIFEST), ...files });
  const reports = [];
  return { asked, reports, all: new Downloads(BASE, (progress) => reports.push(progress), unwanted) };
}

const text = async (response) => (await response).text();

test("what comes first is asked for at once, and the manifest says what there is", async (t) => {
  const { asked, all } = downloads(t, { "a.wasm": "wasm" });
  const begun = all.begin("files", ["a.wasm"]);
  assert.deepEqual(asked, ["a.wasm", "manifest.json"]);
  await begun;
  assert.deepEqual([all.files, all.parts], [["a.wasm", "b.zip.gz", "script.mjs"], ["es.zip.gz"]]);
});

test("a file that was begun is handed out once, and fetched anew after that", async (t) => {
  const { asked, all } = downloads(t, { "a.wasm": "wasm" });
  await all.begin("files", ["a.wasm"]);
  assert.equal(await text(all.take("a.wasm")), "wasm");
  assert.equal(await text(all.fetch(`${BASE}a.wasm`)), "wasm");
  assert.equal(asked.filter((name) => name === "a.wasm").length, 2);
});

test("the others begin when most of the first are there; modules are left to import()", async (t) => {
  const body = held();
  const wasm = () => new Response(new ReadableStream({ start: (stream) => body.resolve(stream) }));
  const { asked, all } = downloads(t, { "a.wasm": wasm, "b.zip.gz": gzipSync("zip") });
  await all.begin("files", ["a.wasm"]);
  all.beginOthers();
  const stream = await body.promise;
  stream.enqueue(new Uint8Array(899));
  await settle();
  assert.deepEqual(asked, ["a.wasm", "manifest.json"]);
  stream.enqueue(new Uint8Array(1));
  assert.equal(await text(all.take("b.zip.gz")), "zip");
  assert.deepEqual(asked, ["a.wasm", "manifest.json", "b.zip.gz"]);
});

test("a first file that ends early is not waited for", async (t) => {
  const { all } = downloads(t, { "a.wasm": "short", "b.zip.gz": gzipSync("zip") });
  await all.begin("files", ["a.wasm"]);
  await all.beginOthers();
});

test("progress counts the bytes of all files, as they come", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { reports, all } = downloads(t, { "a.wasm": new Uint8Array(1000) });
  await all.begin("files", ["a.wasm"]);
  await text(all.take("a.wasm"));
  await settle();
  t.mock.timers.tick(100);
  assert.deepEqual(reports, [{ file: "a.wasm", loaded: 1000, total: 1250 }]);
});

test("how much there is to come is told as soon as it is known, though nothing comes", async (t) => {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  const { reports, all } = downloads(t, { "a.wasm": () => new Promise(() => {}) });
  await all.begin("files", ["a.wasm"]);
  t.mock.timers.tick(100);
  assert.deepEqual(reports, [{ file: "a.wasm", loaded: 0, total: 1250 }]);
});

test("a file that does not come fails all, and is never waited for in vain", async (t) => {
  const { all } = downloads(t, {});
  await all.begin("files", ["a.wasm"]);
  all.take("a.wasm").then(() => assert.fail("it did not come"));
  await assert.rejects(all.failure, { key: "error_file", details: { file: "a.wasm", status: 404 } });
});

test("a packed file that is damaged fails all", async (t) => {
  const { all } = downloads(t, { "b.zip.gz": gzipSync("zip").subarray(0, 15) });
  all.take("b.zip.gz");
  await assert.rejects(
    all.failure,
    ({ key, details }) => key === "error_failed" && details.reason.startsWith("b.zip.gz"),
  );
});

test("whoever can do without a part hears that it did not come, and nobody else", async (t) => {
  const { all } = downloads(t, {});
  all.failure.catch(() => assert.fail("nothing has failed"));
  await assert.rejects(all.bring("es.zip.gz"), { key: "error_file", details: { file: "es.zip.gz", status: 404 } });
  await settle();
});

test("where no network answers, the status is none", async (t) => {
  const { all } = downloads(t, { "es.zip.gz": () => Promise.reject(new TypeError("network")) });
  await assert.rejects(all.bring("es.zip.gz"), { details: { file: "es.zip.gz", status: 0 } });
});

test("what Pyodide asks for in vain is not fetched", async (t) => {
  const { asked, all } = downloads(t, { "whole.wasm": "whole" }, "whole.wasm");
  assert.equal(await text(all.fetch(`${BASE}whole.wasm`)), "");
  assert.deepEqual(asked, []);
});

test("what is not of the runtime is left to fetch()", async (t) => {
  const { all } = downloads(t, { "else.txt": "else" });
  assert.equal(await text(all.fetch("https://other.test/else.txt")), "else");
});

test("a script that does not come is a file that did not come", async (t) => {
  const { all } = downloads(t, {});
  await assert.rejects(all.importModule("none.mjs"), { key: "error_file", details: { file: "none.mjs", status: 404 } });
});

const page = () => new Response("<!doctype html>", { headers: { "content-type": "text/html; charset=utf-8" } });

test("a page that comes in place of a file is not the file", async (t) => {
  const { asked, all } = downloads(t, { "a.wasm": page });
  all.take("a.wasm");
  await assert.rejects(all.failure, { key: "error_file", details: { file: "a.wasm", status: 200 } });
  assert.equal(asked.length, 2, "a cache may have kept it: so it is asked for once more");
});

test("half a file is told where there is no other way", async (t) => {
  const { all } = downloads(t, { "c.whl": "whe" });
  all.isThorough = true;
  await all.begin("stock");
  all.beginOthers();
  await assert.rejects(all.failure, { key: "error_file", details: { file: "c.whl", status: 200 } });
});

test("a manifest that is none is refused", async (t) => {
  const { all } = downloads(t, { "manifest.json": "<!doctype html>" });
  await assert.rejects(all.begin("files"), SyntaxError);
});
