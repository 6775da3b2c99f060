// The custom elements themselves: thin hosts that wait until they are near the view, then open the demo that does the work.

import { whenInView } from "./in-view.js";
import { leaveName } from "./paper.js";
import { attributesOf } from "./registry.js";

/**
 * @typedef {import("./registry.js").Registration} Registration
 * @typedef {import("./demo-frame.js").DemoFrame} DemoFrame
 * @typedef {import("./demo-frame.js").Surroundings} Surroundings
 * @typedef {(element: HTMLElement, surroundings: Surroundings) => Promise<DemoFrame>} Open
 */

const NEAR = "400px";
const ADVICE =
  "The host of embed.js must have the whole site; for pages of other origins, with Access-Control-Allow-Origin.";

/** @param {Registration} demo @param {Surroundings} surroundings */
export function defineDemo(demo, surroundings) {
  if (customElements.get(demo.element)) return;
  customElements.define(demo.element, demoElement(demo, surroundings));
}

/** The class of one demo: all that is its own is what it opens and which attributes it follows. @param {Registration} demo @param {Surroundings} surroundings */
function demoElement(demo, surroundings) {
  return class extends DemoElement {
    static observedAttributes = attributesOf(demo);

    constructor() {
      super(demo, surroundings);
    }
  };
}

class DemoElement extends HTMLElement {
  /** @type {DemoFrame | undefined} */
  #opened;
  /** @type {Promise<DemoFrame> | undefined} */
  #coming;
  #waiting = new AbortController();
  #demo;
  #surroundings;

  /** @param {Registration} demo @param {Surroundings} surroundings */
  constructor(demo, surroundings) {
    super();
    this.#demo = demo;
    this.#surroundings = surroundings;
  }

  connectedCallback() {
    if (!this.#opened) this.setAttribute("state", "idle"); // that of an element it was cloned from is not its own
    this.#waiting = new AbortController();
    const { signal } = this.#waiting;
    leaveName(this, this.#demo, this.#surroundings.site);
    addEventListener("beforeprint", () => this.#open(), { signal }); // too late for this sheet, not for the next
    this.#surroundings.python.serve(signal);
    this.#opened?.connect();
    // The page of a demo shows it first; an observer would only tell after the first layout.
    if (this.hasAttribute("address")) return void this.#startPython(signal);
    whenInView(this, () => this.#startPython(signal), { signal });
    whenInView(this, () => this.#open(), { margin: NEAR, signal });
  }

  disconnectedCallback() {
    this.#waiting.abort();
    this.#opened?.disconnect();
  }

  /** @param {string} name */
  attributeChangedCallback(name) {
    this.#opened?.changed(name);
  }

  /** The View on screen; null before the first one is known. */
  get view() {
    return this.#opened?.view ?? null;
  }

  /** Behind the first lesson, whose few bytes should not wait for its many. @param {AbortSignal} signal */
  async #startPython(signal) {
    await this.#open();
    const opened = this.#opened;
    await opened?.lessons.load(opened.subject).catch(() => {});
    if (!signal.aborted && opened) this.#surroundings.python.start([this.#demo.call, ...opened.parts]);
  }

  async #open() {
    this.#coming ??= this.#demo.open(this, this.#surroundings);
    const opened = await this.#coming.catch((error) => this.#missing(error));
    if (!opened || this.#opened) return;
    this.#opened = opened;
    if (this.isConnected) opened.connect();
  }

  /** @param {Error} error */
  #missing({ message }) {
    this.#coming = undefined;
    this.setAttribute("state", "error");
    console.error(`${this.localName}: ${message}. ${ADVICE}`);
  }
}
