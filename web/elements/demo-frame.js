// What every demo shares: its life, which view is on screen, and the one place that writes the page. The view follows from (subject, index).

import { Bookmark } from "./address.js";
import { Arrival } from "./arrival.js";
import { showControls } from "./attributes.js";
import { copyCode } from "./copy.js";
import { showView } from "./drawing.js";
import { listen } from "./input.js";
import { FileError, Lessons, nameOf } from "./lessons.js";
import { Recorded } from "./recorded.js";
import { begin, followAttribute } from "./requests.js";
import { checkLanguage, fetchShell, fill, language } from "./shell.js";
import { showStatus } from "./status.js";

/**
 * @typedef {import("../types.js").View} View
 * @typedef {import("../types.js").Failure} Failure
 * @typedef {import("../types.js").Subject} Subject
 * @typedef {import("./address.js").Wrong} Wrong
 * @typedef {import("./shell.js").Opened} Opened
 * @typedef {{site: URL, python: import("../python/client.js").Client}} Surroundings
 * @typedef {{call: string, unit: string}} Demo
 *   call: the name Python knows it by; unit: the parameter that numbers its recorded lessons
 */

export class DemoFrame {
  /** @type {View | null} what is on screen */
  view = null;
  /** @type {Subject} what the lesson is about; nothing before the element is in a page */
  subject = {};
  index = 0;
  /** @type {Failure | undefined} a calm remark on what was asked for */
  notice;
  /** @type {Failure | undefined} why the lesson on screen could not be had */
  failure;
  /** @type {string | undefined} the name of the subject whose lesson is on screen; none while the blank one is */
  #shown;
  #told = "";
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
    copy: (name) => copyCode(this.part(name)),
    embed: async () => (await import("./embedding.js")).openEmbedding(this),
    share: async () => (await import("./sharing.js")).openSharing(this),
    close: () => this.#closeDialogs(),
  };

  next() {}
  back() {}
  first() {}
  last() {}

  /** Called when the element is in a page; what listens there stops at the signal. @param {AbortSignal} _signal */
  connected(_signal) {}

  /** The step on screen of a lesson comes, at least. @param {Subject} subject @param {AbortSignal} [signal] @returns {Promise<any>} */
  load(subject, signal) {
    return this.lessons.load(subject, signal);
  }

  /** Called when there is time to prepare what may be asked for next. */
  ahead() {}

  /** The shell has been written anew, in another language: what was added to it has gone. */
  refilled() {}

  /** The parts of Python that its first answer takes, besides those of every start. */
  get parts() {
    return [this.lang];
  }

  /** What Python is asked with. @param {Subject} subject @returns {Promise<Record<string, unknown>>} */
  async args(subject) {
    return { ...subject, lang: this.lang };
  }

  /** The subject and index that values ask for, and which value does not fit the others. @param {Subject} values @returns {[Subject, number, Wrong?]} */
  place(values) {
    return [{ [this.demo.unit]: values[this.demo.unit] }, 0];
  }

  /** The file with the drawing of the network while nothing is computed, from the root of the site; none where only Python knows how it looks. */
  get blankDrawing() {
    return "";
  }

  /** What stands in an address. @returns {Subject} */
  query() {
    return this.subject;
  }

  /** How many steps the lesson has. */
  get count() {
    return this.lessons.get(this.subject)?.views.length ?? this.data.blank.count;
  }

  get words() {
    return this.data.words;
  }

  get live() {
    return this.python.status.phase === "live";
  }

  /** True while the lesson asked for is not there. */
  get waiting() {
    return !this.lessons.get(this.subject)?.views[this.index];
  }

  /** Shows a step of a lesson: at once if it is there, else as soon as it comes. @param {Subject} subject @param {number} index */
  go(subject, index = 0) {
    const other = nameOf(subject) !== nameOf(this.subject);
    this.subject = subject;
    this.index = index;
    this.notice = undefined;
    if (other || this.waiting) this.#arrival.want();
    this.update();
  }

  /** An attribute was set. @param {string} name */
  changed(name) {
    if (name === "lang") this.#speak();
    followAttribute(this, name);
  }

  /** Writes the page: the only place that does. */
  update() {
    const view = this.#current();
    if (view) this.#show(view);
    this.part("frame").setAttribute("aria-busy", String(this.waiting));
    showStatus(this);
    this.controls();
    this.#bookmark.show(this.element, this.part("own"), this.query());
  }

  /** Writes the controls of one demo. */
  controls() {}

  /** @param {string} name of a class in the shell @returns {any} */
  part(name) {
    return this.root.querySelector(`.${name}`);
  }

  /** The view that should be on screen; nothing where the one on screen may stay. */
  #current() {
    const lesson = this.lessons.get(this.subject);
    if (lesson && !lesson.partial) this.index = Math.min(this.index, lesson.views.length - 1);
    if (lesson?.views[this.index]) return lesson.views[this.index];
    return this.#shown === nameOf(this.subject) ? undefined : this.#arrival.blank;
  }

  /** @param {View} view */
  #show(view) {
    this.view = view;
    this.#shown = view === this.#arrival.blank ? undefined : nameOf(this.subject);
    showView(this.root, this.dressed(view));
    if (this.#shown !== undefined) this.#tell(view);
  }

  /** The view as it is to be shown. @param {View} view */
  dressed(view) {
    return view;
  }

  /** @param {View} view */
  #tell({ key, index, count, numbers }) {
    const place = `${nameOf(this.subject)} ${this.index}`;
    if (this.#told === place) return;
    this.#told = place;
    const { unit } = this.demo;
    const detail = { key, index, count, [unit]: numbers?.[unit], ...this.subject };
    this.element.dispatchEvent(new CustomEvent("step", { bubbles: true, composed: true, detail }));
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
    return new Lessons(this.demo.call, recorded, this.python, (subject) => this.args(subject));
  }

  /** Where another language is wanted than the one it opened in: the same place in another shell. */
  async #speak() {
    checkLanguage(this.element);
    const lang = language(this.element);
    if (lang === this.lang) return;
    const shell = await fetchShell(this.site, this.demo.call, lang);
    Object.assign(this, { data: shell, lang });
    this.lessons = this.#lessons();
    fill(this.root, shell, this.site);
    showControls(this.element, this.root);
    this.refilled();
    this.#shown = undefined;
    this.#arrival.want();
    this.update();
  }

  /** The lesson asked for cannot be had. @param {Error} error */
  refused(error) {
    this.fail(error);
  }

  /** Says what could not be had. @param {Error} error */
  fail(error) {
    this.failure =
      error instanceof FileError ? error.failure : { key: "error_answer", details: { reason: error.message } };
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
    this.update();
  }
}
