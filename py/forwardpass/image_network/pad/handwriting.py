"""A drawing of any size → the 28 × 28 pixels that a network of MNIST reads, made the way MNIST was made.

LeCun, Bottou, Bengio, Haffner: Gradient-based learning applied to document recognition, 1998, III.A: the digit is scaled into
a box of 20 × 20 keeping its aspect ratio, anti-aliased, and its centre of mass is put in the centre of the 28 × 28 field.
An image of MNIST comes back as it is.
"""

from dataclasses import dataclass
from math import floor

import numpy as np

from ...errors import WrongArgument
from ...images.pixels import PIXELS, SIDE, Bytes
from ...network.activations import Array
from .windows import Mask

BOX = 20
MIDDLE = 14  # the pixel, counted from 0, in which every image of MNIST has its centre of mass, across and down
LEAST_SIDE, MOST_SIDE = 8, 1024  # of a drawing, in pixels


@dataclass(frozen=True)
class PixelBox:
    """A rectangle of whole pixels."""

    left: int
    top: int
    width: int
    height: int


@dataclass(frozen=True, eq=False)
class Centred:
    """A drawing on its way into the network, stage by stage.

    drawing: (height, width) ink, 0 to 255. box: the smallest one around the ink. scaled: that box, at most 20 × 20.
    centre: where the ink of `scaled` has its centre of mass (x, y). corner: where `scaled` comes to lie in the field (x, y).
    pixels: (784,), what the network is fed.
    """

    drawing: Bytes
    box: PixelBox
    scaled: Bytes
    centre: tuple[float, float]
    corner: tuple[int, int]
    pixels: Bytes


def centre(drawing: Bytes) -> Centred | None:
    """The stages of a drawing (height, width), bright ink on 0; None where there is no ink, or so little that none is left of it in the box of 20 × 20."""
    drawing = _checked(drawing)
    box = ink_box(drawing)
    if box is None:
        return None
    inside = drawing[box.top : box.top + box.height, box.left : box.left + box.width]
    share = BOX / max(box.width, box.height)
    scaled = resize(inside, max(1, round(box.height * share)), max(1, round(box.width * share)))
    if not scaled.any():
        return None
    x, y = centre_of_mass(scaled)
    corner = (_start(x, scaled.shape[1]), _start(y, scaled.shape[0]))
    return Centred(drawing, box, scaled, (x, y), corner, _placed(scaled, corner))


def shrink(drawing: Bytes) -> Bytes:
    """The drawing merely made 28 × 28, stretched where it is no square: (784,)."""
    return resize(_checked(drawing), SIDE, SIDE).reshape(PIXELS)


def ink_box(drawing: Bytes | Mask) -> PixelBox | None:
    rows, columns = np.nonzero(drawing)
    if not rows.size:
        return None
    left, top = int(columns.min()), int(rows.min())
    return PixelBox(left, top, int(columns.max()) + 1 - left, int(rows.max()) + 1 - top)


def centre_of_mass(ink: Bytes) -> tuple[float, float]:
    """(x, y) in units of a pixel, from the corner of the picture; the middle of a pixel is at a half."""
    mass = ink.astype(np.float64)
    middles = (np.arange(size) + 0.5 for size in mass.shape)
    y, x = (float(mass.sum(axis=1 - axis) @ middle / mass.sum()) for axis, middle in enumerate(middles))
    return x, y


def resize(picture: Bytes, height: int, width: int) -> Bytes:
    """Anti-aliased by area: each new pixel is the mean of what it covers. (h, w) → (height, width)."""
    return np.rint(averaged(picture, height, width)).astype(np.uint8)


def averaged(picture: Bytes | Array, height: int, width: int) -> Array:
    """As `resize`, not rounded."""
    down, across = (_overlaps(old, new) for old, new in zip(picture.shape, (height, width), strict=True))
    return np.asarray(down @ picture @ across.T)


def _overlaps(old: int, new: int) -> Array:
    """(new, old): which share of each new pixel each old one covers, along an axis."""
    edges = np.arange(new + 1) * (old / new)
    starts, ends = edges[:-1, None], edges[1:, None]
    places = np.arange(old)
    covered = np.minimum(ends, places + 1) - np.maximum(starts, places)
    return np.asarray(np.clip(covered, 0, None) * (new / old))


def _start(centre: float, size: int) -> int:
    """Where a side begins so that its centre of mass is in the middle pixel; lopsided ink stays within the field."""
    return min(max(MIDDLE - floor(centre), 0), SIDE - size)


def _placed(scaled: Bytes, corner: tuple[int, int]) -> Bytes:
    field = np.zeros((SIDE, SIDE), np.uint8)
    (x, y), (height, width) = corner, scaled.shape
    field[y : y + height, x : x + width] = scaled
    return field.reshape(PIXELS)


def _checked(drawing: Bytes) -> Bytes:
    if drawing.ndim != 2 or not all(LEAST_SIDE <= side <= MOST_SIDE for side in drawing.shape):
        raise WrongArgument(
            f"the drawing has shape {drawing.shape}; expected rows and columns of pixels, {LEAST_SIDE} to {MOST_SIDE} of each"
        )
    return drawing
