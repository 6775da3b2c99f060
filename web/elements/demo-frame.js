// What every demo shares: its life, which view is on screen, and the one place that writes the page. The view follows from (number, index).

import { Bookmark, readParameters, wholeNumber } from "./address.js";
import { checkTheme, showControls, warn } from "./attributes.js";
import { copyCode } from "./copy.js";
import { showView } from "./drawing.js";
import { listen } from "./input.js";
import { FileError, Lessons } from "./lessons.js";
import { fetchShell, fill, language } from "./shell.js";
import { showStatus } from "./status.js";

/**
 * @typedef {import("../types.js").View} View
 * @typedef {import("../types.js").Failure} Failure
 * @typedef {import("./address.js").Wrong} Wrong
 * @typedef {import("./shell.js").Opened} Opened
 * @typedef {{site: URL, python: import("../python/client.js").Client}} Surroundings
 * @typedef {{call: string, unit: string}} Demo
 *   call: the name Python knows it by; unit: the parameter that numbers its lessons
 */

const PATIENCE = 200; // ms that the last view stays while the next one is on its way

export class DemoFrame {
  /** @type {View | null} what is on screen */
  view = null;
  number = Number.NaN;
  index = 0;
  /** @type {Failure | undefined} a calm remark on what was asked for */
  notice;
  /** @type {Failure | undefined} why the lesson on screen could not be had */
  failure;
  /** @type {number | undefined} the number whose lesson is on screen; none while the blank one is */
  #shown;
  #told = "";
  #bookmark = new Bookmark();
  #late = false;
  #wait = new AbortController();
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
  }

  /** The element is in a page, for the first time or again. */
  connect() {
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    if (Number.isNaN(this.number)) this.#begin();
    else this.#resume();
    listen(this, signal);
    this.python.addEventListener("status", () => this.#follow(), { signal });
    this.#follow();
  }

  disconnect() {
    this.#listeners.abort();
    this.#wait.abort(new DOMException("the element was removed", "AbortError"));
    this.part("embedding").close();
  }

  /** After a move: what was waited for is asked again, in the language of the new place. */
  #resume() {
    if (this.waiting) this.#want();
    this.#speak();
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
    close: () => this.part("embedding").close(),
  };

  next() {}
  back() {}
  first() {}
  last() {}

  /** Called when there is time to prepare what may be asked for next. */
  ahead() {}

  /** What Python is asked with. @param {number} number @returns {Promise<Record<string, unknown>>} */
  async args(number) {
    return { [this.demo.unit]: number, lang: this.lang };
  }

  /** The number and index that values ask for. @param {Record<string, number>} values @returns {[number, number]} */
  place(values) {
    return [values[this.demo.unit], 0];
  }

  /** What stands in an address. @returns {Record<string, number>} */
  query() {
    return { [this.demo.unit]: this.number };
  }

  /** How many steps a lesson has. */
  get count() {
    return this.lessons.get(this.number)?.views.length ?? this.data.blank.count;
  }

  get words() {
    return this.data.words;
  }

  get live() {
    return this.python.status.phase === "live";
  }

  /** True while the lesson asked for is not there. */
  get waiting() {
    return !this.lessons.get(this.number);
  }

  /** Shows a step of a lesson: at once if it is there, else as soon as it comes. @param {number} number @param {number} index */
  go(number, index = 0) {
    const other = number !== this.number;
    this.number = number;
    this.index = index;
    this.notice = undefined;
    if (other) this.#want();
    this.update();
  }

  /** Goes where a person's input says, or marks it and goes nowhere. @param {string} name @param {string} value @param {(number: number) => void} go */
  choose(name, value, go) {
    const parameter = this.data.parameters[name];
    const number = wholeNumber(value, parameter);
    if (number !== null) go(number);
    else this.notice = { key: `wrong_${name}`, details: { value, least: parameter.least, most: parameter.most } };
    this.update();
  }

  /** An attribute was set. @param {string} name */
  changed(name) {
    if (name === "lang") this.#speak();
    if (name === "theme") checkTheme(this.element);
    if (name === "controls") showControls(this.element, this.root);
    if (!(name in this.data.parameters) || !this.element.hasAttribute(name)) return;
    const { values, wrong } = readParameters(this.data.parameters, (key) => this.element.getAttribute(key));
    const [number, index] = this.place(values);
    this.go(name === this.demo.unit ? number : this.number, index);
    this.#remark(wrong);
    this.#warn(wrong.filter((one) => one.name === name));
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
    const lesson = this.lessons.get(this.number);
    if (lesson) return lesson.views[this.index];
    return this.#late && this.#shown !== this.number ? this.data.blank : undefined;
  }

  /** @param {View} view */
  #show(view) {
    this.view = view;
    this.#shown = view === this.data.blank ? undefined : this.number;
    showView(this.root, view);
    if (this.#shown !== undefined) this.#tell(view);
  }

  /** @param {View} view */
  #tell({ key, index, count }) {
    const place = `${this.number} ${this.index}`;
    if (this.#told === place) return;
    this.#told = place;
    const detail = { key, index, count, [this.demo.unit]: this.number };
    this.element.dispatchEvent(new CustomEvent("step", { bubbles: true, composed: true, detail }));
  }

  /** The first place: what the address asks for on the demo's own page, else what the attributes say. */
  #begin() {
    if (this.root.querySelector(".picture svg")) this.#shown = this.data.parameters[this.demo.unit].otherwise;
    const asked = new URLSearchParams(this.element.hasAttribute("address") ? location.search : "");
    const { values, wrong } = readParameters(
      this.data.parameters,
      (name) => asked.get(name) ?? this.element.getAttribute(name),
    );
    const foreign = wrong.find(({ name }) => name === "v");
    this.go(...this.place(foreign ? readParameters(this.data.parameters, () => null).values : values));
    this.#remark(foreign ? [foreign] : wrong);
    this.#warn(wrong.filter(({ name }) => !asked.has(name)));
    checkTheme(this.element);
    showControls(this.element, this.root);
  }

  /** @param {Wrong[]} wrong attributes */
  #warn(wrong) {
    for (const { name, least, most } of wrong) warn(this.element, name, `${least}–${most}`);
  }

  /** @param {Wrong[]} wrong */
  #remark([wrong]) {
    if (!wrong) return;
    this.notice = { key: `wrong_${wrong.name}`, details: wrong };
    this.update();
  }

  #lessons() {
    const folder = new URL(`${PARTS.lessons}${this.demo.call}/${this.lang}/`, this.site);
    return new Lessons(this.demo.call, folder, this.data.recorded, this.python, (number) => this.args(number));
  }

  /** Another language: the same place in another shell. */
  async #speak() {
    const lang = language(this.element);
    if (lang === this.lang) return;
    const shell = await fetchShell(this.site, this.demo.call, lang);
    Object.assign(this, { data: shell, lang });
    this.lessons = this.#lessons();
    fill(this.root, shell, this.site);
    showControls(this.element, this.root);
    this.#shown = undefined;
    this.#want();
    this.update();
  }

  /** Sees to it that the lesson of the number comes, and forgets the one that was waited for. */
  async #want() {
    this.#wait.abort(new DOMException("another one is wanted", "AbortError"));
    this.#wait = new AbortController();
    const { signal } = this.#wait;
    const number = this.number;
    this.failure = undefined;
    this.#late = false;
    if (this.waiting) {
      const soon = this.live || this.data.recorded.includes(number);
      setTimeout(() => this.#delay(signal), soon ? PATIENCE : 0);
      await this.lessons.load(number, signal).catch((error) => this.#failed(error, number));
      this.update();
    }
    if (!signal.aborted) this.ahead();
  }

  /** @param {AbortSignal} signal */
  #delay(signal) {
    if (signal.aborted || !this.waiting) return;
    this.#late = true;
    this.update();
  }

  /** @param {Error} error @param {number} number */
  #failed(error, number) {
    if (error.name !== "AbortError" && number === this.number && !this.python.status.error) this.fail(error);
  }

  /** Says what could not be had. @param {Error} error */
  fail(error) {
    this.failure =
      error instanceof FileError ? error.failure : { key: "error_answer", details: { reason: error.message } };
    this.update();
  }

  /** Follows what Python is doing; when it has become live, it takes over what is on screen. */
  #follow() {
    if (this.live) this.#takeOver();
    else this.element.setAttribute("state", this.python.status.phase);
    this.update();
  }

  async #takeOver() {
    const number = this.number;
    const recorded = !this.waiting;
    if (!recorded) await this.lessons.load(number).catch((error) => this.#failed(error, number));
    if (!this.live) return;
    this.element.setAttribute("state", "live");
    this.update();
    if (recorded) await this.lessons.compute(number).catch((error) => this.#failed(error, number));
    this.update();
    this.ahead();
  }

  #retry() {
    this.python.retry();
    if (this.failure) this.#want();
    this.update();
  }
}
