"""Pictures made of pixels, as vectors: for each level one path, a stroke for each run of equal pixels in a row."""

from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from ..digits import BRIGHTEST, Bytes
from ..svg import Markup, element, number

Levels = NDArray[np.int64]
GREYS = 15  # besides black


def runs(levels: Levels) -> dict[int, str]:
    """(height, width) levels → path data a level, in units of a pixel; level 0 is left out."""
    paths: dict[int, list[str]] = {}
    for y, row in enumerate(levels.tolist()):
        x = 0
        for level, run in groupby(row):
            width = len(list(run))
            if level:
                paths.setdefault(level, []).append(f"M{x} {y}h{width}")
            x += width
    return {level: "".join(paths[level]) for level in sorted(paths)}


def placed(left: float, top: float, pixel: float, *paths: str, classes: str) -> Markup:
    """Paths of `runs` with the corner of their picture at (left, top); strokes run through the middle of a pixel."""
    move = f"translate({number(left)} {number(top + pixel / 2)}) scale({number(pixel)})"
    return element("g", *paths, class_=f"pixels {classes}", transform=move, shape_rendering="crispEdges")


def ink(pixels: Bytes, left: float, top: float, pixel: float) -> Markup:
    """White ink of a picture (height, width), 0 to 255; what is black is left out."""
    levels = (pixels.astype(np.int64) * GREYS + BRIGHTEST // 2) // BRIGHTEST
    paths = (element("path", stroke_opacity=level / GREYS, d=data) for level, data in runs(levels).items())
    return placed(left, top, pixel, *paths, classes="ink")
