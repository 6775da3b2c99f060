import assert from "node:assert/strict";
import { test } from "node:test";
import { Recorded, unpacked } from "../../../web/elements/lessons/recorded.js";
import { serve } from "../helpers/fetched.mjs";

const FOLDER = new URL("https://site.test/lessons/en/");
const NO_PAGE = { querySelector: () => null };
const LESSON = { views: [{ svg: "a&b" }] };
const PIECES = '{"views":[{"svg":"\n"}]}';
const PACKED = JSON.stringify(["a&b"]);

/** A page that has brought some files along. */
function pageWith(files) {
  return { querySelector: (selector) => ({ textContent: files[selector.match(/data-file="(.*)"/)[1]] ?? null }) };
}

const recorded = (page = NO_PAGE, pieces = "pieces.txt") =>
  new Recorded(FOLDER, "seed", { recorded: [0, 7], pieces }, page);

test("the pieces and what stands between them make the whole", () => {
  assert.equal(unpacked("a\nb\nc", ["1", "2"]), "a1b2c");
  assert.equal(unpacked("a", []), "a");
  assert.equal(unpacked("\n", ["$&"]), "$&");
});

test("a recording is of a number alone", () => {
  assert.deepEqual(
    [{ seed: 7 }, { seed: "7" }, { seed: 1 }, { sample: 7 }, { seed: 7, network: "x" }, {}].map((subject) =>
      recorded().has(subject),
    ),
    [true, true, false, false, false, false],
  );
});

test("it is fetched, with the pieces once for all", async (t) => {
  const asked = serve(t, { "7.json": PACKED, "0.json": PACKED, "pieces.txt": PIECES });
  const lessons = recorded();
  assert.deepEqual(await lessons.get({ seed: 7 }), LESSON);
  assert.deepEqual(await lessons.get({ seed: 0 }), LESSON);
  assert.deepEqual(asked.sort(), ["0.json", "7.json", "pieces.txt"]);
});

test("without pieces the file is the lesson", async (t) => {
  serve(t, { "7.json": JSON.stringify(LESSON) });
  assert.deepEqual(await recorded(NO_PAGE, "").get({ seed: 7 }), LESSON);
});

test("what the page has brought along is not fetched", async (t) => {
  const asked = serve(t, {});
  assert.deepEqual(await recorded(pageWith({ "7.json": PACKED, "pieces.txt": PIECES })).get({ seed: 7 }), LESSON);
  assert.deepEqual(asked, []);
});

test("what the page has brought along and is damaged is fetched", async (t) => {
  const asked = serve(t, { "7.json": PACKED, "pieces.txt": PIECES });
  for (const damage of ["", "[", "<!doctype html>", "null"]) {
    assert.deepEqual(await recorded(pageWith({ "7.json": damage, "pieces.txt": PIECES })).get({ seed: 7 }), LESSON);
  }
  assert.equal(asked.filter((name) => name === "7.json").length, 4);
});

test("pieces that were fetched damaged are fetched anew", async (t) => {
  let times = 0;
  serve(t, { "7.json": PACKED, "pieces.txt": () => new Response(times++ ? PIECES : "<!doctype html>") });
  assert.deepEqual(await recorded().get({ seed: 7 }), LESSON);
});

test("where the file does not come, it says which and how the server answered", async (t) => {
  serve(t, { "pieces.txt": PIECES });
  const told = { failure: { key: "error_data", details: { file: "7.json", status: 404 } } };
  await assert.rejects(recorded().get({ seed: 7 }), told);
});
