// Demo 1: a problem for the 3-2-1 network, step by step. A lesson is named by the seed of its problem, or by a code where the reader has changed it.

import { codeOf } from "../../python/page/python-error.js";
import { DemoFrame } from "../demo/demo-frame.js";
import { showNumber } from "../demo/input.js";
import { showSteps } from "../demo/rail.js";
import { registerDemo } from "../demo/registry.js";
import { choose } from "../demo/requests.js";
import { openShell } from "../demo/shell.js";
import { keyOf, placeOf } from "../lessons/steps.js";
import { say } from "../shared/words.js";

/**
 * @typedef {import("../../types.js").Subject} Subject
 * @typedef {import("../lessons/steps.js").Asked} Asked
 */

const DEMO = registerDemo({
  call: "simple_forward_pass",
  unit: "seed",
  element: "simple-forward-pass",
  attributes: ["seed", "problem", "step", "learned", "rate"],
  controls: ["jump", "restart", "new", "seed", "edit", "ask", "network", "questions", "learn"],
  staged: ["jump", "another", "seed", "network", "answer", "original", "undo", "redo"],
  open: openSimpleForwardPass,
  pages: {
    "whole-lesson": async (element, surroundings) =>
      (await import("./whole-lesson.js")).openWholeLesson(element, surroundings),
  },
});
const NEW_SEEDS = 9999;
const EXPLORED = ".narration, .picture, .exploring, .controls"; // what is touched by who wants to change something
const LONGEST_SHOWN = 40; // characters of a wrong code

/** @param {HTMLElement} element @param {import("../demo/demo-frame.js").Surroundings} surroundings */
async function openSimpleForwardPass(element, surroundings) {
  return new SimpleForwardPass(element, surroundings, await openShell(element, surroundings.site, DEMO.call));
}

/** The problem that values ask for. @param {import("../../types.js").Values} values @returns {Subject} */
export function subjectOf({ seed, problem, learned, rate }) {
  const start = problem ? { problem: String(problem) } : { seed: Number(seed) };
  return learned ? { ...start, learned: Number(learned), rate: Number(rate) } : start;
}

export class SimpleForwardPass extends DemoFrame {
  /** @type {number | undefined} the problem that comes after this one */
  #upcoming;
  /** @type {import("./exploring.js").Exploring | undefined} what a reader may change; its scripts come after the first view */
  #exploring;
  /** @type {Promise<void> | undefined} */
  #coming;
  /** @type {import("./learning.js").Learning | undefined} since the network learned first */
  #learning;
  /** @type {import("./questions.js").Questions | undefined} since they were first switched on */
  #questions;
  /** whether numbers are to be in the drawing, to play with */
  #wantsNumbers = false;
  /** @type {Asked | undefined} the step that was left for that */
  #left;

  /**
   * @param {HTMLElement} element @param {import("../demo/demo-frame.js").Surroundings} surroundings
   * @param {import("../demo/shell.js").Opened} opened
   */
  constructor(element, surroundings, opened) {
    super(element, surroundings, DEMO, opened);
    Object.assign(this.actions, {
      jump: (/** @type {string} */ index) => this.goTo(Number(index)),
      another: () => this.another(),
      questions: () => this.#toggleQuestions(),
      seed: (/** @type {string} */ value) => choose(this, "seed", value, (seed) => this.open(seed)),
    });
  }

  /** @override @param {AbortSignal} signal */
  connected(signal) {
    for (const type of ["pointerdown", "focusin"]) {
      const used = (/** @type {Event} */ { target }) => /** @type {Element} */ (target).closest(EXPLORED);
      this.root.addEventListener(type, (event) => used(event) && this.#explore(), { signal });
    }
  }

  /** @override @param {string} mode */
  switched(mode) {
    this.#wantsNumbers = mode === "play";
    this.#exploring?.asking.close();
    if (mode === "learn") this.#learn();
    else this.#learning?.close();
    if (mode === this.modes.first) this.#returnToStep();
    else this.#bringNumbers();
  }

  /** A step without numbers in its drawing is left for one that has them, once it is known. */
  #bringNumbers() {
    if (!this.#wantsNumbers || this.waiting) return;
    this.#wantsNumbers = false;
    if (this.part("picture").querySelector("[data-edit]")) return;
    this.#left = this.step;
    this.go(this.subject, this.data.step_to_play);
  }

  /** Whoever has only played goes on where the steps were left. */
  #returnToStep() {
    const left = this.#left;
    this.#left = undefined;
    if (left !== undefined && this.step === this.data.step_to_play) this.go(this.subject, left);
  }

