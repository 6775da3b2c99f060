// Copies the numpy lines; where the browser does not allow it, they are selected for the reader to copy.

const SECONDS = 2;

/** @param {ShadowRoot} root */
export async function copyCode(root) {
  const lines = /** @type {HTMLElement} */ (root.querySelector(".code-lines"));
  const copied = /** @type {HTMLElement} */ (root.querySelector(".copied"));
  try {
    await navigator.clipboard.writeText(lines.textContent);
    copied.hidden = false;
    setTimeout(() => Object.assign(copied, { hidden: true }), SECONDS * 1000);
  } catch {
    getSelection()?.selectAllChildren(lines);
  }
}
