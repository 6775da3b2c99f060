// One worker and the thread to it: start, answer, close; tells when the worker has died.

import { proxy, wrap } from "comlink";

import { scriptAddress } from "../../trusted.js";
import { forbidden } from "./forbidden.js";

/**
 * @typedef {import("../../types.js").Failure} Failure
 * @typedef {import("../../types.js").Progress} Progress
 * @typedef {{progress: (progress: Progress) => void, died: () => void}} Listener
 * @typedef {{way: "fast" | "stock", wanted: string[]}} Wish how Python is to start, and which parts come along
 */

export class Connection {
  #closed = new AbortController();
  #lock = `forward-pass ${Math.random()}`;

  /** @param {URL} site @param {Listener} listener */
  constructor(site, listener) {
    this.site = site;
    this.listener = listener;
    const script = scriptAddress(new URL("worker.js", import.meta.url));
    this.worker = new Worker(script, { type: "module", name: "python" });
    /** @type {import("comlink").Remote<import("../worker/worker.js").PythonWorker>} */
    this.remote = wrap(this.worker);
  }

  /** Starts Python; the failure, or nothing once it answers. @param {Wish} wish @returns {Promise<Failure | undefined>} */
  start(wish) {
    return Promise.race([this.#start(wish), this.#missing()]);
  }

  /** Pixels may go as bytes. @param {{call: string, pixels?: unknown}} request @returns {Promise<import("../../types.js").Answered>} */
  async answer(request) {
    const bytes = request.pixels instanceof Uint8Array ? request.pixels : undefined;
    const rest = bytes ? { ...request, pixels: "" } : request;
    return JSON.parse(await this.remote.answer(rest, bytes));
  }

  close() {
    this.#closed.abort();
    this.worker.terminate();
  }

  /** The lock need not be held before Python starts: the worker hears both at once. @param {Wish} wish */
  #start(wish) {
    this.#locked().then((held) => held && this.#awaitDeath());
    return this.remote.start(new URL(PARTS.python, this.site).href, wish, proxy(this.listener.progress));
  }

  /** Whether the worker holds the lock. Browsers that block the storage of third parties refuse locks in a frame of another site. */
  async #locked() {
    return (
      Boolean(navigator.locks) &&
      this.remote.hold(this.#lock).then(
        () => true,
        () => false,
      )
    );
  }

  /** The worker holds a lock as long as it lives: when the lock can be had, it is dead. */
  #awaitDeath() {
    navigator.locks.request(this.#lock, { signal: this.#closed.signal }, this.listener.died).catch(() => {});
  }

  /** @returns {Promise<Failure>} the worker's own script did not come */
  #missing() {
    return new Promise((resolve) => {
      const missing = { key: "error_file", details: { file: "worker.js", status: 0 } };
      const failed = () => setTimeout(() => resolve(forbidden(this.site) ?? missing)); // the page hears of its policy about now
      this.worker.addEventListener("error", failed, { signal: this.#closed.signal });
    });
  }
}
