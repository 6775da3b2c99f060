// The attributes that say how a demo looks; and the console hears of every value that cannot be.

const THEMES = ["auto", "light", "dark"];
const BAR = ["links", "back", "counter", "next"];
const BELOW = [
  ...["jump", "restart", "new", "seed", "edit", "ask", "network", "questions", "learn"],
  ...["sample", "random", "digit", "mistake", "draw", "all", "own"],
  ...["share", "embed", "code"],
];
/** @type {Record<string, string[]>} */
const GROUPS = { all: [...BAR, ...BELOW], bar: BAR, none: [] };

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
    part.toggleAttribute("data-off", !chosen.has(part.getAttribute("data-control") ?? ""));
  }
}

/** A demo in a frame offers no Embed: its page is the frame. @param {Element} element */
function chosenControls(element) {
  const names = (element.getAttribute("controls") ?? "").split(/\s+/).filter(Boolean);
  const known = names.filter((name) => Object.hasOwn(GROUPS, name) || GROUPS.all.includes(name));
  if (known.length < names.length) warn(element, "controls", [...Object.keys(GROUPS), ...GROUPS.all].join(" "));
  const chosen = new Set(
    (known.length ? known : ["all"]).flatMap((name) => (Object.hasOwn(GROUPS, name) ? GROUPS[name] : name)),
  );
  if (parent !== window) chosen.delete("embed");
  return chosen;
}