  /** @override */
  refilled() {
    if (this.modes.now === "learn") this.switched("learn");
  }

  /** @override the codes of problems tell those of this network from others */
  get blankDrawing() {
    const { usual } = /** @type {import("../../types.js").TextParameter} */ (this.data.parameters.problem);
    const isUsual = String(this.subject.problem ?? usual).startsWith(usual ?? "");
    return isUsual ? super.blankDrawing : "";
  }

  /** What is learned on the stage, in place of the step of the lesson. */
  get learning() {
    return this.modes.now === "learn" && this.#learning?.view ? this.#learning : undefined;
  }

  /** @override */
  get played() {
    return this.learning ? undefined : super.played;
  }

  /** The numbers on screen; none while the network is blank. */
  get numbers() {
    const numbers = this.view?.numbers;
    return numbers && "seed" in numbers ? numbers : undefined;
  }

  /** That of the problem on screen, or of the one that is asked for. */
  get seed() {
    return this.numbers?.seed ?? this.subject.seed ?? Number(this.data.parameters.seed.otherwise);
  }

  /** @override */
  next() {
    if (this.learning) return this.learning.forward();
    if (this.#questions?.ask()) return;
    if (this.index + 1 < this.count) this.goTo(this.index + 1);
    else this.another();
    if (!this.waiting) this.#flow();
    this.ahead();
  }

  /** @override */
  back() {
    if (this.learning) return this.learning.back();
    if (this.index > 0) this.goTo(this.index - 1);
  }

  /** @override */
  first() {
    if (this.learning) return this.learning.rewind();
    this.go(this.subject);
  }

  /** @override */
  last() {
    if (this.learning) return this.learning.last();
    this.goTo(this.count - 1);
  }

  /** The step at a place of the lesson on screen. @param {number} index */
  goTo(index) {
    this.go(this.subject, this.lesson?.steps?.[index] ?? index);
  }

  /** The step of another problem that is nearest to the one on screen. @param {Subject} subject @returns {Asked} */
  nearest(subject) {
    const { steps } = this.lessons.get(subject) ?? {};
    return !steps || keyOf(this.step, { steps }) ? this.step : this.index;
  }

  /** A new problem: any one while Python is live, else one of those recorded. */
  another() {
    const seed = this.#upcoming ?? this.#draw();
    this.#upcoming = undefined;
    this.open(seed);
  }

  /** The problem of a seed, for the network on screen. @param {number} seed */
  async open(seed) {
    this.#wantsNumbers = this.modes.now === "play";
    const { original, architecture } = this.lesson ?? {};
    if (!architecture || original?.seed !== undefined) return this.go({ seed });
    const asked = this.python.call("another_network", { seed, ...architecture });
    await asked.then(({ subject }) => this.show(subject, 0)).catch((/** @type {Error} */ error) => this.fail(error));
  }

  /** Like go, but asks for that step first where the lesson is not there. @param {Subject} subject @param {Asked} step */
  async show(subject, step) {
    const lesson = this.lessons.get(subject);
    const isThere = lesson?.views[placeOf(step, lesson)];
    if (!isThere) await this.#loadStep(subject, step).catch((error) => this.fail(error));
    this.go(subject, step);
    await this.rest();
  }

  /** @override what Python has to compute comes in two answers: the step on screen, then all of them. @param {Subject} subject @param {AbortSignal} [signal] */
  async load(subject, signal) {
    const { lessons } = this;
    if (lessons.get(subject) || lessons.isAtHand(subject)) return lessons.load(subject, signal);
    try {
      await this.#loadStep(subject, this.step, signal);
    } catch (error) {
      if (codeOf(error) !== "wrong_step") throw error;
      return lessons.load(subject, signal); // it has no such step
    }
    lessons.load(subject).then(
      () => this.update(),
      () => {}, // the next step asks again
    );
  }

  /** @param {Subject} subject @param {Asked} step @param {AbortSignal} [signal] */
  #loadStep(subject, step, signal) {
    const args = { ...subject, step, lang: this.lang };
    const compute = () => this.python.call("simple_forward_pass_step", args, { signal });
    return this.lessons.loadStep(subject, step, compute, signal);
  }

