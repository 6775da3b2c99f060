// The dialog that says how the demo on screen gets into another page: by script, by frame, with a preview.

import { frameAddress, frameSnippet, scriptSnippet } from "./snippets.js";

/** @param {import("../demo/demo-frame.js").DemoFrame} demo */
export function openEmbedding(demo) {
  const dialog = demo.part("embedding", HTMLDialogElement);
  const title = demo.part("title").textContent;
  const { v, ...place } = demo.query();
  const values = { lang: demo.lang, ...place };
  const frame = document.createElement("iframe");
  frame.title = title;
  frame.src = frameAddress(demo.site, demo.demo.call, values);
  demo.part("script-snippet").textContent = scriptSnippet(demo.site, demo.element.localName, values);
  demo.part("frame-snippet").textContent = frameSnippet(frame.src, title, demo.element.offsetHeight);
  demo.part("preview").replaceChildren(frame);
  dialog.addEventListener("close", () => frame.remove(), { once: true });
  dialog.showModal();
}
