// The modes of a demo: tabs, one of which is open, while what belongs to others is shut; and behind More what is seldom needed.

import { on } from "../shared/on.js";
import { part } from "../shared/part.js";
import { warn } from "./attributes.js";

/** @typedef {import("./demo-frame.js").DemoFrame} DemoFrame */

/** @type {Record<string, (place: number, count: number) => number>} */
const KEYS = {
  ArrowRight: (place, count) => (place + 1) % count,
  ArrowLeft: (place, count) => (place + count - 1) % count,
  Home: () => 0,
  End: (_place, count) => count - 1,
};

export class Modes {
  /** The name of the one that is open. */
  now;

  /** @param {DemoFrame} demo */
  constructor(demo) {
    this.demo = demo;
    this.now = this.first;
  }

  /** The one that a demo begins with. */
  get first() {
    return this.#tabs[0]?.value ?? "";
  }

  /** Whether words and drawing are on screen. */
  get isStaged() {
    return !part(this.demo.root, "stage").hasAttribute("data-shut");
  }

  /** @param {string} name */
  isOffered(name) {
    return this.#offered.some(({ value }) => value === name);
  }

  /** Opens a mode; also one that is open, which begins anew. @param {string} name */
  open(name) {
    if (!this.isOffered(name)) return;
    this.now = name;
    this.show();
    this.demo.switched(name);
    this.demo.update();
  }

  /** The mode that an attribute asks for; the console hears of one that there is not. */
  ask() {
    const name = this.demo.element.getAttribute("mode");
    if (name === null || name === this.now) return;
    if (this.isOffered(name)) this.open(name);
    else warn(this.demo.element, "mode", this.#offered.map(({ value }) => value).join(" "));
  }

  /** The first one again, for who leaves another by key. */
  leave() {
    this.open(this.first);
    this.#tabs[0]?.focus({ preventScroll: true });
  }

  /** Shuts what is of other modes: after a change of mode, and where something has come. */
  show() {
    const { root } = this.demo;
    if (this.now && !this.isOffered(this.now)) return this.open(this.first);
    for (const part of /** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll("[data-mode]")))
      part.toggleAttribute("data-shut", !part.dataset.mode?.split(" ").includes(this.now));
    for (const tab of this.#tabs) {
      tab.setAttribute("aria-selected", String(tab.value === this.now));
      tab.tabIndex = tab.value === this.now ? 0 : -1;
    }
    part(root, "mode").setAttribute("aria-labelledby", `mode-${this.now}`);
  }

  /** A button was pressed: what stands behind More gives way, unless it has to be mended. @param {string} action */
  acted(action) {
    if (action !== "extras" && !this.#extras.querySelector(".told:not([hidden])")) this.toggleExtras(false);
  }

  /** @param {boolean} [isOpen] */
  toggleExtras(isOpen = Boolean(this.#extras.hidden)) {
    const hadFocus = this.#extras.contains(this.demo.root.activeElement);
    this.#extras.hidden = !isOpen;
    this.#button.setAttribute("aria-expanded", String(isOpen));
    if (hadFocus && !isOpen) this.#button.focus({ preventScroll: true });
  }

  /** @param {AbortSignal} signal ends it */
  listen(signal) {
    const { root } = this.demo;
    on(root, "keydown", (event) => this.#key(event), { signal });
    addEventListener("pointerdown", (event) => this.#pressedAt(event.composedPath()), { signal });
  }

  /** @param {KeyboardEvent & {target: HTMLElement}} event */
  #key(event) {
    const { key, target } = event;
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (key === "Escape" && !this.#extras.hidden && target.closest(".modes")) {
      event.preventDefault();
      return this.toggleExtras(false);
    }
    if (!target.matches("[role=tab]") || !KEYS[key]) return;
    event.preventDefault();
    const tabs = this.#offered;
    const tab = tabs[KEYS[key](tabs.indexOf(/** @type {HTMLButtonElement} */ (target)), tabs.length)];
    tab.focus({ preventScroll: true });
    this.open(tab.value);
  }

  /** @param {EventTarget[]} path */
  #pressedAt(path) {
    if (!path.includes(this.#extras) && !path.includes(this.#button)) this.toggleExtras(false);
  }

  get #tabs() {
    return /** @type {HTMLButtonElement[]} */ ([...this.demo.root.querySelectorAll("[role=tab]")]);
  }

  get #offered() {
    return this.#tabs.filter((tab) => !tab.hasAttribute("data-off"));
  }

  get #extras() {
    return part(this.demo.root, "extras");
  }

  get #button() {
    return part(this.demo.root, "extras-button");
  }
}
