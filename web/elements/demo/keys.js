// Keys that a demo has used, that were typed into its fields or pressed on its buttons go no further: the page around may turn over by arrows, search by "/", and a
// slide go on by Space. All else does, as Tab, Escape and the shortcuts of the browser.

const FIELDS = "input, select, textarea, [contenteditable=true]";
const PRESSED = "button, summary, a[href], [role=button], [role=spinbutton]";
const PRESS = ["Enter", " "];
const SCROLL = [" ", "ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End"];

/** @param {HTMLElement} element @param {AbortSignal} signal ends it */
export function keepKeys(element, signal) {
  /** @type {Set<string>} what is down and was for the demo */
  const kept = new Set();
  // One that something inside has stopped never bubbles up to here.
  element.addEventListener("keydown", ({ code }) => kept.add(code), { signal, capture: true });
  element.addEventListener(
    "keydown",
    (event) => {
      if (isKept(event)) event.stopPropagation();
      else kept.delete(event.code);
    },
    { signal },
  );
  for (const type of /** @type {const} */ (["keypress", "keyup"]))
    element.addEventListener(type, (event) => kept.has(event.code) && event.stopPropagation(), { signal });
}

/** @param {KeyboardEvent} event */
function isKept(event) {
  const target = /** @type {Element} */ (event.composedPath()[0]);
  if (event.defaultPrevented) return true;
  if (isShortcut(event)) return false;
  if (target.closest("dialog")) return event.key !== "Tab";
  if (event.key === "Tab" || event.key === "Escape" || /^F\d+$/.test(event.key)) return false;
  if (target.matches(FIELDS)) return true;
  if (target.matches(PRESSED) && PRESS.includes(event.key)) return true;
  return SCROLL.includes(event.key) && isScrollable(target);
}

/** By AltGr and, on a Mac, Alt characters are typed. @param {KeyboardEvent} event */
function isShortcut(event) {
  const { altKey, ctrlKey, metaKey, key } = event;
  return !event.getModifierState("AltGraph") && (ctrlKey || metaKey || (altKey && key.length > 1));
}

/** @param {Element} target */
function isScrollable(target) {
  const { overflowX, overflowY } = getComputedStyle(target);
  const isWide = target.scrollWidth > target.clientWidth && /auto|scroll/.test(overflowX);
  return isWide || (target.scrollHeight > target.clientHeight && /auto|scroll/.test(overflowY));
}
