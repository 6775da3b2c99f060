import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Bookmark, readAsked, readAttributes, wholeNumber } from "../../../web/elements/demo/address.js";

const PARAMETERS = {
  v: { least: 1, most: 1, otherwise: 1, is_version: true },
  problem: { pattern: "[A-Za-z0-9]{4,}", otherwise: "" },
  seed: { least: 0, most: 9999, otherwise: 42 },
  step: { least: 0, most: 10, otherwise: 0, nearest: true, most_with: { problem: 30 }, key: "[a-z][a-z-]*" },
};
const USUAL = { v: 1, problem: "", seed: 42, step: 0 };

let warned;

beforeEach((t) => {
  warned = [];
  t.mock.method(console, "warn", (text) => warned.push(text));
});

/** On the demo's own page, where the address speaks, or with attributes alone. */
const onPage = (search, attributes = {}) => asked(search, { address: "", ...attributes });
function asked(search, attributes) {
  globalThis.location = { search };
  return readAsked(element(attributes), PARAMETERS);
}
const element = (attributes) => ({
  localName: "demo",
  hasAttribute: (name) => name in attributes,
  getAttribute: (name) => attributes[name] ?? null,
});

test("what is not asked for is as usual", () => {
  assert.deepEqual(onPage(""), { values: USUAL, wrong: [] });
  assert.deepEqual(onPage("?utm_source=mail&fbclid=1&ref=a"), { values: USUAL, wrong: [] });
});

test("the address goes before attributes, and is of no account on other pages", () => {
  assert.equal(onPage("?seed=7", { seed: "8" }).values.seed, 7);
  assert.equal(onPage("", { seed: "8" }).values.seed, 8);
  assert.equal(asked("?seed=7", { seed: "8" }).values.seed, 8);
});

test("what a link says besides, or twice, is told; an ampersand that is written out is one", () => {
  const told = (search) => onPage(search).wrong.map(({ name, value }) => [name, value]);
  assert.deepEqual(told("?seed=7&Step=4&constructor=1"), [
    ["link", "Step=4"],
    ["link", "constructor=1"],
  ]);
  assert.deepEqual(told("?seed=7&seed=8"), [["link", "seed=8"]]);
  assert.deepEqual(told("?seed=99999&Step=4")[0], ["seed", "99999"], "damaged values go first");
  for (const search of ["?seed=7&amp;step=4", "?seed=7&amp;amp;step=4&amp;"])
    assert.deepEqual(onPage(search), { values: { ...USUAL, seed: 7, step: 4 }, wrong: [] });
  assert.deepEqual(asked("?Step=4", {}).wrong, [], "on pages of others the address is theirs");
});

test("spaces round a code are none of it", () => {
  assert.deepEqual(onPage("?problem=%20abcd+&step=neuron-sum%20"), {
    values: { ...USUAL, problem: "abcd", step: "neuron-sum" },
    wrong: [],
  });
});

test("whole numbers within the limits are taken", () => {
  const limits = { least: 0, most: 9999 };
  assert.deepEqual(
    ["0", "007", " 12 ", "9999"].map((text) => wholeNumber(text, limits)),
    [0, 7, 12, 9999],
  );
  for (const text of ["", " ", "-1", "10000", "1.5", "1e3", "0x10", "٣", "1 2", "9".repeat(400), "NaN"])
    assert.equal(wholeNumber(text, limits), null, text);
});

test("digits and signs of full width are understood, in fields and in links", () => {
  const limits = { least: 0, most: 9999 };
  assert.deepEqual(
    ["７", "１２", "　３４　", "＋５", "+5", "1２"].map((text) => wholeNumber(text, limits)),
    [7, 12, 34, 5, 5, 12],
  );
  for (const text of ["－７", "²", "½", "Ⅶ", "１．５", "＋"]) assert.equal(wholeNumber(text, limits), null, text);
  assert.equal(onPage(`?seed=${encodeURIComponent("７")}&step=${encodeURIComponent("４")}`).values.seed, 7);
  assert.deepEqual(
    ["９９", "－３", "−3"].map((step) => onPage(`?step=${encodeURIComponent(step)}`).values.step),
    [10, 0, 0],
  );
});

test("a wrong number is remarked with its limits, and the usual one taken", () => {
  const { values, wrong } = onPage("?seed=99999");
  assert.deepEqual([values.seed, wrong], [42, [{ name: "seed", value: "99999", least: 0, most: 9999 }]]);
});

