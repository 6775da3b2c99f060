// The page of a whole lesson: all steps of the problem that the address asks for, one below the other. The views are those of the demo.

import { markup } from "../../trusted.js";
import { readAsked } from "../demo/address.js";
import { Lessons } from "../lessons/lessons.js";
import { Recorded } from "../lessons/recorded.js";
import { keyOf } from "../lessons/steps.js";
import { part } from "../shared/part.js";
import { failureOf, showStatus } from "../shared/status.js";
import { say } from "../shared/words.js";
import { subjectOf } from "./simple-forward-pass.js";

const CALL = "simple_forward_pass";

/** @param {HTMLElement} element @param {import("../demo/demo-frame.js").Surroundings} surroundings */
export function openWholeLesson(element, { site, python }) {
  const root = /** @type {ShadowRoot} */ (element.shadowRoot);
  const lesson = new WholeLesson(element, root, site, python);
  lesson.open();
}

class WholeLesson {
  /** @type {import("../../types.js").Failure | undefined} */
  notice;
  /** @type {import("../../types.js").Failure | undefined} */
  failure;
  waiting = true;

  /** @param {HTMLElement} element @param {ShadowRoot} root @param {URL} site @param {import("../../python/page/client.js").Client} python */
  constructor(element, root, site, python) {
    this.root = root;
    this.python = python;
    this.data = JSON.parse(root.querySelector(".shell")?.textContent ?? "{}");
    this.words = this.data.words;
    const lang = element.lang;
    const folder = new URL(`${PARTS.lessons}${CALL}/${lang}/`, site);
    const recorded = new Recorded(folder, "seed", this.data, root);
    this.lessons = new Lessons(recorded, python, (subject, signal) =>
      python.call(CALL, { ...subject, lang }, { signal }),
    );
    const { values, wrong } = readAsked(element, this.data.parameters);
    this.subject = subjectOf(values);
    this.step = values.step ?? 0;
    if (wrong[0]) this.notice = { key: `wrong_${wrong[0].name}`, details: wrong[0] };
  }

  open() {
    this.python.addEventListener("status", () => this.#update());
    this.#part("retry").addEventListener("click", () => this.#retry());
    this.#part("print").addEventListener("click", () => print());
    this.#part("own", HTMLAnchorElement).search = location.search;
    this.#load();
  }

  /** @template {HTMLElement} [Kind=HTMLElement] @param {string} name of a class @param {new () => Kind} [kind] */
  #part(name, kind) {
    return part(this.root, name, kind);
  }

  #retry() {
    this.python.retry();
    this.#load();
  }

  async #load() {
    this.failure = undefined;
    this.#update();
    try {
      this.#show(await this.lessons.load(this.subject));
    } catch (error) {
      this.#failed(/** @type {Error} */ (error));
    }
    this.#update();
  }

  /** @param {import("../../types.js").Known} lesson */
  #show({ views, ...named }) {
    this.waiting = false;
    if (!keyOf(this.step, named)) this.notice ??= { key: "unknown_step", details: { value: this.step } };
    this.#part("steps").replaceChildren(...views.map(step));
    this.#part("steps").classList.remove("first");
    this.#part("print").hidden = false;
    const { seed } = this.subject;
    this.#part("problem").textContent = seed === undefined ? "" : say(this.words.problem, { number: seed });
  }

  /** @param {Error} error */
  #failed(error) {
    if (!this.python.status.error) this.failure = failureOf(error);
  }

  #update() {
    showStatus(this);
  }
}

/** @param {import("../../messages.js").View} view @param {number} index */
function step({ html, svg }, index) {
  const item = document.createElement("li");
  item.className = "step";
  item.append(panel("narration", html), panel("picture", distinct(svg, index)));
  return item;
}

/** @param {string} name @param {string} html */
function panel(name, html) {
  const part = document.createElement("div");
  part.className = name;
  part.append(markup(html));
  return part;
}

/** With ids of its own, as several drawings stand in the page. @param {string} svg @param {number} index */
function distinct(svg, index) {
  return svg.replace(/(\bid|aria-labelledby|aria-describedby)="([\w-]+)"/g, `$1="$2-${index}"`);
}
