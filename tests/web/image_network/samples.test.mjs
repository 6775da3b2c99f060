import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { PER_FILE, Samples } from "../../../web/elements/image-network/samples.js";
import { serve, summed } from "../helpers/fetched.mjs";

const COUNT = 150;
const labels = Uint8Array.from({ length: COUNT }, (_, i) => i % 10);
const predictions = labels.map((label, i) => (i === 20 || i === 120 ? 9 - label : label));
/** Each image has the number of its sample in its first pixel. */
const images = (file) =>
  Uint8Array.from({ length: PER_FILE * 784 }, (_, i) => (i % 784 ? 0 : file * PER_FILE + i / 784));
const FILES = {
  "labels.bin": summed(labels),
  "net.bin": summed(predictions),
  "0.bin": summed(images(0)),
  "1.bin": summed(images(1)),
  "2.bin": summed(images(2)),
};

let samples;
beforeEach(() => {
  samples = new Samples(new URL("https://site.test/mnist/"));
});

test("an image is cut out of the file of fifty that it is in", async (t) => {
  const asked = serve(t, FILES);
  for (const sample of [0, 49, 50, 149]) {
    const { pixels, label } = await samples.get(sample);
    assert.deepEqual([pixels.length, pixels[0], label], [784, sample, sample % 10]);
  }
  assert.deepEqual(asked.sort(), ["0.bin", "1.bin", "2.bin", "labels.bin"], "each once");
});

test("bytes that are not those of the file are named, and never shown", async (t) => {
  const told = (file) => ({ failure: { key: "error_data", details: { file, status: 200 } } });
  serve(t, { ...FILES, "0.bin": FILES["0.bin"].subarray(0, 20_000), "labels.bin": "<!doctype html>".repeat(10) });
  await assert.rejects(samples.images(0), told("0.bin"));
  await assert.rejects(samples.labels(), told("labels.bin"));
  serve(t, FILES);
  assert.equal((await samples.get(3)).label, 3, "asked for anew, it comes");
});

test("the next of a class comes from the start again after the last one", async (t) => {
  serve(t, FILES);
  assert.deepEqual(
    await Promise.all(
      [
        [0, 3],
        [3, 3],
        [148, 3],
      ].map((asked) => samples.nextOfClass(...asked)),
    ),
    [3, 13, 3],
  );
});

test("of a class that no image has, the one that is shown stays", async (t) => {
  serve(t, FILES);
  assert.equal(await samples.nextOfClass(42, 11), 42);
});

test("the next mistake is the next image whose prediction is not its class", async (t) => {
  serve(t, FILES);
  assert.deepEqual(await Promise.all([0, 20, 120].map((sample) => samples.nextMistake(sample, "net"))), [20, 120, 20]);
});

test("a network that has to be asked is asked file by file, from the one that is shown on", async (t) => {
  serve(t, FILES);
  const asked = [];
  const ask = async (bytes) => {
    asked.push(bytes[0]);
    return [...predictions.subarray(bytes[0], bytes[0] + PER_FILE)];
  };
  assert.equal(await samples.findMistake(20, ask), 120);
  assert.deepEqual(asked, [0, 50, 100]);
  assert.equal(await samples.findMistake(120, ask), 20);
});

test("a network without a mistake leaves what is shown", async (t) => {
  serve(t, FILES);
  const right = async (bytes) => [...labels.subarray(bytes[0], bytes[0] + PER_FILE)];
  assert.equal(await samples.findMistake(60, right), 60);
});

test("a file that did not come is asked for anew", async (t) => {
  let times = 0;
  serve(t, {
    ...FILES,
    "labels.bin": () => (times++ ? new Response(FILES["labels.bin"]) : new Response("", { status: 503 })),
  });
  await assert.rejects(samples.labels(), {
    failure: { key: "error_data", details: { file: "labels.bin", status: 503 } },
  });
  assert.deepEqual(await samples.labels(), labels);
});
