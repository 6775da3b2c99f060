// A picture that somebody brings, as a file, pasted or dropped: decoded by the browser, at a modest size.

import { toBase64 } from "./base64.js";

const MOST_MEGABYTES = 20;
const LARGEST = 280; // pixels of the longer side

/** What is wrong with a file, as the key of a sentence and what fills it. */
export class PictureError extends Error {
  /** @param {string} key @param {File} file */
  constructor(key, { name }) {
    super(`${name}: ${key}`);
    this.key = key;
    this.details = { name, most: MOST_MEGABYTES };
  }
}

/** Four bytes a pixel. @param {File} file @returns {Promise<{picture: string, width: number}>} */
export async function readPicture(file) {
  if (file.size > MOST_MEGABYTES * 1e6) throw new PictureError("large_picture", file);
  const image = await createImageBitmap(file).catch(() => undefined);
  if (!image) throw new PictureError("no_picture", file);
  const share = Math.min(1, LARGEST / Math.max(image.width, image.height));
  const [width, height] = [image.width, image.height].map((side) => Math.max(1, Math.round(side * share)));
  const context = new OffscreenCanvas(width, height).getContext("2d");
  if (!context) throw new PictureError("no_picture", file);
  context.drawImage(image, 0, 0, width, height);
  image.close();
  return { picture: toBase64(context.getImageData(0, 0, width, height).data), width };
}

/**
 * Hands over files that are pasted anywhere in the page or dropped on the panel.
 * @param {HTMLElement} panel @param {(file: File) => void} take @param {AbortSignal} signal
 */
export function listenForPictures(panel, take, signal) {
  /** @param {DataTransfer | null} data @param {Event} event */
  const taken = (data, event) => {
    const file = data?.files[0];
    if (!file) return;
    event.preventDefault();
    take(file);
  };
  document.addEventListener("paste", (event) => taken(event.clipboardData, event), { signal });
  panel.addEventListener("dragover", (event) => event.preventDefault(), { signal });
  panel.addEventListener(
    "drop",
    (event) => {
      event.preventDefault(); // else the browser would leave the page for the file
      taken(event.dataTransfer, event);
    },
    { signal },
  );
}
