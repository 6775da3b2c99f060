// Copies lines of code; where the browser does not allow it, they are selected for the reader to copy.

const SECONDS = 2;

/** @param {HTMLElement} lines */
export async function copyCode(lines) {
  const copied = /** @type {HTMLElement} */ (lines.closest(".code-box")?.querySelector(".copied"));
  try {
    await navigator.clipboard.writeText(lines.textContent);
    copied.hidden = false;
    setTimeout(() => Object.assign(copied, { hidden: true }), SECONDS * 1000);
  } catch {
    getSelection()?.selectAllChildren(lines);
  }
}
