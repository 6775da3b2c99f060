// The panel in which the network learns: gradient descent from the guess, step by step or running. Python computes every step.

import { bringIntoView } from "../demo/in-view.js";
import { nameOf } from "../lessons/lessons.js";
import { newest } from "../shared/newest.js";
import { openPanel } from "../shared/panel.js";
import { part } from "../shared/part.js";
import { showDrawing, showNarration, showSvg } from "../shared/show.js";

/**
 * @typedef {import("../demo/demo-frame.js").DemoFrame} DemoFrame
 * @typedef {import("../../messages.js").Learned} Learned
 */

const PACE = 130; // ms from one step to the next while it runs
const SILENCE = 500; // ms without a new step before it is spoken
/** @type {Record<string, string>} */
const KEYS = { ArrowRight: "stepon", ArrowLeft: "stepback", Home: "rewind", Escape: "close" };

/** @type {WeakMap<Element, Learning>} */
const known = new WeakMap();

/** @param {DemoFrame} demo */
export async function openLearning(demo) {
  try {
    const panel = await openPanel(demo, "learning");
    demo.modes.show();
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
  #view;
  #iteration = 0;
  #running = false;
  #isNew = false; // just opened: it grows with its first answer
  #subject = "";
  #opened = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #next;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #speaking;

  /** @param {DemoFrame} demo @param {HTMLElement} panel */
  constructor(demo, panel) {
    this.demo = demo;
    this.panel = panel;
    panel.addEventListener("click", ({ target }) => this.#press(/** @type {Element} */ (target)));
    panel.addEventListener("keydown", (event) => this.#key(event));
    this.#part("iteration").addEventListener("input", () => this.#jump());
    this.#part("rate").addEventListener("change", () => this.#begin());
  }

  /** What the buttons do, by their classes. @type {Record<string, () => void>} */
  actions = {
    run: () => (this.#running ? this.#stop() : this.#run()),
    stepon: () => this.#move(this.#iteration + 1),
    stepback: () => this.#move(this.#iteration - 1),
    rewind: () => this.#move(0),
    close: () => this.demo.modes.leave(),
  };

  open() {
    this.#opened.abort();
    this.#opened = new AbortController();
    const { signal } = this.#opened;
    this.demo.element.addEventListener("step", () => this.#follow(), { signal });
    this.demo.python.addEventListener("status", () => this.#retry(), { signal });
    this.#watch(signal);
    this.#begin();
    this.#isNew = true;
  }

  close() {
    this.#stop();
    this.#opened.abort();
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
    this.actions[action]();
  }

  /** From the guess, with the problem on screen. */
  #begin() {
    this.#subject = nameOf(this.demo.subject);
    this.#stop();
    this.#view = undefined;
    this.#ask(0);
  }

  /** Another problem starts from its own guess. */
  #follow() {
    if (nameOf(this.demo.subject) !== this.#subject) this.#begin();
  }

  /** What was asked while Python was absent. */
  #retry() {
    if (this.demo.live && !this.#view) this.#ask(this.#iteration);
  }

  #jump() {
    const iteration = Number(this.#part("iteration", HTMLInputElement).value);
    this.#stop();
    this.#ask(iteration);
  }

  /** By hand. @param {number} iteration */
  #move(iteration) {
    this.#stop();
    if (this.#view && iteration >= 0 && iteration <= this.#view.numbers.last) this.#ask(iteration);
  }

  /** From the end it starts over. */
  #run() {
    if (!this.#view) return;
    const { iteration, last, onward } = this.#view.numbers;
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
      const rate = Number(this.#part("rate", HTMLSelectElement).value);
      const args = { ...this.demo.subject, rate, iteration, lang: this.demo.lang };
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
    this.#view = view;
    showNarration(this.#part("learning-words"), view.html);
    showDrawing(this.#part("learning-picture"), view.svg);
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
    if (!this.#running)
      this.#part("spoken").textContent = this.#view ? `${this.#view.title}. ${this.#view.spoken}` : "";
  }

  /** @param {Error} error */
  #failed(error) {
    this.#stop();
    this.demo.fail(error);
  }

  /** Writes the controls. */
  #update() {
    const view = this.#view;
    const last = view?.numbers.last ?? 0;
    this.panel.setAttribute("aria-busy", String(!view));
    if (!view) showNarration(this.#part("learning-words"), this.demo.data.blank.html);
    const slider = this.#part("iteration", HTMLInputElement);
    slider.max = String(last);
    slider.value = String(this.#iteration);
    if (view) {
      slider.setAttribute("aria-valuetext", view.spoken);
      this.#part("place").textContent = view.spoken;
    }
    this.#part("running").hidden = !this.#running;
    this.#part("resting").hidden = this.#running;
    this.#enable("run", Boolean(view) && last > 0);
    this.#enable("stepon", this.#iteration < last);
    this.#enable("stepback", this.#iteration > 0);
    this.#enable("rewind", this.#iteration > 0);
  }

  /** @param {string} name @param {boolean} can */
  #enable(name, can) {
    this.#part(name).setAttribute("aria-disabled", String(!can));
  }
}
