// Follows the image on screen through the network: the steps of the lesson take the place of the view until it is left. Python makes them; those of the first images are recorded.

import { nameOf } from "../lessons/lessons.js";
import { keyOf } from "../lessons/steps.js";
import { asJson, fetchFile } from "../shared/files.js";
import { newest } from "../shared/newest.js";
import { FollowPanel } from "./follow-panel.js";

/**
 * @typedef {import("./forward-pass-mnist.js").ForwardPassMnist} ForwardPassMnist
 * @typedef {import("../../messages.js").FollowLesson} FollowLesson
 * @typedef {import("../../types.js").Subject} Subject
 * @typedef {{neuron?: string, voted?: number, rival?: number}} Chosen
 * @typedef {{subject: Subject, chosen: Chosen, name: string}} Place a lesson; name: of it in its language
 */

/** @type {import("../shared/files.js").Reader<FollowLesson>} */
const asLesson = asJson("steps", "views");
const STEP_OF = { neuron: "neuron", voted: "votes", rival: "answer" };

export class Follow {
  isOpen = false;
  /** the step that is wanted, as a link or somebody's click says it @type {string | number} */
  #step = 0;
  /** @type {Chosen} */
  #chosen = {};
  /** @type {FollowLesson | undefined} the lesson on screen */
  #lesson;
  /** the name of its image */
  #of = "";
  /** @type {import("../../types.js").Shown | undefined} the step on screen, with what is known of its image */
  #dressed;
  /** the name of the lesson, and that of the one that is asked for */
  #shown = "";
  #asked = "";
  #hasFailed = false;
  /** the image that the choices go for, by the name of its subject, and the network */
  #image = "";
  #network = "";
  #told = "";
  #panel;

  /** @param {ForwardPassMnist} demo */
  constructor(demo) {
    this.demo = demo;
    this.#panel = new FollowPanel(demo);
    Object.assign(demo.actions, {
      unfollow: () => this.#leave(),
      jump: (/** @type {string} */ index) => this.#goTo(Number(index)),
      "choose-neuron": (/** @type {string} */ neuron) => this.#choose({ neuron }),
      "choose-class": (/** @type {string} */ voted) => this.#choose({ voted: Number(voted) }),
      "choose-rival": (/** @type {string} */ rival) => this.#choose({ rival: Number(rival) }),
    });
  }

  /** From a step on; the first one where none is asked for. @param {string} asked */
  async open(asked) {
    this.isOpen = true;
    this.#step = /^\d+$/.test(asked) ? Number(asked) : asked || 0;
    try {
      if (!this.#panel.isThere) await this.refilled();
    } catch (error) {
      this.isOpen = false;
      throw error;
    }
    this.demo.update();
  }

  /** Its panel comes, also after the language has changed. */
  async refilled() {
    if (!this.isOpen) return;
    await this.#panel.put(() => this.isOpen);
    this.follow();
  }

  /** The image and what the network makes of it, as before. */
  close() {
    const { demo } = this;
    if (!this.isOpen) return;
    this.isOpen = false;
    this.#load.drop();
    this.#lesson = this.#dressed = undefined;
    this.#shown = this.#asked = this.#told = this.#image = "";
    this.#panel.take();
    demo.update();
  }

  #leave() {
    this.close();
    this.demo.part("see-how").focus();
  }

  // --- steps

  /** What is on screen in place of the view: the step, or the last one that was there. */
  get view() {
    return this.isOpen ? this.#lesson?.views[this.#index] : undefined;
  }

