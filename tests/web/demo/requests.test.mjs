import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { begin, choose, followAttribute, remarkStep } from "../../../web/elements/demo/requests.js";

const SEED = { least: 0, most: 99, otherwise: 42 };
const STEP = { least: 0, most: 9, otherwise: 0, nearest: true, key: "[a-z]+" };

let demo;
let attributes;
let warned;

beforeEach((t) => {
  warned = [];
  t.mock.method(console, "warn", (text) => warned.push(text));
  globalThis.location = { search: "" };
  globalThis.window = globalThis.parent = globalThis;
  attributes = {};
  demo = {
    element: {
      localName: "demo",
      hasAttribute: (name) => name in attributes,
      getAttribute: (name) => attributes[name] ?? null,
    },
    root: { querySelectorAll: () => [] },
    data: { parameters: { seed: SEED, step: STEP } },
    subject: { seed: 1 },
    went: [],
    updates: 0,
    place: ({ seed, step }) => [{ seed }, step, demo.misfit],
    go: (...where) => demo.went.push(where),
    update: () => (demo.updates += 1),
    offer: () => (demo.offers += 1),
    offers: 0,
    modes: { ask: () => (demo.modesAsked += 1) },
    modesAsked: 0,
  };
});

test("a demo begins where it is asked to", () => {
  Object.assign(attributes, { seed: "7", step: "sum" });
  begin(demo);
  assert.deepEqual([demo.went, demo.notice, demo.modesAsked], [[[{ seed: 7 }, "sum"]], undefined, 1]);
});

test("the first thing that is wrong is remarked; what does not fit together comes last", () => {
  demo.misfit = { name: "data", value: "x", least: "", most: "" };
  begin(demo);
  assert.equal(demo.notice.key, "wrong_data");
  attributes.seed = "100";
  begin(demo);
  assert.deepEqual(demo.notice, { key: "wrong_seed", details: { name: "seed", value: "100", least: 0, most: 99 } });
  assert.deepEqual(demo.went.at(-1), [{ seed: 42 }, 0]);
});

test("an attribute that is set moves the demo; a step within its subject", () => {
  Object.assign(attributes, { seed: "7", step: "3" });
  followAttribute(demo, "seed");
  followAttribute(demo, "step");
  assert.deepEqual(demo.went, [
    [{ seed: 7 }, 3],
    [{ seed: 1 }, 3],
  ]);
});

test("an attribute that is taken away, or that says how the demo looks, moves nothing", () => {
  followAttribute(demo, "seed");
  followAttribute(demo, "theme");
  followAttribute(demo, "controls");
  followAttribute(demo, "mode");
  assert.deepEqual([demo.went, demo.updates, demo.offers, demo.modesAsked], [[], 0, 1, 1]);
  followAttribute(Object.assign(demo, { view: {} }), "controls");
  assert.equal(demo.updates, 1);
});

test("what a person types is gone to, or marked", () => {
  const gone = [];
  choose(demo, "seed", " 7 ", (number) => gone.push(number));
  choose(demo, "seed", "seven", (number) => gone.push(number));
  assert.deepEqual(
    [gone, demo.notice, demo.updates],
    [[7], { key: "wrong_seed", field: "seed", details: { value: "seven", least: 0, most: 99 } }, 2],
  );
});

test("a step that the lesson does not have is remarked, unless something is already", () => {
  const lesson = { steps: ["data", "sum"], numbered: ["data", "sum"] };
  demo.step = attributes.step = "gone";
  remarkStep(demo, lesson);
  assert.deepEqual(demo.notice, { key: "unknown_step", details: { value: "gone" } });
  assert.deepEqual(warned, ['demo: step="gone" is not one of: 0–1 data sum']);
  demo.notice = { key: "wrong_seed" };
  attributes.step = "data";
  remarkStep(demo, lesson);
  assert.deepEqual([demo.notice.key, warned.length], ["wrong_seed", 1]);
});
