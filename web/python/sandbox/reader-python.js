// The Python that runs what a reader writes, as a page has it: started at the first run, ended when the reader says so or time is up. It has nothing to do with the
// demos' Python, which goes on whatever happens here.

import { isSandboxed } from "../page/forbidden.js";
import { FrameConnection } from "../page/frame-connection.js";

/**
 * @typedef {import("../../types.js").Failure} Failure
 * @typedef {import("../../messages.js").Ran} Ran
 * @typedef {{code: string, lang: string, files: Record<string, string>}} Request files: that the code reads, in base64 by name
 * @typedef {{progress: (progress: import("../../types.js").Progress) => void, printed: (text: string) => void}} Told
 */

const PAGE = "embed/code/";
const WITH_IT = "later"; // the part of Python that has what runs code
const MOST_SECONDS = 10;
const SPARE_SECONDS = 120; // that it waits for another run
const CRASHED = { key: "error_crashed", details: {} }; // no line of the reader's has run yet
const NEEDS_NO_OTHER_WAY = ["error_webassembly", "error_memory", "error_frame", "error_policy", "error_isolated"];

export class ReaderPython {
  /** @type {FrameConnection | undefined} */
  #connection;
  /** What has made Python end, for who waits for its answer. @type {(failure: Failure) => void} */
  #end = () => {};
  /** @type {"fast" | "stock"} */
  #way = "fast";
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  #spare;

  /** @param {URL} site @param {Told} told */
  constructor(site, told) {
    this.site = site;
    this.told = told;
  }

  /** Runs the code: what came of it, or why nothing did. @param {Request} request @returns {Promise<Ran | {failure: Failure}>} */
  async run(request) {
    clearTimeout(this.#spare);
    /** @type {Promise<{failure: Failure}>} */
    const ended = new Promise((resolve) => {
      this.#end = (failure) => resolve({ failure });
    });
    const failure = await Promise.race([this.#start(request.lang), ended.then(({ failure }) => failure)]);
    if (failure) return this.#startedNot(failure, request);
    const timer = setTimeout(() => this.stop(tooLong()), MOST_SECONDS * 1000);
    const ran = await Promise.race([this.#answer(request), ended]);
    clearTimeout(timer);
    if ("failure" in ran) this.stop();
    else if (ran.wants && this.#way === "fast") return this.#again(request);
    this.#spare = setTimeout(() => this.stop(), SPARE_SECONDS * 1000);
    return ran;
  }

  /** Ends it with all that it is doing; the next run starts another. @param {Failure} [why] */
  stop(why = { key: "code_stopped", details: {} }) {
    this.#connection?.close();
    this.#connection = undefined;
    this.#end(why);
  }

  /** @param {string} lang @returns {Promise<Failure | undefined>} */
  async #start(lang) {
    if (this.#connection) return;
    if (isSandboxed()) return { key: "error_sandbox", details: {} };
    let isThere = false;
    const died = () => connection === this.#connection && this.stop(isThere ? ended() : CRASHED);
    const connection = new FrameConnection(this.site, { ...this.told, died }, PAGE);
    this.#connection = connection;
    const failure = await connection.start({ way: this.#way, wanted: [lang, WITH_IT] });
    isThere = !failure;
    return failure;
  }

  /** What makes Python fast may be what has failed. @param {Failure} failure @param {Request} request @returns {ReturnType<ReaderPython["run"]>} */
  async #startedNot(failure, request) {
    const isOver = this.#way === "stock" || failure.key.startsWith("code_") || NEEDS_NO_OTHER_WAY.includes(failure.key);
    if (!isOver) return this.#again(request);
    this.stop();
    return { failure };
  }

  /** With a Python that has all modules. @param {Request} request */
  #again(request) {
    this.stop();
    this.#way = "stock";
    return this.run(request);
  }

  /** @param {Request} request @returns {Promise<Ran | {failure: Failure}>} */
  async #answer(request) {
    const answer = /** @type {any} */ (await this.#connection?.answer(request));
    return answer?.failure || answer?.error ? { failure: ended() } : answer;
  }
}

/** @returns {Failure} */
function tooLong() {
  return { key: "code_too_long", details: { seconds: MOST_SECONDS } };
}

/** @returns {Failure} */
function ended() {
  return { key: "code_ended", details: {} };
}
