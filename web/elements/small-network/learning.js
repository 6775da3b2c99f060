// The network learns: gradient descent from the guess, step by step or running, in the drawing of the demo and its words; beside them the panel with the curve of the error. Python computes every step.

import { bringIntoView } from "../demo/in-view.js";
import { nameOf } from "../lessons/lessons.js";
import { newest } from "../shared/newest.js";
import { openPanel } from "../shared/panel.js";
import { part } from "../shared/part.js";
import { showSvg } from "../shared/show.js";

/**
 * @typedef {import("./simple-forward-pass.js").SimpleForwardPass} Demo
 * @typedef {import("../../types.js").Subject} Subject
 * @typedef {import("../../messages.js").Learned} Learned
 */

const PACE = 130; // ms from one step to the next while it runs
const SILENCE = 500; // ms without a new step before it is spoken
/** @type {Record<string, "forward" | "back" | "rewind" | "last" | "close">} */
const KEYS = { ArrowRight: "forward", ArrowLeft: "back", Home: "rewind", End: "last", Escape: "close" };

/** @type {WeakMap<Element, Learning>} */
const known = new WeakMap();

/** @param {Demo} demo */
export async function openLearning(demo) {
  try {
    const panel = await openPanel(demo, "learning");
    demo.part("words").prepend(panel); // beside the drawing
    demo.offer();
    const learning = known.get(panel) ?? new Learning(demo, panel);
    known.set(panel, learning);
    if (demo.modes.now === "learn") learning.open();
    return learning;
  } catch (error) {
    demo.fail(/** @type {Error} */ (error));
  }
}

export class Learning {
  /** @type {Learned | undefined} what is on screen */
  view;
  #iteration = 0;
  #running = false;
  #isNew = false; // just opened: it grows with its first answer
  #subject = "";
  #step = 0; // of the lesson
  #opened = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #next;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #speaking;

  /** @param {Demo} demo @param {HTMLElement} panel */
  constructor(demo, panel) {
    this.demo = demo;
    this.panel = panel;
    panel.addEventListener("click", ({ target }) => this.#press(/** @type {Element} */ (target)));
    panel.addEventListener("keydown", (event) => this.#key(event));
    this.#part("iteration").addEventListener("input", () => this.#jump());
    this.#part("rate").addEventListener("change", () => this.#begin(0));
  }

  /** What the buttons do, by their classes. @type {Record<string, () => void>} */
  actions = {
    run: () => (this.#running ? this.#stop() : this.#run()),
    rewind: () => this.rewind(),
    take: () => this.#take(),
  };

  /** Which learning step is on the stage, of how many. */
  get place() {
    return { current: this.view?.numbers.iteration ?? 0, count: this.view?.numbers.last ?? 0 };
  }

  forward() {
    this.#move(this.#iteration + 1);
  }

  back() {
    this.#move(this.#iteration - 1);
  }

  rewind() {
    this.#move(0);
  }

  last() {
    this.#move(this.place.count);
  }

  close() {
    this.#stop();
    this.#opened.abort();
  }

  open() {
    this.#opened.abort();
    this.#opened = new AbortController();
    const { signal } = this.#opened;
    this.demo.element.addEventListener("step", () => this.#follow(), { signal });
    this.demo.python.addEventListener("status", () => this.#retry(), { signal });
    this.#watch(signal);
    this.#open();
    this.#isNew = true;
  }

  /** What the lesson has learned already is gone on with. */
  #open() {
    const { learned = 0, rate } = this.demo.subject;
    const chosen = [...this.#rate.options].find(({ value }) => Number(value) === rate);
    if (chosen) this.#rate.value = chosen.value;
    this.#begin(learned);
  }

  /** The problem that is learned, without what was learned of it. @returns {Subject} */
  get #start() {
    const { learned: _learned, rate: _rate, ...start } = this.demo.subject;
    return start;
  }

  get #rate() {
    return this.#part("rate", HTMLSelectElement);
  }

  /** All of it, or where it is higher than the window, its controls. */
  #bring() {
    const isLow = this.panel.getBoundingClientRect().height < innerHeight / 1.25;
    bringIntoView(isLow ? this.panel : this.#part("timeline"));
  }

  /** Stops where it is scrolled away or taken out of the page; in the second case for good. @param {AbortSignal} signal */
  #watch(signal) {
    const watch = new IntersectionObserver(([entry]) => {
      if (!entry.isIntersecting) this.#stop();
      if (!this.panel.isConnected) this.#opened.abort();
    });
    watch.observe(this.panel);
    signal.addEventListener("abort", () => watch.disconnect());
  }

  /** @template {HTMLElement} [Kind=HTMLElement] @param {string} name of a class @param {new () => Kind} [kind] */
  #part(name, kind) {
    return part(this.panel, name, kind);
  }

  /** @param {Element} target */
  #press(target) {
    const button = target.closest("button");
    if (button && button.getAttribute("aria-disabled") !== "true") this.actions[button.className]?.();
  }

