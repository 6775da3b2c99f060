// Waits until an element comes into view, or brings it there after a press of the reader's.

/**
 * @param {Element} element @param {() => void} then once
 * @param {{margin?: string, signal?: AbortSignal}} [options] margin: how near is near enough; signal: ends the waiting
 */
export function whenInView(element, then, { margin = "0px", signal } = {}) {
  const watch = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watch.disconnect();
      then();
    },
    { rootMargin: margin },
  );
  watch.observe(element);
  signal?.addEventListener("abort", () => watch.disconnect());
}

const BARS = ".bar, .buttons, .stage > .picture";
const ROOM = 8;
const CLIPS = /hidden|clip/;
const LEAST = "(min-height: 30rem)"; // of a window in which bars stick, as in stage.css

/** What a press has changed comes into view: by the least scroll, and only where it is not there. @param {Element} element of a demo @param {number} [room] px that it keeps from the edge */
export function bringIntoView(element, room = ROOM) {
  const { style } = /** @type {HTMLElement} */ (element);
  const [above, below] = covered(element);
  const keep = fixed(element);
  style.scrollMarginBlock = `${above + room}px ${below + room}px`;
  element.scrollIntoView({ block: "nearest", inline: "nearest" });
  keep();
  style.removeProperty("scroll-margin-block");
  if (element.getAttribute("style") === "") element.removeAttribute("style"); // nothing stays in the view
}

/** What clips and has no scroll bar stays where it is, though a script could scroll it: no reader would bring a slide back. @param {Element} element @returns {() => void} sees to it */
function fixed(element) {
  const places = [...around(element)].map((box) => {
    const { overflowX, overflowY } = getComputedStyle(box);
    const scrolled = scroller(box);
    const left = CLIPS.test(overflowX) ? scrolled.scrollLeft : undefined; // many pages clip one way alone
    return { scrolled, left, top: CLIPS.test(overflowY) ? scrolled.scrollTop : undefined };
  });
  return () => {
    for (const { scrolled, left, top } of places) scrolled.scrollTo({ left, top, behavior: "instant" });
  };
}

/** What moves where a box is scrolled: the overflow of the body is mostly that of the window. @param {Element} box */
function scroller(box) {
  const isOfWindow = box === document.body && getComputedStyle(document.documentElement).overflow === "visible";
  return (isOfWindow && document.scrollingElement) || box;
}

/** What an element stands in, from the inside out. @param {Element} element @returns {Iterable<Element>} */
function* around(element) {
  for (let node = element.parentNode; node; node = node instanceof ShadowRoot ? node.host : node.parentNode)
    if (node instanceof Element) yield node;
}

/** The drawing and the beginning of the words. In a low window the button that was pressed would go out of view. @param {ShadowRoot} root */
export function bringStage(root) {
  if (!matchMedia(LEAST).matches) return;
  for (const part of [root.querySelector(".stage > .picture"), firstWords(root)]) if (part) bringIntoView(part, 0);
}

/** A question or a verdict goes before the title of the step. @param {ShadowRoot} root */
function firstWords(root) {
  return root.querySelector(".question > *") ?? root.querySelector(".narration h3");
}

/** How much of the window bars and a drawing that stick may cover, above and below an element. @param {Element} element @returns {[number, number]} */
function covered(element) {
  const frame = /** @type {Element} */ (element.closest(".frame"));
  const sides = element.getBoundingClientRect();
  const bars = [...frame.querySelectorAll(element.closest(".stage") ? BARS : ".bar, .buttons")]
    .filter((bar) => !bar.contains(element) && !element.contains(bar))
    .map((bar) => ({ ...sticking(bar), sides: bar.getBoundingClientRect() }))
    .filter((bar) => bar.sides.left < sides.right && bar.sides.right > sides.left);
  const most = (/** @type {"top" | "bottom"} */ side) =>
    Math.max(0, ...bars.filter((bar) => bar[side] >= 0).map((bar) => bar[side] + bar.sides.height));
  return [most("top"), most("bottom")];
}

/** Where it sticks to the window, in px from its top and bottom; NaN where it does not. @param {Element} bar */
function sticking(bar) {
  const { position, top, bottom, display } = getComputedStyle(bar);
  const sticks = position === "sticky" && display !== "contents";
  return { top: sticks ? Number.parseFloat(top) : Number.NaN, bottom: sticks ? Number.parseFloat(bottom) : Number.NaN };
}
