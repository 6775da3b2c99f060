// Where lessons come from: those computed already, those recorded beside the page, and Python.

/**
 * @typedef {import("../../types.js").Known} Known
 * @typedef {import("../../messages.js").ProblemStep} Step
 * @typedef {import("../../types.js").Subject} Subject
 * @typedef {(subject: Subject, signal?: AbortSignal) => Promise<Known>} Compute asks Python; the signal drops it if it still waits
 * @typedef {import("../../python/page/client.js").Client} Client
 * @typedef {import("./recorded.js").Recorded} Recorded
 */

const MOST_KEPT = 100;

export class Lessons {
  /** @type {Map<string, Known>} by the name of their subject, oldest first */
  #known = new Map();
  /** @type {Map<string, Promise<Known>>} */
  #coming = new Map();
  /** @type {Map<string, Promise<Step>>} single steps, by the name of their subject and how they were asked for */
  #steps = new Map();

  /** @param {Recorded} recorded @param {Client} python @param {Compute} compute */
  constructor(recorded, python, compute) {
    this.recorded = recorded;
    this.python = python;
    this.compute = compute;
  }

  /** The lesson, if it is there. @param {Subject} subject */
  get(subject) {
    return this.#known.get(nameOf(subject));
  }

  /** Whether the lesson can be had without Python. @param {Subject} subject */
  isRecorded(subject) {
    return this.recorded.has(subject);
  }

  /** Whether the recording is to be taken. @param {Subject} subject */
  isAtHand(subject) {
    return this.python.status.phase !== "live" && this.isRecorded(subject);
  }

  /** Fetches the lesson if it is recorded and Python is not live, else, or where it does not come, computes it. @param {Subject} subject @param {AbortSignal} [signal] */
  load(subject, signal) {
    const name = nameOf(subject);
    const known = this.#known.get(name);
    const coming = known && !known.partial ? Promise.resolve(known) : this.#coming.get(name);
    if (coming) return coming;
    signal?.addEventListener("abort", () => this.#coming.delete(name));
    const computed = () => this.compute(subject, signal);
    return this.#keep(name, this.isAtHand(subject) ? this.recorded.get(subject).catch(computed) : computed());
  }

  /** Computes one step of a lesson that would take longer, and keeps it until the whole lesson comes. @param {Subject} subject @param {import("./steps.js").Asked} step @param {() => Promise<Step>} compute @param {AbortSignal} [signal] */
  async loadStep(subject, step, compute, signal) {
    const name = `${nameOf(subject)} ${step}`;
    const coming = this.#steps.get(name) ?? compute();
    this.#steps.set(name, coming);
    signal?.addEventListener("abort", () => this.#steps.delete(name));
    try {
      this.hold(await coming);
    } finally {
      if (this.#steps.get(name) === coming) this.#steps.delete(name);
    }
  }

  /** @param {Step} step */
  hold({ view, subject, ...about }) {
    const known = this.#known.get(nameOf(subject));
    if (known && !known.partial) return;
    const views = known?.views ?? Array(view.count);
    views[view.index] = view;
    this.#remember(nameOf(subject), { ...about, subject, views, partial: true });
  }

  /** @param {string} name of the subject @param {Promise<Known>} coming */
  async #keep(name, coming) {
    this.#coming.set(name, coming);
    try {
      const lesson = await coming;
      this.#remember(name, lesson);
      return lesson;
    } finally {
      if (this.#coming.get(name) === coming) this.#coming.delete(name);
    }
  }

  /** @param {string} name @param {Known} lesson */
  #remember(name, lesson) {
    this.#known.delete(name);
    this.#known.set(name, lesson);
    for (const oldest of [...this.#known.keys()].slice(0, -MOST_KEPT)) this.#known.delete(oldest);
  }
}

/** Two subjects are the same when their names are. @param {Subject} subject */
export function nameOf(subject) {
  return JSON.stringify(Object.entries(subject).sort());
}
