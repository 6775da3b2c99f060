// The newest question wins: of questions that are asked faster than they are answered, those in between are left out.

/** What a question is overtaken with: a call that still waits for its turn in Python is dropped by it. */
const overtaken = () => new DOMException("another one is asked", "AbortError");

/**
 * A way to ask. One question is on its way at a time; the newest one asked meanwhile comes next, whatever was asked before it is forgotten.
 * What it returns resolves when its question is answered or overtaken, and rejects where the newest fails.
 *
 * @template Question, Answer
 * @param {(question: Question, signal: AbortSignal) => Promise<Answer>} ask called when the turn of a question has come; the signal says that it is overtaken
 * @param {(answer: Answer, question: Question) => void} show called with the answer to the newest question
 * @param {{keepsUp?: boolean}} [options] keepsUp: an answer that comes when another question is asked already is shown all the same
 * @returns {((question: Question) => Promise<void>) & {drop: () => void}} drop: nothing is asked any more
 */
export function newest(ask, show, { keepsUp = false } = {}) {
  let latest = new AbortController();
  /** @type {Promise<unknown>} */
  let turn = Promise.resolve();

  /** @param {Question} question @param {AbortSignal} signal */
  const answer = async (question, signal) => {
    if (signal.aborted) return;
    try {
      const said = await ask(question, signal);
      if (keepsUp || !signal.aborted) show(said, question);
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  };

  const drop = () => latest.abort(overtaken());
  return Object.assign(
    (/** @type {Question} */ question) => {
      drop();
      latest = new AbortController();
      const { signal } = latest;
      const answered = turn.then(() => answer(question, signal));
      turn = answered.catch(() => {});
      return answered;
    },
    { drop },
  );
}
