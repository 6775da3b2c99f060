// What a reader may do with the small network besides stepping: change its numbers, ask its neurons, choose another one. Loaded after the first view.

import { nameOf } from "../lessons/lessons.js";
import { Asking } from "./asking.js";
import { Handles } from "./handles.js";
import { History } from "./history.js";
import { lightAgain, lightUp } from "./light.js";
import { focusedMark, focusIn, keepFocus, mark, moveFocus } from "./marks.js";
import { NetworkPanel } from "./network-panel.js";
import { DragMe } from "./numbers/drag-me.js";
import { Editing } from "./numbers/editing.js";

/** @typedef {import("./simple-forward-pass.js").SimpleForwardPass} Demo */
/** @typedef {import("../../types.js").Subject} Subject */
/** @typedef {Pick<import("../../messages.js").EditArguments, "place" | "text" | "delta">} Change */

const QUIET = 250; // ms without an edit, after which the rest of the lesson is computed

export class Exploring {
  #history = new History();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  /** @type {Promise<void>} one change after the other, each of the problem that the one before it made */
  #changes = Promise.resolve();

  /** @param {Demo} demo */
  constructor(demo) {
    this.demo = demo;
    this.editing = new Editing(this);
    this.asking = new Asking(this);
    this.handles = new Handles(demo.root);
    this.panel = new NetworkPanel(demo);
    this.dragMe = new DragMe(demo);
    Object.assign(demo.actions, {
      undo: () => this.#return(this.#history.undo()),
      redo: () => this.#return(this.#history.redo()),
      original: () => this.#return(this.demo.lesson?.original),
      unask: () => this.asking.close(),
      layers: (/** @type {string} */ count) => this.panel.resize(Number(count)).catch((error) => demo.fail(error)),
      network: () => this.panel.apply().catch((error) => demo.fail(error)),
    });
    lightUp(demo.root);
    demo.root.addEventListener("keydown", (event) => this.#key(/** @type {KeyboardEvent} */ (event)));
  }

  /** Where the focus is among what can be changed and asked. */
  get focus() {
    return focusIn(this.demo.root);
  }

  /** After the page was written: what was added to it before is added again. @param {import("./marks.js").Focus | undefined} focus where it was before */
  update(focus) {
    const { demo } = this;
    this.#history.follow(demo.subject);
    this.asking.follow();
    this.handles.update();
    const { labelled } = demo.words;
    mark(demo.root, demo.lesson, { edit: this.#isOffered("edit"), ask: this.#isOffered("ask"), labelled });
    if (focus) keepFocus(demo.root, focus);
    lightAgain(demo.root);
    this.editing.follow();
    this.dragMe.follow();
    const { original } = demo.lesson ?? {};
    const can = {
      undo: this.#history.canUndo,
      redo: this.#history.canRedo,
      original: Boolean(original) && nameOf(original ?? {}) !== nameOf(demo.subject),
    };
    for (const [name, possible] of Object.entries(can)) this.#enable(name, possible);
    demo.part("changes").hidden = !Object.values(can).some(Boolean);
    this.panel.update();
  }

  /**
   * Asks Python for another problem and shows its step. Rejects with what Python says to the reader.
   * @param {() => Change} how the arguments, given when its turn comes @param {unknown} [gesture] changes of the same one are undone together
   * @returns {Promise<void>}
   */
  change(how, gesture) {
    this.dragMe.used();
    return this.#change((place) => this.demo.python.call("edit", { ...place, ...how() }), gesture);
  }

  /** The same with what a reader's code has left. @param {import("../../messages.js").NamedValue[]} left @returns {Promise<void>} */
  take(left) {
    const [names, values] = [left.map(({ name }) => name), left.map(({ numbers }) => numbers)];
    return this.#change((place) => this.demo.python.call("take_values", { ...place, names, values }));
  }

  /** @param {(place: Subject & {index: number, lang: string}) => Promise<import("../../messages.js").ProblemStep>} ask @param {unknown} [gesture] */
  #change(ask, gesture) {
    const { demo } = this;
    const changed = this.#changes.then(async () => {
      const { subject, index, lang } = demo;
      const answer = await ask({ ...subject, index, lang });
      if (nameOf(demo.subject) !== nameOf(subject)) return;
      this.#history.gesture = gesture;
      demo.lessons.hold(answer);
      demo.go(answer.subject, demo.step);
      this.#restSoon();
    });
    this.#changes = changed.catch(() => {});
    return changed;
  }

  /** @param {Subject | undefined} subject */
  #return(subject) {
    if (subject) this.demo.show(subject, this.demo.nearest(subject));
  }

  /** The rest of the lesson, once nothing is changed for a moment. */
  #restSoon() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.demo.rest(), QUIET);
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const target = /** @type {Element} */ (event.target);
    if (event.key === "Escape" && !target.matches("input") && this.asking.close()) event.preventDefault();
    if (target.matches("input, textarea, select")) return;
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "z") {
      event.preventDefault();
      this.demo.actions[event.shiftKey ? "redo" : "undo"]("");
    } else if (focusedMark(this.demo.root)) {
      moveFocus(this.demo.root, event);
      this.editing.key(event);
      this.asking.key(event);
    }
  }

  /** @param {string} control */
  #isOffered(control) {
    return !this.demo.learning && !this.demo.root.querySelector(`[data-control=${control}][data-off]`);
  }

  /** @param {string} name @param {boolean} possible */
  #enable(name, possible) {
    this.demo.part(name).setAttribute("aria-disabled", String(!possible));
  }
}
