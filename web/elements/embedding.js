// The dialog that says how the demo on screen gets into another page: by script, by frame, with a preview.

/** @type {Record<string, string>} */
const ESCAPES = { "&": "&amp;", '"': "&quot;", "<": "&lt;" };

/** @param {import("./demo-frame.js").DemoFrame} demo */
export function openEmbedding(demo) {
  const dialog = demo.part("embedding");
  const title = demo.part("title").textContent;
  const { v, ...place } = demo.query();
  const values = Object.entries({ lang: demo.lang, ...place });
  const frame = document.createElement("iframe");
  frame.title = title;
  frame.src = `${new URL(`embed/${demo.demo.call}/`, demo.site)}?${new URLSearchParams(values.map(([k, x]) => [k, String(x)]))}`;
  demo.part("script-snippet").textContent = scriptSnippet(demo, values);
  demo.part("frame-snippet").textContent = frameSnippet(frame.src, title, demo.element.offsetHeight);
  demo.part("preview").replaceChildren(frame);
  dialog.addEventListener("close", () => frame.remove(), { once: true });
  dialog.showModal();
}

/** @param {import("./demo-frame.js").DemoFrame} demo @param {[string, string | number][]} values */
function scriptSnippet({ site, element: { localName } }, values) {
  const attributes = values.map(([name, value]) => `${name}="${value}"`).join(" ");
  const script = `<script type="module" src="${escaped(`${site}embed.js`)}"></script>`;
  return `${script}\n<${localName} ${attributes}></${localName}>`;
}

/** @param {string} source @param {string} title @param {number} height */
function frameSnippet(source, title, height) {
  const size = `width="100%" height="${height}" frameborder="0"`; // a style attribute falls to a strict security policy
  return `<iframe src="${escaped(source)}" title="${escaped(title)}" loading="lazy" ${size}></iframe>`;
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&"<]/g, (letter) => ESCAPES[letter]);
}
