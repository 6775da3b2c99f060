import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { isOwn, keepOwn, Networks, nextOwn, supplyNetwork } from "../../../web/elements/image-network/networks.js";
import { serve } from "../helpers/fetched.mjs";

const SITE = new URL("https://site.test/");
const set = (...networks) => ({ networks, classes: [], labels: {} });

let networks;
beforeEach(() => {
  networks = new Networks({ mnist: set("plain", "wide"), fashion: set("cloth", "wide_cloth") });
});

test("what is shown without being asked for has no name in an address", () => {
  assert.deepEqual(
    [
      ["plain", "mnist"],
      ["wide", "mnist"],
      ["cloth", "fashion"],
      ["wide_cloth", "fashion"],
      ["own1", "mnist"],
    ].map((named) => networks.named(...named)),
    [{}, { network: "wide" }, { data: "fashion" }, { data: "fashion", network: "wide_cloth" }, { network: "own1" }],
  );
});

test("a subject that names none has the first network of its data set", () => {
  assert.deepEqual(
    [{}, { data: "fashion" }, { network: "wide" }].map((subject) => [
      networks.dataSet(subject),
      networks.network(subject),
    ]),
    [
      ["mnist", "plain"],
      ["fashion", "cloth"],
      ["mnist", "wide"],
    ],
  );
});

test("the menu names data set and network, or what the reader has brought", () => {
  networks.own = "own3";
  assert.deepEqual(
    ["mnist/plain", "fashion/wide_cloth", "mnist/own"].map((value) => networks.chosen(value)),
    [{}, { data: "fashion", network: "wide_cloth" }, { network: "own3" }],
  );
});

test("an address that names a network alone means its data set, too", () => {
  assert.deepEqual(networks.asked({ network: "wide_cloth", data: "mnist" }), {
    named: { data: "fashion", network: "wide_cloth" },
  });
  assert.deepEqual(networks.asked({ network: "plain", data: "fashion" }), { named: { data: "fashion" } });
  assert.deepEqual(networks.asked({ network: "plain", data: "mnist" }), { named: {} });
});

test("a data set that the network is not for is a remark", () => {
  const { named, wrong } = networks.asked({ network: "wide", data: "fashion" });
  assert.deepEqual([named, wrong?.name, wrong?.value], [{ network: "wide" }, "data", "fashion"]);
});

test("networks of readers get names of their own", () => {
  const names = [nextOwn(), nextOwn()];
  assert.notEqual(...names);
  assert.ok([...names, "own"].every(isOwn));
  assert.ok(!isOwn("plain"));
});

test("the file of a network comes once, and anew where it did not", async (t) => {
  let times = 0;
  const file = `PK\x03\x04 arrays PK\x05\x06${"\0".repeat(18)}`;
  const asked = serve(t, { "wide.npz": () => new Response(times++ ? file : "", { status: times > 1 ? 200 : 404 }) });
  await assert.rejects(supplyNetwork(SITE, "wide"), /did not come/);
  const call = ["take_network", { name: "wide", lang: "en", content: btoa(file) }];
  assert.deepEqual(await supplyNetwork(SITE, "wide"), call);
  assert.deepEqual(await supplyNetwork(SITE, "wide"), call);
  assert.equal(asked.length, 2);
});

test("what a reader has brought is not fetched", async (t) => {
  const asked = serve(t, {});
  keepOwn("own9", { content: "bytes", way: "in-out" });
  assert.deepEqual(await supplyNetwork(SITE, "own9"), [
    "take_network",
    { name: "own9", lang: "en", content: "bytes", way: "in-out" },
  ]);
  assert.deepEqual(asked, []);
});
