// Selecting in the drawing: a neuron, whose inside Python shows beside it, or a pixel with its input neuron. By pointer and by keys.

import { showDrawing, showNarration } from "./drawing.js";
import { fetchPanel } from "./panel.js";

/**
 * @typedef {import("./forward-pass-mnist.js").ForwardPassMnist} ForwardPassMnist
 * @typedef {{key: string, view: object, inside: any}} Marked inside: what Python says of the neuron in that view
 */

const SIDE = 28;
const NEAR = 12; // px that a finger may miss a neuron by
/** @type {Record<string, [number, number]>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
/** @type {Record<string, [number, number]>} of a row of pixels, of a column of neurons */
const ENDS = { Home: [-SIDE, 0], End: [SIDE, 0] };

export class LookInside {
  /** the neuron whose panel is open, column-index; none where it is empty */
  #pinned = "";
  /** the input neuron whose pixel is pointed at, or the other way round */
  #pointed = "";
  #pixel = SIDE * (SIDE / 2) + SIDE / 2;
  #asking = false;
  #isListening = false;
  /** @type {Marked | undefined} */
  #marked;

  /** @param {ForwardPassMnist} demo */
  constructor(demo) {
    this.demo = demo;
  }

  #listen() {
    const { demo } = this;
    const on = (/** @type {string} */ type, /** @type {(event: any) => void} */ react) =>
      demo.root.addEventListener(type, (event) => this.#isInPicture(event) && react(event));
    on("click", (event) => this.#pin(this.#keyAt(event)));
    on("pointermove", (event) => event.pointerType === "mouse" && this.#point(this.#inputAt(event)));
    on("pointerout", (event) => event.pointerType === "mouse" && this.#point(""));
    on("focusin", ({ target }) => target.matches(":focus-visible") && this.#point(inputKey(target.dataset.neuron)));
    on("focusout", () => this.#point(""));
    on("keydown", (event) => this.#key(event));
    Object.assign(demo.actions, { leave: () => this.#leave() });
    demo.root.addEventListener("keydown", (event) => {
      const { key, target } = /** @type {KeyboardEvent} */ (event);
      if (key === "Escape" && this.#pinned && !(/** @type {Element} */ (target).closest("dialog, .pad"))) this.#leave();
    });
  }

  /** Puts the panel into the demo, also after the language has changed. */
  async open() {
    const { nodes } = await fetchPanel(this.demo, "look_inside");
    if (!this.#isListening) this.#listen();
    this.#isListening = true;
    this.demo.part("picture").after(nodes);
    this.#marked = undefined;
    this.follow();
  }

  /** After the demo has written its view: what is selected is marked in it, and looked into anew where the view is another. */
  follow() {
    const key = this.#selected;
    const { view } = this.demo;
    if (!this.demo.part("inside")) return; // it is on its way, in another language
    if (!key) this.#unmark();
    else if (this.#marked?.key === key && this.#marked.view === view) this.#show(this.#marked);
    else this.#ask();
  }

  get #selected() {
    return this.demo.view?.numbers ? this.#pointed || this.#pinned : "";
  }

  get #picture() {
    return this.demo.part("picture");
  }

  /** @param {Event} event */
  #isInPicture({ target }) {
    return Boolean(/** @type {Element} */ (target).closest(".picture"));
  }

  /** @param {string} key */
  #pin(key) {
    if (!key) return;
    this.#pinned = key;
    this.#pointed = "";
    this.follow();
  }

  /** @param {string} key */
  #point(key) {
    if (key === this.#pointed) return;
    this.#pointed = key;
    this.follow();
  }

  /** Closes the panel; the focus goes back to the neuron. */
  #leave() {
    const place =
      this.#picture.querySelector(`[data-neuron="${this.#pinned}"]`) ?? this.#picture.querySelector(".sample");
    this.#pinned = "";
    this.#pointed = "";
    this.follow();
    place?.focus();
  }

  #unmark() {
    this.#marked = undefined;
    if (this.demo.part("inside")) this.demo.part("inside").hidden = true;
    if (this.demo.view) showDrawing(this.#picture, this.demo.view.svg);
  }

  /** One question is on its way at a time, then the newest. */
  async #ask() {
    if (this.#asking) return;
    this.#asking = true;
    const key = this.#selected;
    const { view, subject } = this.demo;
    try {
      const args = { ...(await this.demo.args(subject)), neuron: key };
      const inside = await this.demo.python.call("look_inside", args);
      if (key === this.#selected && view && view === this.demo.view) this.#show({ key, view, inside });
    } catch (error) {
      if (!this.demo.python.status.error) this.demo.fail(/** @type {Error} */ (error));
      return;
    } finally {
      this.#asking = false;
    }
    if (this.#selected && (this.#marked?.key !== this.#selected || this.#marked.view !== this.demo.view)) this.#ask();
  }

  /** @param {Marked} marked */
  #show(marked) {
    const { key, inside } = marked;
    this.#marked = marked;
    showDrawing(this.#picture, inside.drawing);
    if (key === this.#pinned) this.#showPanel(inside);
    else this.demo.part("pointed").textContent = inside.title;
  }

  /** @param {any} inside */
  #showPanel(inside) {
    const panel = this.demo.part("inside");
    const isNew = panel.hidden;
    panel.hidden = false;
    showNarration(this.demo.part("inside-words"), inside.html);
    showDrawing(this.demo.part("inside-picture"), inside.svg);
    if (isNew) panel.scrollIntoView({ block: "nearest" });
  }

  // --- where the pointer is

  /** @param {MouseEvent} event */
  #keyAt(event) {
    const { target, clientX, clientY } = event;
    const neuron = /** @type {Element} */ (target).closest("[data-neuron]");
    return neuron?.getAttribute("data-neuron") ?? (this.#pixelAt(event) || this.#nearest(clientX, clientY));
  }

  /** Only pixels and input neurons are pointed at. @param {MouseEvent} event */
  #inputAt(event) {
    const neuron = /** @type {Element} */ (event.target).closest("[data-neuron]");
    return neuron ? inputKey(neuron.getAttribute("data-neuron")) : this.#pixelAt(event);
  }

  /** @param {MouseEvent} event */
  #pixelAt({ clientX, clientY }) {
    const { left, top, width, height } = this.#picture.querySelector(".sample-paper").getBoundingClientRect();
    const column = Math.floor(((clientX - left) / width) * SIDE);
    const row = Math.floor(((clientY - top) / height) * SIDE);
    if (Math.min(column, row) < 0 || Math.max(column, row) >= SIDE) return "";
    this.#pixel = row * SIDE + column;
    return `0-${this.#pixel}`;
  }

  /** @param {number} x @param {number} y */
  #nearest(x, y) {
    const neurons = [...this.#picture.querySelectorAll("[data-neuron]")].map((neuron) => {
      const { left, top, width, height } = neuron.getBoundingClientRect();
      return {
        key: neuron.dataset.neuron,
        distance: Math.hypot(left + width / 2 - x, top + height / 2 - y) - width / 2,
      };
    });
    const [nearest] = neurons.sort((a, b) => a.distance - b.distance);
    return nearest?.distance <= NEAR ? nearest.key : "";
  }

  // --- keys

  /** @param {KeyboardEvent} event */
  #key(event) {
    const target = /** @type {HTMLElement} */ (event.target);
    const move = ARROWS[event.key] ?? ENDS[event.key];
    const isChoice = event.key === "Enter" || event.key === " ";
    if (!move && !isChoice) return;
    event.preventDefault();
    if (target.matches(".picture")) this.#focusSample();
    else if (isChoice) this.#pin(target.dataset.neuron ?? `0-${this.#pixel}`);
    else if (target.matches(".sample")) this.#movePixel(move);
    else this.#moveFocus(target, event.key in ENDS ? [0, move[0]] : move);
  }

  #focusSample() {
    this.#picture.querySelector(".sample")?.focus();
    this.#point(`0-${this.#pixel}`);
  }

  /** Beyond the right edge of the image are the input neurons. @param {[number, number]} move */
  #movePixel([right, down]) {
    const [from, row] = [this.#pixel % SIDE, Math.floor(this.#pixel / SIDE) + down];
    if (from === SIDE - 1 && right === 1) return this.#picture.querySelector("[data-neuron^='0-']")?.focus();
    if (row < 0 || row >= SIDE) return;
    this.#pixel = row * SIDE + Math.min(Math.max(from + right, 0), SIDE - 1);
    this.#point(`0-${this.#pixel}`);
  }

  /** From neuron to neuron; left of the inputs is the image. @param {HTMLElement} from @param {[number, number]} move */
  #moveFocus(from, [right, down]) {
    const column = Number(from.dataset.neuron?.split("-")[0]);
    const own = this.#column(column);
    const place = own.indexOf(from);
    if (down) return own[Math.min(Math.max(place + down, 0), own.length - 1)].focus();
    const other = this.#column(column + right);
    if (column + right < 0) this.#focusSample();
    else other[Math.round((place / Math.max(own.length - 1, 1)) * (other.length - 1))]?.focus();
  }

  /** @param {number} column @returns {HTMLElement[]} */
  #column(column) {
    return [...this.#picture.querySelectorAll(`[data-neuron^="${column}-"]`)];
  }
}

/** @param {string | null | undefined} key of any neuron */
function inputKey(key) {
  return key?.startsWith("0-") ? key : "";
}
