// The steps of the lesson on screen, which are others in another network: as a rail of named groups, and as a menu where the rail has no room.

import { partIfAny } from "../shared/part.js";

/** @typedef {import("../../messages.js").StepGroup} Group */

const MOST = 20; // dots that stand beside each other

/** @param {{root: ShadowRoot, lesson: {views: {title?: string}[], groups?: Group[], partial?: boolean} | undefined, index: number}} demo that has both */
export function showSteps({ root, lesson, index }) {
  const { views = [], groups = [], partial } = lesson ?? {};
  const rail = partIfAny(root, "rail");
  const menu = partIfAny(root, "jump", HTMLSelectElement);
  if (!rail || !menu) return;
  const titles = views.map(({ title }, index) => `${index + 1}. ${title}`);
  if (titles.length && !partial && titles.join() !== [...menu.options].map(({ text }) => text).join()) {
    menu.replaceChildren(...titles.map((title, index) => new Option(title, String(index))));
    rail.replaceChildren(...groups.map((group) => groupOf(group, titles)));
    rail.hidden = titles.length > MOST;
  }
  menu.value = String(index);
  const dot = /** @type {HTMLInputElement | null} */ (rail.querySelector(`[value="${index}"]`));
  if (dot) dot.checked = true;
}

/** As pages/demos/fields.html has it. @param {Group} group @param {string[]} titles */
function groupOf({ title, first, count }, titles) {
  const [group, legend] = [document.createElement("fieldset"), document.createElement("legend")];
  legend.textContent = title;
  group.append(legend, ...titles.slice(first, first + count).map((title, place) => dotOf(title, first + place)));
  return group;
}

/** @param {string} title @param {number} index */
function dotOf(title, index) {
  const dot = document.createElement("input");
  Object.assign(dot, { type: "radio", name: "step", value: String(index), title });
  dot.setAttribute("aria-label", title);
  dot.dataset.action = "jump";
  return dot;
}
