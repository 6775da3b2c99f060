"""Images of MNIST as a pen would leave them on a large sheet."""

import random

import numpy as np

from forwardpass.image_network.pad.handwriting import resize
from forwardpass.images.pixels import SIDE, Bytes

TENFOLD = 10 * SIDE
SHEET = 2 * TENFOLD


def tenfold(pixels: Bytes) -> Bytes:
    """An image ten times as large, interpolated and thresholded: pure black and white, as a pen leaves it."""
    places = np.clip((np.arange(TENFOLD) + 0.5) / 10 - 0.5, 0, SIDE - 1)
    rows = np.array([np.interp(places, np.arange(SIDE), row) for row in pixels.reshape(SIDE, SIDE)])
    smooth = np.array([np.interp(places, np.arange(SIDE), column) for column in rows.T]).T
    return np.where(smooth >= 128, 255, 0).astype(np.uint8)


def somewhere(drawing: Bytes, draw: random.Random) -> Bytes:
    """The drawing at another size, somewhere on a larger sheet."""
    side = round(TENFOLD * draw.uniform(0.5, 1.5))
    sheet = np.zeros((SHEET, SHEET), np.uint8)
    top, left = draw.randrange(SHEET - side), draw.randrange(SHEET - side)
    sheet[top : top + side, left : left + side] = resize(drawing, side, side)
    return sheet
