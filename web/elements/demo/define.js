// The custom elements themselves: thin hosts that wait until they are near the view, then open the demo that does the work.

import { whenInView } from "./in-view.js";
import { leaveName } from "./paper.js";
import { attributesOf } from "./registry.js";

/**
 * @typedef {import("./demo-frame.js").DemoFrame} DemoFrame
 * @typedef {import("./demo-frame.js").Surroundings} Surroundings
 * @typedef {(element: HTMLElement, surroundings: Surroundings) => Promise<DemoFrame>} Open
 */

const NEAR = "400px";
const ADVICE =
  "The host of embed.js must have the whole site; for pages of other origins, with Access-Control-Allow-Origin.";

/** @param {import("./registry.js").Registration} demo @param {Surroundings} surroundings */
export function defineDemo(demo, surroundings) {
  if (customElements.get(demo.element)) return;
  customElements.define(demo.element, demoElement(demo, surroundings));
}

/** @param {import("./registry.js").Registration} demo @param {Surroundings} surroundings */
function demoElement(demo, surroundings) {
  return class extends HTMLElement {
    static observedAttributes = attributesOf(demo);

    /** @type {DemoFrame | undefined} */
    #demo;
    /** @type {Promise<DemoFrame> | undefined} */
    #coming;
    #waiting = new AbortController();

    connectedCallback() {
      if (!this.#demo) this.setAttribute("state", "idle"); // that of an element it was cloned from is not its own
      this.#waiting = new AbortController();
      const { signal } = this.#waiting;
      leaveName(this, demo, surroundings.site);
      addEventListener("beforeprint", () => this.#open(), { signal }); // too late for this sheet, not for the next
      surroundings.python.serve(signal);
      this.#demo?.connect();
      // The page of a demo shows it first; an observer would only tell after the first layout.
      if (this.hasAttribute("address")) return void this.#startPython(signal);
      whenInView(this, () => this.#startPython(signal), { signal });
      whenInView(this, () => this.#open(), { margin: NEAR, signal });
    }

    disconnectedCallback() {
      this.#waiting.abort();
      this.#demo?.disconnect();
    }

    /** @param {string} name */
    attributeChangedCallback(name) {
      this.#demo?.changed(name);
    }

    /** The View on screen; null before the first one is known. */
    get view() {
      return this.#demo?.view ?? null;
    }

    /** Behind the first lesson, whose few bytes should not wait for its many. @param {AbortSignal} signal */
    async #startPython(signal) {
      await this.#open();
      await this.#demo?.lessons.load(this.#demo.subject).catch(() => {});
      if (!signal.aborted && this.#demo) surroundings.python.start([demo.call, ...this.#demo.parts]);
    }

    async #open() {
      this.#coming ??= demo.open(this, surroundings);
      const opened = await this.#coming.catch((error) => this.#missing(error));
      if (!opened || this.#demo) return;
      this.#demo = opened;
      if (this.isConnected) this.#demo.connect();
    }

    /** @param {Error} error */
    #missing({ message }) {
      this.#coming = undefined;
      this.setAttribute("state", "error");
      console.error(`${this.localName}: ${message}. ${ADVICE}`);
    }
  };
}
