// What stands on paper for a demo that nobody has come near before its page was printed: where it is.

import { adopt } from "../shared/adopt.js";
import { language } from "./shell.js";

const STYLE = "@media not print { a { display: none } }";

/** @param {HTMLElement} element @param {import("./registry.js").Registration} demo @param {URL} site */
export function leaveName(element, demo, site) {
  if (element.shadowRoot) return;
  const root = element.attachShadow({ mode: "open" });
  const link = document.createElement("a");
  link.href = addressOf(element, demo, site);
  link.textContent = `Forward Pass: ${link.href}`;
  root.append(document.createElement("slot"), link);
  adopt(root, STYLE);
}

/** Of the demo's own page, at the same place. @param {HTMLElement} element @param {import("./registry.js").Registration} demo @param {URL} site */
function addressOf(element, { call, attributes }, site) {
  const lang = language(element);
  const page = new URL(`${LANGUAGES.startsWith(lang) ? "" : `${lang}/`}demos/${call}/`, site);
  for (const name of attributes) {
    const value = element.getAttribute(name);
    if (value !== null) page.searchParams.set(name, value);
  }
  return page.href;
}
