import assert from "node:assert/strict";
import { test } from "node:test";
import { megabytes, partName, say } from "../../../web/elements/shared/words.js";

test("placeholders are filled, and what fills none of them is left alone", () => {
  assert.equal(say("{current} / {count}", { current: 3, count: 11, more: 1 }), "3 / 11");
  assert.equal(say("{file} came", {}), "{file} came");
  assert.equal(say("{a}{a}", { a: 0 }), "00");
});

test("what is put in is no pattern and no placeholder itself", () => {
  assert.equal(say("“{value}”", { value: "$& {value}" }), "“$& {value}”");
});

test("sizes are told in megabytes with one digit, after the mark of the language", () => {
  const told = (mark) => [0, 49_999, 1_250_000, 9_960_000].map((bytes) => megabytes(bytes, { decimal_mark: mark }));
  assert.deepEqual(told("."), ["0.0", "0.0", "1.3", "10.0"]);
  assert.deepEqual(told(","), ["0,0", "0,0", "1,3", "10,0"]);
});

test("each file of Python has a word, and a file that nobody knows its name", () => {
  const words = { part_numpy: "numpy", part_forwardpass: "lesson", part_library: "library", part_python: "Python" };
  const named = (file) => partName(file, words);
  assert.deepEqual(["numpy.zip.gz", "later.zip.gz", "ko.zip.gz", "forwardpass.zip.gz"].map(named), [
    "numpy",
    "lesson",
    "lesson",
    "lesson",
  ]);
  assert.deepEqual(["library.zip.gz", "python_stdlib.zip", "pyodide.asm.hot.wasm"].map(named), [
    "library",
    "library",
    "Python",
  ]);
  assert.equal(named("something.else"), "something.else");
});
