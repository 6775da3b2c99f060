// The one Python of the page, for every demo on it: call() → Promise. It starts the worker, notices when it dies or hangs, and starts another.

import { forbidden, isSandboxed } from "./forbidden.js";
import { PythonError } from "./python-error.js";

/**
 * @typedef {import("../../messages.js").Calls} Calls
 * @typedef {import("../../messages.js").CallError} CallError
 * @typedef {import("../../types.js").Status} Status
 * @typedef {import("../../types.js").Failure} Failure
 * @typedef {import("../../types.js").Answered} Answered
 * @typedef {{[Name in keyof Calls]: [name: Name, args: Calls[Name]["arguments"]]}[keyof Calls]} Supplied
 * @typedef {{name: string, args: object, sent: number,
 *            resolve: (answer: unknown) => void, reject: (error: Error) => void}} Call
 */

const STALL_SECONDS = 30;
const MISSING = { key: "error_file", details: { file: "connection.js", status: 0 } };
const CALL_SECONDS = 15;
const MOST_ATTEMPTS = 2;
const WHATEVER_THE_WAY = [
  "error_webassembly",
  "error_memory",
  "error_sandbox",
  "error_isolated",
  "error_frame",
  "error_policy",
]; // the failures that the stock way would meet, too
const SPARE_SECONDS = 60; // that Python waits for another demo when the last one has left the page

/** Dispatches "status" whenever its `status` has changed. */
export class Client extends EventTarget {
  /** @type {Status} */
  status = { phase: "idle" };
  /** What Python lacks, by the code of the error that says so: the call that gives it. @type {Record<string, (missing: string) => Promise<Supplied>>} */
  supplies = {};
  /** @type {Call[]} */
  #queue = [];
  /** @type {Call | undefined} the call the worker is busy with */
  #current;
  /** @type {Awaited<ReturnType<typeof connectTo>> | undefined} */
  #connection;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #watchdog;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #spare;
  #users = 0;
  #boots = 0;
  /** The stock way when the fast one has failed. @type {"fast" | "stock"} */
  #way = "fast";
  /** @type {Set<string>} parts of Python that come along with its start */
  #wanted = new Set();
  #site;
  #connect;

  /** @param {URL} site its root @param {typeof connectTo} [connect] */
  constructor(site, connect = connectTo) {
    super();
    this.#site = site;
    this.#connect = connect;
  }

