import assert from "node:assert/strict";
import { test } from "node:test";
import {
  apply,
  checksum,
  differences,
  isWhole,
  packed,
  unpacked,
} from "../../../../../web/python/fast/snapshot/file.js";

const PLAN = { slots: 3, allSlots: 5, still: 8, sum: -7, memory: 64, handles: [[9, "/é.so"]], header: [1, 2] };
const FILES = [
  { path: "/a.so", content: new Uint8Array([1, 2, 3, 4, 5]) },
  { path: "/é.so", content: new Uint8Array() },
];
const RUNS = [0, 2, 7, 0xffffffff, 9, 1, 5];
const file = async () => (await packed(PLAN, FILES, RUNS)).buffer;

/** What the one memory becomes by the differences to the other. */
function changed(before, after) {
  const words = Uint32Array.from({ length: after.length }, (_, at) => before[at] ?? 0);
  apply(words, Uint32Array.from(differences(Uint32Array.from(before), Uint32Array.from(after))));
  return [...words];
}

test("what was packed comes out of the file as it was", async () => {
  const { plan, libraries, runs } = unpacked(await file());
  assert.deepEqual(plan, {
    ...PLAN,
    libraries: [
      { path: "/a.so", size: 5 },
      { path: "/é.so", size: 0 },
    ],
  });
  assert.deepEqual(libraries, FILES);
  assert.deepEqual([...runs], RUNS);
  assert.ok(await isWhole(await file()));
});

test("any bit that differs is noticed", async () => {
  const { byteLength } = await file();
  for (let at = 0; at < byteLength; at += 7) {
    const damaged = new Uint8Array(await file());
    damaged[at] ^= 1;
    assert.ok(!(await isWhole(damaged.buffer)), `byte ${at}`);
  }
  assert.ok(!(await isWhole((await file()).slice(0, byteLength - 4))));
});

test("a file that cannot be read is refused", async () => {
  const text = new TextEncoder().encode("<!doctype html><title>Sign in, or read this instead</title>");
  for (const damaged of [new ArrayBuffer(0), (await file()).slice(0, 60), text.buffer])
    assert.throws(() => unpacked(damaged));
});

test("the differences make of the one memory the other", () => {
  const some = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9];
  assert.deepEqual(differences(Uint32Array.from(some), Uint32Array.from(some)), []);
  for (const after of [
    some.with(0, 7),
    some.with(9, 7),
    some.with(2, 7).with(5, 7),
    some.with(1, 7).with(9, 7),
    [...some, 0, 0, 3],
    some.map(() => 0),
  ])
    assert.deepEqual(changed(some, after), after);
});

test("differences that are near each other are one run", () => {
  const none = new Uint32Array(20);
  assert.deepEqual(differences(none, none.with(3, 1).with(7, 1)), [3, 5, 1, 0, 0, 0, 1]);
  assert.deepEqual(differences(none, none.with(3, 1).with(9, 1)), [3, 1, 1, 9, 1, 1]);
});

test("memories of other content or order have other checksums", () => {
  const sums = [
    [1, 2],
    [2, 1],
    [1, 3],
    [0, 0],
  ].map((words) => checksum(new Uint8Array(Uint32Array.from(words).buffer)));
  assert.equal(new Set(sums).size, sums.length);
});
