// A term of a sum and its connection light up together, whichever of them the pointer or the focus is on.

const LIT = "data-lit";
const TERM = "data-term";
const ENDS = ["data-term", "data-connection", "data-weight"];
const SELECTOR = ENDS.map((name) => `[${name}]`).join();

/** @param {ShadowRoot} root */
export function lightUp(root) {
  for (const [on, off] of [
    ["pointerover", "pointerout"],
    ["focusin", "focusout"],
  ]) {
    root.addEventListener(on, ({ target }) => light(root, keyOf(target)));
    root.addEventListener(off, () => light(root, undefined));
  }
}

/** After the page was written: what has the focus lights up again. @param {ShadowRoot} root */
export function lightAgain(root) {
  light(root, keyOf(root.activeElement));
}

/** @param {EventTarget | null} target */
function keyOf(target) {
  const end = target instanceof Element && target.closest(SELECTOR);
  return end ? ENDS.map((name) => end.getAttribute(name)).find(Boolean) : undefined;
}

/** @param {ShadowRoot} root @param {string | null | undefined} key */
function light(root, key) {
  for (const lit of root.querySelectorAll(`[${LIT}]`)) lit.removeAttribute(LIT);
  if (!key || !root.querySelector(`:is(.narration, .asked) [${TERM}="${key}"]`)) return;
  for (const name of ENDS) {
    for (const end of root.querySelectorAll(`[${name}="${key}"]`)) end.setAttribute(LIT, "");
  }
}
