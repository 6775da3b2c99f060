"""Pictures made of pixels, as vectors: a piece of a path for each run of equal pixels in a row."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from ..images.pixels import BRIGHTEST, Bytes
from .markup import Markup, element, number

Levels = NDArray[np.int64]
GREYS = 15  # besides black


class Run(NamedTuple):
    """Equal pixels side by side: `width` of them from (x, y) on."""

    level: int
    x: int
    y: int
    width: int


def greys(pixels: Bytes, count: int = GREYS) -> Levels:
    """Brightness, 0 to 255, as 0 to count; of any shape."""
    return (pixels.astype(np.int64) * count + BRIGHTEST // 2) // BRIGHTEST


def runs(levels: Levels) -> Iterator[Run]:
    """Those of a picture (height, width), row by row; of level 0 there are none."""
    for y, row in enumerate(levels.tolist()):
        x = 0
        for level, equal in groupby(row):
            width = len(list(equal))
            if level:
                yield Run(level, x, y, width)
            x += width


def strokes(levels: Levels) -> dict[int, str]:
    """Path data a level, in units of a pixel: a stroke a run."""
    paths: dict[int, list[str]] = {}
    for run in runs(levels):
        paths.setdefault(run.level, []).append(f"M{run.x} {run.y}h{run.width}")
    return {level: "".join(paths[level]) for level in sorted(paths)}


def ink_strokes(pixels: Bytes, count: int = GREYS) -> Iterator[Markup]:
    """White ink of a picture (height, width), 0 to 255, in so many greys, a path each; what is black is left out."""
    for level, data in strokes(greys(pixels, count)).items():
        yield element("path", stroke_opacity=level / count, d=data)


def placed(left: float, top: float, pixel: float, *paths: str, classes: str) -> Markup:
    """Paths of strokes with the corner of their picture at (left, top); strokes run through the middle of a pixel."""
    move = f"translate({number(left)} {number(top + pixel / 2)}) scale({number(pixel)})"
    return element("g", *paths, class_=f"pixels {classes}", transform=move, shape_rendering="crispEdges")


def ink(pixels: Bytes, left: float, top: float, pixel: float) -> Markup:
    """White ink of a picture (height, width) at (left, top)."""
    return placed(left, top, pixel, *ink_strokes(pixels), classes="ink")
