import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { checkTheme, showControls } from "../../../web/elements/demo/attributes.js";
import { registerDemo } from "../../../web/elements/demo/registry.js";

registerDemo({ controls: ["seed", "learn"] });

let warned;

beforeEach((t) => {
  warned = [];
  t.mock.method(console, "warn", (text) => warned.push(text));
  globalThis.window = globalThis;
  globalThis.parent = globalThis;
});

const element = (attributes) => ({ localName: "demo", getAttribute: (name) => attributes[name] ?? null });

/** The controls that are shown of some. */
function shown(controls, names = ["back", "next", "seed", "learn", "embed"]) {
  const parts = names.map((name) => ({
    name,
    getAttribute: () => name,
    toggleAttribute: (_, off) => (parts.find((part) => part.name === name).off = off),
  }));
  showControls(element({ controls }), { querySelectorAll: () => parts });
  return parts.filter(({ off }) => !off).map(({ name }) => name);
}

test("without the attribute, or where it is empty, all controls are shown", () => {
  for (const controls of [undefined, "", "  ", "all"])
    assert.deepEqual(shown(controls), ["back", "next", "seed", "learn", "embed"]);
  assert.deepEqual(warned, []);
});

test("controls are named one by one and in groups", () => {
  assert.deepEqual(shown("bar"), ["back", "next"]);
  assert.deepEqual(shown(" bar\n learn "), ["back", "next", "learn"]);
  assert.deepEqual(shown("none"), []);
  assert.deepEqual(shown("none seed"), ["seed"]);
});

test("a name that nobody knows is told to the console, and what is known holds", () => {
  assert.deepEqual(shown("next nonsense"), ["next"]);
  assert.match(warned[0], /^demo: controls="next nonsense" is not one of: all bar none links /);
  assert.deepEqual(shown("constructor"), ["back", "next", "seed", "learn", "embed"]);
  assert.equal(warned.length, 2);
});

test("a demo in a frame offers no Embed", () => {
  globalThis.parent = {};
  assert.deepEqual(shown("all"), ["back", "next", "seed", "learn"]);
});

test("a theme is one of three, and a wrong one is told in short", () => {
  for (const theme of [undefined, "auto", "light", "dark"]) checkTheme(element({ theme }));
  assert.deepEqual(warned, []);
  checkTheme(element({ theme: "x".repeat(200) }));
  assert.equal(warned[0], `demo: theme="${"x".repeat(100)}" is not one of: auto light dark`);
});
