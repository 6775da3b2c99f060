// The script of the demos did not come, and the page asks for this one instead. It says so in each demo that the page brought along, or in the page of a frame.

import { askedIn } from "../shared/typed.js";
import { say } from "../shared/words.js";

delete document.documentElement.dataset.asked;
for (const host of document.querySelectorAll("*")) tellMissing(host);
tellInFrame();

/** @param {Element} host */
function tellMissing({ shadowRoot }) {
  const brought = shadowRoot?.querySelector("script.shell")?.textContent;
  const failure = /** @type {HTMLElement | null | undefined} */ (shadowRoot?.querySelector(".failure"));
  if (!brought || !failure) return;
  const { words } = JSON.parse(brought);
  const line = say(words.error_data, { file: "embed.js", status: words.no_answer });
  failure.querySelector("span")?.replaceChildren(line);
  show(failure);
}

/** The page of a frame has the line in every language, English first. */
function tellInFrame() {
  const asked = askedIn(location.search).get("lang") ?? "";
  const lines = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".missing")]);
  const line = lines.find(({ lang }) => asked.toLowerCase().startsWith(lang)) ?? lines[0];
  if (line) show(line);
}

/** @param {HTMLElement} line */
function show(line) {
  line.querySelector("button")?.addEventListener("click", () => location.reload());
  line.hidden = false;
}
