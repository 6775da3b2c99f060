// A press that goes on until its pointer is released, however the page hears of it: a release may be lost to a frame, another window or a gesture of the system.

const MAIN = 1; // among `buttons`: the left one of a mouse, a finger, the tip of a pen

/**
 * Follows the pointer that went down, and no other.
 * @param {PointerEvent} down @param {EventTarget} target that hears of it
 * @param {{move: (event: PointerEvent) => void, end: (isReleased: boolean) => void}} listener isReleased: not lost
 * @returns {() => void} ends it without a word
 */
export function followPress({ pointerId }, target, { move, end }) {
  const press = new AbortController();
  /** @param {string} type @param {(event: PointerEvent) => void} react */
  const on = (type, react) =>
    target.addEventListener(
      type,
      (event) =>
        /** @type {PointerEvent} */ (event).pointerId === pointerId && react(/** @type {PointerEvent} */ (event)),
      { signal: press.signal },
    );
  const over = (/** @type {PointerEvent} */ { type }) => {
    press.abort();
    end(type === "pointerup");
  };
  on("pointermove", (event) => (event.buttons & MAIN ? move(event) : over(event)));
  for (const type of ["pointerup", "pointercancel", "lostpointercapture"]) on(type, over);
  return () => press.abort();
}
