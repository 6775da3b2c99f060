// A hidden frame of our site holds a Python: that of the demos on a page of another origin, which may not start our worker; and everywhere that of a reader's code.
// As Connection: start, answer, close.

/**
 * @typedef {import("../../types.js").Failure} Failure
 * @typedef {import("../../types.js").Answered} Answered
 * @typedef {import("./connection.js").Listener & {printed?: (text: string) => void}} Listener printed: of a reader's code, while it runs
 * @typedef {import("./connection.js").Wish} Wish
 */

import { forbidden } from "./forbidden.js";

const PATIENCE = 5000; // ms, from when the frame has loaded until its script has spoken
const PATIENCE_ISOLATED = 500; // the same in a page where most likely a header is missing

export class FrameConnection {
  #closed = new AbortController();
  #frame = document.createElement("iframe");
  /** @type {MessagePort | undefined} */
  #port;
  /** @type {(value: unknown) => void} who waits for what the frame says next */
  #settle = () => {};

  /** @param {URL} site @param {Listener} listener @param {string} page the one that holds it, from the site's root */
  constructor(site, listener, page = "embed/runtime/") {
    this.address = new URL(page, site);
    this.listener = listener;
  }

  /** Starts Python; the failure, or nothing once it answers. @param {Wish} wish @returns {Promise<Failure | undefined>} */
  async start(wish) {
    const failure = await Promise.race([this.#open(), this.#refused(), this.#silent()]);
    return failure ?? /** @type {Promise<Failure | undefined>} */ (this.#ask({ type: "start", ...wish }));
  }

  /** One at a time. @param {object} request */
  answer(request) {
    return /** @type {Promise<Answered>} */ (this.#ask({ type: "request", request }));
  }

  close() {
    this.#closed.abort();
    this.#port?.close();
    this.#frame.remove();
  }

  /** @returns {Promise<undefined>} when the frame has sent its port */
  #open() {
    const frame = this.#frame;
    frame.title = "Forward Pass";
    frame.style.setProperty("display", "none", "important");
    frame.src = this.address.href;
    return new Promise((opened) => {
      const hear = (/** @type {MessageEvent} */ { source, origin, data, ports }) => {
        if (source !== frame.contentWindow || origin !== this.address.origin) return;
        if (data?.type !== "forward-pass:runtime" || ports.length !== 1) return;
        this.#listen(ports[0]);
        opened(undefined);
      };
      addEventListener("message", hear, { signal: this.#closed.signal });
      document.documentElement.append(frame);
    });
  }

  /** @param {MessagePort} port */
  #listen(port) {
    this.#port = port;
    port.onmessage = ({ data: { type, value } }) => {
      if (type === "progress") this.listener.progress(value);
      else if (type === "printed") this.listener.printed?.(value);
      else if (type === "died") this.listener.died();
      else this.#settle(value);
    };
  }

  /** @param {object} message @returns {Promise<unknown>} */
  #ask(message) {
    return new Promise((settle) => {
      this.#settle = settle;
      this.#port?.postMessage(message);
    });
  }

  /** @returns {Promise<Failure>} the page's policy forbids the frame */
  #refused() {
    return new Promise((resolve) => {
      const violated = (/** @type {SecurityPolicyViolationEvent} */ { effectiveDirective }) => {
        const failure = effectiveDirective === "frame-src" && forbidden(this.address);
        if (failure) resolve(failure);
      };
      document.addEventListener("securitypolicyviolation", violated, { signal: this.#closed.signal });
    });
  }

  /** @returns {Promise<Failure>} something has loaded, but not our page */
  #silent() {
    const isolated = globalThis.crossOriginIsolated;
    const failure = { key: isolated ? "error_isolated" : "error_frame", details: { address: this.address.href } };
    return new Promise((resolve) => {
      const loaded = () => setTimeout(() => resolve(failure), isolated ? PATIENCE_ISOLATED : PATIENCE);
      this.#frame.addEventListener("load", loaded, { signal: this.#closed.signal });
    });
  }
}
