// The field that is laid over a number, and beside it what a finger changes it by: a step less or more, and the sign, which the keypads of phones lack.

import { say } from "../../shared/words.js";

/** @typedef {"less" | "more" | "sign"} Press */
/** @typedef {{label: string, most: number}} Place */
/** @typedef {{box: HTMLElement, field: HTMLInputElement, message: HTMLElement}} NumberField */

/** @type {Record<Press, string>} */
const SIGNS = { less: "−", more: "+", sign: "±" };

/** @param {Place} place @param {string} value @param {Record<string, string>} words @param {(press: Press) => void} press @returns {NumberField} */
export function numberField({ label, most }, value, words, press) {
  const [box, row, range, message] = ["div", "div", "p", "p"].map((name) => document.createElement(name));
  const field = document.createElement("input");
  box.className = "number-box";
  row.className = "number-row";
  Object.assign(range, { className: "range", id: "number-range" });
  range.textContent = say(words.range, { least: `−${most}`, most });
  Object.assign(message, { className: "wrong-number", id: "number-message", role: "alert" });
  const attributes = { "aria-label": label, "aria-describedby": `${range.id} ${message.id}` };
  for (const [name, text] of Object.entries({ ...attributes, inputmode: "decimal", autocomplete: "off" }))
    field.setAttribute(name, text);
  Object.assign(field, { maxLength: 40, value });
  const [less, more, sign] = /** @type {Press[]} */ (["less", "more", "sign"]).map((name) =>
    button(name, words, press),
  );
  row.append(less, field, more, sign);
  box.append(row, range, message);
  return { box, field, message };
}

/** Out of the way of Tab, since arrow keys do the same; a press leaves the focus in the field. @param {Press} name @param {Record<string, string>} words @param {(press: Press) => void} press */
function button(name, words, press) {
  const made = document.createElement("button");
  Object.assign(made, { type: "button", tabIndex: -1, textContent: SIGNS[name], title: words[name] });
  made.setAttribute("aria-label", words[name]);
  made.addEventListener("mousedown", (event) => event.preventDefault());
  made.addEventListener("click", () => press(name));
  return made;
}

/** The same number below or above zero, as it is typed. @param {string} text */
export function otherSign(text) {
  const typed = text.trim();
  return /^[-−－]/.test(typed) ? typed.slice(1) : `-${typed.replace(/^[+＋]/, "")}`;
}
