// Clicks, keys, menus and fields of a demo become its actions.

/** @typedef {import("./demo-frame.js").DemoFrame} DemoFrame */

/** @type {Record<string, string>} */
const KEYS = { ArrowRight: "next", ArrowLeft: "back", Home: "first", End: "last" };
const KEEP_THEIR_KEYS = "input, select, textarea, [tabindex='0'], .picture *, dialog *";
/** @type {Record<string, string>} which control a key stands for: where it is left out, so is the key */
const CONTROLS = { next: "next", last: "next", back: "back", first: "back" };

/** @param {DemoFrame} demo @param {AbortSignal} signal undoes it all */
export function listen({ root, actions }, signal) {
  const on = (/** @type {string} */ type, /** @type {(event: any) => void} */ react) =>
    root.addEventListener(type, react, { signal });
  const act = (/** @type {string | undefined} */ name, value = "") => actions[name ?? ""]?.(value);

  on("click", ({ target }) => {
    const button = target.closest("button[data-action]");
    if (button && button.getAttribute("aria-disabled") !== "true") act(button.dataset.action, button.value);
  });
  on("change", ({ target }) => target.matches("select[data-action]") && act(target.dataset.action, target.value));
  on("submit", (event) => {
    event.preventDefault();
    act(event.target.dataset.action, event.target.elements[0].value);
  });
  on("keydown", (event) => {
    const action = KEYS[event.key];
    if (
      !action ||
      event.altKey ||
      event.ctrlKey ||
      event.metaKey ||
      event.shiftKey ||
      event.target.matches(KEEP_THEIR_KEYS) ||
      root.querySelector(`[data-control=${CONTROLS[action]}][data-off]`)
    )
      return;
    event.preventDefault();
    act(action);
  });
}

/** Shows which one it is, except over what somebody types or mistyped. @param {HTMLInputElement} field @param {string | number} number @param {boolean} wrong */
export function showNumber(field, number, wrong) {
  field.setAttribute("aria-invalid", String(wrong));
  if (!wrong && field.dataset.shown !== String(number)) field.value = field.dataset.shown = String(number);
}
