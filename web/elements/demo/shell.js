// The inside of a demo: the shadow root that the page brought along, or one filled from shell.json.

import { markup } from "../../trusted.js";
import { adopt } from "../shared/adopt.js";
import { asJson, fetchFile } from "../shared/files.js";
import { warn } from "./attributes.js";

/**
 * @typedef {import("../../types.js").ShellData} ShellData
 * @typedef {import("../../types.js").Shell} Shell
 * @typedef {{root: ShadowRoot, data: ShellData, lang: string}} Opened
 */

/** @type {Record<string, string>} */
const COUNTRIES = { cn: "zh", jp: "ja", kr: "ko" };
const MATH_FONT = "Forward Pass Math";
/** @type {import("../shared/files.js").Reader<Shell>} */
const asShell = asJson("html", "css", "words", "blank", "parameters");
/** @type {Map<string, Promise<Shell>>} by address */
const shells = new Map();

/** @param {HTMLElement} element @param {URL} site @param {string} demo @returns {Promise<Opened>} */
export async function openShell(element, site, demo) {
  const root = element.shadowRoot;
  const brought = root?.querySelector("script.shell")?.textContent;
  const spoken = root?.querySelector(".frame")?.getAttribute("lang");
  if (root && brought && spoken) return { root, data: JSON.parse(brought), lang: spoken };
  const lang = language(element);
  const shell = await fetchShell(site, demo, lang);
  declareFont();
  return { root: fill(root ?? element.attachShadow({ mode: "open" }), shell, site), data: shell, lang };
}

/** Fonts belong to the document: in a shadow root they are ignored. */
function declareFont() {
  if ([...document.fonts].some((font) => font.family.includes(MATH_FONT))) return;
  document.fonts.add(new FontFace(MATH_FONT, `url(${new URL("math.woff2", import.meta.url)})`, { display: "swap" }));
}

/** One for all demos of its kind on the page. @param {URL} site @param {string} demo @param {string} lang @returns {Promise<Shell>} */
export function fetchShell(site, demo, lang) {
  const url = new URL(`${PARTS.lessons}${demo}/${lang}/shell.json`, site);
  const coming = shells.get(url.href) ?? fetchFile(url, asShell);
  shells.set(url.href, coming);
  coming.catch(() => shells.delete(url.href));
  return coming;
}

/** @param {ShadowRoot} root @param {Shell} shell @param {URL} site */
export function fill(root, { html, css }, site) {
  root.replaceChildren(markup(html));
  root.adoptedStyleSheets = []; // panels bring theirs again, behind that of the shell
  adopt(root, css);
  for (const link of root.querySelectorAll("a")) link.href = new URL(link.getAttribute("href") ?? "", site).href;
  return root;
}

/** The language of the element if we speak it, else that of the nearest element around with one, else English. @param {Element} element */
export function language(element) {
  const languages = LANGUAGES.split(" ");
  const own = element.getAttribute("lang");
  const wanted = [own, tagAround(element)].map((tag) => spoken(tag ?? ""));
  return wanted.find((tag) => languages.includes(tag)) ?? languages[0];
}

/** @param {Element} element */
export function checkLanguage(element) {
  const own = element.getAttribute("lang");
  if (own && !LANGUAGES.split(" ").includes(spoken(own))) warn(element, "lang", LANGUAGES);
}

/** The language of a tag: es of es-MX; and what some write for a language is that of its country. @param {string} tag */
function spoken(tag) {
  const [language] = tag.toLowerCase().split(/[-_]/);
  return Object.hasOwn(COUNTRIES, language) ? COUNTRIES[language] : language;
}

/** The language tag of the nearest element around that has one, also beyond shadow roots. @param {Node} node @returns {string} */
function tagAround(node) {
  const parent = node instanceof ShadowRoot ? node.host : node.parentNode;
  if (!parent) return "";
  return (parent instanceof Element && parent.getAttribute("lang")) || tagAround(parent);
}
