// The script of the demos did not come, and the page asks for this one instead. It says so in each demo that the page brought along.

import { say } from "./words.js";

delete document.documentElement.dataset.asked;
for (const host of document.querySelectorAll("simple-forward-pass, forward-pass-mnist, whole-lesson"))
  tellMissing(host);

/** @param {Element} host */
function tellMissing({ shadowRoot }) {
  const brought = shadowRoot?.querySelector("script.shell")?.textContent;
  const failure = /** @type {HTMLElement | null | undefined} */ (shadowRoot?.querySelector(".failure"));
  if (!brought || !failure) return;
  const { words } = JSON.parse(brought);
  const line = say(words.error_data, { file: "embed.js", status: words.no_answer });
  failure.querySelector("span")?.replaceChildren(line);
  failure.querySelector("button")?.addEventListener("click", () => location.reload());
  failure.hidden = false;
}
