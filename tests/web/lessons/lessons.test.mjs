import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Lessons, nameOf } from "../../../web/elements/lessons/lessons.js";
import { held, settle } from "../helpers/fetched.mjs";

const lesson = (name) => ({ views: [{ text: name }] });
const step = (index, count = 3) => ({
  view: { index, count, text: `step ${index}` },
  subject: { seed: 7 },
  neurons: { a: "A" },
});

/** What Python was asked, with the hand that answers. */
let calls;
let python;
let recordings;
let lessons;

beforeEach(() => {
  calls = [];
  python = {
    status: { phase: "live" },
    call(name, args, { signal } = {}) {
      const { promise, ...hands } = held();
      calls.push({ name, args, signal, ...hands });
      return promise;
    },
  };
  recordings = { has: ({ seed }) => seed < 2, get: async ({ seed }) => lesson(`recorded ${seed}`) };
  lessons = new Lessons(recordings, python, async (subject, signal) => {
    const args = await Promise.resolve({ ...subject, lang: "en" });
    signal?.throwIfAborted();
    return python.call("demo", args, { signal });
  });
});

const askStep = () => python.call("demo_step", { step: 1 });

test("two subjects are the same in whatever order they are named", () => {
  assert.equal(nameOf({ seed: 7, network: "x" }), nameOf({ network: "x", seed: 7 }));
  assert.notEqual(nameOf({ seed: 7 }), nameOf({ seed: "7" }));
});

test("a lesson that is recorded comes without Python until that is live", async () => {
  python.status.phase = "loading";
  assert.deepEqual(await lessons.load({ seed: 1 }), lesson("recorded 1"));
  assert.deepEqual(lessons.get({ seed: 1 }), lesson("recorded 1"));
  assert.deepEqual(calls, []);
});

test("where the recording does not come, Python computes it", async () => {
  python.status.phase = "loading";
  recordings.get = () => Promise.reject(new Error("404"));
  const coming = lessons.load({ seed: 1 });
  await settle();
  assert.deepEqual([calls[0].name, calls[0].args], ["demo", { seed: 1, lang: "en" }]);
  calls[0].resolve(lesson("computed"));
  assert.deepEqual(await coming, lesson("computed"));
});

test("a lesson that is on its way is not asked for twice, and one that is there not again", async () => {
  const both = [lessons.load({ seed: 7 }), lessons.load({ seed: 7 })];
  await settle();
  assert.equal(calls.length, 1);
  calls[0].resolve(lesson("7"));
  assert.deepEqual(await Promise.all(both), [lesson("7"), lesson("7")]);
  await lessons.load({ seed: 7 });
  assert.equal(calls.length, 1);
});

test("what has failed is asked for anew", async () => {
  const coming = lessons.load({ seed: 7 });
  await settle();
  calls[0].reject(new Error("no"));
  await assert.rejects(coming, /no/);
  lessons.load({ seed: 7 });
  await settle();
  assert.equal(calls.length, 2);
});

test("what nobody waits for any more is asked for anew, and the old answer does for later", async () => {
  const waited = new AbortController();
  const first = lessons.load({ seed: 7 }, waited.signal);
  await settle();
  waited.abort();
  const second = lessons.load({ seed: 7 });
  await settle();
  assert.equal(calls.length, 2);
  calls[0].resolve(lesson("first"));
  await first;
  assert.deepEqual(lessons.get({ seed: 7 }), lesson("first"));
  calls[1].resolve(lesson("second"));
  assert.deepEqual(await second, lesson("second"));
});

test("what is not wanted any more before its arguments are there is not asked at all", async () => {
  const waited = new AbortController();
  const coming = lessons.load({ seed: 7 }, waited.signal);
  waited.abort();
  await assert.rejects(coming, { name: "AbortError" });
  assert.deepEqual(calls, []);
});

test("single steps make a partial lesson, which the whole one replaces", async () => {
  const first = lessons.loadStep({ seed: 7 }, 1, askStep);
  await settle();
  assert.equal(calls[0].name, "demo_step");
  calls[0].resolve(step(1));
  await first;
  lessons.hold(step(2));
  const { views, partial, neurons } = lessons.get({ seed: 7 });
  assert.deepEqual(
    [Array.from(views, (view) => view?.text), partial, neurons],
    [[undefined, "step 1", "step 2"], true, { a: "A" }],
  );

  const whole = lessons.load({ seed: 7 });
  await settle();
  calls[1].resolve(lesson("whole"));
  await whole;
  lessons.hold(step(0));
  assert.deepEqual(lessons.get({ seed: 7 }), lesson("whole"));
});

test("a step that is on its way is not asked for twice, unless nobody waited for it any more", async () => {
  const waited = new AbortController();
  lessons.loadStep({ seed: 7 }, 1, askStep, waited.signal).catch(() => {});
  lessons.loadStep({ seed: 7 }, 1, askStep).catch(() => {});
  await settle();
  assert.equal(calls.length, 1);
  waited.abort();
  lessons.loadStep({ seed: 7 }, 1, askStep).catch(() => {});
  await settle();
  assert.equal(calls.length, 2);
});

test("of many lessons the last hundred are kept", async () => {
  for (let seed = 100; seed < 201; seed++) {
    const coming = lessons.load({ seed });
    await settle();
    calls.at(-1).resolve(lesson(String(seed)));
    await coming;
  }
  assert.equal(lessons.get({ seed: 100 }), undefined);
  assert.deepEqual(lessons.get({ seed: 101 }), lesson("101"));
});
