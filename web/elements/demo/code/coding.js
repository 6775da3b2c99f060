// The mode Code: the lines of the step can be changed and run, in a Python that is there for this alone; what they leave behind becomes what is on screen, where it fits.

import { ReaderPython } from "../../../python/sandbox/reader-python.js";
import { copyCode } from "../../share/copy.js";
import { fetchPanel } from "../../shared/panel.js";
import { part } from "../../shared/part.js";
import { failureOf } from "../../shared/status.js";
import { say } from "../../shared/words.js";
import { bringIntoView } from "../in-view.js";
import { carried } from "./carried.js";
import { Editor } from "./editor.js";
import { Result } from "./result.js";

/**
 * @typedef {import("../demo-frame.js").DemoFrame} DemoFrame
 * @typedef {import("../../../messages.js").Ran} Ran
 */

/** @type {WeakMap<Element, Promise<Coding>>} by the section of the lines, which comes anew with another language */
const known = new WeakMap();

/** @param {DemoFrame} demo @returns {Promise<Coding>} */
export function codingOf(demo) {
  const section = demo.part("code");
  const coming = known.get(section) ?? open(demo, section);
  known.set(section, coming);
  coming.catch(() => known.delete(section));
  return coming;
}

/** @param {DemoFrame} demo @param {HTMLElement} section */
async function open(demo, section) {
  const { nodes, words } = await fetchPanel(demo, "code");
  return new Coding(demo, section, nodes, { ...demo.words, ...words });
}

export class Coding {
  /** The step's own lines, and its key. */
  #own = "";
  #key = "";
  /** @type {Map<string, {own: string, text: string}>} what the reader has made of the lines of other steps, by their keys */
  #kept = new Map();
  /** Whether what is on screen changes because of a run: then the lines stay as they are. */
  #isTaking = false;
  #runs = 0;
  #isRunning = false;

  /** @param {DemoFrame} demo @param {HTMLElement} section @param {DocumentFragment} nodes @param {Record<string, string>} words */
  constructor(demo, section, nodes, words) {
    this.demo = demo;
    this.section = section;
    this.words = words;
    const [lines, copy] = [part(section, "lines"), part(section, "copy", HTMLButtonElement)];
    const [editing, running, ran] = ["editing", "running", "ran"].map((name) => part(nodes, name));
    lines.before(editing);
    copy.before(running);
    section.append(ran);
    copy.value = "edited-lines";
    lines.hidden = true;
    this.result = new Result(ran, words);
    this.editor = new Editor(part(editing, "editor"), demo.root, "", {
      label: words.code_label,
      help: part(editing, "keys").id,
      run: () => this.run(),
      changed: () => this.#changed(),
    });
    this.python = new ReaderPython(demo.site, {
      progress: () => {},
      printed: (text) => this.result.print(text),
    });
    running.addEventListener("click", ({ target }) => this.#press(/** @type {Element} */ (target)));
  }

  /** What the buttons do, by their classes. @type {Record<string, () => void>} */
  actions = {
    "run-code": () => this.run(),
    "stop-code": () => this.python.stop(),
    "reset-code": () => this.reset(),
    "copy-script": () => this.#copyScript().catch((error) => this.demo.fail(error)),
  };

  /** The lines of the step on screen, as the reader has left them. */
  follow() {
    const { code = "", key = "" } = this.demo.view ?? {};
    if (code === this.#own && key === this.#key) return;
    if (!this.#isTaking) this.#keep();
    const isOther = key !== this.#key;
    const kept = this.#kept.get(key);
    this.#own = code;
    this.#key = key;
    if (this.#isTaking) return;
    this.editor.text = kept ? carried(kept, code) : code;
    if (isOther) this.result.clear();
  }

  #keep() {
    const { text } = this.editor;
    if (this.#key && text !== this.#own) this.#kept.set(this.#key, { own: this.#own, text });
    else this.#kept.delete(this.#key);
  }

  /** The step's own lines again, in a Python that knows nothing of what was run. */
  reset() {
    this.#runs += 1; // what runs is nobody's any more
    this.#show(false);
    this.python.stop();
    this.editor.text = this.#own;
    this.result.clear();
    this.editor.focus();
  }

  async run() {
    if (this.#isRunning) return;
    const run = ++this.#runs;
    this.editor.blame(null);
    this.result.begin(this.words.code_running);
    this.#show(true);
    const ran = await this.#ran();
    if (run !== this.#runs) return;
    this.#show(false);
    if ("failure" in ran) this.#ended(ran.failure);
    else await this.#came(ran);
    for (const told of [...this.result.told, part(this.section, "run-code")]) bringIntoView(told);
  }

  /** @returns {ReturnType<ReaderPython["run"]>} */
  async #ran() {
    const { text } = this.editor;
    try {
      return await this.python.run({ code: text, lang: this.demo.lang, files: await this.demo.files() });
    } catch (error) {
      return { failure: failureOf(/** @type {Error} */ (error)) };
    }
  }

  /** @param {Ran} ran */
  async #came(ran) {
    this.result.show(ran);
    this.editor.blame(ran.trouble?.line ?? null);
    if (ran.trouble) return;
    this.#isTaking = true;
    try {
      await this.demo.take(ran.values);
      this.follow();
    } catch (error) {
      const { key, details } = failureOf(/** @type {Error} */ (error));
      this.result.complain(say(this.words[key], details));
    } finally {
      this.#isTaking = false;
    }
  }

  /** @param {import("../../../types.js").Failure} failure */
  #ended({ key, details }) {
    this.result.say("");
    this.result.complain(say(this.words[key] ?? this.words.code_ended, details));
  }

  async #copyScript() {
    const script = part(this.section, "script");
    script.textContent = await this.demo.script();
    await copyCode(script);
  }

  #changed() {
    part(this.section, "edited-lines").textContent = this.editor.text;
  }

  /** @param {boolean} isRunning */
  #show(isRunning) {
    this.#isRunning = isRunning;
    part(this.section, "run-code").setAttribute("aria-disabled", String(isRunning));
    part(this.section, "stop-code").setAttribute("aria-disabled", String(!isRunning));
  }

  /** @param {Element} target */
  #press(target) {
    const button = target.closest("button");
    if (button && button.getAttribute("aria-disabled") !== "true") this.actions[button.className]?.();
  }
}