  /** The arrows are for the steps of learning here, not for those of the lesson. @param {KeyboardEvent} event */
  #key(event) {
    event.stopPropagation();
    const { key, target } = event;
    const action = KEYS[key];
    if (!action || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (key !== "Escape" && /** @type {Element} */ (target).matches("input, select")) return;
    event.preventDefault();
    if (action === "close") this.demo.modes.leave();
    else this[action]();
  }

  /** With the problem on screen. @param {number} iteration */
  #begin(iteration) {
    this.#step = this.demo.index;
    const subject = nameOf(this.#start);
    if (subject !== this.#subject) this.view = undefined;
    this.#subject = subject;
    this.#stop();
    this.#ask(iteration);
  }

  /** Another problem starts from its own guess; another step of the lesson is to be seen; what is taken into the lesson changes nothing here. */
  #follow() {
    const { demo } = this;
    if (nameOf(this.#start) !== this.#subject) this.#open();
    else if (demo.index !== this.#step) demo.modes.open(demo.modes.first);
    else this.#update();
  }

  /** What was learned goes into the lesson, which is shown where it begins to count. */
  async #take() {
    const { iteration, rate } = /** @type {Learned} */ (this.view).numbers;
    const { demo } = this;
    this.#stop();
    const came = new Promise((go) => demo.element.addEventListener("step", go, { once: true }));
    const subject = { ...this.#start, learned: iteration, rate };
    await Promise.race([came, demo.show(subject, demo.data.step_to_take ?? 0)]); // the rest of the lesson comes later
    demo.modes.leave();
  }

  /** What was asked while Python was absent. */
  #retry() {
    if (this.demo.live && !this.view) this.#ask(this.#iteration);
  }

  #jump() {
    const iteration = Number(this.#part("iteration", HTMLInputElement).value);
    this.#stop();
    this.#ask(iteration);
  }

  /** By hand. @param {number} iteration */
  #move(iteration) {
    this.#stop();
    if (this.view && iteration >= 0 && iteration <= this.view.numbers.last) this.#ask(iteration);
  }

  /** From the end it starts over. */
  #run() {
    const { iteration, last, onward } = /** @type {Learned} */ (this.view).numbers;
    this.#running = true;
    this.#ask(iteration === last ? 0 : onward);
  }

  #stop() {
    clearTimeout(this.#next);
    this.#running = false;
    this.#update();
  }

  #learn = newest(
    (/** @type {number} */ iteration, signal) => {
      const args = { ...this.#start, rate: Number(this.#rate.value), iteration, lang: this.demo.lang };
      return this.demo.python.call("learn", args, { signal });
    },
    (view) => this.#show(view),
  );

  /** @param {number} iteration */
  #ask(iteration) {
    this.#iteration = iteration;
    this.#update();
    this.#learn(iteration).catch((error) => this.#failed(error));
  }

  /** @param {Learned} view */
  #show(view) {
    this.view = view;
    showSvg(this.#part("learning-plot"), view.plot);
    this.#goOn(view.numbers);
    this.#update();
    if (this.#isNew) this.#bring();
    this.#isNew = false;
    clearTimeout(this.#speaking);
    this.#speaking = setTimeout(() => this.#speak(), SILENCE);
  }

  /** While it runs. @param {Learned["numbers"]} numbers */
  #goOn({ iteration, last, onward }) {
    if (!this.#running) return;
    if (iteration === last) this.#stop();
    else this.#next = setTimeout(() => this.#ask(onward), PACE);
  }

  /** Not at every step of a run, which would never come to an end. */
  #speak() {
    if (!this.#running) this.#part("spoken").textContent = this.view ? `${this.view.title}. ${this.view.spoken}` : "";
  }

  /** @param {Error} error */
  #failed(error) {
    this.#stop();
    this.demo.fail(error);
  }

  /** Writes the controls, and the stage. */
  #update() {
    const { view } = this;
    const last = view?.numbers.last ?? 0;
    const isCurrent = view?.numbers.rate === Number(this.#rate.value);
    this.panel.setAttribute("aria-busy", String(!isCurrent));
    const slider = this.#part("iteration", HTMLInputElement);
    slider.max = String(last);
    slider.value = String(this.#iteration);
    if (view) {
      slider.setAttribute("aria-valuetext", view.spoken);
      this.#part("place").textContent = view.spoken;
    }
    this.#part("running").hidden = !this.#running;
    this.#part("resting").hidden = this.#running;
    this.#enable("run", isCurrent && last > 0);
    this.#enable("rewind", this.#iteration > 0);
    this.#enable("take", isCurrent && this.#iteration > 0 && !this.#isTaken);
    this.demo.update();
  }

  get #isTaken() {
    const { learned, rate } = this.demo.subject;
    return learned === this.#iteration && rate === Number(this.#rate.value);
  }

  /** @param {string} name @param {boolean} can */
  #enable(name, can) {
    this.#part(name).setAttribute("aria-disabled", String(!can));
  }
}