  /** A view with the step in its place; until the lesson of another image is there, what was on screen. @param {import("../../types.js").Shown} view */
  dress(view) {
    const step = this.view;
    if (!step) return view;
    if (!this.#dressed || this.#of === nameOf(this.demo.subject)) this.#dressed = { ...view, ...step };
    return this.#dressed;
  }

  get isWaiting() {
    return this.isOpen && this.#shown !== this.#asked && !this.#hasFailed;
  }

  /** The step in an address. */
  get key() {
    return this.view?.key;
  }

  get #index() {
    const steps = this.#lesson?.steps ?? [];
    return Math.max(0, steps.indexOf(keyOf(this.#step, { steps, numbered: steps }) ?? ""));
  }

  /** Behind the last step comes the next image, or the pad again. */
  next() {
    const { demo } = this;
    if (!this.#lesson) return;
    if (this.#index + 1 < this.#lesson.steps.length) return this.#goTo(this.#index + 1);
    if (demo.subject.drawing !== undefined) return this.close();
    this.#step = 0;
    demo.show(demo.search.neighbour(1));
  }

  back() {
    if (this.#index > 0) this.#goTo(this.#index - 1);
  }

  first() {
    this.#goTo(0);
  }

  last() {
    if (this.#lesson) this.#goTo(this.#lesson.steps.length - 1);
  }

  /** @param {number} index */
  #goTo(index) {
    this.#step = this.#lesson?.steps[index] ?? index;
    this.demo.notice = undefined;
    this.demo.update();
  }

  // --- lessons

  /** After the demo has written its view: another image, network or language has a lesson of its own. */
  follow() {
    const { demo } = this;
    const { subject, lang, network, failure, python } = demo;
    if (!this.isOpen || !this.#panel.isThere) return;
    if (subject.drawing === "") return this.close(); // nothing is drawn
    this.#meet(nameOf(subject), network);
    const name = JSON.stringify([this.#image, this.#chosen, lang]);
    const isAgain = this.#hasFailed && !failure && !python.status.error;
    if (name !== this.#asked || isAgain) this.#ask({ subject, chosen: this.#chosen, name });
    this.#showControls();
  }

  /** What was chosen does not go for another image; a neuron does for the same network. @param {string} image @param {string} network */
  #meet(image, network) {
    if (this.#image !== image) this.#chosen = this.#network === network ? { neuron: this.#chosen.neuron } : {};
    this.#image = image;
    this.#network = network;
  }

  /** From another step it leads to the one that is about the choice. @param {Chosen} chosen */
  #choose(chosen) {
    const [what] = /** @type {(keyof Chosen)[]} */ (Object.keys(chosen));
    if (!this.view?.choice) this.#step = STEP_OF[what];
    this.#chosen = { ...this.#chosen, ...chosen };
    this.demo.update();
  }

  /** @param {Place} place */
  async #ask(place) {
    this.#asked = place.name;
    this.#hasFailed = false;
    await this.#load(place).catch((/** @type {Error} */ error) => {
      this.#hasFailed = true;
      this.demo.fail(error);
    });
  }

  #load = newest(
    (/** @type {Place} */ place, signal) => this.#fetch(place, signal),
    (lesson, place) => this.#show(lesson, place),
  );

  /** @param {Place} place @param {AbortSignal} signal @returns {Promise<FollowLesson>} */
  async #fetch({ subject, chosen }, signal) {
    const { demo } = this;
    const compute = async () => demo.python.call("follow", { ...(await demo.args(subject)), ...chosen }, { signal });
    const isRecorded = demo.lessons.isRecorded(subject) && Object.values(chosen).every((one) => one === undefined);
    if (!isRecorded) return compute();
    const file = new URL(`${PARTS.follow}${demo.lang}/${subject.sample}.json`, demo.site);
    return fetchFile(file, asLesson, signal).catch(compute);
  }

  /** @param {FollowLesson} lesson @param {Place} place */
  #show(lesson, { subject, name }) {
    if (!this.isOpen) return;
    this.#lesson = lesson;
    this.#shown = name;
    this.#of = nameOf(subject);
    const { steps } = lesson;
    const key = keyOf(this.#step, { steps, numbered: steps });
    if (key === undefined) this.demo.notice = { key: "unknown_step", details: { value: this.#step } };
    this.#step = key ?? steps[0];
    this.demo.update();
  }

  #showControls() {
    const { demo, view } = this;
    if (!view) return;
    this.#panel.show(view, this.#lesson);
    const { index, count, key } = view;
    if (this.#told === `${this.#shown} ${key}`) return;
    this.#told = `${this.#shown} ${key}`;
    const detail = { key, index, count, ...demo.subject };
    demo.element.dispatchEvent(new CustomEvent("step", { bubbles: true, composed: true, detail }));
  }
}
