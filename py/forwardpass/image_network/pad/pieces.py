"""The pieces of what stands out from the paper, and which of them looks like writing: strokes with sharp edges, in the middle rather than at the rim, not a frame round something."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ...network.activations import Array
from .paper import Paper
from .windows import Mask, brightest, darkest, grown, shrunk

MOST = 40  # pieces that are looked at, the largest
LEAST_CONTRAST = 24  # of 255, between paper and ink
DARK_ENOUGH = 0.45  # of the usual contrast of the ink
LEAST_SHARE = 0.06  # of the brightness around
SHARP = 0.5  # of the contrast, within two pixels
THICK = 3  # a piece that a square of a third of its size fits into is no stroke
NEAR = 0.18  # of the writing's size, to a dot or a bar that belongs to it
RIM = 1  # pixel


@dataclass(frozen=True, eq=False)
class Piece:
    """Connected pixels. mask: (height, width); left, top, right, bottom: the box round it; sharp: which share of its outline is an edge of the picture; is_bright: brighter than the paper."""

    mask: Mask
    left: int
    top: int
    right: int
    bottom: int
    contrast: float
    depth: float
    sharp: float
    is_thick: bool
    is_bright: bool

    @property
    def size(self) -> int:
        return max(self.right - self.left, self.bottom - self.top)

    @property
    def area(self) -> int:
        return int(self.mask.sum())

    @property
    def rims(self) -> int:
        """How many sides of the picture it touches."""
        height, width = self.mask.shape
        return sum((self.left <= RIM, self.top <= RIM, self.right >= width - RIM, self.bottom >= height - RIM))

    def contains(self, other: "Piece") -> bool:
        return (
            self.left < other.left and self.top < other.top and self.right > other.right and self.bottom > other.bottom
        )

    def distance(self, other: "Piece") -> int:
        """Between the boxes, along the axis on which they are farther apart."""
        across = max(other.left - self.right, self.left - other.right)
        return max(across, other.top - self.bottom, self.top - other.bottom)


def pieces(grey: Array, paper: Paper) -> list[Piece]:
    """What stands out from a paper, the largest first."""
    contrast = paper.contrast(grey)
    labels = labelled(contrast > max(DARK_ENOUGH * usual(contrast), LEAST_SHARE))
    names, counts = np.unique(labels[labels > 0], return_counts=True)
    edges = (brightest(grey, 2) - darkest(grey, 2)) / paper.light
    found = (_piece(labels == name, contrast, paper, edges) for name in names[np.argsort(-counts)][:MOST])
    return [piece for piece in found if piece.depth >= LEAST_CONTRAST]


def usual(contrast: Array) -> float:
    """The usual contrast of the ink: the mean of the strongest."""
    strongest = np.quantile(contrast, 0.995)
    return float(contrast[contrast >= 0.6 * strongest].mean())


def labelled(mask: Mask) -> NDArray[np.int64]:
    """The same number at all pixels of a connected piece, another one for each; 0 where the mask is not set.

    Each pixel begins with a number of its own and takes the largest around it, then the one that the pixel of that number has by now.
    """
    labels = np.where(mask, np.arange(1, mask.size + 1).reshape(mask.shape), 0)
    while True:
        spread = np.where(mask, brightest(labels, 1), 0)
        for _ in range(3):
            spread = np.concatenate([[0], spread.ravel()])[spread]
        if (spread == labels).all():
            return labels
        labels = spread


def _piece(mask: Mask, contrast: Array, paper: Paper, edges: Array) -> Piece:
    rows, columns = np.flatnonzero(mask.any(axis=1)), np.flatnonzero(mask.any(axis=0))
    top, bottom, left, right = int(rows[0]), int(rows[-1]) + 1, int(columns[0]), int(columns[-1]) + 1
    around = (slice(max(top - 2, 0), bottom + 2), slice(max(left - 2, 0), right + 2))
    inside, mean = mask[around], float(contrast[mask].mean())
    outline = grown(inside, 1) & ~inside
    sharp = float((edges[around][outline] >= SHARP * mean).mean()) if outline.any() else 0.0
    reach = max(1, max(bottom - top, right - left) // (2 * THICK))
    is_thick = bool(shrunk(np.pad(inside, reach), reach).any())
    depth = float((contrast * paper.light)[mask].mean())
    return Piece(mask, left, top, right, bottom, mean, depth, sharp, is_thick, paper.is_darker)


def likeness(piece: Piece, others: list[Piece]) -> float:
    """How much a piece looks like writing, the more the larger it is; others: all pieces, of both papers."""
    height, width = piece.mask.shape
    aside = max(abs(piece.left + piece.right - width) / width, abs(piece.top + piece.bottom - height) / height)
    score: float = piece.size * np.sqrt(piece.contrast) * piece.sharp**3 * (1 - 0.45 * aside)
    if piece.is_thick:
        score *= 0.1
    if piece.rims:
        score *= 0.3 / piece.rims
    return score * 0.1 if any(_is_framed(other, piece) for other in others) else score


def _is_framed(stroke: Piece, frame: Piece) -> bool:
    """Whether one is writing within another, as on a note on a desk; the gaps between strokes are sharp on some of their sides only."""
    least = 0.3 if stroke.is_bright == frame.is_bright else 0.45
    return frame.contains(stroke) and stroke.size > least * frame.size and not stroke.is_thick and stroke.sharp > 0.9


def writing(main: Piece, others: list[Piece]) -> list[Piece]:
    """The main piece, and what is near it and smaller: the bar of a 5, the halves of a stroke that broke."""
    found, left = [main], [other for other in others if other is not main and _belongs(other, main)]
    while near := list(_near(found, left, main)):
        found += near
        left = [piece for piece in left if piece not in near]
    return found


def _belongs(piece: Piece, main: Piece) -> bool:
    is_of_a_kind = piece.is_bright == main.is_bright and not piece.rims and piece.sharp > SHARP
    return is_of_a_kind and piece.area >= 0.01 * main.area


def _near(found: list[Piece], left: list[Piece], main: Piece) -> Iterator[Piece]:
    return (piece for piece in left if any(piece.distance(one) <= NEAR * main.size for one in found))
