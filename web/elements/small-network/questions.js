// A question before the answer: with the switch on, Next asks about the coming step first; the step then comes with the verdict and a tally.

import { markup } from "../../trusted.js";
import { bringStage } from "../demo/in-view.js";
import { nameOf } from "../lessons/lessons.js";
import { adopt } from "../shared/adopt.js";
import { say } from "../shared/words.js";
import css from "./questions.css";

/**
 * @typedef {import("./simple-forward-pass.js").SimpleForwardPass} Demo
 * @typedef {import("../../messages.js").QuestionData} Question
 * @typedef {{place: string, right: boolean, reason: string}} Verdict place: the step it belongs to
 */

export class Questions {
  #on = false;
  #asked = 0;
  #right = 0;
  /** The step before the one that is asked about; the question stands only while that one is on screen. */
  #asking = "";
  /** @type {Verdict | undefined} */
  #verdict;

  /** @param {Demo} demo */
  constructor(demo) {
    this.demo = demo;
    demo.actions.answer = (choice) => this.#answer(Number(choice));
  }

  toggle() {
    this.#on = !this.#on;
    this.#asking = "";
    this.demo.update();
  }

  /** Asks about the coming step. False where there is nothing to ask, or the question is on screen and is skipped. */
  ask() {
    this.#verdict = undefined;
    const asking = this.#on && this.#question && !this.#isAsking;
    this.#asking = asking ? this.#place(this.demo.index) : "";
    if (asking) this.demo.update();
    return Boolean(asking);
  }

  get #isAsking() {
    return this.#asking === this.#place(this.demo.index);
  }

  /** @param {number} index */
  #place(index) {
    return `${nameOf(this.demo.subject)} ${index}`;
  }

  /** That of the coming step. @returns {Question | undefined} */
  get #question() {
    const view = this.demo.lessons.get(this.demo.subject)?.views[this.demo.index + 1];
    return view && "question" in view ? view.question : undefined;
  }

  /** @param {number} choice */
  #answer(choice) {
    const { demo } = this;
    const question = this.#question;
    if (!question || !this.#isAsking) return;
    const right = choice === question.answer;
    this.#asked += 1;
    this.#right += Number(right);
    this.#verdict = { place: this.#place(demo.index + 1), right, reason: question.reason };
    demo.goTo(demo.index + 1);
    demo.part("next").focus({ preventScroll: true });
  }

  /** Writes the question or the verdict over the narration; called by every update of the demo. */
  update() {
    const { demo } = this;
    const panel = this.#panel();
    const verdict = this.#verdict?.place === this.#place(demo.index) ? this.#verdict : undefined;
    const question = this.#isAsking ? this.#question : undefined;
    demo.root.querySelector("[data-action=questions]")?.setAttribute("aria-pressed", String(this.#on));
    demo.part("narration").hidden = Boolean(question);
    panel.classList.toggle("asking", Boolean(question));
    const shown = question ? `before ${this.#asking}` : (verdict?.place ?? "");
    if (panel.dataset.shown === shown) return; // so that a reader aloud hears it once
    panel.dataset.shown = shown;
    panel.replaceChildren(...(question ? ask(question) : verdict ? this.#tell(verdict) : []));
    if (question) bringStage(demo.root);
  }

  /** @returns {HTMLElement} */
  #panel() {
    return this.demo.partIfAny("question") ?? this.#makePanel();
  }

  #makePanel() {
    adopt(this.demo.root, css);
    const panel = document.createElement("div");
    panel.className = "question";
    panel.setAttribute("aria-live", "polite");
    this.demo.part("narration").before(panel);
    return panel;
  }

  /** @param {Verdict} verdict */
  #tell({ right, reason }) {
    const { words } = this.demo;
    const verdict = document.createElement("div");
    verdict.className = right ? "verdict right" : "verdict wrong";
    const word = document.createElement("strong");
    word.textContent = right ? words.right : words.not_quite;
    const tally = document.createElement("p");
    tally.className = "tally";
    tally.textContent = say(words.tally, { right: this.#right, asked: this.#asked });
    verdict.append(word, markup(reason));
    return [verdict, tally];
  }
}

/** @param {Question} question */
function ask({ html, choices }) {
  const box = document.createElement("div");
  box.className = "choices";
  box.append(...choices.map(choice));
  return [markup(html), box];
}

/** @param {string} words @param {number} index */
function choice(words, index) {
  const button = document.createElement("button");
  Object.assign(button, { type: "button", value: String(index), textContent: words });
  button.dataset.action = "answer";
  return button;
}
