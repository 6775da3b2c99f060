// The custom elements themselves: thin hosts that wait until they are near the view, then load the demo that does the work.

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
    static observedAttributes = ["lang", "seed", "step", "sample"];

    /** @type {DemoFrame | undefined} */
    #demo;
    /** @type {Promise<DemoFrame> | undefined} */
    #coming;
    /** @type {IntersectionObserver | undefined} */
    #watch;

    connectedCallback() {
      if (!this.hasAttribute("state")) this.setAttribute("state", "idle");
      if (this.#demo) this.#demo.connect();
      else this.#watch = whenNear(this, () => this.#load());
    }

    disconnectedCallback() {
      this.#watch?.disconnect();
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

/** @param {Element} element @param {() => void} then */
function whenNear(element, then) {
  const watch = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watch.disconnect();
      then();
    },
    { rootMargin: NEAR },
  );
  watch.observe(element);
  return watch;
}
