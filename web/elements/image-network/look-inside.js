// Selecting in the drawing: a neuron, whose inside Python shows beside it, or a pixel with its input neuron. By pointer and by keys.

import { bringIntoView, bringStage } from "../demo/in-view.js";
import { newest } from "../shared/newest.js";
import { on } from "../shared/on.js";
import { fetchPanel } from "../shared/panel.js";
import { part } from "../shared/part.js";
import { showNarration, showSvg } from "../shared/show.js";
import { isComposing } from "../shared/typed.js";
import { NeuronGrid } from "./neuron-grid.js";

/**
 * @typedef {import("./forward-pass-mnist.js").ForwardPassMnist} ForwardPassMnist
 * @typedef {import("../../types.js").Subject} Subject
 * @typedef {import("../../messages.js").MarkedInside} MarkedInside
 * @typedef {{key: string, view: object | null | undefined, subject: Subject}} Place a neuron in a view of a subject
 * @typedef {{key: string, view: object | null | undefined, inside: MarkedInside}} Marked inside: what Python says of the neuron in that view
 */

const SIDE = LIMITS.side;
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
  /** @type {Place | undefined} what is asked about at present */
  #asked;
  #isListening = false;
  /** @type {Marked | undefined} */
  #marked;
  /** @type {NeuronGrid | undefined} */
  #grid;

  /** @param {ForwardPassMnist} demo */
  constructor(demo) {
    this.demo = demo;
  }

  #listen() {
    const { demo } = this;
    /** @type {typeof on} */
    const inPicture = (root, type, react) => on(root, type, (event) => this.#isInPicture(event) && react(event));
    inPicture(demo.root, "click", (event) => this.#pin(this.#keyAt(event)));
    inPicture(demo.root, "pointermove", (event) => event.pointerType === "mouse" && this.#point(this.#inputAt(event)));
    inPicture(demo.root, "pointerout", (event) => event.pointerType === "mouse" && this.#point(""));
    inPicture(demo.root, "focusin", ({ target }) => this.#focused(target));
    inPicture(demo.root, "focusout", () => this.#point(""));
    inPicture(demo.root, "keydown", (event) => this.#key(event));
    Object.assign(demo.actions, {
      leave: () => this.#leave(),
      neuron: (/** @type {string} */ key) => this.#open(key),
    });
    on(demo.root, "keydown", (event) => {
      if (event.key !== "Escape" || !this.#pinned || isComposing(event)) return;
      if (!event.target.closest("dialog, .pad")) this.#leave();
    });
  }

  /** By key. @param {HTMLElement} neuron */
  #focused(neuron) {
    if (neuron.matches(":focus-visible")) this.#point(inputKey(neuron.dataset.neuron));
  }

  /** Puts the panel into the demo, also after the language has changed. */
  async open() {
    const { nodes } = await fetchPanel(this.demo, "look_inside");
    if (!this.#isListening) this.#listen();
    this.#isListening = true;
    const list = part(nodes, "all-neurons", HTMLDetailsElement);
    this.demo.partIfAny("all-neurons")?.remove();
    this.demo.part("panels").append(list);
    this.demo.part("narration").after(nodes);
    this.demo.offer();
    this.#grid = new NeuronGrid(this.demo, list);
    this.#marked = undefined;
    this.#asked = undefined;
    this.follow();
  }

  /** After the demo has written its view: what is selected is marked in it, and looked into anew where the view is another. */
  follow() {
    const key = this.#selected;
    const { view, subject } = this.demo;
    this.#grid?.follow();
    if (isAbout(this.#asked, key, view)) return; // its answer is on its way
    this.#look.drop();
    this.#asked = undefined;
    if (!this.demo.partIfAny("inside")) return; // it is on its way, in another language
    if (!key) this.#unmark();
    else if (isAbout(this.#marked, key, view)) this.#show(/** @type {Marked} */ (this.#marked));
    else this.#ask({ key, view, subject });
  }

  get #selected() {
    return this.demo.view?.numbers && !this.demo.isFollowing ? this.#pointed || this.#pinned : "";
  }

  get #picture() {
    return this.demo.part("picture");
  }

  /** @param {Event} event */
  #isInPicture({ target }) {
    return !this.demo.isFollowing && Boolean(/** @type {Element} */ (target).closest(".picture"));
  }

  /** @param {string} key */
  #pin(key) {
    if (!key) return;
    this.#pinned = key;
    this.#pointed = "";
    if (this.demo.modes.now !== "inside") this.demo.modes.open("inside");
    this.follow();
  }

  /** One of the list: its inside comes into view. @param {string} key */
  #open(key) {
    this.#pin(key);
    bringStage(this.demo.root);
  }

  /** Where nothing is selected, the answer of the network is. */
  begin() {
    const { numbers } = this.demo;
    const last = this.#all("[data-neuron]").at(-1)?.dataset.neuron?.split("-")[0];
    if (!this.#pinned && this.demo.modes.now === "inside" && Number.isInteger(numbers?.predicted))
      this.#pin(`${last}-${numbers?.predicted}`);
  }

  /** The panel is closed with its mode. */
  unpin() {
    this.#pinned = "";
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
    const place = this.#find(`[data-neuron="${this.#pinned}"]`) ?? this.#find(".sample");
    this.unpin();
    place?.focus({ preventScroll: true });
  }

  #unmark() {
    this.#marked = undefined;
    this.demo.part("inside").hidden = true;
    if (this.demo.view) showSvg(this.#picture, this.demo.view.svg);
  }

  #look = newest(
    async (/** @type {Place} */ { key, subject }, signal) => {
      const args = { ...(await this.demo.args(subject)), neuron: key };
      return this.demo.python.call("look_inside", args, { signal });
    },
    (inside, { key, view }) => {
      this.#asked = undefined;
      this.#show({ key, view, inside });
    },
  );

  /** @param {Place} place */
  async #ask(place) {
    this.#asked = place;
    try {
      await this.#look(place);
    } catch (error) {
      this.#asked = undefined;
      this.demo.fail(/** @type {Error} */ (error));
    }
  }

  /** @param {Marked} marked */
  #show(marked) {
    const { key, inside } = marked;
    this.#marked = marked;
    showSvg(this.#picture, inside.drawing);
    if (key === this.#pinned) this.#showPanel(inside);
    else this.demo.part("pointed").textContent = inside.title;
  }

  /** @param {MarkedInside} inside */
  #showPanel(inside) {
    const panel = this.demo.part("inside");
    const isNew = panel.hidden;
    panel.hidden = false;
    showNarration(this.demo.part("inside-words"), inside.html);
    showSvg(this.demo.part("inside-picture"), inside.svg);
    if (isNew) bringIntoView(panel);
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
    const paper = this.#find(".sample-paper");
    if (!paper) return "";
    const { left, top, width, height } = paper.getBoundingClientRect();
    const column = Math.floor(((clientX - left) / width) * SIDE);
    const row = Math.floor(((clientY - top) / height) * SIDE);
    if (Math.min(column, row) < 0 || Math.max(column, row) >= SIDE) return "";
    this.#pixel = row * SIDE + column;
    return `0-${this.#pixel}`;
  }

  /** @param {number} x @param {number} y */
  #nearest(x, y) {
    const neurons = this.#all("[data-neuron]").map((neuron) => {
      const { left, top, width, height } = neuron.getBoundingClientRect();
      return {
        key: neuron.dataset.neuron,
        distance: Math.hypot(left + width / 2 - x, top + height / 2 - y) - width / 2,
      };
    });
    const [nearest] = neurons.sort((a, b) => a.distance - b.distance);
    return nearest?.distance <= NEAR ? (nearest.key ?? "") : "";
  }

  // --- keys

  /** @param {KeyboardEvent} event */
  #key(event) {
    const target = /** @type {SVGElement} */ (event.target);
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
    this.#find(".sample")?.focus({ preventScroll: true });
    this.#point(`0-${this.#pixel}`);
  }

  /** Beyond the right and the lower edge of the image are the input neurons that are ringed in it. @param {[number, number]} move */
  #movePixel([right, down]) {
    const [from, row] = [this.#pixel % SIDE, Math.floor(this.#pixel / SIDE) + down];
    const isBeyond = row === SIDE || (from === SIDE - 1 && right === 1);
    if (isBeyond) return this.#find("[data-neuron^='0-']")?.focus({ preventScroll: true });
    if (row < 0) return;
    this.#pixel = row * SIDE + Math.min(Math.max(from + right, 0), SIDE - 1);
    this.#point(`0-${this.#pixel}`);
  }

  /** From neuron to neuron; left of the inputs is the image. @param {SVGElement} from @param {[number, number]} move */
  #moveFocus(from, [right, down]) {
    const column = Number(from.dataset.neuron?.split("-")[0]);
    const own = this.#column(column);
    const place = own.indexOf(from);
    if (down) return own[Math.min(Math.max(place + down, 0), own.length - 1)].focus({ preventScroll: true });
    const other = this.#column(column + right);
    if (column + right < 0) this.#focusSample();
    else other[Math.round((place / Math.max(own.length - 1, 1)) * (other.length - 1))]?.focus({ preventScroll: true });
  }

  /** @param {number} column */
  #column(column) {
    return this.#all(`[data-neuron^="${column}-"]`);
  }

  /** In the drawing. @param {string} selector */
  #all(selector) {
    return /** @type {SVGElement[]} */ ([...this.#picture.querySelectorAll(selector)]);
  }

  /** @param {string} selector @returns {SVGElement | undefined} */
  #find(selector) {
    return this.#all(selector)[0];
  }
}

/** @param {{key: string, view: object | null | undefined} | undefined} known @param {string} key @param {object | null | undefined} view */
function isAbout(known, key, view) {
  return known?.key === key && known.view === view;
}

/** @param {string | null | undefined} key of any neuron */
function inputKey(key) {
  return key?.startsWith("0-") ? key : "";
}
