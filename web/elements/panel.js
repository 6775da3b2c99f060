// What a demo gets only when it is first used: a panel's markup and words, and the style that goes with them.

import { markup } from "../trusted.js";
import { fetchFile } from "./lessons.js";

/** @typedef {import("./demo-frame.js").DemoFrame} DemoFrame */

/** @param {DemoFrame} demo @param {string} name @returns {Promise<{nodes: DocumentFragment, words: Record<string, string>}>} */
export async function fetchPanel({ root, site, demo, lang }, name) {
  const file = await fetchFile(new URL(`${PARTS.lessons}${demo.call}/${lang}/${name}.json`, site));
  const { html, css, words } = await file.json();
  adopt(root, css);
  return { nodes: markup(html), words };
}

/** The panel whose class is its name, there already or fetched and put among the others. @param {DemoFrame} demo @param {string} name */
export async function openPanel(demo, name) {
  if (!demo.part(name)) {
    const { nodes } = await fetchPanel(demo, name);
    if (!demo.part(name)) demo.part("panels").append(nodes); // pressed twice
  }
  return demo.part(name);
}

/** @param {ShadowRoot} root @param {string} css */
export function adopt(root, css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
