"""The ink of a picture from elsewhere: a photo of a note, a screenshot, a file of MNIST; and where that is in doubt, why."""

from dataclasses import dataclass, replace

import numpy as np

from ...images.pixels import BRIGHTEST, SIDE, Bytes
from ...network.activations import Array
from .handwriting import averaged, ink_box, resize
from .paper import Paper, laid_on_paper, papers
from .pieces import Piece, likeness, pieces, usual, writing
from .windows import Mask, grown, mean

COARSE = 200  # pixels of the longer side, in which the writing is looked for: the sheet has 140
FINE = 280  # those of the copy that is shown
CLOSE = 1 / 2  # of the longer side: writing that is smaller is looked at from close
MARGIN = 0.5  # of its size, around writing from close
FAINT, FULL = 0.15, 0.85  # of the usual contrast: grain, and ink
HAIR = 1 / 14  # of the writing's size: the thinnest strokes of MNIST are about as wide
PEN = 1 / 10  # of it, two of the twenty pixels that a digit gets
LEAST_SIDE = 8  # pixels of a crop
RIVAL = 0.5  # of the likeness of what was taken: as likely
PALE = 0.15  # contrast
BLURRED = 0.6  # of the outline of the writing is sharp, or less

Crop = tuple[float, float, float, float]  # left, top, right and bottom, as shares of the picture
WHOLE: Crop = (0, 0, 1, 1)


@dataclass(frozen=True, eq=False)
class FoundInk:
    """What was taken for ink. ink: (height, width), 0 to 255, from close where the writing is small; is_bright: brighter than its paper.

    place: (height, width), where it is in what was looked at. doubt: why it may be wrong, "several", "rim", "shape" or "faint", or nothing.
    is_sample: the 28 × 28 pixels of an image like MNIST's, as they are.
    """

    ink: Bytes
    place: Bytes
    is_bright: bool
    doubt: str = ""
    is_sample: bool = False


def ink_of(grey: Array, crop: Crop = WHOLE, is_bright: bool | None = None) -> FoundInk:
    """The ink of a picture, brightness (height, width), as bright on 0; is_bright: whether it is brighter than the paper, where that is known."""
    part = grey[_within(grey.shape, crop)]
    return _sample(part, is_bright) or _found(part, is_bright)


def brightness(picture: Bytes, turns: int = 0) -> Array:
    """(height, width), 0 to 255, of a picture (height, width, 4: red, green, blue, opacity) turned clockwise by quarters."""
    return np.rot90(laid_on_paper(picture), -turns)


def seen(grey: Array, crop: Crop, found: FoundInk) -> tuple[Bytes, Bytes]:
    """The whole picture and, of the same size, where in it the ink is."""
    small = np.rint(reduced(grey, FINE)).astype(np.uint8)
    place = np.zeros(small.shape, np.uint8)
    window = _within(small.shape, crop)
    place[window] = resize(found.place, *place[window].shape)
    return small, place


def reduced(grey: Array, most: int) -> Array:
    """Averaged over areas, so that its longer side has most pixels at most."""
    share = most / max(grey.shape)
    return grey if share >= 1 else averaged(grey, *(max(1, round(side * share)) for side in grey.shape))


def _within(shape: tuple[int, ...], crop: Crop) -> tuple[slice, slice]:
    """The rows and columns of a crop; all where it is too small to hold anything."""
    (left, top, right, bottom), (height, width) = np.clip(crop, 0, 1), shape
    rows = slice(round(float(top) * height), round(float(bottom) * height))
    columns = slice(round(float(left) * width), round(float(right) * width))
    is_large = min(rows.stop - rows.start, columns.stop - columns.start) >= LEAST_SIDE
    return (rows, columns) if is_large else (slice(0, height), slice(0, width))


def _sample(grey: Array, is_bright: bool | None) -> FoundInk | None:
    """An image like those of MNIST, of 28 × 28 pixels or enlarged from them, white on black or black on white, comes back pixel by pixel."""
    if grey.shape[0] != grey.shape[1] or len(grey) < SIDE:
        return None
    middles = ((np.arange(SIDE) + 0.5) / SIDE * len(grey)).astype(np.int64)
    small = np.rint(grey[np.ix_(middles, middles)])
    if abs(averaged(small, *grey.shape) - grey).max() > 1:
        return None
    paper = np.median(np.concatenate([small[[0, -1]].ravel(), small[:, [0, -1]].ravel()]))
    if paper not in (0, BRIGHTEST) or is_bright not in (None, paper == 0):
        return None
    ink = abs(small - paper).astype(np.uint8)
    return FoundInk(ink, ink, bool(paper == 0), is_sample=True)


