// What the lesson that follows an image adds to the demo: counter and rail in the bar, and in the place of the controls what can be chosen. When the lesson is left, all of it has gone.

import { showControls } from "../demo/attributes.js";
import { showSteps } from "../demo/rail.js";
import { on } from "../shared/on.js";
import { fetchPanel } from "../shared/panel.js";
import { part } from "../shared/part.js";
import { showNarration } from "../shared/show.js";
import { say } from "../shared/words.js";

/** @typedef {import("./forward-pass-mnist.js").ForwardPassMnist} ForwardPassMnist */

const MOVES = ["back", "next"];

export class FollowPanel {
  /** @type {HTMLElement | undefined} */
  #panel;
  /** what the bar and the picture were called before @type {Record<string, string>} */
  #former = {};
  #listeners = new AbortController();

  /** @param {ForwardPassMnist} demo */
  constructor(demo) {
    this.demo = demo;
  }

  get isThere() {
    return Boolean(this.#panel?.isConnected);
  }

  /** @param {() => boolean} isWanted still, when it has come */
  async put(isWanted) {
    const { demo } = this;
    const { nodes, words } = await fetchPanel(demo, "follow");
    if (!isWanted() || this.isThere) return; // left or asked for again meanwhile
    this.#panel = part(nodes, "following");
    const picture = demo.part("picture");
    demo.part("bar").append(part(nodes, "rail"));
    demo.part("controls").append(this.#panel);
    demo.part("frame").toggleAttribute("data-following", true);
    showControls(demo.element, demo.root);
    this.#former = { picture: picture.getAttribute("aria-label") ?? "" };
    for (const name of MOVES) {
      this.#former[name] = demo.part(name).textContent ?? "";
      demo.part(name).textContent = words[name];
    }
    picture.setAttribute("aria-label", words.picture);
    picture.removeAttribute("tabindex");
    demo.part("next").before(Object.assign(document.createElement("span"), { className: "counter" }));
    demo.part("see-how").hidden = true;
    this.#listen(picture);
  }

  /** The demo is as it was. */
  take() {
    const { demo } = this;
    this.#listeners.abort();
    if (!this.isThere) return;
    this.#panel?.remove();
    demo.part("rail").remove();
    demo.part("frame").removeAttribute("data-following");
    const picture = demo.part("picture");
    picture.setAttribute("aria-label", this.#former.picture);
    picture.tabIndex = 0;
    for (const name of MOVES) demo.part(name).textContent = this.#former[name];
    demo.part("counter").remove();
    demo.part("see-how").hidden = false;
  }

  /** @param {import("../../messages.js").FollowView} view @param {import("../../messages.js").FollowLesson | undefined} lesson */
  show({ index, count, choice }, lesson) {
    const { demo } = this;
    showSteps({ root: demo.root, lesson, index });
    demo.part("counter").textContent = say(demo.words.counter, { current: index + 1, count });
    demo.part("back").setAttribute("aria-disabled", String(index === 0));
    const menu = part(/** @type {HTMLElement} */ (this.#panel), "choice");
    showNarration(menu, choice?.html ?? "");
    const select = menu.querySelector("select");
    if (select && choice) select.value = choice.value;
  }

  /** What can be chosen in the drawing, by pointer and by key. @param {HTMLElement} picture */
  #listen(picture) {
    this.#listeners.abort();
    this.#listeners = new AbortController();
    const { signal } = this.#listeners;
    on(picture, "click", (event) => this.#choose(event), { signal });
    const pressed = (/** @type {KeyboardEvent & {target: HTMLElement}} */ event) => {
      if ((event.key === "Enter" || event.key === " ") && this.#choose(event)) event.preventDefault();
    };
    on(picture, "keydown", pressed, { signal });
  }

  /** Whether there was something to choose. @param {Event & {target: HTMLElement}} event */
  #choose({ target }) {
    const { action, value } = /** @type {HTMLElement | null} */ (target.closest("[data-action]"))?.dataset ?? {};
    if (action) this.demo.actions[action]?.(value ?? "");
    return Boolean(action);
  }
}
