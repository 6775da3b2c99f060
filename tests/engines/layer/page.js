// What tests see of a page as a reader does: by role and name, through every shadow root. Put before each expression that a test asks a page for.

/** The demo of the page, as it is now. */
function shown() {
  const demo = document.querySelector("simple-forward-pass, forward-pass-mnist, whole-lesson");
  return { demo, root: demo?.shadowRoot, view: demo?.view };
}

const ROLES = {
  button: "button, summary, [role=button]",
  checkbox: "input[type=checkbox]",
  combobox: "select",
  heading: "h1, h2, h3, h4",
  link: "a[href]",
  radio: "input[type=radio]",
  slider: "input[type=range], [role=slider]",
  textbox: "input:not([type]), input[type=text], textarea",
};

/** All elements under a root, those in shadow roots too. */
function* all(under) {
  for (const element of under.querySelectorAll("*")) {
    yield element;
    if (element.shadowRoot) yield* all(element.shadowRoot);
  }
}

/** The name that a reader is told. */
function nameOf(element) {
  const said = element.getAttribute("aria-label");
  if (said !== null) return said;
  const label = element.labels?.[0]?.cloneNode(true);
  for (const field of label?.querySelectorAll("select, input, textarea") ?? []) field.remove();
  return (label?.textContent ?? element.innerText ?? element.textContent).replace(/\s+/g, " ").trim();
}

const isShown = (element) => element.getClientRects().length > 0 && getComputedStyle(element).visibility === "visible";

/** The first that is shown, of a role and a name, or of a selector. */
function find({ role, name, selector }) {
  for (const element of all(document))
    if (selector ? element.matches(selector) : element.matches(ROLES[role]) && nameOf(element) === name)
      if (isShown(element)) return element;
}

/** The element that a press there would meet. */
function hit(x, y, root = document) {
  const met = root.elementFromPoint(x, y);
  return met?.shadowRoot && met.shadowRoot !== root ? hit(x, y, met.shadowRoot) : met;
}

/** Whether its middle is in the window, and nothing that stays there when the page is scrolled lies over it. */
function isInView(element) {
  const { x, y, width, height, top, bottom } = element.getBoundingClientRect();
  const met = hit(x + width / 2, y + height / 2);
  return top >= 0 && bottom <= innerHeight && (element.contains(met) || met?.contains(element));
}

/** Its middle and size, brought into view; nothing while it is not there, or moves. */
async function place(wanted) {
  const element = find(wanted);
  if (!element) return;
  if (!isInView(element)) {
    element.scrollIntoView({ block: "center", behavior: "instant" });
    const { top, bottom, height } = element.getBoundingClientRect(); // parts of drawings do not always come by themselves
    if (top < 0 || bottom > innerHeight) scrollBy({ top: top + height / 2 - innerHeight / 2, behavior: "instant" });
  }
  const before = boxOf(element);
  await new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)));
  const now = boxOf(element);
  if (String(now) === String(before)) return now;
}

function boxOf(element) {
  const { x, y, width, height } = element.getBoundingClientRect();
  return [x + width / 2, y + height / 2, width, height];
}
