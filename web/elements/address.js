// What an address or an element's attributes ask for: whole numbers within limits. What is wrong is reported, not guessed.

/**
 * @typedef {import("../types.js").Parameter} Parameter
 * @typedef {{name: string, value: string, least: number, most: number}} Wrong
 */

const PAUSE = 300; // ms

/**
 * @param {Record<string, Parameter>} parameters
 * @param {(name: string) => string | null} given
 */
export function readParameters(parameters, given) {
  /** @type {Record<string, number>} */
  const values = {};
  /** @type {Wrong[]} */
  const wrong = [];
  for (const [name, parameter] of Object.entries(parameters)) {
    const value = given(name);
    const number = value === null ? parameter.otherwise : wholeNumber(value, parameter);
    if (number === null) wrong.push({ name, value: value ?? "", least: parameter.least, most: parameter.most });
    values[name] = number ?? replacement(value ?? "", parameter);
  }
  return { values, wrong };
}

/** The number, or null where the text is none or beyond the limits. @param {string} text @param {{least: number, most: number}} limits */
export function wholeNumber(text, { least, most }) {
  const number = /^\d{1,9}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : null;
}

/** @param {string} text @param {Parameter} parameter */
function replacement(text, { least, most, otherwise, nearest }) {
  if (!nearest || !/^-?\d+$/.test(text)) return otherwise;
  return Math.min(Math.max(Number(text), least), most);
}

/** The link to what is on screen and, where an element has the attribute `address`, the page's own address. */
export class Bookmark {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #timer;
  #free = 0;

  /** @param {Element} element @param {HTMLAnchorElement} link @param {Record<string, number>} values */
  show(element, link, values) {
    const href = withQuery(link.href, values);
    if (link.href === href) return;
    const moved = link.search !== "";
    link.href = href;
    if (element.hasAttribute("address") && (moved || location.search)) this.#writeSoon(values);
  }

  /** Browsers refuse to be told too often: the last one counts. @param {Record<string, number>} values */
  #writeSoon(values) {
    clearTimeout(this.#timer);
    const wait = this.#free - performance.now();
    if (wait > 0) this.#timer = setTimeout(() => this.#write(values), wait);
    else this.#write(values);
  }

  /** Without a new entry in the history. @param {Record<string, number>} values */
  #write(values) {
    this.#free = performance.now() + PAUSE;
    history.replaceState(history.state, "", withQuery(location.href, values));
  }
}

/** @param {string} href @param {Record<string, number>} values */
function withQuery(href, values) {
  const url = new URL(href);
  for (const [name, value] of Object.entries(values)) url.searchParams.set(name, String(value));
  return url.href;
}
