// The drawing on screen as a file of its own: in light colours, its styles as plain attributes that any viewer of SVG understands.

const NAMESPACE = "http://www.w3.org/2000/svg";
const MARGIN = 20;
const SCALE = 3; // of a PNG
const SHAPES = "circle, ellipse, line, path, polygon, polyline, rect";
const TEXTS = "text, tspan";
const FOREIGN = "foreignObject, script, style, a, image:not([href^='data:image/'])";
/** What is written where it differs from what holds without it. @type {Record<string, string>} */
const PAINT = {
  fill: "rgb(0, 0, 0)",
  "fill-opacity": "1",
  stroke: "none",
  "stroke-opacity": "1",
  "stroke-width": "1px",
  "stroke-linecap": "butt",
  "stroke-linejoin": "miter",
  "stroke-dasharray": "none",
  "paint-order": "normal",
};
/** @type {Record<string, string>} */
const FONT = {
  "font-family": "",
  "font-size": "",
  "font-style": "normal",
  "font-weight": "400",
  "text-anchor": "start",
};
const KEPT =
  /^(x|y|x1|x2|y1|y2|cx|cy|r|rx|ry|d|dx|dy|width|height|points|transform|viewBox|href|id|role|xmlns|aria-labelledby|aria-describedby)$/;

/** The text of an .svg file. @param {Element} panel that holds the drawing */
export function standalone(panel) {
  const copy = /** @type {SVGSVGElement} */ (panel.querySelector("svg")?.cloneNode(true));
  const stage = putOnStage(panel, copy);
  for (const strange of copy.querySelectorAll(FOREIGN)) strange.remove();
  for (const part of [...copy.querySelectorAll("*")]) if (isInvisible(part)) part.remove();
  const ground = getComputedStyle(stage).backgroundColor;
  const styles = [...copy.querySelectorAll(`${SHAPES}, ${TEXTS}`)].map((part) => [part, styleOf(part)]);
  stage.remove();
  for (const [part, style] of styles)
    write(/** @type {Element} */ (part), /** @type {Record<string, string>} */ (style));
  for (const part of [copy, ...copy.querySelectorAll("g, image, use, clipPath, defs")]) write(part, {});
  copy.setAttribute("role", "img");
  frame(copy, ground);
  return new XMLSerializer().serializeToString(copy);
}

/** Where the demo's own style sheet reaches it, in light colours, out of sight. @param {Element} panel @param {Element} copy */
function putOnStage(panel, copy) {
  const stage = document.createElement("div");
  stage.className = "picture";
  Object.assign(stage.style, {
    position: "absolute",
    left: "-200vw",
    colorScheme: "light",
    background: "var(--fp-surface)",
  });
  stage.append(copy);
  panel.after(stage);
  return stage;
}

/** @param {Element} part */
function isInvisible(part) {
  const { display, opacity } = getComputedStyle(part);
  return display === "none" && !part.matches("title, desc, defs, defs *") ? true : opacity === "0";
}

/** @param {Element} part */
function styleOf(part) {
  const computed = getComputedStyle(part);
  const wanted = part.matches(TEXTS) ? { ...PAINT, ...FONT } : PAINT;
  const found = Object.entries(wanted).map(([name, otherwise]) => [name, computed.getPropertyValue(name), otherwise]);
  return Object.fromEntries(found.filter(([, value, otherwise]) => value && value !== otherwise));
}

/** Geometry stays, whatever else an attribute said goes, and the style comes. @param {Element} part @param {Record<string, string>} style */
function write(part, style) {
  for (const name of part.getAttributeNames()) if (!KEPT.test(name)) part.removeAttribute(name);
  for (const [name, value] of Object.entries(style)) part.setAttribute(name, value);
}

/** A margin and a ground. @param {SVGSVGElement} svg @param {string} fill */
function frame(svg, fill) {
  const [x, y, width, height] = (svg.getAttribute("viewBox") ?? "0 0 1 1").split(" ").map(Number);
  const box = { x: x - MARGIN, y: y - MARGIN, width: width + 2 * MARGIN, height: height + 2 * MARGIN };
  const ground = document.createElementNS(NAMESPACE, "rect");
  write(ground, { ...Object.fromEntries(Object.entries(box).map(([k, v]) => [k, String(v)])), fill });
  svg.setAttribute("viewBox", Object.values(box).join(" "));
  svg.setAttribute("width", String(box.width));
  svg.setAttribute("height", String(box.height));
  const first = [...svg.children].find((child) => !child.matches("title, desc"));
  svg.insertBefore(ground, first ?? null);
}

/** The file as a PNG. Rejects where the page lets no such picture in. @param {Blob} file @returns {Promise<Blob>} */
export async function picture(file) {
  const image = new Image();
  image.src = URL.createObjectURL(file);
  try {
    await image.decode();
    return await drawn(image);
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

/** @param {HTMLImageElement} image @returns {Promise<Blob>} */
function drawn(image) {
  const canvas = document.createElement("canvas");
  Object.assign(canvas, { width: image.width * SCALE, height: image.height * SCALE });
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) =>
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("no picture"))), "image/png"),
  );
}
