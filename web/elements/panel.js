// What a demo gets only when it is first used: a panel's markup and words, and the style that goes with them.

import { markup } from "../trusted.js";
import { fetchFile } from "./lessons.js";

/** @param {import("./demo-frame.js").DemoFrame} demo @param {string} name @returns {Promise<{nodes: DocumentFragment, words: Record<string, string>}>} */
export async function fetchPanel({ root, site, demo, lang }, name) {
  const file = await fetchFile(new URL(`${PARTS.lessons}${demo.call}/${lang}/${name}.json`, site));
  const { html, css, words } = await file.json();
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  return { nodes: markup(html), words };
}
