import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { Client } from "../../../../web/python/page/client.js";
import { codeOf, PythonError } from "../../../../web/python/page/python-error.js";
import { held, settle } from "../../helpers/fetched.mjs";

const SITE = new URL("https://site.test/");
const CRASHED = { key: "error_crashed", details: {} };
const NO_WEBASSEMBLY = { key: "error_webassembly", details: {} };

const missing = (name) => ({
  error: { code: "missing_network", message: `there is no network ${name}`, for_reader: false, missing: name },
});

/** The connections that were made, each with what it was asked and the hands that answer. */
let connections;
let client;
let phases;
/** How the next connections come. */
let connecting;

beforeEach((t) => {
  t.mock?.timers.enable({ apis: ["setTimeout"] });
  connections = [];
  phases = [];
  connecting = async () => {};
  client = new Client(SITE, async (site, listener) => {
    assert.equal(site, SITE);
    await connecting();
    const connection = {
      listener,
      closed: false,
      asked: [],
      start: (wish) => begun(connection, wish),
      answer: (request) => ask(connection, request),
      close: () => Object.assign(connection, { closed: true }),
    };
    connections.push(connection);
    return connection;
  });
  client.addEventListener("status", () => phases.push(client.status.phase));
});

function begun(connection, wish) {
  const { promise, resolve } = held();
  Object.assign(connection, { wish, started: resolve });
  return promise;
}

function ask(connection, request) {
  const { promise, resolve } = held();
  connection.asked.push({ request, answer: resolve });
  return promise;
}

const last = () => connections.at(-1);

/** Python is live, in the connection that is returned. */
async function live() {
  client.start();
  await settle();
  last().started();
  await settle();
  return last();
}

/** A call, with what becomes of it as soon as something does. */
function call(name = "thing", args = {}, options = undefined) {
  const made = { result: undefined };
  client.call(name, args, options).then(
    (answer) => Object.assign(made, { result: answer }),
    (error) => Object.assign(made, { error }),
  );
  return made;
}

async function after(t, seconds) {
  t.mock.timers.tick(seconds * 1000);
  await settle();
}

test("it starts when it is asked to, once, with the parts that are wanted", async () => {
  assert.deepEqual([client.status, connections], [{ phase: "idle" }, []]);
  client.start(["es"]);
  client.start(["later"]);
  await settle();
  assert.equal(connections.length, 1);
  assert.deepEqual(last().wish, { way: "fast", wanted: ["es", "later"] });
  last().started();
  await settle();
  assert.deepEqual(phases, ["loading", "live"]);
});

test("a call starts it, in the language of the call, and is answered when it is live", async () => {
  const made = call("thing", { lang: "ko", x: 1 });
  await settle();
  assert.deepEqual([last().wish.wanted, last().asked], [["ko"], []]);
  last().started();
  await settle();
  assert.deepEqual(last().asked[0].request, { call: "thing", lang: "ko", x: 1 });
  last().asked[0].answer({ views: [] });
  await settle();
  assert.deepEqual(made.result, { views: [] });
});

test("calls are sent one after the other, in order", async () => {
  const { asked } = await live();
  const made = ["a", "b", "c"].map((name) => call(name));
  await settle();
  assert.deepEqual(
    asked.map(({ request }) => request.call),
    ["a"],
  );
  asked[0].answer({ of: "a" });
  await settle();
  assert.deepEqual(
    asked.map(({ request }) => request.call),
    ["a", "b"],
  );
  asked[1].answer({ of: "b" });
  await settle();
  asked[2].answer({ of: "c" });
  await settle();
  assert.deepEqual(
    made.map(({ result }) => result.of),
    ["a", "b", "c"],
  );
});

test("a call that waits is dropped by its signal; one that runs goes on", async () => {
  const { asked } = await live();
  const [running, waiting] = [new AbortController(), new AbortController()];
  const [first, second] = [call("a", {}, { signal: running.signal }), call("b", {}, { signal: waiting.signal })];
  await settle();
  running.abort();
  waiting.abort(new Error("not wanted any more"));
  asked[0].answer({ of: "a" });
  await settle();
  assert.deepEqual([first.result, second.error.message, asked.length], [{ of: "a" }, "not wanted any more", 1]);
});

test("progress is told while Python starts", async () => {
  client.start();
  await settle();
  const progress = { file: "numpy", loaded: 1, total: 2 };
  last().listener.progress(progress);
  assert.deepEqual(client.status, { phase: "loading", progress });
  last().started();
  await settle();
  last().listener.progress(progress);
  assert.deepEqual(client.status, { phase: "live" });
});

test("where the fast way fails, Python starts the stock way, and calls wait for it", async () => {
  const made = call();
  await settle();
  last().started(CRASHED);
  await settle();
  assert.deepEqual([connections.length, connections[0].closed, last().wish.way], [2, true, "stock"]);
  last().started();
  await settle();
  last().asked[0].answer({ done: true });
  await settle();
  assert.deepEqual([made.result, client.status.phase], [{ done: true }, "live"]);
});

