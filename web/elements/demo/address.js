// What an address or an element's attributes ask for: whole numbers within limits, texts of a form. What is wrong is reported, not guessed.

import { askedIn, halfWidth } from "../shared/typed.js";
import { warn } from "./attributes.js";

/**
 * @typedef {import("../../types.js").Parameter} Parameter
 * @typedef {import("../../types.js").NumberParameter} NumberParameter
 * @typedef {import("../../types.js").Values} Values
 * @typedef {{name: string, value: string, least: number | string, most: number | string}} Wrong
 */

const PAUSE = 300; // ms
const FOREIGN = /^(utm_|mc_|_|ref|from|source|.*clid$)/i; // what mails, portals and networks add to links
const LONGEST_SHOWN = 40; // characters of a wrong value

/** What the address asks for on the demo's own page, else what the attributes say. @param {Element} element @param {Record<string, Parameter>} parameters */
export function readAsked(element, parameters) {
  const asked = askedIn(element.hasAttribute("address") ? location.search : "");
  const { values, wrong } = readParameters(parameters, (name) => asked.get(name) ?? element.getAttribute(name));
  warnOf(
    element,
    wrong.filter(({ name }) => !asked.has(name)),
  );
  const foreign = wrong.find(({ name }) => "is_version" in parameters[name]);
  if (foreign) return { values: readParameters(parameters, () => null).values, wrong: [foreign] };
  return { values, wrong: [...wrong, ...notUnderstood(asked, parameters)] };
}

/** What the address says besides, or twice. @param {URLSearchParams} asked @param {Record<string, Parameter>} parameters @returns {Wrong[]} */
function notUnderstood(asked, parameters) {
  const strange = [...asked].filter(([name, value]) =>
    Object.hasOwn(parameters, name) ? value !== asked.get(name) : !FOREIGN.test(name),
  );
  return strange.map(([name, value]) => ({ name: "link", value: shown(`${name}=${value}`), least: "", most: "" }));
}

/** @param {string} text */
function shown(text) {
  return text.slice(0, LONGEST_SHOWN);
}

/** What the attributes say after one has changed. @param {Element} element @param {Record<string, Parameter>} parameters @param {string} changed */
export function readAttributes(element, parameters, changed) {
  const { values, wrong } = readParameters(parameters, (name) => element.getAttribute(name));
  warnOf(
    element,
    wrong.filter(({ name }) => name === changed),
  );
  return { values, wrong };
}

/** @param {Element} element @param {Wrong[]} wrong attributes */
function warnOf(element, wrong) {
  for (const { name, least, most } of wrong) warn(element, name, least === "" ? String(most) : `${least}–${most}`);
}

/**
 * @param {Record<string, Parameter>} parameters
 * @param {(name: string) => string | null} given
 */
function readParameters(parameters, given) {
  /** @type {Values} */
  const values = {};
  /** @type {Wrong[]} */
  const wrong = [];
  for (const [name, usual] of Object.entries(parameters)) {
    const parameter = besides(usual, values);
    const text = given(name);
    const value = text === null ? parameter.otherwise : readValue(text, parameter);
    if (value === null) wrong.push({ name, value: shown(text ?? ""), ...limits(parameter) });
    values[name] = value ?? replacement(text ?? "", parameter);
  }
  return { values, wrong };
}

/** Its limit where another parameter is given. @param {Parameter} parameter @param {Values} values those that stand before it @returns {Parameter} */
function besides(parameter, values) {
  if (!("most_with" in parameter)) return parameter;
  const given = Object.entries(parameter.most_with ?? {}).find(([name]) => values[name]);
  return given ? { ...parameter, most: given[1] } : parameter;
}

/** Null where the text does not fit. @param {string} text @param {Parameter} parameter */
function readValue(text, parameter) {
  const typed = halfWidth(text).trim();
  if (!("least" in parameter)) return matches(typed, parameter.pattern) ? typed : null;
  return parameter.key && matches(typed, parameter.key) ? typed : wholeNumber(typed, parameter);
}

/** @param {string} text @param {string} pattern */
function matches(text, pattern) {
  return new RegExp(`^(?:${pattern})$`).test(text);
}

/** @param {Parameter} parameter */
function limits(parameter) {
  return "least" in parameter
    ? { least: parameter.least, most: parameter.most }
    : { least: "", most: parameter.pattern };
}

/** The number, or null where the text is none or beyond the limits. @param {string} text @param {{least: number, most: number}} limits */
export function wholeNumber(text, { least, most }) {
  const typed = halfWidth(text).trim();
  const number = /^\+?\d{1,9}$/.test(typed) ? Number(typed) : Number.NaN;
  return number >= least && number <= most ? number : null;
}

/** @param {string} text @param {Parameter} parameter */
function replacement(text, parameter) {
  const typed = halfWidth(text).trim().replace("−", "-");
  if (!("nearest" in parameter) || !/^[-+]?\d+$/.test(typed)) return parameter.otherwise;
  return Math.min(Math.max(Number(typed), parameter.least), parameter.most);
}

/** The link to what is on screen and, where an element has the attribute `address`, the page's own address. */
export class Bookmark {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #free = 0;
  #names;

  /** @param {string[]} names of all that may stand in the address */
  constructor(names) {
    this.#names = names;
  }

  /** @param {Element} element @param {HTMLAnchorElement} link @param {Values} values */
  show(element, link, values) {
    const href = withQuery(link.href, values, this.#names);
    if (link.href === href) return;
    const moved = link.search !== "";
    link.href = href;
    if (element.hasAttribute("address") && (moved || location.search)) this.#writeSoon(values);
  }

  /** Browsers refuse to be told too often: the last one counts. @param {Values} values */
  #writeSoon(values) {
    clearTimeout(this.#timer);
    const wait = this.#free - performance.now();
    if (wait > 0) this.#timer = setTimeout(() => this.#write(values), wait);
    else this.#write(values);
  }

  /** Without a new entry in the history. @param {Values} values */
  #write(values) {
    this.#free = performance.now() + PAUSE;
    history.replaceState(history.state, "", withQuery(location.href, values, this.#names));
  }
}

/** The address with these values and without those of another subject. @param {string} href @param {Values} values @param {string[]} names */
function withQuery(href, values, names) {
  const url = new URL(href);
  if (url.search.includes("&amp;")) url.search = String(askedIn(url.search));
  for (const name of names) if (!(name in values)) url.searchParams.delete(name);
  for (const [name, value] of Object.entries(values)) url.searchParams.set(name, String(value));
  return url.href;
}
