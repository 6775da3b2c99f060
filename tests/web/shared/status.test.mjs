import assert from "node:assert/strict";
import { test } from "node:test";
import { showStatus } from "../../../web/elements/shared/status.js";

const words = {
  wrong_seed: "{value} is none of {least} to {most}",
  error_file: "{file} did not come ({status})",
  no_answer: "no answer",
  starting: "Python starts",
  loading: "{part}: {loaded} of {total} MB",
  decimal_mark: ".",
  part_numpy: "numpy",
  live: "live",
  computing: "computing",
};

/** What the lines say, those that are hidden left out. */
function lines(told) {
  const all = Object.fromEntries(
    ["notice", "failure", "loading", "live"].map((name) => [
      name,
      { hidden: true, textContent: "", querySelector: () => null },
    ]),
  );
  const bar = {};
  const root = { querySelector: (selector) => (selector === "progress" ? bar : all[selector.slice(1)]) };
  showStatus({ words, waiting: false, ...told, root });
  const shown = Object.entries(all).filter(([, line]) => !line.hidden);
  return {
    ...Object.fromEntries(shown.map(([name, { textContent }]) => [name, textContent])),
    ...(bar.max && { bar }),
  };
}

const python = (status) => ({ python: { status } });

test("nothing is said where nothing is to be said", () => {
  assert.deepEqual(lines(python({ phase: "idle" })), {});
});

test("a remark is told with what was given and what may be", () => {
  const notice = { key: "wrong_seed", details: { value: "x", least: 0, most: 9 } };
  assert.deepEqual(lines({ ...python({ phase: "idle" }), notice }), { notice: "x is none of 0 to 9" });
});

test("while Python comes, it is told which part is on its way and how much of it is there", () => {
  const progress = { file: "numpy.zip.gz", loaded: 1_000_000, total: 4_000_000 };
  assert.deepEqual(lines(python({ phase: "loading", progress })), {
    loading: "numpy: 1.0 of 4.0 MB",
    bar: { max: 4_000_000, value: 1_000_000 },
  });
});

test("before anything comes, and when all is there, Python starts", () => {
  assert.equal(lines(python({ phase: "loading" })).loading, "Python starts");
  assert.equal(
    lines(python({ phase: "loading", progress: { file: "a", loaded: 4, total: 4 } })).loading,
    "Python starts",
  );
});

test("live and computing are told apart", () => {
  assert.deepEqual(lines(python({ phase: "live" })), { live: "live" });
  assert.deepEqual(lines({ ...python({ phase: "live" }), waiting: true }), { live: "computing" });
});

test("a failure of the demo goes before that of Python, and hides that Python is live", () => {
  const failure = { key: "error_file", details: { file: "a.json", status: 404 } };
  const error = { key: "error_file", details: { file: "b.wasm", status: 0 } };
  assert.deepEqual(lines({ ...python({ phase: "live" }), failure }), { failure: "a.json did not come (404)" });
  assert.deepEqual(lines(python({ phase: "error", error })), { failure: "b.wasm did not come (no answer)" });
  assert.deepEqual(lines({ ...python({ phase: "error", error }), failure }), { failure: "a.json did not come (404)" });
});
