// Play: the steps of a lesson go on by themselves, until the last one, a press of the reader's, or until nobody can see them.

/** @typedef {import("../demo/demo-frame.js").DemoFrame} DemoFrame */

const PACE = 3500; // ms that a step stays
const LEAST_SEEN = 0.25; // of the drawing
const NO_PRESS = ["Tab", "Shift", "Control", "Alt", "Meta"]; // keys by which one gets to the button
const PRESS = ["Enter", " "]; // those that press it

/** @type {WeakMap<DemoFrame, () => void>} ends what plays */
const ends = new WeakMap();

/** Begins, or stops. @param {DemoFrame} demo */
export function togglePlaying(demo) {
  const end = ends.get(demo);
  if (end) end();
  else start(demo);
}

/** @param {DemoFrame} demo */
function start(demo) {
  const playing = new AbortController();
  const { signal } = playing;
  const button = demo.part("play");
  const end = () => playing.abort();
  ends.set(demo, end);
  name(button, true);
  const timer = setInterval(() => (button.isConnected ? goOn(demo, end) : end()), PACE);
  const seen = new IntersectionObserver(([{ intersectionRatio }]) => intersectionRatio < LEAST_SEEN && end(), {
    threshold: LEAST_SEEN,
  });
  signal.addEventListener("abort", () => {
    ends.delete(demo);
    clearInterval(timer);
    seen.disconnect();
    name(button, false);
  });
  for (const type of ["pointerdown", "keydown"])
    addEventListener(type, (event) => isOfReader(event, button) && end(), { capture: true, signal });
  document.addEventListener("visibilitychange", end, { signal });
  if (isLast(demo)) demo.first();
  else goOn(demo, end);
  seen.observe(demo.part("picture"));
}

/** A question in the way of the next step is for the reader, too. @param {DemoFrame} demo @param {() => void} end */
function goOn(demo, end) {
  const before = demo.played?.index;
  demo.next();
  if (isLast(demo) || demo.played?.index === before) end();
}

/** @param {DemoFrame} demo */
function isLast({ played }) {
  return !played || played.index + 1 >= played.count;
}

/** @param {Event} event @param {HTMLElement} button */
function isOfReader(event, button) {
  const isOnButton = event.composedPath().includes(button);
  if (!(event instanceof KeyboardEvent)) return !isOnButton;
  return !NO_PRESS.includes(event.key) && !(isOnButton && PRESS.includes(event.key));
}

/** It is called what it would do. @param {HTMLElement} button @param {boolean} isPlaying */
function name(button, isPlaying) {
  button.toggleAttribute("data-playing", isPlaying);
  const { play = "", pause = "" } = button.dataset;
  button.title = isPlaying ? pause : play;
  button.setAttribute("aria-label", button.title);
}