def _found(grey: Array, is_bright: bool | None, is_close: bool = False) -> FoundInk:
    """The piece that looks most like writing, with what belongs to it; looked at once more from close where it is small."""
    small = _coarse(grey)
    smooth = mean(small, 1)
    both = papers(smooth)
    candidates = [piece for paper in both for piece in pieces(smooth, paper)]
    scores = {piece: likeness(piece, candidates) for piece in candidates if is_bright in (None, piece.is_bright)}
    if not scores:
        nothing = np.zeros(small.shape, np.uint8)
        return FoundInk(nothing, nothing, bool(is_bright))
    main = max(scores, key=scores.__getitem__)
    taken = writing(main, candidates)
    mask = np.any([piece.mask for piece in taken], axis=0)
    place = _inked(small, both[main.is_bright], mask)
    around = None if is_close else _around(mask)
    rest = [score for piece, score in scores.items() if piece not in taken and not _lies_in(piece, around)]
    doubt = _doubt(main, max(rest, default=0) / scores[main])
    if around is None:
        return FoundInk(thickened(_not_larger(place, grey.shape)), place, main.is_bright, doubt)
    close = _found(grey[_within(grey.shape, around)], is_bright, is_close=True)
    return replace(close, place=place, doubt=doubt if doubt == "several" else close.doubt)


def _coarse(grey: Array) -> Array:
    """The picture at the size in which the writing is looked for, whatever its own."""
    small = reduced(grey, COARSE)
    times = max(1, COARSE // max(small.shape))
    return small.repeat(times, axis=0).repeat(times, axis=1)


def _not_larger(ink: Bytes, shape: tuple[int, ...]) -> Bytes:
    """Not larger than the picture was."""
    return resize(ink, *(min(sides) for sides in zip(ink.shape, shape, strict=True)))


def _doubt(main: Piece, rival: float) -> str:
    if rival >= RIVAL:
        return "several"
    if main.rims:
        return "rim"
    if main.is_thick or main.sharp < BLURRED:
        return "shape"
    return "faint" if main.contrast < PALE else ""


def _around(mask: Mask) -> Crop | None:
    """What is to be looked at from close; nothing where the writing is large."""
    box, (height, width) = ink_box(mask), mask.shape
    assert box is not None
    size = max(box.width, box.height)
    if size >= CLOSE * max(height, width):
        return None
    margin = MARGIN * size
    return (
        (box.left - margin) / width,
        (box.top - margin) / height,
        (box.left + box.width + margin) / width,
        (box.top + box.height + margin) / height,
    )


def _lies_in(piece: Piece, crop: Crop | None) -> bool:
    if crop is None:
        return False
    rows, columns = _within(piece.mask.shape, crop)
    is_across = columns.start <= piece.left and piece.right <= columns.stop
    return bool(is_across and rows.start <= piece.top and piece.bottom <= rows.stop)


def _inked(grey: Array, paper: Paper, mask: Mask) -> Bytes:
    """The ink at the places of a mask and beside them, full where its contrast is the usual one."""
    place = grown(mask, 1)
    contrast = paper.contrast(grey)
    share = contrast / usual(contrast[place]) if contrast[place].any() else contrast
    return np.rint(np.clip((share - FAINT) / (FULL - FAINT), 0, 1) * place * BRIGHTEST).astype(np.uint8)


def thickened(ink: Bytes) -> Bytes:
    """Hair lines averaged over the width of a pen and brought back to full strength, as scaling down would leave next to nothing of them."""
    box = ink_box(ink)
    size = max(box.width, box.height) if box else 0
    reach = round((size * PEN - 1) / 2)
    if reach < 1 or stroke_width(ink) >= size * HAIR:
        return ink
    spread = mean(ink.astype(np.float64), reach)
    return np.rint(np.clip(spread / usual(spread), 0, 1) * BRIGHTEST).astype(np.uint8)


def stroke_width(ink: Bytes) -> float:
    """Pixels: twice the area of the ink over the length of its outline. The outline is π/4 of all differences between neighbours, on average over its directions."""
    levels = np.pad(ink, 1).astype(np.float64)
    outline = np.pi / 4 * sum(float(abs(np.diff(levels, axis=axis)).sum()) for axis in (0, 1))
    return 2 * float(levels.sum()) / outline
