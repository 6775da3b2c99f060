// What a run came to: what was printed, the values of the names, and why it stopped, if it did.

import { find, part } from "../../shared/part.js";
import { say } from "../../shared/words.js";

/**
 * @typedef {import("../../../types.js").Failure} Failure
 * @typedef {import("../../../messages.js").NamedValue} NamedValue
 */

export class Result {
  /** @param {HTMLElement} box @param {Record<string, string>} words */
  constructor(box, words) {
    this.box = box;
    this.words = words;
  }

  /** A run begins. @param {string} state what is said meanwhile */
  begin(state) {
    this.#show("printed", "");
    this.#show("trouble", "");
    part(this.box, "exactly").hidden = true;
    part(this.box, "values").hidden = true;
    this.say(state);
  }

  /** What is said of the run as a whole. @param {string} line */
  say(line) {
    this.#show("ran-status", line);
    this.box.hidden = false;
  }

  /** @param {string} text another piece; "" where the lines are run from the first one on */
  print(text) {
    this.#show("printed", text && part(this.box, "printed").textContent + text);
  }

  /** @param {import("../../../messages.js").Ran} ran */
  show({ values, is_cut, trouble }) {
    this.say(is_cut ? this.words.code_cut : trouble ? "" : this.words.code_done);
    this.#list(values);
    if (!trouble) return;
    const { line, said, exactly } = trouble;
    this.complain(line ? say(this.words.code_line, { line, said }) : said, exactly);
  }

  /** Why it stopped. @param {string} line @param {string} [exactly] Python's own words */
  complain(line, exactly = "") {
    this.#show("trouble", line);
    const details = part(this.box, "exactly");
    details.hidden = !exactly;
    find(details, "pre").textContent = exactly;
  }

  /** What is to be seen when a run has ended; what matters most comes last. Values are, where nothing else is told. */
  get told() {
    const shown = (/** @type {string[]} */ ...names) =>
      names.map((name) => part(this.box, name)).filter((told) => !told.hidden);
    const said = shown("printed", "trouble");
    return said.length ? said : shown("values", "ran-status");
  }

  clear() {
    this.box.hidden = true;
  }

  /** @param {NamedValue[]} values */
  #list(values) {
    const table = part(this.box, "values");
    table.hidden = !values.length;
    find(table, "tbody").replaceChildren(...values.map(row));
  }

  /** @param {string} name @param {string} text */
  #show(name, text) {
    const line = part(this.box, name);
    line.hidden = !text;
    if (line.textContent !== text) line.textContent = text;
  }
}

/** @param {NamedValue} value */
function row({ name, symbol, text }) {
  const line = document.createElement("tr");
  const head = cell("th", "code", name);
  head.scope = "row";
  if (symbol !== name) head.append(" ", element("span", symbol));
  line.append(head, cell("td", "pre", text));
  return line;
}

/** @param {"th" | "td"} kind @param {string} inside @param {string} text */
function cell(kind, inside, text) {
  const made = document.createElement(kind);
  made.append(element(inside, text));
  return made;
}

/** @param {string} kind @param {string} text */
function element(kind, text) {
  const made = document.createElement(kind);
  made.textContent = text;
  return made;
}
