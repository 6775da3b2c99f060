// <live-figure>: a figure of the chapter whose numbers the reader may move. It is a still until it is used; then Python draws every answer.

import { showDrawing, showNarration } from "./drawing.js";
import { showStatus } from "./status.js";

/**
 * @typedef {import("../python/client.js").Client} Client
 * @typedef {import("../types.js").View} View
 */

const SILENCE = 500; // ms without a new answer before it is spoken

/** @param {Client} python */
export function defineLiveFigure(python) {
  customElements.define(
    "live-figure",
    class extends HTMLElement {
      #figure = new LiveFigure(this, python);
      #listeners = new AbortController();

      connectedCallback() {
        this.#listeners = new AbortController();
        this.#figure.listen(this.#listeners.signal);
      }

      disconnectedCallback() {
        this.#listeners.abort();
      }
    },
  );
}

class LiveFigure {
  /** @type {import("../types.js").Failure | undefined} */
  failure;
  notice = undefined;
  waiting = false;
  #used = false;
  #asked = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #speaking;

  /** @param {HTMLElement} root @param {Client} python */
  constructor(root, python) {
    this.root = root;
    this.python = python;
    this.form = /** @type {HTMLFormElement} */ (root.querySelector("form"));
    this.words = JSON.parse(document.getElementById("words")?.textContent ?? "{}");
  }

  /** What was moved before the script came, or is remembered by the browser, counts. @param {AbortSignal} signal undoes it */
  listen(signal) {
    const moved = (/** @type {Event} */ { target }) => this.#moved(/** @type {HTMLInputElement} */ (target));
    this.form.addEventListener("input", moved, { signal });
    this.form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.#part("[data-action=retry]").addEventListener("click", () => this.#retry(), { signal });
    this.python.addEventListener("status", () => this.#update(), { signal });
    if (this.root.dataset.origin) this.#listenToPointer(this.#part(".picture"), signal);
    for (const slider of this.form.querySelectorAll("input"))
      if (slider.value !== slider.defaultValue) this.#moved(slider);
  }

  /** @param {string} selector */
  #part(selector) {
    return /** @type {HTMLElement} */ (this.root.querySelector(selector));
  }

  /** A picture with an axis: the slider follows the finger. @param {HTMLElement} picture @param {AbortSignal} signal */
  #listenToPointer(picture, signal) {
    picture.addEventListener("pointerdown", (event) => this.#grab(picture, event), { signal });
    const follow = (/** @type {PointerEvent} */ event) =>
      picture.hasPointerCapture(event.pointerId) && this.#drag(event);
    picture.addEventListener("pointermove", follow, { signal });
  }

  /** @param {HTMLElement} picture @param {PointerEvent} event */
  #grab(picture, event) {
    if (event.button !== 0) return;
    event.preventDefault();
    picture.setPointerCapture(event.pointerId);
    this.#slider.focus({ preventScroll: true });
    this.#drag(event);
  }

  /** @param {PointerEvent} event */
  #drag(event) {
    const svg = /** @type {SVGSVGElement} */ (this.root.querySelector(".picture svg"));
    const x = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM()?.inverse()).x;
    const { origin, unit } = this.root.dataset;
    this.#slider.value = String((x - Number(origin)) / Number(unit));
    this.#slider.dispatchEvent(new Event("input", { bubbles: true }));
  }

  get #slider() {
    return /** @type {HTMLInputElement} */ (this.form.querySelector("input"));
  }

  /** @param {HTMLInputElement} slider */
  #moved(slider) {
    const output = slider.nextElementSibling;
    if (output) output.textContent = slider.value.replace("-", "−");
    this.#ask();
  }

  /** One question waits at a time: the newest. An answer that is on its way is shown all the same, so that the picture keeps up. */
  async #ask() {
    this.#asked.abort(new DOMException("another one is asked", "AbortError"));
    this.#asked = new AbortController();
    const { signal } = this.#asked;
    this.#used = true;
    this.#update();
    try {
      this.#show(await this.python.call(...this.#question(), { signal }));
    } catch (error) {
      this.#failed(/** @type {Error} */ (error));
    }
  }

  /** @returns {[string, Record<string, unknown>]} */
  #question() {
    const all = new FormData(this.form);
    const numbers = (/** @type {string} */ name) => all.getAll(name).map(Number);
    const lang = this.root.lang;
    if (this.root.dataset.origin) return ["curve", { name: this.root.getAttribute("name"), z: numbers("z")[0], lang }];
    return ["neuron", { inputs: numbers("x"), weights: numbers("w"), bias: numbers("b")[0], lang }];
  }

  /** @param {View} view */
  #show(view) {
    this.failure = undefined;
    showDrawing(this.#part(".picture"), view.svg);
    showNarration(this.#part(".reading"), view.html);
    clearTimeout(this.#speaking);
    this.#speaking = setTimeout(() => this.#speak(view.text), SILENCE);
    this.#update();
  }

  /** @param {string} text */
  #speak(text) {
    this.#part(".spoken").textContent = text;
  }

  /** @param {Error} error */
  #failed(error) {
    if (error.name === "AbortError" || this.python.status.error) return;
    this.failure = { key: "error_answer", details: { reason: error.message } };
    this.#update();
  }

  #retry() {
    this.python.retry();
    this.#ask();
  }

  #update() {
    if (!this.#used) return;
    this.root.setAttribute("state", this.python.status.phase);
    showStatus(this);
  }
}
