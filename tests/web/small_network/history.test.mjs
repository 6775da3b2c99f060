import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { History } from "../../../web/elements/small-network/history.js";

let history;
let now;

beforeEach((t) => {
  now = 10_000;
  t.mock?.method(performance, "now", () => now);
  history = new History();
});

/** Each is shown, by a gesture where one is named. */
function show(...problems) {
  for (const [problem, gesture] of problems.map((each) => [each].flat())) {
    history.gesture = gesture;
    history.follow({ problem });
  }
}

test("at first there is nothing to go back to", () => {
  assert.equal(history.undo(), undefined);
  show("a");
  assert.deepEqual(
    [history.canUndo, history.canRedo, history.undo(), history.redo()],
    [false, false, undefined, undefined],
  );
});

test("it goes back and forward again", () => {
  show("a", "b", "c");
  assert.deepEqual([history.undo(), history.undo(), history.undo()], [{ problem: "b" }, { problem: "a" }, undefined]);
  assert.deepEqual([history.redo(), history.redo(), history.redo()], [{ problem: "b" }, { problem: "c" }, undefined]);
});

test("what is shown again is no change", () => {
  show("a", "b", "b", "b");
  assert.deepEqual([history.undo(), history.canUndo], [{ problem: "a" }, false]);
});

test("a change after going back forgets what came then", () => {
  show("a", "b", "c");
  history.undo();
  show("d");
  assert.equal(history.canRedo, false);
  assert.deepEqual([history.undo(), history.undo()], [{ problem: "b" }, { problem: "a" }]);
});

test("changes of one gesture are undone together", () => {
  const drag = Symbol("drag");
  show("a", ["b", drag], ["c", drag], ["d", drag]);
  assert.deepEqual([history.undo(), history.canUndo], [{ problem: "a" }, false]);
  assert.deepEqual(history.redo(), { problem: "d" });
});

test("another gesture, or none, is undone by itself", () => {
  show("a", ["b", "x-0"], ["c", "x-1"], "d");
  assert.deepEqual(
    [history.undo(), history.undo(), history.undo()],
    [{ problem: "c" }, { problem: "b" }, { problem: "a" }],
  );
});

test("after a second the same gesture counts as another one", () => {
  show("a", ["b", "x-0"]);
  now += 1001;
  show(["c", "x-0"]);
  assert.deepEqual(history.undo(), { problem: "b" });
});

test("a drag is one gesture, however late its answers come", () => {
  const drag = Symbol("drag");
  show("a", ["b", drag]);
  now += 5000;
  show(["c", drag]);
  assert.deepEqual([history.undo(), history.canUndo], [{ problem: "a" }, false]);
});

test("what was undone is not gone on with", () => {
  show("a", ["b", "x-0"]);
  history.undo();
  show(["c", "x-0"]);
  assert.deepEqual(history.undo(), { problem: "a" });
});
