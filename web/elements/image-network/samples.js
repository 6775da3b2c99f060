// The 10,000 test images of a data set, fetched fifty at a time as they are needed, with their labels and what its networks predict.

import { asBytes, fetchFile } from "../shared/files.js";

export const PER_FILE = 50;
const PIXELS = LIMITS.side ** 2;

const OF_IMAGES = asBytes(PER_FILE * PIXELS);
const OF_CLASSES = asBytes(LIMITS.samples);

/** @typedef {(response: Response) => Promise<Uint8Array>} Read */

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
    const [images, labels] = await Promise.all([this.images(number), this.labels()]);
    const start = (sample - number * PER_FILE) * PIXELS;
    return { pixels: [...images.subarray(start, start + PIXELS)], label: labels[sample] };
  }

  /** The next sample of a class, from the start again after the last one. @param {number} sample @param {number} digit */
  async nextOfClass(sample, digit) {
    const labels = await this.labels();
    return next(sample, labels.length, (i) => labels[i] === digit);
  }

  /** The next sample that a network gets wrong. @param {number} sample @param {string} network one of ours */
  async nextMistake(sample, network) {
    const [labels, predictions] = await Promise.all([this.labels(), this.predictions(network)]);
    return next(sample, labels.length, (i) => labels[i] !== predictions[i]);
  }

  /** The same for a network that has to be asked. @param {number} sample @param {(images: Uint8Array) => Promise<number[]>} ask */
  async findMistake(sample, ask) {
    const labels = await this.labels();
    const files = labels.length / PER_FILE;
    for (let distance = 0; distance <= files; distance++) {
      const file = (Math.floor(sample / PER_FILE) + distance) % files;
      const predicted = await ask(await this.images(file));
      const isBehind = (/** @type {number} */ i) => distance > 0 || file * PER_FILE + i > sample;
      const place = predicted.findIndex((said, i) => isBehind(i) && said !== labels[file * PER_FILE + i]);
      if (place >= 0) return file * PER_FILE + place;
    }
    return sample;
  }

  /** The bytes of a file of images. @param {number} number */
  images(number) {
    return this.#file(`images/${number}.bin`, OF_IMAGES);
  }

  labels() {
    return this.#file("labels.bin", OF_CLASSES);
  }

  /** The class that a network takes each image for. @param {string} network one of ours */
  predictions(network) {
    return this.#file(`predictions/${network}.bin`, OF_CLASSES);
  }

  /** @param {string} name @param {Read} read */
  #file(name, read) {
    const coming = this.#files.get(name) ?? this.#fetch(name, read);
    this.#files.set(name, coming);
    return coming;
  }

  /** @param {string} name @param {Read} read */
  async #fetch(name, read) {
    try {
      return await fetchFile(new URL(name, this.folder), read);
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
