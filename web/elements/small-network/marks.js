// The numbers and neurons of a view that answer to the reader: each gets a role and a name; one tab stop a panel, arrow keys inside.

import { reveal } from "../shared/scale.js";
import { say } from "../shared/words.js";

/**
 * @typedef {{panel: string, name: string}} Focus where the focus is: a panel's class and a mark's name
 * @typedef {{edit: boolean, ask: boolean, labelled: string}} Allowed and how a name and its value are written
 */

const PANELS = ["narration-handles", "picture", "asked-handles"];
const MARKS = "[data-edit], [data-neuron] > circle";
const VALUES = ["aria-valuenow", "aria-valuemin", "aria-valuemax", "aria-valuetext"];
const ROLES = ["role", "tabindex", "aria-label", ...VALUES];
const ASIDE = { ArrowLeft: -1, ArrowRight: 1 };
/** @type {WeakMap<Element, string>} the mark of a panel that Tab leads to */
const stops = new WeakMap();

/** @param {ShadowRoot} root @param {import("../../types.js").Known | undefined} lesson @param {Allowed} allowed */
export function mark(root, lesson, allowed) {
  for (const panel of panels(root)) {
    const marks = [...panel.querySelectorAll(MARKS)].filter((element) => describe(element, lesson, allowed));
    const stop = marks.find((element) => nameOfMark(element) === stops.get(panel)) ?? marks[0];
    for (const element of marks) element.setAttribute("tabindex", element === stop ? "0" : "-1");
  }
}

/** Whether the element answers; if so, it says how. @param {Element} element @param {import("../../types.js").Known | undefined} lesson @param {Allowed} allowed */
function describe(element, lesson, { edit, ask, labelled }) {
  const place = lesson?.places?.[element.getAttribute("data-edit") ?? ""];
  const neuron = lesson?.neurons?.[element.parentElement?.dataset.neuron ?? ""];
  for (const role of ROLES) element.removeAttribute(role);
  if (place && edit) {
    element.setAttribute("role", "spinbutton");
    element.setAttribute("aria-label", place.label);
    const text = String(place.value).replace("-", "−"); // a hyphen is not read
    const values = [place.value, -place.most, place.most, text];
    for (const [i, value] of values.entries()) element.setAttribute(VALUES[i], String(value));
  } else if (neuron && ask) {
    element.setAttribute("role", "button");
    const value = element.parentElement?.querySelector(".value")?.textContent;
    element.setAttribute("aria-label", value ? say(labelled, { name: neuron, value }) : neuron);
  } else return false;
  return true;
}

/** Its place or its neuron. @param {Element} element */
export function nameOfMark(element) {
  return element.getAttribute("data-edit") ?? element.parentElement?.dataset.neuron ?? "";
}

/** The mark that has the focus, if one has it. @param {ShadowRoot} root */
export function focusedMark(root) {
  const { activeElement } = root;
  return activeElement?.matches(MARKS) ? activeElement : null;
}

/** @param {ShadowRoot} root @returns {Focus | undefined} */
export function focusIn(root) {
  const element = focusedMark(root);
  const panel = element && panels(root).find((each) => each.contains(element));
  return panel ? { panel: panel.classList[0], name: nameOfMark(element) } : undefined;
}

/** The focus goes back to where it was, if that is still there. @param {ShadowRoot} root @param {Focus} focus */
export function keepFocus(root, { panel, name }) {
  const found = findMark(root, panel, name);
  if (found && found !== root.activeElement) focusOn(found);
}

/** @param {ShadowRoot} root @param {string} panel @param {string} name @returns {HTMLElement | undefined} */
export function findMark(root, panel, name) {
  const marks = root.querySelectorAll(`.${panel} :is(${MARKS})[role]`);
  return /** @type {HTMLElement | undefined} */ ([...marks].find((element) => nameOfMark(element) === name));
}

/** @param {HTMLElement | SVGElement} element with a role */
export function focusOn(element) {
  const root = /** @type {ShadowRoot} */ (element.getRootNode());
  const panel = panels(root).find((each) => each.contains(element));
  if (!panel) return;
  for (const other of panel.querySelectorAll(`:is(${MARKS})[tabindex="0"]`)) other.setAttribute("tabindex", "-1");
  stops.set(panel, nameOfMark(element));
  element.setAttribute("tabindex", "0");
  element.focus({ preventScroll: true });
}

/** Left and right lead to the neighbours. @param {ShadowRoot} root @param {KeyboardEvent} event */
export function moveFocus(root, event) {
  const distance = ASIDE[/** @type {keyof typeof ASIDE} */ (event.key)];
  const element = focusedMark(root);
  const panel = panels(root).find((each) => each.contains(element));
  if (!distance || !element || !panel || event.altKey || event.ctrlKey || event.metaKey) return;
  event.preventDefault();
  const marks = /** @type {HTMLElement[]} */ ([...panel.querySelectorAll(`:is(${MARKS})[role]`)]);
  const next = marks[marks.indexOf(/** @type {HTMLElement} */ (element)) + distance];
  if (!next) return;
  reveal(next);
  focusOn(next);
}

/** @param {ShadowRoot} root @returns {HTMLElement[]} */
function panels(root) {
  return PANELS.flatMap((name) => root.querySelector(`.${name}`) ?? []);
}
