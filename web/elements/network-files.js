// Files of networks between the reader and Python: what is chosen, as text for a call, and what Python made, as a download.

import { fromBase64, toBase64 } from "./base64.js";

const MOST_BYTES = 20_000_000; // as Python has it: of a larger file so much is read that Python can refuse it

/** @param {File} file */
export async function contentOf(file) {
  return toBase64(new Uint8Array(await file.slice(0, MOST_BYTES + 1).arrayBuffer()));
}

/** Says what has become of a file. @param {HTMLElement} notice @param {string} [taken] @param {string} [refused] */
export function tell(notice, taken, refused) {
  notice.textContent = refused ?? taken ?? "";
  notice.toggleAttribute("data-refused", refused !== undefined);
}

/** Has the browser download a file. @param {{name: string, content: string}} file content: in base64 */
export function offer({ name, content }) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([fromBase64(content)]));
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
