// Why a call has no answer. Decisions rest on the code alone.

/** @typedef {import("../../types.js").Failure} Failure */
/** @typedef {import("../../types.js").Unanswered} Unanswered */

/** Which sentence says it, where the message alone does not. @type {Partial<Record<Unanswered["code"], string>>} */
const SENTENCES = { no_answer: "error_answer", unforeseen: "error_unforeseen" };

export class PythonError extends Error {
  name = "PythonError";

  /** @param {Unanswered} error */
  constructor({ code, message, for_reader, lines = "" }) {
    super(message);
    this.code = code;
    this.lines = lines;
    this.isForReader = for_reader;
  }

  /** What a page says of it. @returns {Failure} */
  get failure() {
    const key = SENTENCES[this.code] ?? (this.isForReader ? "error_for_reader" : "error_call");
    return { key, details: { reason: this.message } };
  }
}

/** The code of an error; none of one that is not about a call. @param {unknown} error */
export function codeOf(error) {
  return error instanceof PythonError ? error.code : undefined;
}
