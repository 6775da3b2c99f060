// The page of a demo alone: the address says which problem and how, and the page around may want to know the height.

const asked = new URLSearchParams(location.search);
const { element = "", attributes = "" } = document.body.dataset;
const demo = document.createElement(element);
demo.toggleAttribute("framed", true);
for (const name of attributes.split(" ")) {
  const value = asked.get(name);
  if (value !== null) demo.setAttribute(name, value);
}
document.querySelector("main")?.append(demo);

new ResizeObserver(([{ contentRect }]) => {
  parent.postMessage({ type: "forward-pass:height", height: Math.ceil(contentRect.height) }, "*");
}).observe(document.body);
