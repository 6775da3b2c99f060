// Shows markup that Python made: the narration is replaced, the drawing is changed in place, so that CSS can animate the change.

import { Idiomorph } from "idiomorph";

import { markup } from "../../trusted.js";
import { scaleOf } from "./scale.js";

/** @type {WeakMap<Element, string>} the markup in a panel, to which others may have added attributes */
const written = new WeakMap();

/** Writes a view into the panels of a shell. @param {ShadowRoot} root @param {import("../../messages.js").View} view */
export function showView(root, { html, svg, code }) {
  const panel = (/** @type {string} */ name) => /** @type {HTMLElement} */ (root.querySelector(`.${name}`));
  showNarration(panel("narration"), html);
  const picture = panel("picture");
  if (!isShown(picture, svg)) {
    showDrawing(picture, svg);
  }
  panel("code-lines").textContent = code;
  panel("code").hidden = !code;
  for (const part of root.querySelectorAll(".first")) part.classList.remove("first");
}

/** Nothing is touched where nothing changes, so that a reader aloud stays silent. @param {Element} panel @param {string} html */
export function showNarration(panel, html) {
  if (isShown(panel, html)) return;
  const wanted = markup(html);
  if (!sameNodes(panel, wanted)) panel.replaceChildren(wanted);
}

/** What is the same already need not be looked through. */
const CHANGED_ONLY = {
  callbacks: { beforeNodeMorphed: (/** @type {Node} */ shown, /** @type {Node} */ next) => !shown.isEqualNode(next) },
};

/** @param {Element} panel @param {string} svg */
export function showSvg(panel, svg) {
  const next = markup(svg).firstElementChild;
  const shown = panel.firstElementChild;
  if (!next) panel.replaceChildren();
  if (!next || shown?.isEqualNode(next)) return;
  if (shown && shown.getAttribute("class") === next.getAttribute("class")) Idiomorph.morph(shown, next, CHANGED_ONLY);
  else panel.replaceChildren(next);
}

/** A drawing of a network, with the room it wants. @param {HTMLElement} panel @param {string} svg */
export function showDrawing(panel, svg) {
  showSvg(panel, svg);
  fit(panel);
}

/** The style sheet gives a wide drawing more room; where even that is not enough, what is in focus is scrolled into view.
 * Others fit always: nothing is measured, which would have the page laid out once more. @param {HTMLElement} panel */
function fit(panel) {
  const svg = panel.querySelector("svg");
  const { width, height } = svg?.viewBox.baseVal ?? {};
  if (width) panel.style.setProperty("--drawing", String(width));
  if (height) panel.style.setProperty("--drawing-height", String(height));
  if (!svg?.matches(".wide")) return;
  const sides = [...panel.querySelectorAll(".neuron.focus")].map((neuron) => neuron.getBoundingClientRect());
  if (!sides.length || panel.scrollWidth <= panel.clientWidth) return;
  const { left, right } = panel.getBoundingClientRect();
  const [first, last] = [Math.min(...sides.map((side) => side.left)), Math.max(...sides.map((side) => side.right))];
  if (first < left || last > right) panel.scrollLeft += (first + last - left - right) / 2 / scaleOf(panel);
}

/** Whether that is what was written last. @param {Element} panel @param {string} text */
function isShown(panel, text) {
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
