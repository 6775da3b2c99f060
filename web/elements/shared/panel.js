// What a demo gets only when it is first used: a panel's markup and words, and the style that goes with them.

import { markup } from "../../trusted.js";
import { adopt } from "./adopt.js";
import { asJson, fetchFile } from "./files.js";

/** @typedef {import("../demo/demo-frame.js").DemoFrame} DemoFrame */

/** @type {import("./files.js").Reader<{html: string, css: string, words: Record<string, string>}>} */
const asPanel = asJson("html", "css", "words");

/** @param {DemoFrame} demo @param {string} name @returns {Promise<{nodes: DocumentFragment, words: Record<string, string>}>} */
export async function fetchPanel({ root, site, demo, lang }, name) {
  const file = new URL(`${PARTS.lessons}${demo.call}/${lang}/${name}.json`, site);
  const { html, css, words } = await fetchFile(file, asPanel);
  adopt(root, css);
  return { nodes: markup(html), words };
}

/** The panel whose class is its name, there already or fetched and put among the others. @template {HTMLElement} [Kind=HTMLElement] @param {DemoFrame} demo @param {string} name @param {new () => Kind} [kind] */
export async function openPanel(demo, name, kind) {
  if (!demo.partIfAny(name)) {
    const { nodes } = await fetchPanel(demo, name);
    if (!demo.partIfAny(name)) demo.part("panels").append(nodes); // pressed twice
  }
  return demo.part(name, kind);
}
