import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { test } from "node:test";
import { put, unpack } from "../../../../../web/python/fast/bytecode/archives.js";

const SITE = "/lib/python3.14/site-packages/";
const EMPTY_MODULE = "0061736d01000000";
const MAKE = `
import io, sys, zipfile
made = io.BytesIO()
with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED if "deflated" in sys.argv else zipfile.ZIP_STORED) as archive:
    archive.writestr("thing/__init__.pyc", b"code" * 50)
    archive.writestr("thing/empty.txt", b"")
    archive.writestr("thing/é/fast.so", bytes.fromhex("${EMPTY_MODULE}"))
sys.stdout.buffer.write(made.getvalue())
`;

/** Made by Python's zipfile, as the builder's are. */
const archive = (...how) => execFileSync("python3", ["-c", MAKE, ...how]);
const unpacked = (bytes) => unpack(new Response(bytes));

test("the files of an archive, where they go, and its libraries, compiled", async () => {
  const { files, libraries } = await unpacked(archive());
  assert.deepEqual(
    files.map(({ path, content }) => [path, Buffer.from(content).toString("hex").slice(0, 16)]),
    [
      [`${SITE}thing/__init__.pyc`, "636f6465636f6465"],
      [`${SITE}thing/empty.txt`, ""],
      [`${SITE}thing/é/fast.so`, EMPTY_MODULE],
    ],
  );
  assert.deepEqual(
    libraries.map(([path, library]) => [path, library instanceof WebAssembly.Module]),
    [[`${SITE}thing/é/fast.so`, true]],
  );
});

test("of a library Python's file system gets a stub, and Python hears that there is something new", async () => {
  const written = {};
  let heard = 0;
  const FS = { mkdirTree: () => {}, writeFile: (path, content) => Object.assign(written, { [path]: content.length }) };
  put({ FS, pyimport: () => ({ invalidate_caches: () => heard++ }) }, await unpacked(archive()));
  assert.deepEqual(written, {
    [`${SITE}thing/__init__.pyc`]: 200,
    [`${SITE}thing/empty.txt`]: 0,
    [`${SITE}thing/é/fast.so`]: 1,
  });
  assert.equal(heard, 1);
});

test("what is no archive, is cut off, or was deflated, is refused", async () => {
  const whole = archive();
  for (const damaged of [
    Buffer.from(""),
    Buffer.from("<!doctype html><title>Sign in</title>"),
    whole.subarray(0, whole.length / 2),
    archive("deflated"),
  ]) {
    await assert.rejects(unpacked(damaged), /not an archive/);
  }
});

test("a library that is damaged is refused", async () => {
  const whole = archive();
  whole[whole.indexOf(Buffer.from(EMPTY_MODULE, "hex"))] = 1;
  await assert.rejects(unpacked(whole), WebAssembly.CompileError);
});
