// The script of a demo did not come. Where the page brought the inside of the demo along, that is told there; elsewhere what the author put between the tags stays.

import { say } from "./words.js";

/** @param {HTMLElement} element */
export function tellMissing({ localName, shadowRoot }) {
  const brought = shadowRoot?.querySelector("script.shell")?.textContent;
  const failure = /** @type {HTMLElement | null | undefined} */ (shadowRoot?.querySelector(".failure"));
  if (!brought || !failure) return;
  const { words } = JSON.parse(brought);
  const line = say(words.error_data, { file: `${localName}.js`, status: words.no_answer });
  failure.querySelector("span")?.replaceChildren(line);
  failure.querySelector("button")?.addEventListener("click", () => location.reload());
  failure.hidden = false;
}
