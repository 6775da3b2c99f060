import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { newest } from "../../../web/elements/shared/newest.js";
import { held, settle } from "../helpers/fetched.mjs";

/** Questions whose turn has come, with the hands that answer them; and what was shown. */
let asked;
let shown;

beforeEach(() => {
  asked = [];
  shown = [];
});

function asking(options) {
  const ask = (question, signal) => {
    const { promise, ...hands } = held();
    asked.push({ question, signal, ...hands });
    return promise;
  };
  return newest(ask, (answer, question) => shown.push([answer, question]), options);
}

test("a question is asked and its answer shown", async () => {
  const done = asking()("a");
  await settle();
  asked[0].resolve("A");
  await done;
  assert.deepEqual(shown, [["A", "a"]]);
});

test("of those asked meanwhile only the newest is asked, when the one on its way is answered", async () => {
  const ask = asking();
  const all = ["a", "b", "c"].map(ask);
  await settle();
  assert.deepEqual(
    asked.map(({ question }) => question),
    ["c"],
    "none had its turn yet",
  );
  const later = ["d", "e"].map(ask);
  await settle();
  assert.equal(asked.length, 1);
  assert.ok(asked[0].signal.aborted, "its call may be dropped");
  asked[0].resolve("C");
  await settle();
  assert.deepEqual(
    asked.map(({ question }) => question),
    ["c", "e"],
  );
  asked[1].resolve("E");
  await Promise.all([...all, ...later]);
  assert.deepEqual(shown, [["E", "e"]]);
});

test("where it is to keep up, an answer that was overtaken is shown all the same", async () => {
  const ask = asking({ keepsUp: true });
  ask("a");
  await settle();
  const last = ask("b");
  asked[0].resolve("A");
  await settle();
  asked[1].resolve("B");
  await last;
  assert.deepEqual(shown, [
    ["A", "a"],
    ["B", "b"],
  ]);
});

test("only the newest tells that it failed, and what is asked after that is asked", async () => {
  const ask = asking();
  const first = ask("a");
  await settle();
  const second = ask("b");
  asked[0].reject(new Error("overtaken"));
  await first;
  await settle();
  asked[1].reject(new Error("newest"));
  await assert.rejects(second, /newest/);
  const third = ask("c");
  await settle();
  asked[2].resolve("C");
  await third;
  assert.deepEqual(shown, [["C", "c"]]);
});

test("what is dropped is not shown, and not asked where its turn had not come", async () => {
  const ask = asking();
  const first = ask("a");
  await settle();
  const second = ask("b");
  ask.drop();
  asked[0].resolve("A");
  await Promise.all([first, second]);
  assert.deepEqual([asked.length, shown], [1, []]);
});

test("an answer that cannot be shown is a failure, too", async () => {
  const ask = newest(
    async () => "A",
    () => {
      throw new Error("no place for it");
    },
  );
  await assert.rejects(ask("a"), /no place for it/);
});
