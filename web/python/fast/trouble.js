// What makes all of the fast way come to nothing, wherever it happens: Pyodide does not always tell.

export class Trouble {
  failed = false;
  /** Rejects when something has failed. @type {Promise<never>} */
  failure;
  /** @type {(error: unknown) => void} */
  #reject = () => {};

  constructor() {
    this.failure = new Promise((_, reject) => {
      this.#reject = reject;
    });
    this.failure.catch(() => {}); // whoever starts Python hears of it
  }

  /** @param {unknown} error */
  fail(error) {
    this.failed = true;
    this.#reject(error);
  }
}
