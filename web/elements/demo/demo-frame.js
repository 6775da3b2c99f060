// What every demo shares: its life, which view is on screen, and the one place that writes the page. The view follows from (subject, step).

import { Lessons, nameOf } from "../lessons/lessons.js";
import { Recorded } from "../lessons/recorded.js";
import { keyOf, placeOf } from "../lessons/steps.js";
import { copyCode } from "../share/copy.js";
import { part, partIfAny } from "../shared/part.js";
import { showView } from "../shared/show.js";
import { failureOf, showStatus } from "../shared/status.js";
import { say } from "../shared/words.js";
import { Bookmark } from "./address.js";
import { Arrival } from "./arrival.js";
import { showControls } from "./attributes.js";
import { bringStage } from "./in-view.js";
import { listen } from "./input.js";
import { Modes } from "./modes.js";
import { begin, followAttribute, remarkStep } from "./requests.js";
import { checkLanguage, fetchShell, fill, language } from "./shell.js";

/**
 * @typedef {import("../../types.js").Shown} Shown
 * @typedef {import("../../types.js").Known} Known
 * @typedef {import("../../types.js").Values} Values
 * @typedef {import("../../types.js").Failure} Failure
 * @typedef {import("../../types.js").Subject} Subject
 * @typedef {import("../lessons/steps.js").Asked} Asked
 * @typedef {import("../../messages.js").Calls[import("../../types.js").LessonCall]["arguments"]} Arguments
 * @typedef {import("./address.js").Wrong} Wrong
 * @typedef {import("./shell.js").Opened} Opened
 * @typedef {{site: URL, python: import("../../python/page/client.js").Client}} Surroundings
 * @typedef {import("./registry.js").Registration} Demo
 */

export class DemoFrame {
  /** @type {Shown | null} what is on screen */
  view = null;
  /** @type {Subject} what the lesson is about; nothing before the element is in a page */
  subject = {};
  /** @type {Asked} the key of the step that is wanted; before its lesson is there, as a link or somebody's click says it */
  step = 0;
  /** @type {Failure | undefined} a calm remark on what was asked for */
  notice;
  /** @type {Failure | undefined} why the lesson on screen could not be had */
  failure;
  /** @type {string | undefined} the name of the subject whose lesson is on screen; none while the blank one is */
  #shown;
  /** @type {Shown | undefined} the last view of a lesson */
  #last;
  #told = "";
  /** @type {Shown | null | undefined} what was on screen when the reader pressed; nothing once that has changed */
  #pressed;
  #arrival = new Arrival(this);
  #bookmark;
  #listeners = new AbortController();

  /** @param {HTMLElement} element @param {Surroundings} surroundings @param {Demo} demo @param {Opened} opened */
  constructor(element, { site, python }, demo, { root, data, lang }) {
    this.element = element;
    this.site = site;
    this.python = python;
    this.demo = demo;
    this.root = root;
    this.data = data;
    this.lang = lang;
    this.modes = new Modes(this);
    this.lessons = this.#lessons();
    this.#bookmark = new Bookmark(Object.keys(data.parameters));
  }

  /** The element is in a page, for the first time or again. */
  connect() {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    if (!Object.keys(this.subject).length) this.#begin();
    else if (this.waiting) this.#arrival.want(); // it was moved: what was waited for is asked again
    this.#speak();
    listen(this, signal);
    this.modes.listen(signal);
    this.connected(signal);
    this.python.addEventListener("status", () => this.#follow(), { signal });
    this.#follow();
  }

  disconnect() {
    this.#listeners.abort();
    this.#arrival.forget("the element was removed");
    this.#closeDialogs();
  }

  #closeDialogs() {
    for (const dialog of this.root.querySelectorAll("dialog")) dialog.close();
  }

  /** What people can do, by the names that the markup and the keys use. @type {Record<string, (value: string) => void>} */
  actions = {
    next: () => this.next(),
    back: () => this.back(),
    first: () => this.first(),
    last: () => this.last(),
    retry: () => this.#retry(),
    play: async () => (await import("../lessons/playing.js")).togglePlaying(this),
    copy: (name) => copyCode(this.part(name)),
    embed: async () => (await import("../share/embedding.js")).openEmbedding(this),
    share: async () => (await import("../share/sharing.js")).openSharing(this),
    close: () => this.#closeDialogs(),
    mode: (name) => this.modes.open(name),
    extras: () => this.modes.toggleExtras(),
  };

  next() {}
  back() {}
  first() {}
  last() {}

  /** Called when the element is in a page; what listens there stops at the signal. @param {AbortSignal} _signal */
  connected(_signal) {}

  /** The step on screen of a lesson comes, at least. @param {Subject} subject @param {AbortSignal} [signal] @returns {Promise<unknown>} */
  load(subject, signal) {
    return this.lessons.load(subject, signal);
  }

