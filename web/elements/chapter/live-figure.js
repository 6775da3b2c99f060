// <live-figure>: a figure of the chapter whose numbers the reader may move. It is a still until it is used; then Python draws every answer.

import { newest } from "../shared/newest.js";
import { find } from "../shared/part.js";
import { showNarration, showSvg } from "../shared/show.js";
import { failureOf, showStatus } from "../shared/status.js";

/**
 * @typedef {import("../../python/page/client.js").Client} Client
 * @typedef {import("../../messages.js").Titled & {svg: string}} Drawn
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
  /** @type {import("../../types.js").Failure | undefined} */
  failure;
  notice = undefined;
  waiting = false;
  #used = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #speaking;

  /** @param {HTMLElement} root @param {Client} python */
  constructor(root, python) {
    this.root = root;
    this.python = python;
    this.form = find(root, "form", HTMLFormElement);
    this.words = JSON.parse(document.getElementById("words")?.textContent ?? "{}");
  }

  /** What was moved before the script came, or is remembered by the browser, counts. @param {AbortSignal} signal undoes it */
  listen(signal) {
    const moved = (/** @type {Event} */ { target }) => this.#moved(/** @type {HTMLInputElement} */ (target));
    this.form.addEventListener("input", moved, { signal });
    this.form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    find(this.root, "[data-action=retry]").addEventListener("click", () => this.#retry(), { signal });
    this.python.addEventListener("status", () => this.#update(), { signal });
    if (this.root.dataset.origin) this.#listenToPointer(find(this.root, ".picture"), signal);
    for (const slider of this.form.querySelectorAll("input"))
      if (slider.value !== slider.defaultValue) this.#moved(slider);
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
    return find(this.form, "input", HTMLInputElement);
  }

  /** @param {HTMLInputElement} slider */
  #moved(slider) {
    const output = slider.nextElementSibling;
    if (output) output.textContent = slider.value.replace("-", "−");
    this.#ask();
  }

  /** The picture keeps up with what is moved. */
  #move = newest(
    (/** @type {void} */ _, signal) => this.#answer(signal),
    (view) => this.#show(view),
    { keepsUp: true },
  );

  #ask() {
    this.#used = true;
    this.#update();
    this.#move().catch((error) => this.#failed(error));
  }

  /** @param {AbortSignal} signal @returns {Promise<Drawn>} */
  #answer(signal) {
    const all = new FormData(this.form);
    const numbers = (/** @type {string} */ name) => all.getAll(name).map(Number);
    const { python, root } = this;
    const [name, lang] = [root.getAttribute("name") ?? "", root.lang];
    const [inputs, weights, [bias]] = ["x", "w", "b"].map(numbers);
    switch (root.dataset.call) {
      case "curve":
        return python.call("curve", { name, z: numbers("z")[0], lang }, { signal });
      case "linear_classifier":
        return python.call("linear_classifier", { weights, bias, lang }, { signal });
      case "exactly_one":
        return python.call("exactly_one", { first: numbers("first"), second: numbers("second"), lang }, { signal });
      default:
        return python.call("neuron", { inputs, weights, bias, lang }, { signal });
    }
  }

  /** @param {Drawn} view */
  #show(view) {
    this.failure = undefined;
    showSvg(find(this.root, ".picture"), view.svg);
    showNarration(find(this.root, ".reading"), view.html);
    clearTimeout(this.#speaking);
    this.#speaking = setTimeout(() => this.#speak(view.text), SILENCE);
    this.#update();
  }

  /** @param {string} text */
  #speak(text) {
    find(this.root, ".spoken").textContent = text;
  }

  /** @param {Error} error */
  #failed(error) {
    if (this.python.status.error) return;
    this.failure = failureOf(error);
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
