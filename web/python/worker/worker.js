// The worker: it starts Python, the fast way or the stock way, and hands requests to forwardpass.api.answer.

import { expose } from "comlink";
import { begin, failureOf } from "../begin.js";

/** @typedef {import("../../types.js").Failure} Failure */
/** @typedef {typeof worker} PythonWorker */

/** @type {Awaited<ReturnType<typeof begin>>} */
let python;

const worker = {
  /** Holds a lock as long as the worker lives; rejects where locks are refused. @param {string} lock @returns {Promise<void>} */
  hold(lock) {
    return new Promise((held, refused) => {
      const forever = () => {
        held();
        return new Promise(() => {});
      };
      navigator.locks.request(lock, forever).catch(refused);
    });
  },

  /**
   * Starts Python; the failure, or nothing once it answers.
   * @param {string} base the folder of the runtime @param {import("../page/connection.js").Wish} wish
   * @param {(progress: import("../../types.js").Progress) => void} report
   * @returns {Promise<Failure | undefined>}
   */
  async start(base, wish, report) {
    try {
      python = await begin(base, wish, report);
    } catch (failure) {
      return /** @type {Failure} */ (failure);
    }
  },

  /** Also a failure, where Python has come to nothing. The JSON is made here, where no library of a page has given arrays ways of their own to become JSON.
   * Rejects where nothing can make JSON of the request. @param {object} request @param {Uint8Array} [pixels] that belong to it @returns {Promise<string>} JSON */
  async answer(request, pixels) {
    const json = JSON.stringify(request);
    try {
      return await python.answer(json, pixels);
    } catch (error) {
      return JSON.stringify({ failure: failureOf(error) });
    }
  },
};

expose(worker);
