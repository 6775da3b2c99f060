// The inside of a demo: the shadow root that the page brought along, or one filled from shell.json.

import { warn } from "./attributes.js";
import { fetchFile } from "./lessons.js";

/**
 * @typedef {import("../types.js").ShellData} ShellData
 * @typedef {import("../types.js").Shell} Shell
 * @typedef {{root: ShadowRoot, data: ShellData, lang: string}} Opened
 */

/** @type {Record<string, string>} */
const COUNTRIES = { cn: "zh", jp: "ja", kr: "ko" };
const MATH_FONT = "Forward Pass Math";

/** @param {HTMLElement} element @param {URL} site @param {string} demo @returns {Promise<Opened>} */
export async function openShell(element, site, demo) {
  const root = element.shadowRoot;
  const brought = root?.querySelector("script.shell")?.textContent;
  const spoken = root?.querySelector(".frame")?.getAttribute("lang");
  if (root && brought && spoken) return { root, data: JSON.parse(brought), lang: spoken };
  const lang = await language(element, site);
  const shell = await fetchShell(site, demo, lang);
  declareFont(site);
  return { root: fill(root ?? element.attachShadow({ mode: "open" }), shell, site), data: shell, lang };
}

/** Fonts belong to the document: in a shadow root they are ignored. @param {URL} site */
function declareFont(site) {
  if ([...document.fonts].some((font) => font.family.includes(MATH_FONT))) return;
  document.fonts.add(new FontFace(MATH_FONT, `url(${new URL("assets/math.woff2", site)})`, { display: "swap" }));
}

/** @param {URL} site @param {string} demo @param {string} lang @returns {Promise<Shell>} */
export async function fetchShell(site, demo, lang) {
  return (await fetchFile(new URL(`lessons/${demo}/${lang}/shell.json`, site))).json();
}

/** @param {ShadowRoot} root @param {Shell} shell @param {URL} site */
export function fill(root, { html, css }, site) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
  root.innerHTML = html;
  for (const link of root.querySelectorAll("a")) link.href = new URL(link.getAttribute("href") ?? "", site).href;
  return root;
}

/** The language of the element, else of its nearest ancestor with one, where we speak it; else English. @param {Element} element @param {URL} site */
export async function language(element, site) {
  /** @type {{languages: string[]}} */
  const { languages } = await (await fetchFile(new URL("lessons/index.json", site))).json();
  const wanted = spoken(nearest(element, "[lang]:not([lang=''])")?.getAttribute("lang") ?? "");
  if (languages.includes(wanted)) return wanted;
  if (element.getAttribute("lang")) warn(element, "lang", languages.join(" "));
  return languages[0];
}

/** The language of a tag: es of es-MX; and what some write for a language is that of its country. @param {string} tag */
function spoken(tag) {
  const [language] = tag.toLowerCase().split(/[-_]/);
  return Object.hasOwn(COUNTRIES, language) ? COUNTRIES[language] : language;
}

/** closest() that looks beyond shadow roots. @param {Element} element @param {string} selector @returns {Element | null} */
function nearest(element, selector) {
  const found = element.closest(selector);
  const root = element.getRootNode();
  return found ?? (root instanceof ShadowRoot ? nearest(root.host, selector) : null);
}
