// Clicks, keys, menus and fields of a demo become its actions.

import { on } from "../shared/on.js";
import { isComposing } from "../shared/typed.js";
import { bringIntoView } from "./in-view.js";
import { keepKeys } from "./keys.js";

/** @typedef {import("./demo-frame.js").DemoFrame} DemoFrame */

/** @type {Record<string, string>} */
const KEYS = { ArrowRight: "next", ArrowLeft: "back", Home: "first", End: "last" };
const KEEP_THEIR_KEYS = "input, select, textarea, [tabindex='0'], .picture *, dialog *";
/** @type {Record<string, string>} which control a key stands for: where it is left out, so is the key */
const CONTROLS = { next: "next", last: "next", back: "back", first: "back" };

/** What changes the words and the drawing in every demo; they then are to be seen. */
const STAGED = ["next", "back", "play", "first", "last"];

/** @param {DemoFrame} demo @param {AbortSignal} signal undoes it all */
export function listen(demo, signal) {
  const { root, actions } = demo;
  const act = (/** @type {string | undefined} */ name = "", value = "") => {
    const isStaged = [...STAGED, ...demo.demo.staged].includes(name);
    if (isStaged && !demo.modes.isStaged) demo.modes.open(demo.modes.first);
    demo.pressed(isStaged);
    actions[name]?.(value);
  };
  const clicked = (/** @type {HTMLElement} */ target) => {
    const button = target.closest("button");
    if (!button || button.getAttribute("aria-disabled") === "true") return;
    act(button.dataset.action, button.value);
    if (button.dataset.action) demo.modes.acted(button.dataset.action);
  };
  /** Without the browser, which submits nothing in a sandbox without forms. @param {Event & {target: HTMLElement}} event @param {string} from what it is submitted */
  const submitted = (event, from) => {
    const form = event.target.closest(from)?.closest("form[data-action]");
    if (!form) return;
    event.preventDefault();
    submit(/** @type {HTMLFormElement} */ (form), act);
    demo.modes.acted("submit");
  };
  const changed = (/** @type {HTMLInputElement | HTMLSelectElement} */ field) =>
    field.matches("select, [type=radio]") && act(field.dataset.action, field.value);

  const pressed = (/** @type {KeyboardEvent & {target: HTMLElement}} */ event) => {
    const action = KEYS[event.key];
    if (!action || isForOthers(event) || root.querySelector(`[data-control=${CONTROLS[action]}][data-off]`)) return;
    event.preventDefault();
    act(action);
  };

  on(root, "click", ({ target }) => clicked(target), { signal });
  on(root, "click", (event) => submitted(event, "button:not([type=button])"), { signal });
  on(root, "change", ({ target }) => changed(/** @type {HTMLInputElement | HTMLSelectElement} */ (target)), { signal });
  on(root, "submit", (event) => event.preventDefault(), { signal });
  on(root, "submit", (event) => submitted(event, "form"), { signal });
  on(root, "keydown", (event) => event.key === "Enter" && !isComposing(event) && submitted(event, "input"), { signal });
  on(root, "keydown", pressed, { signal });
  keepKeys(demo.element, signal);
  on(root, "dragover", (event) => keepHere(event), { signal });
  on(root, "drop", (event) => dropped(event, demo), { signal });
}

/** The first field of a form says what is wanted; what is wrong with it is told below it. @param {HTMLFormElement} form @param {(name: string | undefined, value: string) => void} act */
function submit(form, act) {
  const [field] = /** @type {NodeListOf<HTMLInputElement>} */ (form.querySelectorAll("input, select"));
  act(form.dataset.action, field.value);
  const told = form.querySelector(".told:not([hidden])");
  if (told) bringIntoView(told);
}

/** @param {KeyboardEvent & {target: HTMLElement}} event */
function isForOthers({ altKey, ctrlKey, metaKey, shiftKey, target }) {
  return altKey || ctrlKey || metaKey || shiftKey || target.matches(KEEP_THEIR_KEYS);
}

/** @param {DragEvent} event @param {DemoFrame} demo */
function dropped(event, demo) {
  if (keepHere(event) && event.dataTransfer) demo.dropped(event.dataTransfer);
}

/** What is dropped on the demo does not lead away from the page; text may go into a field. Whether nobody has taken it yet. @param {DragEvent} event */
function keepHere(event) {
  const isTaken = event.defaultPrevented;
  const isText = event.dataTransfer?.types.every((type) => type.startsWith("text/"));
  if (isText && /** @type {Element} */ (event.target).matches("input")) return false;
  event.preventDefault();
  event.stopPropagation();
  return !isTaken;
}

/** Shows which one it is, except over what somebody types or mistyped. @param {HTMLInputElement} field @param {string | number} number @param {boolean} wrong */
export function showNumber(field, number, wrong) {
  field.setAttribute("aria-invalid", String(wrong));
  if (!wrong && field.dataset.shown !== String(number)) field.value = field.dataset.shown = String(number);
}