  /** A program of what is on screen that needs nothing but numpy. @returns {Promise<string>} */
  async script() {
    return this.view?.code ?? "";
  }

  /** The files that the code reads, in base64 by name; of the package where a folder of it is named. @returns {Promise<Record<string, string>>} */
  async files() {
    return {};
  }

  /** A reader's code has run: what its names hold becomes what is on screen, where that can be. Rejects with what Python says to the reader. @param {import("../../messages.js").NamedValue[]} _values */
  async take(_values) {}

  /** Called when there is time to prepare what may be asked for next. */
  ahead() {}

  /** Something was dropped on the demo, and not on a panel that takes it. @param {DataTransfer} _data */
  dropped(_data) {}

  /** A mode was opened, perhaps the one that was open. @param {string} _mode */
  switched(_mode) {}

  /** What the element's attribute leaves out is left out. */
  offer() {
    showControls(this.element, this.root);
    this.modes.show();
  }

  /** The shell has been written anew, in another language: what was added to it has gone. */
  refilled() {}

  /** The parts of Python that its first answer takes, besides those of every start. */
  get parts() {
    return [this.lang];
  }

  /** What Python is asked with. @param {Subject} subject @returns {Promise<Arguments>} */
  async args(subject) {
    return { ...subject, lang: this.lang };
  }

  /** Asks Python for a lesson. @param {Subject} subject @param {AbortSignal} [signal] drops it if it still waits @returns {Promise<Known>} */
  async compute(subject, signal) {
    const args = await this.args(subject);
    signal?.throwIfAborted();
    return this.python.call(this.demo.call, args, { signal });
  }

  /** The subject and step that values ask for, and which value does not fit the others. @param {Values} values @returns {[Subject, Asked, Wrong?]} */
  place(values) {
    return [{ [this.demo.unit]: Number(values[this.demo.unit]) }, 0];
  }

  /** The file with the drawing of the network while nothing is computed, from the root of the site; none where only Python knows how it looks. */
  get blankDrawing() {
    return `${PARTS.lessons}${this.demo.call}/${this.lang}/blank.svg`;
  }

  /** What stands in an address. @returns {Values} */
  query() {
    return { ...this.subject };
  }

  /** What is known of the lesson on screen. */
  get lesson() {
    return this.lessons.get(this.subject);
  }

  /** How many steps the lesson has. */
  get count() {
    return this.lesson?.views.length ?? this.data.blank.count;
  }

  /** The place of the step in its lesson; while the lesson is not there, in the usual one. */
  get index() {
    return placeOf(this.step, this.lesson ?? this.data.blank);
  }

  get words() {
    return this.data.words;
  }

  get live() {
    return this.python.status.phase === "live";
  }

  /** True while the lesson asked for is not there. */
  get waiting() {
    return !this.lesson?.views[this.index];
  }

  /** Shows a step of a lesson: at once if it is there, else as soon as it comes. @param {Subject} subject @param {Asked} step */
  go(subject, step = 0) {
    const other = nameOf(subject) !== nameOf(this.subject);
    this.subject = subject;
    this.step = step;
    this.notice = undefined;
    if (other || this.waiting) this.#arrival.want();
    this.update();
  }

  /** An attribute was set. @param {string} name */
  changed(name) {
    if (name === "lang") this.#speak();
    followAttribute(this, name);
  }

  /** The reader has pressed something: where it brings another view, that is to be seen when it has come. @param {boolean} bringsAnother */
  pressed(bringsAnother) {
    this.#pressed = bringsAnother ? this.view : undefined;
  }

  /** Writes the page: the only place that does. */
  update() {
    const view = this.#current();
    if (view) this.#show(view);
    this.part("frame").setAttribute("aria-busy", String(this.waiting && !this.failure));
    showStatus(this);
    this.controls();
    this.part("play").hidden = (this.played?.count ?? 0) < 2;
    this.#openCode();
    this.#bookmark.show(this.element, this.part("own", HTMLAnchorElement), this.query());
    if (this.#pressed === undefined || this.#pressed === this.view || this.waiting) return;
    this.#pressed = undefined;
    bringStage(this.root);
  }

  /** The lesson that Play goes through: which step is on screen, of how many. @returns {{index: number, count: number} | undefined} nothing where Next is no step of one */
  get played() {
    return { index: this.index, count: this.count };
  }

  /** While its mode is open and Python is live, the code can be changed; where what that takes does not come, it can be read. */
  async #openCode() {
    if (this.modes.now !== "code" || !this.live || !this.view?.code) return;
    const coming = import("./code/coding.js").then(({ codingOf }) => codingOf(this));
    (await coming.catch(() => undefined))?.follow();
  }

