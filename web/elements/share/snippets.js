// What is to be pasted into another page, to have a demo there.

/** @typedef {import("../../types.js").Values} Values names of attributes and what they say */

/** @type {Record<string, string>} */
const ESCAPES = { "&": "&amp;", '"': "&quot;", "<": "&lt;" };

/** @param {URL} site @param {string} element its name @param {Values} values */
export function scriptSnippet(site, element, values) {
  const attributes = Object.entries(values).map(([name, value]) => `${name}="${escaped(String(value))}"`);
  const script = `<script type="module" src="${escaped(`${site}embed.js`)}"></script>`;
  return `${script}\n<${[element, ...attributes].join(" ")}></${element}>`;
}

/** @param {URL} site @param {string} demo @param {Values} values */
export function frameAddress(site, demo, values) {
  const asked = new URLSearchParams(Object.entries(values).map(([name, value]) => [name, String(value)]));
  return `${new URL(`embed/${demo}/`, site)}?${asked}`;
}

/** @param {string} address @param {string} title @param {number} height */
export function frameSnippet(address, title, height) {
  const size = `width="100%" height="${height}" frameborder="0"`; // a style attribute falls to a strict security policy
  return `<iframe src="${escaped(address)}" title="${escaped(title)}" loading="lazy" allow="clipboard-write" ${size}></iframe>`;
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&"<]/g, (letter) => ESCAPES[letter]);
}
