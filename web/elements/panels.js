// Panels that a demo fetches when they are first asked for, and puts at the end of its frame.

import { markup } from "../trusted.js";
import { fetchFile } from "./lessons.js";

/** The panel of a name, there already or fetched. @param {import("./demo-frame.js").DemoFrame} demo @param {string} name @param {string} css */
export async function openPanel(demo, name, css) {
  if (!demo.part(name)) {
    const folder = new URL(`${PARTS.lessons}${demo.demo.call}/${demo.lang}/`, demo.site);
    const panels = await (await fetchFile(new URL("panels.json", folder))).json();
    if (!demo.part(name)) put(demo, panels[name], css); // pressed twice
  }
  return demo.part(name);
}

/** @param {import("./demo-frame.js").DemoFrame} demo @param {string} html @param {string} css */
function put(demo, html, css) {
  adopt(demo.root, css);
  const controls = demo.part("controls");
  controls.parentNode.insertBefore(markup(html), controls.nextSibling);
}

/** @param {ShadowRoot} root @param {string} css */
export function adopt(root, css) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}