  /** Writes the controls of one demo. */
  controls() {}

  /** A part of the shell, which is there. @template {HTMLElement} [Kind=HTMLElement] @param {string} name of a class @param {new () => Kind} [kind] */
  part(name, kind) {
    return part(this.root, name, kind);
  }

  /** One that may not be there. @template {HTMLElement} [Kind=HTMLElement] @param {string} name of a class @param {new () => Kind} [kind] */
  partIfAny(name, kind) {
    return partIfAny(this.root, name, kind);
  }

  /** The view that should be on screen; nothing where the one on screen may stay. What cannot be had takes nothing away. */
  #current() {
    const { lesson } = this;
    if (lesson?.steps) this.#find(lesson.steps, lesson);
    if (lesson?.views[this.index]) return lesson.views[this.index];
    if (this.failure && this.#last) return this.#last;
    return this.#shown === nameOf(this.subject) ? undefined : this.#arrival.blank;
  }

  /** The step that is wanted gets its key; what is none is told, and the lesson starts from its first. @param {string[]} steps @param {Known} lesson */
  #find([first], lesson) {
    const key = keyOf(this.step, lesson);
    if (key === undefined) remarkStep(this, lesson);
    this.step = key ?? first;
  }

  /** @param {Shown} view */
  #show(view) {
    this.view = view;
    const isAsked = view === this.lesson?.views[this.index];
    this.#shown = isAsked ? nameOf(this.subject) : undefined;
    showView(this.root, this.dressed(view));
    if (!isAsked) return;
    this.#last = view;
    this.#tell(view);
  }

  /** The view as it is to be shown. @param {Shown} view @returns {Shown} */
  dressed(view) {
    return view;
  }

  /** @param {Shown} view */
  #tell({ key, index, count, numbers, title }) {
    const place = `${nameOf(this.subject)} ${this.index}`;
    if (this.#told === place) return;
    if (this.#told) this.#announce(title);
    this.#told = place;
    const { unit } = this.demo;
    const { [unit]: number } = /** @type {Values} */ ({ ...numbers });
    const detail = { key, index, count, [unit]: number, ...this.subject };
    this.element.dispatchEvent(new CustomEvent("step", { bubbles: true, composed: true, detail }));
  }

  /** Aloud, a new view is its heading; the rest is there to be read. @param {string} title */
  #announce(title) {
    const values = { current: this.index + 1, count: this.count, title };
    this.part("announced").textContent = this.count > 1 ? say(this.words.step, values) : title;
  }

  /** A page that brought a drawing shows the first lesson. */
  #begin() {
    const { unit } = this.demo;
    if (this.root.querySelector(".picture svg")) this.#shown = nameOf({ [unit]: this.data.parameters[unit].otherwise });
    begin(this);
  }

  #lessons() {
    const folder = new URL(`${PARTS.lessons}${this.demo.call}/${this.lang}/`, this.site);
    const recorded = new Recorded(folder, this.demo.unit, this.data, this.root);
    return new Lessons(recorded, this.python, (subject, signal) => this.compute(subject, signal));
  }

  /** Where another language is wanted than the one that is spoken, its shell comes. Of several the last one counts; until it is there, the demo goes on as it is. */
  async #speak() {
    checkLanguage(this.element);
    const lang = language(this.element);
    const isWanted = () => lang === language(this.element) && lang !== this.lang;
    if (!isWanted()) return;
    try {
      const shell = await fetchShell(this.site, this.demo.call, lang);
      if (isWanted()) this.#translate(lang, shell);
    } catch (error) {
      if (isWanted()) this.fail(/** @type {Error} */ (error));
    }
  }

  /** The same place in another shell. @param {string} lang @param {import("../../types.js").Shell} shell */
  #translate(lang, shell) {
    Object.assign(this, { data: shell, lang });
    this.lessons = this.#lessons();
    fill(this.root, shell, this.site);
    this.offer();
    this.refilled();
    this.#shown = undefined;
    this.#arrival.want();
    this.update();
  }

  /** The lesson asked for cannot be had. @param {Error} error */
  refused(error) {
    this.fail(error);
  }

  /** Says what could not be had; that Python has not started is said anyway. @param {Error} error */
  fail(error) {
    if (!this.python.status.error) this.failure = failureOf(error);
    this.update();
  }

  /** Follows what Python is doing; when it has become live, it takes over what is on screen. */
  #follow() {
    if (this.live) this.#arrival.takeOver();
    else this.element.setAttribute("state", this.python.status.phase);
    this.update();
  }

  #retry() {
    this.python.retry();
    if (this.failure) this.#arrival.want();
    this.#speak(); // its shell may be what did not come
    this.update();
  }
}
