// What flows at a step: dots slide along the connections in focus, from neurons whose values are known to those that get theirs. They lie over the drawing, which is final before they start, and are
// gone after it.

import { scaleOf } from "../shared/scale.js";

/** @typedef {import("./simple-forward-pass.js").SimpleForwardPass} Demo */
/** @typedef {{x: number, y: number}} Point */
/** @typedef {Point & {radius: number}} Round a neuron */
/** @typedef {{column: number, from: Point, to: Point}} Way */

const LASTS = 600; // ms, through all columns

/** @param {Demo} demo with the step on screen */
export async function showFlow(demo) {
  const { view } = demo;
  demo.partIfAny("flow")?.remove();
  if (matchMedia("(prefers-reduced-motion: reduce)").matches) return;
  await painted();
  const picture = demo.part("picture");
  const ways = demo.view === view ? waysIn(picture) : [];
  if (ways.length) await slide(ways, layerOver(picture, demo.part("frame")));
}

async function painted() {
  for (let frame = 0; frame < 2; frame += 1) await new Promise((go) => requestAnimationFrame(go));
}

/** Where values go, from the corner of the drawing's box. @param {HTMLElement} picture @returns {Way[]} */
function waysIn(picture) {
  const [box, scale] = [picture.getBoundingClientRect(), scaleOf(picture)];
  const place = (/** @type {string} */ neuron) => {
    const found = picture.querySelector(`[data-neuron="${neuron}"]:has(.value) circle`)?.getBoundingClientRect();
    if (!found) return undefined;
    const radius = found.width / 2;
    return { x: (found.x + radius - box.x) / scale, y: (found.y + radius - box.y) / scale, radius: radius / scale };
  };
  return [...picture.querySelectorAll(".connection.focus")].flatMap((connection) => {
    const [column, source, target] = (connection.getAttribute("data-connection") ?? "").split("-").map(Number);
    const [from, to] = [place(`${column}-${source}`), place(`${column + 1}-${target}`)];
    return from && to ? [{ column, ...betweenRims(from, to) }] : [];
  });
}

/** From rim to rim, so that values can be read. @param {Round} from @param {Round} to @returns {{from: Point, to: Point}} */
function betweenRims(from, to) {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const length = Math.hypot(dx, dy);
  const along = (/** @type {Round} */ { x, y, radius }, /** @type {number} */ way) => ({
    x: x + (way * dx * radius) / length,
    y: y + (way * dy * radius) / length,
  });
  return { from: along(from, 1), to: along(to, -1) };
}

/** @param {HTMLElement} picture @param {HTMLElement} frame */
function layerOver(picture, frame) {
  const layer = document.createElement("div");
  layer.className = "flow";
  layer.setAttribute("aria-hidden", "true");
  const [within, box, scale] = [frame.getBoundingClientRect(), picture.getBoundingClientRect(), scaleOf(frame)];
  const left = (box.left - within.left) / scale - frame.clientLeft;
  const top = (box.top - within.top) / scale - frame.clientTop;
  for (const [side, length] of Object.entries({ left, top, width: picture.offsetWidth, height: picture.offsetHeight }))
    layer.style.setProperty(side, `${length}px`);
  frame.append(layer);
  return layer;
}

/** Column after column. @param {Way[]} ways @param {HTMLElement} layer */
async function slide(ways, layer) {
  const columns = [...new Set(ways.map(({ column }) => column))].sort((a, b) => a - b);
  const duration = LASTS / columns.length;
  const slides = ways.map(({ column, from, to }) => {
    const dot = layer.appendChild(document.createElement("span"));
    const at = (/** @type {Point} */ { x, y }) => `translate(${x}px, ${y}px)`;
    const frames = [
      { transform: at(from), opacity: 1 },
      { transform: at(to), opacity: 1 },
    ];
    return dot.animate(frames, { duration, delay: columns.indexOf(column) * duration, easing: "ease-in-out" }).finished;
  });
  const away = new AbortController();
  addEventListener("scroll", () => layer.remove(), { capture: true, passive: true, signal: away.signal });
  await Promise.allSettled(slides);
  away.abort();
  layer.remove();
}