test("a step beyond the last is the last, and one before the first the first", () => {
  assert.deepEqual(
    ["99", "-3", "x2", "9".repeat(30)].map((step) => onPage(`?step=${step}`).values.step),
    [10, 0, 0, 10],
  );
});

test("a step may be named by its key, whichever the lesson has", () => {
  assert.deepEqual(onPage("?step=neuron-sum"), { values: { ...USUAL, step: "neuron-sum" }, wrong: [] });
  assert.equal(onPage("?step=NEURON").wrong[0].value, "NEURON");
});

test("a problem of its own may have more steps", () => {
  assert.equal(onPage("?problem=abcd&step=25").values.step, 25);
  assert.equal(onPage("?problem=?&step=25").values.step, 10);
});

test("a text must be of its form as a whole", () => {
  for (const text of ["abc", "abcd!", "ab cd", "<b>abcd"]) {
    const { values, wrong } = onPage(`?problem=${encodeURIComponent(text)}`);
    assert.deepEqual(
      [values.problem, wrong[0]],
      ["", { name: "problem", value: text, least: "", most: "[A-Za-z0-9]{4,}" }],
    );
  }
});

test("of a wrong value so much is told as fits a line", () => {
  assert.equal(onPage(`?problem=${"?".repeat(5000)}`).wrong[0].value, "?".repeat(40));
});

test("of an address of another version nothing is taken", () => {
  const { values, wrong } = onPage("?v=2&seed=7&step=99999999999&problem=?");
  assert.deepEqual([values, wrong.map(({ name }) => name)], [USUAL, ["v"]]);
});

test("the console hears of attributes that cannot be, not of addresses", () => {
  onPage("?seed=x", { seed: "7" });
  assert.deepEqual(warned, []);
  onPage("", { seed: "x", problem: "?" });
  assert.deepEqual(warned, [
    'demo: problem="?" is not one of: [A-Za-z0-9]{4,}',
    'demo: seed="x" is not one of: 0–9999',
  ]);
});

test("after one attribute has changed, only that is remarked", () => {
  const { values, wrong } = readAttributes(element({ seed: "x", step: "99" }), PARAMETERS, "step");
  assert.deepEqual([values.step, wrong.map(({ name }) => name), warned.length], [10, ["seed", "step"], 1]);
});

/** A page with a bookmark, and the addresses that it got. */
function page(t, href = "https://site.test/demo/?utm=1") {
  t.mock.timers.enable({ apis: ["setTimeout"] });
  let now = 0;
  t.mock.method(performance, "now", () => now);
  const written = [];
  globalThis.location = new URL(href);
  const replaceState = (_, __, address) => {
    globalThis.location = new URL(address);
    written.push(location.search);
  };
  globalThis.history = { state: null, replaceState };
  const link = {
    href: "https://site.test/demo/",
    get search() {
      return new URL(this.href).search;
    },
  };
  const bookmark = new Bookmark(["v", "seed", "problem", "step"]);
  const own = element({ address: "" });
  return {
    written,
    link,
    show: (values, where = own) => bookmark.show(where, link, values),
    wait: (time) => {
      now += time;
      t.mock.timers.tick(time);
    },
  };
}

test("the link is to what is on screen, and the page's own address keeps what is not ours", (t) => {
  const { link, written, show } = page(t);
  show({ seed: 7, step: "sum", v: 1 });
  assert.equal(link.search, "?seed=7&step=sum&v=1");
  assert.deepEqual(written, ["?utm=1&seed=7&step=sum&v=1"]);
});

test("what another subject was named by goes", (t) => {
  const { written, show, wait } = page(t);
  show({ seed: 7, step: "sum" });
  wait(300);
  show({ problem: "abcd", step: "sum" });
  assert.deepEqual(written.at(-1), "?utm=1&step=sum&problem=abcd");
});

test("an address without a question stays so until the reader moves", (t) => {
  const { written, show } = page(t, "https://site.test/demo/");
  show({ seed: 7 });
  assert.deepEqual(written, []);
  show({ seed: 8 });
  assert.deepEqual(written, ["?seed=8"]);
});

test("an element elsewhere leaves the page's address alone", (t) => {
  const { written, link, show } = page(t);
  show({ seed: 7 }, element({}));
  assert.deepEqual([written, link.search], [[], "?seed=7"]);
});

test("of many moves within a moment the first and the last are written", (t) => {
  const { written, show, wait } = page(t);
  for (let seed = 1; seed <= 50; seed++) show({ seed });
  assert.deepEqual(written, ["?utm=1&seed=1"]);
  wait(300);
  assert.deepEqual(written, ["?utm=1&seed=1", "?utm=1&seed=50"]);
});
