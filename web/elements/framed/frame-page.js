// The page of a demo alone: the address says which problem and how, and the page around may want to know the height.

import { askedIn } from "../shared/typed.js";

const asked = askedIn(location.search);
const { element = "", attributes = "" } = document.body.dataset;
const demo = document.createElement(element);
demo.toggleAttribute("framed", true);
const known = attributes.split(" ");
for (const name of asked.keys()) if (!known.includes(name)) console.warn(`${name} is not one of: ${attributes}`);
for (const name of known) {
  const value = asked.get(name);
  if (value !== null) demo.setAttribute(name, value);
}
document.querySelector("main")?.append(demo);

new ResizeObserver(([{ contentRect }]) => {
  parent.postMessage({ type: "forward-pass:height", height: Math.ceil(contentRect.height) }, "*");
}).observe(document.body);