  /** A demo that may need Python is in the page until the signal: when the last one has gone, Python goes too. @param {AbortSignal} signal */
  serve(signal) {
    this.#users += 1;
    clearTimeout(this.#spare);
    const left = () => {
      this.#users -= 1;
      if (this.#users === 0) this.#stopLater();
    };
    signal.addEventListener("abort", left, { once: true });
  }

  /** Starts Python unless it was started before. @param {string[]} [wanted] parts of it that are needed from the first answer on, and the demos that ask */
  start(wanted = []) {
    for (const part of wanted) this.#wanted.add(part);
    if (this.status.phase === "idle") this.#boot();
  }

  /** Starts Python again after a failure. */
  retry() {
    if (this.status.phase !== "error") return;
    this.#way = "fast";
    this.#boot();
  }

  /**
   * Asks Python; waits until it is live. Rejects with a PythonError, whose code says why there is no answer.
   * @template {keyof Calls} Name
   * @param {Name} name
   * @param {Calls[Name]["arguments"]} args
   * @param {{signal?: AbortSignal}} [options] signal: drops a call that still waits for its turn
   * @returns {Promise<Calls[Name]["answer"]>}
   */
  call(name, args, { signal } = {}) {
    if (signal?.aborted) return Promise.reject(signal.reason);
    if (this.status.error) return Promise.reject(startError(this.status.error));
    const { lang } = /** @type {{lang?: string}} */ (Object(args));
    this.start(lang ? [String(lang)] : []);
    return new Promise((resolved, reject) => {
      const resolve = /** @type {Call["resolve"]} */ (resolved); // what Python answers is what messages.py says
      const call = { name, args: Object(args), sent: 0, resolve, reject };
      signal?.addEventListener("abort", () => this.#drop(call, signal.reason), { once: true });
      this.#queue.push(call);
      this.#next();
    });
  }

  /** A call that runs already goes on: its answer will do for later. @param {Call} call @param {Error} reason */
  #drop(call, reason) {
    if (!this.#queue.includes(call)) return;
    this.#queue = this.#queue.filter((waiting) => waiting !== call);
    call.reject(reason);
  }

  async #boot() {
    const boot = ++this.#boots;
    if (isSandboxed()) return this.#fail({ key: "error_sandbox", details: {} });
    this.#set({ phase: "loading" });
    this.#watchStart();
    const connecting = this.#connect(this.#site, {
      progress: (progress) => {
        if (connection !== this.#connection) return;
        if (this.#current) this.#watch(CALL_SECONDS, () => this.#hung()); // it waits for a part of Python
        if (this.status.phase !== "loading") return;
        this.#set({ phase: "loading", progress });
        this.#watchStart();
      },
      died: () => connection === this.#connection && this.#died(),
    });
    const connection = await connecting.catch(() => undefined);
    if (boot !== this.#boots) return connection?.close(); // its script took so long that another one has begun
    if (!connection) return this.#fail(forbidden(this.#site) ?? MISSING);
    this.#connection = connection;
    const failure = await connection.start({ way: this.#way, wanted: [...this.#wanted] });
    if (connection !== this.#connection) return;
    if (failure) this.#failed(failure);
    else this.#live();
  }

  /** Where files do not come, those of another way would not either: only where all are there the way may be to blame. */
  #watchStart() {
    const stalled = { key: "error_stalled", details: { seconds: STALL_SECONDS } };
    const { loaded = 0, total = 1 } = this.status.progress ?? {};
    this.#watch(STALL_SECONDS, () => (loaded < total ? this.#fail(stalled) : this.#failed(stalled)));
  }

  #live() {
    clearTimeout(this.#watchdog);
    this.#set({ phase: "live" });
    this.#next();
  }

  /** What makes Python fast may be what has failed: then it starts the stock way, with the call that was running. @param {Failure} failure */
  #failed(failure) {
    if (this.#way === "stock" || WHATEVER_THE_WAY.includes(failure.key)) return this.#fail(failure);
    this.#way = "stock";
    if (this.#current) this.#current.sent = 0;
    this.#restart();
  }

  /** @param {Failure} error */
  #fail(error) {
    this.#stop();
    this.#set({ phase: "error", error });
    for (const call of [this.#current, ...this.#queue.splice(0)]) call?.reject(startError(error));
    this.#current = undefined;
  }

  #died() {
    if (this.status.phase === "loading") this.#failed({ key: "error_crashed", details: {} });
    else this.#restart();
  }

  /** No answer for too long. Where that happens to a call twice, the way may be to blame. */
  #hung() {
    const isFirst = (this.#current?.sent ?? 0) < MOST_ATTEMPTS;
    if (isFirst || this.#way === "stock") this.#restart();
    else this.#failed({ key: "error_stalled", details: { seconds: CALL_SECONDS } });
  }

  /** Another worker; the call that was running is sent once more. */
  #restart() {
    this.#stop();
    const call = this.#current;
    this.#current = undefined;
    if (call && call.sent < MOST_ATTEMPTS) this.#queue.unshift(call);
    else call?.reject(unanswered("no_answer", `${call.name}: no answer within ${CALL_SECONDS} s`));
    this.#boot();
  }

  /** Not while it starts or computes. */
  #stopLater() {
    this.#spare = setTimeout(() => {
      if (this.status.phase === "loading" || this.#current) return this.#stopLater();
      this.#stop();
      this.#set({ phase: "idle" });
    }, SPARE_SECONDS * 1000);
  }

  #stop() {
    clearTimeout(this.#watchdog);
    this.#connection?.close();
    this.#connection = undefined;
  }

  /** Sends the next call, one at a time, so that a call nobody waits for any more can be dropped. */
  async #next() {
    const connection = this.#connection;
    if (this.status.phase !== "live" || this.#current || !connection || this.#queue.length === 0) return;
    const call = /** @type {Call} */ (this.#queue.shift());
    this.#current = call;
    call.sent += 1;
    this.#watch(CALL_SECONDS, () => this.#hung());
    const answer = await connection.answer({ call: call.name, ...call.args }).catch(notSent);
    if (connection !== this.#connection) return;
    clearTimeout(this.#watchdog);
    if (answer.failure) return this.#failed(answer.failure);
    this.#current = undefined;
    if (answer.error) this.#refused(answer.error, call);
    else call.resolve(answer);
    this.#next();
  }

  /** @param {CallError} error @param {Call} call */
  #refused(error, call) {
    if (error.traceback) console.error(error.traceback);
    const supply = this.supplies[error.code];
    if (supply && call.sent < MOST_ATTEMPTS) this.#handOver(supply(error.missing ?? ""), call);
    else call.reject(new PythonError(error));
  }

  /** Python lacks something, as it has just started or never had it: it gets that and is asked again. @param {Promise<Supplied>} supplied @param {Call} call */
  async #handOver(supplied, call) {
    try {
      const [name, args] = await supplied;
      await this.call(name, args);
      this.#queue.unshift(call);
      this.#next();
    } catch (error) {
      call.reject(/** @type {Error} */ (error));
    }
  }

  /** @param {number} seconds @param {() => void} otherwise */
  #watch(seconds, otherwise) {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(otherwise, seconds * 1000);
  }

  /** @param {Status} status */
  #set(status) {
    this.status = status;
    this.dispatchEvent(new Event("status"));
  }
}

/**
 * A worker of another origin is refused: there, a frame of our site holds it.
 * @param {URL} site @param {import("./connection.js").Listener} listener @returns {Promise<Pick<import("./connection.js").Connection, "start" | "answer" | "close">>}
 */
async function connectTo(site, listener) {
  if (site.origin === origin) return new (await import("./connection.js")).Connection(site, listener);
  return new (await import("./frame-connection.js")).FrameConnection(site, listener);
}

/** @param {Failure} failure */
function startError({ key, details }) {
  return unanswered("not_started", `${key} ${JSON.stringify(details)}`);
}

/** @param {import("../../types.js").Unanswered["code"]} code @param {string} message */
function unanswered(code, message) {
  return new PythonError({ code, message, for_reader: false });
}

/** Arguments that are no plain data never reach Python. @param {unknown} error @returns {Answered} */
function notSent(error) {
  return { error: { code: "wrong_argument", message: String(error), for_reader: false } };
}
