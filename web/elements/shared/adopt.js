// Style sheets of shadow roots: one for all roots that say the same.

/** @type {Map<string, CSSStyleSheet>} by what they say */
const sheets = new Map();

/** Adds a style sheet to a root that has it not yet. @param {ShadowRoot} root @param {string} css */
export function adopt(root, css) {
  const sheet = sheetOf(css);
  if (!sheet) addElement(root, css);
  else if (!root.adoptedStyleSheets.includes(sheet)) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
}

/** Nothing where the browser cannot construct one. @param {string} css */
function sheetOf(css) {
  const known = sheets.get(css);
  if (known) return known;
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    sheets.set(css, sheet);
    return sheet;
  } catch {
    return undefined;
  }
}

/** @param {ShadowRoot} root @param {string} css */
function addElement(root, css) {
  if ([...root.querySelectorAll("style")].some(({ textContent }) => textContent === css)) return;
  const style = document.createElement("style");
  style.textContent = css;
  root.append(style);
}