test("where the stock way fails, too, all calls are told, and further ones at once", async () => {
  const made = [call(), call()];
  await settle();
  for (let way = 0; way < 2; way++) {
    last().started(CRASHED);
    await settle();
  }
  assert.deepEqual(client.status, { phase: "error", error: CRASHED });
  assert.ok(made.every(({ error }) => /error_crashed/.test(error.message)));
  await assert.rejects(client.call("thing"), { code: "not_started", message: /error_crashed/ });
  assert.equal(connections.length, 2);
});

test("what another way would meet, too, is told at once", async () => {
  client.start();
  await settle();
  last().started(NO_WEBASSEMBLY);
  await settle();
  assert.deepEqual([connections.length, client.status], [1, { phase: "error", error: NO_WEBASSEMBLY }]);
});

test("retry begins anew, the fast way; but only after a failure", async () => {
  client.retry();
  assert.equal(client.status.phase, "idle");
  client.start();
  await settle();
  last().started(NO_WEBASSEMBLY);
  await settle();
  client.retry();
  await settle();
  assert.deepEqual([connections.length, last().wish.way, client.status.phase], [2, "fast", "loading"]);
});

test("a script that does not come is a file that did not come; by Retry it is asked for again", async () => {
  connecting = () => Promise.reject(new TypeError("network"));
  const made = call();
  await settle();
  assert.deepEqual(client.status.error, { key: "error_file", details: { file: "connection.js", status: 0 } });
  assert.ok(made.error);
  connecting = async () => {};
  client.retry();
  await settle();
  assert.equal(connections.length, 1);
});

test("a start at which nothing comes for 30 seconds has stalled; progress puts that off", async (t) => {
  client.start();
  await settle();
  await after(t, 29);
  last().listener.progress({ file: "a", loaded: 1, total: 2 });
  await after(t, 29);
  assert.equal(connections.length, 1);
  await after(t, 1);
  assert.deepEqual(client.status.error, { key: "error_stalled", details: { seconds: 30 } });
  assert.equal(connections.length, 1, "by another way as little would come");
});

test("a start that goes no further although all has come is tried the other way, once", async (t) => {
  client.start();
  await settle();
  last().listener.progress({ file: "a", loaded: 2, total: 2 });
  await after(t, 30);
  assert.deepEqual([connections.length, last().wish.way], [2, "stock"]);
  last().listener.progress({ file: "a", loaded: 2, total: 2 });
  await after(t, 30);
  assert.deepEqual([connections.length, client.status.error.key], [2, "error_stalled"]);
});

test("a browser without memory is not asked for it by another way", async () => {
  client.start();
  await settle();
  last().started({ key: "error_memory", details: {} });
  await settle();
  assert.deepEqual([connections.length, client.status.error.key], [1, "error_memory"]);
});

test("a connection that comes when another start has begun is closed", async (t) => {
  const slow = held();
  connecting = () => slow.promise;
  client.start();
  await settle();
  connecting = async () => {};
  await after(t, 30);
  client.retry();
  await settle();
  assert.equal(connections.length, 1);
  slow.resolve();
  await settle();
  assert.deepEqual([connections.length, connections[0].closed, connections[1].closed], [2, false, true]);
  connections[0].started();
  await settle();
  assert.equal(client.status.phase, "live");
});

test("a worker that dies is replaced, and the call that it was busy with sent once more", async () => {
  const first = await live();
  const made = call();
  await settle();
  first.listener.died();
  await settle();
  assert.deepEqual([connections.length, first.closed, last().wish.way], [2, true, "fast"]);
  last().started();
  await settle();
  last().asked[0].answer({ done: true });
  first.asked[0].answer({ done: "too late" });
  await settle();
  assert.deepEqual(made.result, { done: true });
});

test("one that dies while it starts has failed that way", async () => {
  client.start();
  await settle();
  last().listener.died();
  await settle();
  assert.equal(last().wish.way, "stock");
});

test("what a connection that was given up says is not heard", async () => {
  const first = await live();
  first.listener.died();
  await settle();
  first.listener.died();
  first.listener.progress({ file: "a", loaded: 1, total: 2 });
  first.started(CRASHED);
  await settle();
  assert.deepEqual([connections.length, client.status], [2, { phase: "loading" }]);
});

test("a call without an answer is sent once more, then the stock way, then told", async (t) => {
  await live();
  const made = [call("hangs"), call("next")];
  await settle();
  for (const way of ["fast", "stock", "stock"]) {
    await after(t, 15);
    assert.equal(last().wish.way, way);
    last().started();
    await settle();
    assert.deepEqual(last().asked[0].request, { call: "hangs" });
  }
  await after(t, 15);
  assert.match(made[0].error.message, /hangs: no answer within 15 s/);
  assert.equal(made[0].error.code, "no_answer");
  last().started();
  await settle();
  last().asked[0].answer({ of: "next" });
  await settle();
  assert.deepEqual(made[1].result, { of: "next" });
});

test("a call that waits for a part of Python hangs only when nothing comes", async (t) => {
  const { listener } = await live();
  call();
  await settle();
  for (let i = 0; i < 3; i++) {
    await after(t, 14);
    listener.progress({ file: "later", loaded: i, total: 9 });
  }
  assert.equal(connections.length, 1);
  await after(t, 15);
  assert.equal(connections.length, 2);
});

