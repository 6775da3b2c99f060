// The attributes that say how a demo looks; and the console hears of every value that cannot be.

import { registered } from "./registry.js";

const THEMES = ["auto", "light", "dark"];
const BAR = ["links", "back", "counter", "next"];
const BESIDE = ["play"]; // no part of what "bar" has always meant
const BELOW = ["share", "embed", "code"];

/** @param {Element} element @param {string} name of the attribute @param {string} allowed */
export function warn(element, name, allowed) {
  const value = (element.getAttribute(name) ?? "").slice(0, 100);
  console.warn(`${element.localName}: ${name}=${JSON.stringify(value)} is not one of: ${allowed}`);
}

/** The style sheet does the rest. @param {Element} element */
export function checkTheme(element) {
  const theme = element.getAttribute("theme");
  if (theme !== null && !THEMES.includes(theme)) warn(element, "theme", THEMES.join(" "));
}

/** Leaves out the controls that the element does not list. @param {Element} element @param {ShadowRoot} root */
export function showControls(element, root) {
  const chosen = chosenControls(element);
  for (const part of root.querySelectorAll("[data-control]")) {
    const names = part.getAttribute("data-control")?.split(" ") ?? [];
    part.toggleAttribute("data-off", !names.some((name) => chosen.has(name)));
  }
}

/** The names of controls, and of groups of them. @returns {Record<string, string[]>} */
function groups() {
  const own = registered.flatMap(({ controls }) => controls);
  return { all: [...new Set([...BAR, ...BESIDE, ...own, ...BELOW])], bar: BAR, none: [] };
}

/** A demo in a frame offers no Embed: its page is the frame. @param {Element} element */
function chosenControls(element) {
  const known = groups();
  const names = (element.getAttribute("controls") ?? "").split(/\s+/).filter(Boolean);
  const fitting = names.filter((name) => Object.hasOwn(known, name) || known.all.includes(name));
  if (fitting.length < names.length) warn(element, "controls", [...Object.keys(known), ...known.all].join(" "));
  const chosen = new Set(
    (fitting.length ? fitting : ["all"]).flatMap((name) => (Object.hasOwn(known, name) ? known[name] : name)),
  );
  if (parent !== window) chosen.delete("embed");
  return chosen;
}
