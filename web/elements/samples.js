// The 10,000 test images of MNIST, fetched fifty at a time as they are needed, with their labels and what the network predicts.

import { fetchFile } from "./lessons.js";

const PER_FILE = 50;
const PIXELS = 784;

export class Samples {
  /** @type {Map<string, Promise<Uint8Array>>} */
  #files = new Map();

  /** @param {URL} folder */
  constructor(folder) {
    this.folder = folder;
  }

  /** Grey levels, row by row, and the true class. @param {number} sample */
  async get(sample) {
    const number = Math.floor(sample / PER_FILE);
    const [images, labels] = await Promise.all([this.#file(`images/${number}.bin`), this.#file("labels.bin")]);
    const start = (sample - number * PER_FILE) * PIXELS;
    return { pixels: [...images.subarray(start, start + PIXELS)], label: labels[sample] };
  }

  /** The next sample of a class, from the start again after the last one. @param {number} sample @param {number} digit */
  async nextOfClass(sample, digit) {
    const labels = await this.#file("labels.bin");
    return next(sample, labels.length, (i) => labels[i] === digit);
  }

  /** The next sample that the network gets wrong. @param {number} sample */
  async nextMistake(sample) {
    const [labels, predictions] = await Promise.all([this.#file("labels.bin"), this.#file("predictions.bin")]);
    return next(sample, labels.length, (i) => labels[i] !== predictions[i]);
  }

  /** @param {string} name */
  #file(name) {
    const coming = this.#files.get(name) ?? this.#fetch(name);
    this.#files.set(name, coming);
    return coming;
  }

  /** @param {string} name */
  async #fetch(name) {
    try {
      return new Uint8Array(await (await fetchFile(new URL(name, this.folder))).arrayBuffer());
    } catch (error) {
      this.#files.delete(name);
      throw error;
    }
  }
}

/** @param {number} sample @param {number} count @param {(sample: number) => boolean} fits */
function next(sample, count, fits) {
  for (let distance = 1; distance <= count; distance++) {
    if (fits((sample + distance) % count)) return (sample + distance) % count;
  }
  return sample;
}
