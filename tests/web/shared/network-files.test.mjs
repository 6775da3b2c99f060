import assert from "node:assert/strict";
import { test } from "node:test";
import { FileNotice, refusalOf } from "../../../web/elements/shared/network-files.js";
import { PythonError } from "../../../web/python/page/python-error.js";

const wrong = (code, lines) => new PythonError({ code, message: "3 layers", for_reader: true, lines });

test("a file becomes text for a call", async () => {
  assert.equal(await new FileNotice({}).contentOf(new Blob(["bytes"])), btoa("bytes"));
});

test("of a file that is too large so much is read that Python can say so", async () => {
  const asked = [];
  const file = { slice: (...range) => asked.push(range) && new Blob(["beginning"]) };
  assert.equal(await new FileNotice({}).contentOf(file), btoa("beginning"));
  assert.deepEqual(asked, [[0, LIMITS.bytes + 1]]);
});

test("that a file does not fit is an answer, with the lines that make one that fits", () => {
  assert.deepEqual(refusalOf(wrong("wrong_file", "np.savez(…)")), { refused: "3 layers", lines: "np.savez(…)" });
  assert.deepEqual(refusalOf(wrong("wrong_file")), { refused: "3 layers", lines: "" });
});

test("any other error is none", () => {
  for (const error of [wrong("unforeseen"), new TypeError("no file")]) {
    assert.throws(
      () => refusalOf(error),
      (thrown) => thrown === error,
    );
  }
});
