// Which step of a lesson is asked for: by its key, or by a number as links carried before there were keys.

/**
 * @typedef {string | number} Asked
 * @typedef {{steps?: string[], numbered?: string[]}} Named the keys of a lesson's steps in order, and those that numbers mean; neither where a lesson is a single view
 */

/** The key of the step, a number beyond the last being the last; undefined where the lesson has no such step. @param {Asked} asked @param {Named} lesson */
export function keyOf(asked, { steps = [], numbered = [] }) {
  const key = typeof asked === "number" ? numbered[Math.min(asked, numbered.length - 1)] : asked;
  return steps.find((step) => step === key);
}

/** Its place in the lesson, the first one where the lesson has no such step. @param {Asked} asked @param {Named} lesson */
export function placeOf(asked, lesson) {
  return Math.max(0, (lesson.steps ?? []).indexOf(keyOf(asked, lesson) ?? ""));
}
