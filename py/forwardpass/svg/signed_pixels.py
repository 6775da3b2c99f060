"""Positive and negative numbers as pictures: blue squares and striped orange ones, and the legend that says so."""

from collections.abc import Iterator
from gettext import NullTranslations

import numpy as np

from ..network.activations import Array
from .labels import label, minus
from .markup import Markup, element
from .raster import Levels, placed, strokes

STEPS = 6  # shades of either sign
SWATCH = 4  # how many squares wide a shade of the legend is
SCALE_WIDTH = SWATCH * (2 * STEPS + 1)  # squares


def strongest(weights: Array) -> float:
    """Where full colour begins: 1 in 10 weights is larger, so that these few do not make all others pale."""
    return max(round(float(np.percentile(np.abs(weights), 90)) * 2) / 2, 0.5)


def full_colour(values: Array) -> float:
    """Where full colour begins, so that 1 value in 100 is larger; never 0."""
    return float(np.percentile(np.abs(values), 99)) or 1.0


def shades(values: Array, most: float) -> Levels:
    """-STEPS to STEPS, 0 for values around 0."""
    return np.rint(np.clip(values / most, -1, 1) * STEPS).astype(np.int64)


def painted(levels: Levels, left: float, top: float, pixel: float) -> Markup:
    paths = (
        element("path", class_=_sign(level), stroke_opacity=abs(level) / STEPS, d=data)
        for level, data in strokes(levels).items()
    )
    return placed(left, top, pixel, *paths, classes="weights")


def _sign(level: int) -> str:
    return "positive" if level > 0 else "negative"


def scale(most: float, right: float, top: float, pixel: float, t: NullTranslations) -> Iterator[Markup]:
    """From -most to most, painted as the pictures are, with signs and words at its ends."""
    levels = np.repeat(np.repeat(np.arange(-STEPS, STEPS + 1)[None, :], SWATCH, 1), 2 * SWATCH, 0)
    height, width = pixel * levels.shape[0], pixel * levels.shape[1]
    left, below = right - width, top + height + 16
    yield element("rect", class_="ground", x=left, y=top, width=width, height=height)
    yield painted(levels, left, top, pixel)
    yield label(f"≤ {minus(f'{-most:g}')}", left, below, anchor="start")
    yield label("0", left + width / 2, below)
    yield label(f"≥ +{most:g}", right, below, anchor="end")
    yield label(t.gettext("negative"), left, below + 22, "quiet", "start")
    yield label(t.gettext("positive"), right, below + 22, "quiet", "end")
