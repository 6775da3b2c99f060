// What a page says of an error: some say it themselves.

/** @typedef {import("../../types.js").Failure} Failure */

/** @param {Error & {failure?: Failure}} error @returns {Failure} */
export function failureOf({ failure, message }) {
  return failure ?? { key: "error_answer", details: { reason: message } };
}
