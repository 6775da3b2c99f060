// A panel of a demo: its markup, style and words come as a file when it is first used. It stands below the controls.

import { markup } from "../trusted.js";
import { fetchFile } from "./lessons.js";

/**
 * @typedef {import("./demo-frame.js").DemoFrame} DemoFrame
 * @typedef {{section: HTMLElement, words: Record<string, string>}} Panel
 */

/** The panel of that name in the language of the demo, in its page. @param {DemoFrame} demo @param {string} name @returns {Promise<Panel>} */
export async function openPanel({ root, site, demo, lang }, name) {
  const file = new URL(`${PARTS.lessons}${demo.call}/${lang}/${name}.json`, site);
  const { html, css, words } = await (await fetchFile(file)).json();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  const section = /** @type {HTMLElement} */ (markup(html).firstElementChild);
  root.querySelector(".controls")?.after(section);
  return { section, words };
}
