// Lessons that the build has recorded: in files beside the page, the first ones in the page itself. Those of a demo may share a file of pieces.

import { fetchFile } from "../shared/files.js";

/**
 * @typedef {import("../../types.js").Known} Known
 * @typedef {import("../../types.js").Subject} Subject
 * @typedef {(file: string) => Promise<string>} Read
 */

const PATIENCE = 5000; // ms for a few kilobytes; then Python is asked

export class Recorded {
  /** @type {Promise<string> | undefined} */
  #pieces;

  /**
   * @param {URL} folder @param {keyof Subject} unit the parameter that numbers them
   * @param {Pick<import("../../types.js").ShellData, "recorded" | "pieces">} data @param {ParentNode} page where those are that the page has brought along
   */
  constructor(folder, unit, data, page) {
    this.folder = folder;
    this.unit = unit;
    this.data = data;
    this.page = page;
  }

  /** Whether the lesson can be had without Python: its subject is a number, {[unit]: number}. @param {Subject} subject */
  has(subject) {
    return Object.keys(subject).join() === this.unit && this.data.recorded.includes(Number(subject[this.unit]));
  }

  /** The lesson; what is in the page and damaged is fetched. @param {Subject} subject @returns {Promise<Known>} */
  async get(subject) {
    const file = `${subject[this.unit]}.json`;
    return this.#lesson(file, this.#nearest).catch(() => {
      this.#pieces = undefined;
      return this.#lesson(file, this.#fetched);
    });
  }

  /** @param {string} file @param {Read} read */
  async #lesson(file, read) {
    const { pieces } = this.data;
    const [text, shared] = await Promise.all([read(file), pieces && read(pieces)]);
    return JSON.parse(pieces ? unpacked(shared, JSON.parse(text)) : text);
  }

  /** @type {Read} */
  #nearest = async (file) =>
    this.page.querySelector(`script[data-file="${file}"]`)?.textContent ?? (await this.#fetched(file));

  /** @param {string} file */
  async #text(file) {
    const read = async (/** @type {Response} */ response) => {
      const text = await response.text();
      if (file !== this.data.pieces) JSON.parse(text); // or it is something else
      return text;
    };
    return fetchFile(new URL(file, this.folder), read, AbortSignal.timeout(PATIENCE));
  }

  /** @type {Read} */
  #fetched = (file) => {
    if (file !== this.data.pieces) return this.#text(file);
    this.#pieces ??= this.#text(file);
    return this.#pieces;
  };
}

/** As py/builder/packing.py packs it. @param {string} pieces one a line @param {string[]} fillings what stands between them */
export function unpacked(pieces, fillings) {
  return pieces
    .split("\n")
    .map((piece, i) => piece + (fillings[i] ?? ""))
    .join("");
}
