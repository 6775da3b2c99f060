// A picture that somebody brings as a file: decoded by the browser, upright, at a modest size.

import { toBase64 } from "../../shared/base64.js";

const MOST_MEGABYTES = 20;
const LARGEST = 1120; // pixels of the longer side: 40 for each one of MNIST
const DRAWN = 560; // pixels of the longer side of a picture without pixels
const BRANDS = /^ftyp(hei[cfmsx]|hev[cmsx]|mif1|msf1)/; // of HEIC, from its fifth byte on

/** What is wrong with what was brought, as the key of a sentence and what fills it. */
export class PictureError extends Error {
  /** @param {string} key @param {string} [name] */
  constructor(key, name = "") {
    super(`${name}: ${key}`);
    this.key = key;
    this.details = { name, most: MOST_MEGABYTES };
  }
}

/** Four bytes a pixel. @param {File} file @returns {Promise<{picture: string, width: number}>} */
export async function readPicture(file) {
  if (!file.size) throw new PictureError("empty_picture", file.name);
  if (file.size > MOST_MEGABYTES * 1e6) throw new PictureError("large_picture", file.name);
  try {
    const { context, width, height } = scaledDown(await decoded(file));
    return { picture: toBase64(context.getImageData(0, 0, width, height).data), width };
  } catch {
    throw new PictureError((await isHeic(file)) ? "heic_picture" : "no_picture", file.name);
  }
}

/** The first frame of one that moves; its numbers as they are, whatever profile of colours is beside them. @param {File} file */
async function decoded(file) {
  const image = await createImageBitmap(file, { colorSpaceConversion: "none" }).catch(() => undefined);
  return image ?? drawn(file);
}

/** A drawing in lines and curves, SVG, has any size. @param {File} file */
async function drawn(file) {
  const image = new Image();
  image.src = URL.createObjectURL(file);
  try {
    await image.decode();
  } finally {
    URL.revokeObjectURL(image.src);
  }
  const share = DRAWN / (Math.max(image.width, image.height) || DRAWN);
  return painted(image, (image.width || DRAWN) * share, (image.height || DRAWN) * share).context.canvas;
}

/** Halved until it is small enough: halving averages over areas, in every browser. @param {ImageBitmap | OffscreenCanvas} image */
function scaledDown(image) {
  const { width, height } = image;
  if (Math.max(width, height) <= LARGEST) return painted(image, width, height);
  return scaledDown(painted(image, width / 2, height / 2).context.canvas);
}

/** @param {CanvasImageSource} image @param {number} wide @param {number} high */
function painted(image, wide, high) {
  const [width, height] = [wide, high].map((side) => Math.max(1, Math.round(side)));
  const context = new OffscreenCanvas(width, height).getContext("2d", { willReadFrequently: true });
  if (!context) throw new Error("no canvas");
  context.imageSmoothingQuality = "medium";
  context.drawImage(image, 0, 0, width, height);
  return { context, width, height };
}

/** @param {File} file */
async function isHeic(file) {
  const head = new TextDecoder("latin1").decode(
    await file
      .slice(4, 12)
      .arrayBuffer()
      .catch(() => new ArrayBuffer(0)),
  );
  return BRANDS.test(head) || /\.hei[cf]$/i.test(file.name);
}
