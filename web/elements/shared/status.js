// The lines below a demo: a remark, a failure with Retry, progress, or that Python is live.

import { megabytes, partName, say } from "./words.js";

/**
 * @typedef {import("../../types.js").Failure} Failure
 * @typedef {{root: ParentNode, words: Record<string, string>, notice?: Failure, failure?: Failure,
 *            python: import("../../python/page/client.js").Client, waiting: boolean}} Told
 */

const SOMETHING_ELSE = 200; // the status of what came, and is not the file

/** @param {Told} demo */
export function showStatus(demo) {
  const { root, words, notice, failure, python, waiting } = demo;
  const { phase, progress, error } = python.status;
  const trouble = failure ?? error;
  const line = (/** @type {string} */ name, /** @type {string | undefined} */ text) =>
    show(root.querySelector(`.${name}`), text);

  const remark = notice && say(words[notice.key], notice.details);
  line("notice", notice?.field ? undefined : remark);
  line("told", notice?.field ? remark : undefined);
  line("failure", trouble && explain(trouble, words));
  line("loading", phase === "loading" ? describe(progress, words) : undefined);
  line("live", phase === "live" && !trouble ? words[waiting ? "computing" : "live"] : undefined);
  if (progress) setProgress(root.querySelector("progress"), progress);
}

/** What a page says of an error: some say it themselves. @param {Error & {failure?: Failure}} error @returns {Failure} */
export function failureOf({ failure, message }) {
  return failure ?? { key: "error_answer", details: { reason: message } };
}

/** @param {HTMLElement | null} line @param {string | undefined} text */
function show(line, text) {
  if (!line) return;
  const words = line.querySelector("span") ?? line;
  line.hidden = !text;
  if (words.textContent !== (text ?? "")) words.textContent = text ?? "";
}

/** @param {Failure} failure @param {Record<string, string>} words */
function explain({ key, details }, words) {
  const status = details.status === SOMETHING_ELSE ? words.something_else : details.status || words.no_answer;
  return say(words[key], { ...details, status });
}

/** @param {import("../../types.js").Progress | undefined} progress @param {Record<string, string>} words */
function describe(progress, words) {
  if (!progress || progress.loaded >= progress.total) return words.starting;
  const { file, loaded, total } = progress;
  const sizes = { loaded: megabytes(loaded, words), total: megabytes(total, words) };
  return say(words.loading, { part: partName(file, words), ...sizes });
}

/** @param {HTMLProgressElement | null} bar @param {{loaded: number, total: number}} progress */
function setProgress(bar, { loaded, total }) {
  if (bar) Object.assign(bar, { max: total, value: loaded });
}
