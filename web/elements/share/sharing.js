// The dialog in which what is on screen is taken along: its address, its drawing as a file, the whole lesson on paper.

import { openPanel } from "../shared/panel.js";
import { part, partIfAny } from "../shared/part.js";
import { picture, standalone } from "./standalone.js";

/** @typedef {import("../demo/demo-frame.js").DemoFrame} DemoFrame */

const LONGEST_NAME = 80;

/** @param {DemoFrame} demo */
export async function openSharing(demo) {
  try {
    const dialog = await openPanel(demo, "sharing", HTMLDialogElement);
    const { href, search } = demo.part("own", HTMLAnchorElement);
    demo.actions["save-drawing"] = (kind) => save(demo, dialog, kind);
    part(dialog, "address-line").textContent = href;
    part(dialog, "refused").hidden = true;
    const whole = partIfAny(dialog, "whole", HTMLAnchorElement);
    if (whole) whole.href = new URL(`lesson/${search}`, href).href;
    dialog.showModal();
  } catch (error) {
    demo.fail(/** @type {Error} */ (error));
  }
}

/** A policy of the page around may forbid pictures that are made: then no PNG. @param {DemoFrame} demo @param {HTMLElement} dialog @param {string} kind svg or png */
async function save(demo, dialog, kind) {
  const svg = standalone(demo.part("picture"));
  const file = new Blob([svg], { type: "image/svg+xml" });
  const refused = part(dialog, "refused");
  refused.hidden = true;
  try {
    download(kind === "png" ? await picture(file) : file, `${fileName(demo)}.${kind}`);
  } catch {
    refused.hidden = false;
  }
}

/** What it shows. @param {DemoFrame} demo */
function fileName(demo) {
  const { v, ...place } = demo.query();
  const parts = Object.entries(place).flat().join("-");
  return `${demo.demo.call}-${parts}`.replace(/[^\w.-]/g, "-").slice(0, LONGEST_NAME);
}

/** @param {Blob} file @param {string} name */
function download(file, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000); // some browsers take their time
}
