// How pictures reach the pad besides its button: pasted in the page, dropped on the demo.

import { PictureError } from "./picture-file.js";

/** @typedef {{panel: HTMLElement, take: (file: File) => void}} Pad */

const EDITED = "input, textarea, select, [role=textbox]";
/** @type {Pad[]} the pads that are open in this page, the one used last before the others */
let pads = [];

/** Until the signal, what is pasted goes to the pad, where it is its turn. @param {Pad} pad @param {AbortSignal} signal */
export function listenForPastes(pad, signal) {
  const used = () => {
    pads = [pad, ...pads.filter((other) => other !== pad)];
  };
  used();
  for (const type of ["focusin", "pointerdown"]) pad.panel.addEventListener(type, used, { signal });
  document.addEventListener("paste", (event) => turn() === pad && paste(event, pad), { signal });
  signal.addEventListener("abort", () => {
    pads = pads.filter((other) => other !== pad);
  });
}

/** Whose turn it is: a pad may have been taken out of the page while it was open. */
function turn() {
  return pads.find(({ panel }) => panel.isConnected);
}

/** A picture that nobody else wants: where text is edited it belongs there, and text that comes along says that it is a table or a page. @param {ClipboardEvent} event @param {Pad} pad */
function paste(event, { panel, take }) {
  const file = event.clipboardData?.files[0];
  const isElsewhere = !event.composedPath().includes(panel);
  if (!file || event.defaultPrevented || (isElsewhere && isEdited(event)) || isText(event.clipboardData, file)) return;
  event.preventDefault();
  take(file);
}

/** @param {ClipboardEvent} event */
function isEdited(event) {
  return [event.composedPath()[0], focused(document)].some(
    (target) => target instanceof HTMLElement && (target.isContentEditable || target.matches(EDITED)),
  );
}

/** What has the focus, in whatever shadow it lies. @param {DocumentOrShadowRoot} root @returns {Element | null} */
function focused(root) {
  const element = root.activeElement;
  return element?.shadowRoot?.activeElement ? focused(element.shadowRoot) : element;
}

/** A file that was copied may bring its name as a text. @param {DataTransfer | null} data @param {File} file */
function isText(data, { name }) {
  const text = data?.getData("text/plain").trim() ?? "";
  return text !== "" && !text.split(/[\r\n]+/).some((line) => line.endsWith(name));
}

/** The file that was dropped. Throws what to say of anything else. @param {DataTransfer} data */
export function droppedFile({ items, files }) {
  const entry = [...items].find(({ kind }) => kind === "file")?.webkitGetAsEntry();
  if (entry?.isDirectory) throw new PictureError("folder", entry.name);
  if (!files.length) throw new PictureError("no_file");
  return files[0];
}