test("where something that a call needs does not come, it is answered the stock way", async () => {
  const { asked } = await live();
  const made = call();
  await settle();
  asked[0].answer({ failure: CRASHED });
  await settle();
  assert.equal(last().wish.way, "stock");
  last().started();
  await settle();
  last().asked[0].answer({ done: true });
  await settle();
  assert.deepEqual(made.result, { done: true });
});

test("a network that Python lacks is handed over, and the call sent again", async () => {
  const { asked } = await live();
  client.supplies = {
    missing_network: async (name) => ["take_network", { name, content: `file of ${name}`, lang: "en" }],
  };
  const made = call("thing", { network: "own" });
  await settle();
  asked[0].answer(missing("own"));
  await settle();
  assert.deepEqual(asked[1].request, { call: "take_network", name: "own", content: "file of own", lang: "en" });
  asked[1].answer({ name: "own" });
  await settle();
  assert.deepEqual(asked[2].request, { call: "thing", network: "own" });
  asked[2].answer({ done: true });
  await settle();
  assert.deepEqual(made.result, { done: true });
});

test("a network that nobody has, or that Python does not keep, ends the call", async () => {
  const { asked } = await live();
  const first = call();
  await settle();
  asked[0].answer(missing("none"));
  await settle();
  assert.match(first.error.message, /none/);
  client.supplies = { missing_network: async (name) => ["take_network", { name, content: "file", lang: "en" }] };
  const second = call();
  await settle();
  asked[1].answer(missing("lost"));
  await settle();
  asked[2].answer({});
  await settle();
  asked[3].answer(missing("lost"));
  await settle();
  assert.match(second.error.message, /lost/);
});

test("what Python says is wrong with a call is told to whoever made it, and to nobody else", async () => {
  const { asked } = await live();
  const [first, second] = [call(), call()];
  await settle();
  asked[0].answer({ error: { code: "wrong_argument", message: "it is too large", for_reader: false } });
  await settle();
  asked[1].answer({ done: true });
  await settle();
  assert.deepEqual(
    [first.error.message, first.error.code, second.result, client.status.phase],
    ["it is too large", "wrong_argument", { done: true }, "live"],
  );
});

test("what nobody foresaw is told with its traceback in the console, and Python goes on", async (t) => {
  const said = t.mock.method(console, "error", () => {});
  const { asked } = await live();
  const [first, second] = [call(), call()];
  await settle();
  const traceback = "Traceback (most recent call last):\n  …\nZeroDivisionError: division by zero";
  asked[0].answer({
    error: { code: "unforeseen", message: "ZeroDivisionError: division by zero", for_reader: false, traceback },
  });
  await settle();
  asked[1].answer({ done: true });
  await settle();
  assert.deepEqual(said.mock.calls[0].arguments, [traceback]);
  assert.deepEqual([first.error.code, first.error.failure.key], ["unforeseen", "error_unforeseen"]);
  assert.deepEqual([second.result, client.status.phase, connections.length], [{ done: true }, "live", 1]);
});

test("arguments that cannot be sent are told, and Python goes on", async () => {
  const connection = await live();
  const { answer } = connection;
  connection.answer = async () => {
    throw new TypeError("a BigInt is no JSON");
  };
  const first = call();
  await settle();
  assert.deepEqual([first.error.code, connections.length], ["wrong_argument", 1]);
  connection.answer = answer;
  const second = call();
  await settle();
  connection.asked[0].answer({ done: true });
  await settle();
  assert.deepEqual(second.result, { done: true });
});

test("an error says itself which sentence tells it", () => {
  const sentence = (code, for_reader = false) => new PythonError({ code, message: "why", for_reader }).failure;
  const details = { reason: "why" };
  assert.deepEqual(sentence("wrong_number", true), { key: "error_for_reader", details });
  assert.deepEqual(sentence("wrong_argument"), { key: "error_call", details });
  assert.deepEqual(sentence("no_answer"), { key: "error_answer", details });
  assert.deepEqual(sentence("unforeseen"), { key: "error_unforeseen", details });
  assert.deepEqual([codeOf(new Error("any")), codeOf(undefined)], [undefined, undefined]);
});

test("a minute after the last demo has left the page Python goes, unless it is busy or another demo comes", async (t) => {
  const [first, second, third] = [0, 1, 2].map(() => new AbortController());
  client.serve(first.signal);
  client.serve(second.signal);
  const { asked } = await live();
  first.abort();
  await after(t, 61);
  second.abort();
  await after(t, 59);
  client.serve(third.signal);
  await after(t, 61);
  assert.equal(client.status.phase, "live");
  third.abort();
  await after(t, 50);
  call();
  await settle();
  await after(t, 10);
  asked[0].answer({});
  await settle();
  assert.equal(client.status.phase, "live", "it was busy");
  await after(t, 60);
  assert.deepEqual([client.status.phase, last().closed], ["idle", true]);
  client.start();
  await settle();
  assert.equal(connections.length, 2);
});
