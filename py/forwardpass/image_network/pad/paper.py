"""The paper of a picture from elsewhere: how bright it is behind the ink, at every place of it, in light and shade, on ruled sheets and on desks."""

from dataclasses import dataclass

import numpy as np

from ...images.pixels import BRIGHTEST, Bytes
from ...network.activations import Array
from .windows import Mask, brightest, darkest

LUMA = (0.299, 0.587, 0.114)  # ITU-R BT.601
OPAQUE = 0.5
FILLED = 0.7  # of the rectangle round all that is opaque: more is a picture with paper of its own
OWN_CONTRAST = 64  # of 255, between the darkest and the brightest of such a picture
WIDEST = 1 / 3  # of the longer side: no stroke is wider
DIM = 48  # of 255: in deeper shade grain would look like ink
RULED = 0.3  # what is darker in all but this share of a row or column is a line of the paper
LEAST_RULING = 0.05  # of the brightness around


@dataclass(frozen=True, eq=False)
class Paper:
    """Everything (height, width). level: how bright the paper is behind the ink; light: how bright things are that are bright there; is_darker: whether it is darker than the ink."""

    level: Array
    light: Array
    is_darker: bool

    def contrast(self, grey: Array) -> Array:
        """How far the ink stands out, 0 to about 1, as a share of the light that falls there: a shadow changes it little."""
        return np.clip(self.depth(grey) / self.light, 0, None)

    def depth(self, grey: Array) -> Array:
        return grey - self.level if self.is_darker else self.level - grey


def laid_on_paper(picture: Bytes) -> Array:
    """Brightness (height, width), 0 to 255, of a picture (height, width, 4), with paper that fits behind what is see-through.

    That is more of its own paper, where it has one, as a window with round corners and a shadow does; else what its strokes stand out from.
    """
    opacity = picture[..., 3] / BRIGHTEST
    grey = picture[..., :3] @ np.array(LUMA)
    visible = opacity >= OPAQUE
    if opacity.min() == 1 or not visible.any():
        return np.asarray(grey * opacity)
    paper = (
        np.median(grey[visible])
        if _has_paper(grey, visible)
        else BRIGHTEST * (np.mean(grey[visible]) < OPAQUE * BRIGHTEST)
    )
    return np.asarray(grey * opacity + paper * (1 - opacity))


def _has_paper(grey: Array, visible: Mask) -> bool:
    rows, columns = np.nonzero(visible)
    box = (np.ptp(rows) + 1) * (np.ptp(columns) + 1)
    dark, bright = np.quantile(grey[visible], (0.01, 0.99))
    return bool(rows.size >= FILLED * box and bright - dark >= OWN_CONTRAST)


def papers(grey: Array) -> tuple[Paper, Paper]:
    """The two that a picture may have: brighter than the ink, and darker.

    Closing a picture, the darkest of what is brightest around, takes away all that is dark and narrow, and leaves what is wide: a desk, a shadow, a slope of light.
    """
    reach = max(1, round(max(grey.shape) * WIDEST / 2))
    wide = np.pad(grey, 2 * reach, mode="edge")
    high, low = brightest(wide, reach), darkest(wide, reach)
    inner = (slice(2 * reach, -2 * reach),) * 2
    closed, opened = darkest(high, reach)[inner], brightest(low, reach)[inner]
    bright, dark = Paper(closed, np.maximum(closed, DIM), False), Paper(opened, np.maximum(high[inner], DIM), True)
    return _ruled(bright, grey), _ruled(dark, grey)


def _ruled(paper: Paper, grey: Array) -> Paper:
    """With the lines that run through the whole picture, level or upright."""
    level = paper.level
    for axis in (0, 1):
        seen = Paper(level, paper.light, paper.is_darker)
        line = np.quantile(seen.contrast(grey), RULED, axis=axis, keepdims=True)
        depth = np.where(line > LEAST_RULING, line, 0) * paper.light
        level = level + depth if paper.is_darker else level - depth
    return Paper(level, paper.light, paper.is_darker)
