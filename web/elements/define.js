// The custom elements themselves: thin hosts that wait until they are near the view, then load the demo that does the work.

import { whenInView } from "./in-view.js";

/**
 * @typedef {import("./demo-frame.js").DemoFrame} DemoFrame
 * @typedef {import("./demo-frame.js").Surroundings} Surroundings
 * @typedef {() => Promise<(element: HTMLElement, surroundings: Surroundings) => Promise<DemoFrame>>} Load
 */

const NEAR = "400px";

/**
 * @param {string} name of the element
 * @param {Surroundings} surroundings
 * @param {Load} load
 */
export function defineDemo(name, surroundings, load) {
  if (customElements.get(name)) return;
  customElements.define(name, demoElement(surroundings, load));
}

/** @param {Surroundings} surroundings @param {Load} load */
function demoElement(surroundings, load) {
  return class extends HTMLElement {
    static observedAttributes = ["lang", "seed", "step", "sample", "theme", "controls"];

    /** @type {DemoFrame | undefined} */
    #demo;
    /** @type {Promise<DemoFrame> | undefined} */
    #coming;
    #waiting = new AbortController();

    connectedCallback() {
      if (!this.hasAttribute("state")) this.setAttribute("state", "idle");
      this.#waiting = new AbortController();
      const { signal } = this.#waiting;
      whenInView(this, () => surroundings.python.start(), { signal });
      if (this.#demo) this.#demo.connect();
      else whenInView(this, () => this.#load(), { margin: NEAR, signal });
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

    async #load() {
      this.#coming ??= load().then((open) => open(this, surroundings));
      const demo = await this.#coming;
      if (this.#demo) return;
      this.#demo = demo;
      if (this.isConnected) this.#demo.connect();
    }
  };
}
