// Shows markup that Python made: the narration is replaced, the drawing is changed in place, so that CSS can animate the change.

import { Idiomorph } from "idiomorph";

import { markup } from "../trusted.js";

/** @type {WeakMap<Element, string>} the markup in a panel, to which others may have added attributes */
const written = new WeakMap();

/** Writes a view into the panels of a shell. @param {ShadowRoot} root @param {import("../types.js").View} view */
export function showView(root, { html, svg, code }) {
  const panel = (/** @type {string} */ name) => /** @type {HTMLElement} */ (root.querySelector(`.${name}`));
  showNarration(panel("narration"), html);
  showDrawing(panel("picture"), svg);
  panel("code-lines").textContent = code;
  panel("code").hidden = !code;
  for (const part of root.querySelectorAll(".first")) part.classList.remove("first");
}

/** Nothing is touched where nothing changes, so that a reader aloud stays silent. @param {Element} panel @param {string} html */
export function showNarration(panel, html) {
  if (isWritten(panel, html)) return;
  const wanted = markup(html);
  if (!sameNodes(panel, wanted)) panel.replaceChildren(wanted);
}

/** @param {Element} panel @param {string} svg */
export function showDrawing(panel, svg) {
  if (isWritten(panel, svg)) return;
  const next = markup(svg).firstElementChild;
  const shown = panel.firstElementChild;
  if (!next || shown?.isEqualNode(next)) return;
  if (shown && shown.getAttribute("class") === next.getAttribute("class")) Idiomorph.morph(shown, next);
  else panel.replaceChildren(next);
}

/** @param {Element} panel @param {string} text */
function isWritten(panel, text) {
  if (written.get(panel) === text) return true;
  written.set(panel, text);
  return false;
}

/** @param {Node} a @param {Node} b */
function sameNodes(a, b) {
  return (
    a.childNodes.length === b.childNodes.length &&
    [...a.childNodes].every((node, i) => node.isEqualNode(b.childNodes[i]))
  );
}