  /** The lesson of which only some steps are there. */
  async rest() {
    if (this.lesson?.partial) await this.lessons.load(this.subject).catch((error) => this.fail(error));
    this.update();
  }

  /** @override computes the problem after this one before anybody asks, for a reader who has begun to go on */
  ahead() {
    if (!this.live || !this.index) return;
    this.#upcoming ??= this.#draw();
    this.lessons.load({ seed: this.#upcoming }).catch(() => {});
  }

  /** @override @param {import("../../types.js").Values} values @returns {[Subject, Asked]} */
  place(values) {
    return [subjectOf(values), values.step ?? 0];
  }

  /** @override @returns {import("../../types.js").Values} */
  query() {
    const { v } = this.data.parameters;
    return { ...this.subject, step: this.step, ...("seed" in this.subject && { v: v.otherwise }) };
  }

  /** @override the code of a problem may be damaged: then it is the first problem, at the same step; and what was to be learned may not be */
  refused(/** @type {Error} */ error) {
    const { learned: _learned, rate: _rate, ...start } = this.subject;
    const { problem } = start;
    if (codeOf(error) === "wrong_learned") {
      this.go(start, this.step);
      this.notice = { key: "refused", details: { reason: error.message } };
      return this.update();
    }
    if (codeOf(error) !== "wrong_problem") return super.refused(error);
    this.go({ seed: Number(this.data.parameters.seed.otherwise) }, this.step);
    this.notice = { key: "wrong_problem", details: { value: String(problem).slice(0, LONGEST_SHOWN) } };
    this.update();
  }

  /** @override @param {import("../../types.js").Shown} view @returns {import("../../types.js").Shown} */
  dressed(view) {
    const { svg, html } = this.learning?.view ?? { ...view, svg: this.#exploring?.asking.drawing ?? view.svg };
    return { ...view, svg, html };
  }

  /** @override */
  update() {
    const focus = this.#exploring?.focus;
    super.update();
    this.#exploring?.update(focus);
    this.#bringNumbers();
    if (this.live) this.#explore();
    else if (this.python.status.phase === "loading") this.#fetchExploring().catch(() => {}); // to be there when Python is
  }

  /** @override */
  controls() {
    showSteps(this);
    const { learning } = this;
    const place = learning?.place ?? { current: this.index + 1, count: this.count };
    this.part("counter").textContent = say(this.words.counter, place);
    this.part("back").setAttribute("aria-disabled", String(learning ? place.current === 0 : this.index === 0));
    const isLearned = learning && place.current === place.count;
    if (isLearned) this.part("next").setAttribute("aria-disabled", "true");
    else this.part("next").removeAttribute("aria-disabled");
    const seed = this.subject.seed ?? this.numbers?.seed;
    if (seed !== undefined) showNumber(this.part("number", HTMLInputElement), seed, this.notice?.key === "wrong_seed");
    this.#questions?.update();
  }

  async #flow() {
    const { showFlow } = await import("./flow.js").catch(() => ({ showFlow() {} })); // the step is there without it
    showFlow(this);
  }

  /** @override */
  async script() {
    const { subject, index, lang } = this;
    return (await this.python.call("problem_script", { ...subject, index, lang })).code;
  }

  /** @override @param {import("../../messages.js").NamedValue[]} values */
  async take(values) {
    this.#explore();
    await this.#coming;
    await this.#exploring?.take(values);
  }

  #fetchExploring() {
    return import("./exploring.js");
  }

  /** Loads what a reader may change. */
  #explore() {
    this.#coming ??= this.#fetchExploring().then(({ Exploring }) => {
      this.#exploring = new Exploring(this);
      this.update();
    });
    this.#coming.catch(() => {
      this.#coming = undefined; // it is asked for again
    });
  }

  async #learn() {
    const { openLearning } = await import("./learning.js");
    this.#learning = await openLearning(this);
  }

  /** Switches the questions on or off. */
  async #toggleQuestions() {
    const { Questions } = await import("./questions.js");
    this.#questions ??= new Questions(this);
    this.#questions.toggle();
  }

  #draw() {
    const seeds = this.live ? NEW_SEEDS : this.data.recorded.length;
    const drawn = () => 1 + Math.floor(Math.random() * seeds);
    let seed = drawn();
    while (seed === this.numbers?.seed) seed = drawn();
    return seed;
  }
}
