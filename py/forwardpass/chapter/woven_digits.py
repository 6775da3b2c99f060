"""The picture at the head of the chapter: handwritten digits as a Jacquard loom would weave them, a thread over or under for each pixel."""

from collections.abc import Iterator
from gettext import NullTranslations

import numpy as np

from ..images.pixels import BRIGHTEST, SIDE, Bytes
from ..svg.figure import WIDTH, Figure, frame
from ..svg.markup import Markup, element, number
from ..svg.raster import strokes

SHOWN = (3, 2, 1, 18, 4, 8, 11, 0, 61, 7)  # for each digit the first test image of it
EDGE = 2  # rows of plain cloth above and below
ROWS, COLUMNS = SIDE + 2 * EDGE, SIDE * len(SHOWN)
THREAD = WIDTH / COLUMNS


def woven_digits(t: NullTranslations, images: Bytes) -> Figure:
    """The digits 0 to 9 in a row."""
    return frame(
        "woven_digits",
        t.gettext("Handwritten digits, woven"),
        t.gettext(
            "A band of cloth, {rows} threads high and {columns} wide, with the digits 0 to 9 in handwriting woven into it. "
            "Each pixel of the images is a crossing of two threads: where there is ink, the blue thread lies on top, everywhere else the cloth is plain."
        ).format(rows=ROWS, columns=COLUMNS),
        THREAD * ROWS,
        element("g", *_cloth(), *_pattern(images[list(SHOWN)]), class_="woven", transform=f"scale({THREAD:.5f})"),
    )


def _cloth() -> Iterator[Markup]:
    """Plain weave: each weft thread goes over every second warp thread, and its neighbour over the others."""
    yield element("path", class_="warp", d="".join(f"M{number(x + 0.5)} 0v{ROWS}" for x in range(COLUMNS)))
    for first in (0, 1):
        rows = range(first, ROWS, 2)
        weft = "".join(f"M{number(-0.25 - first)} {number(y + 0.5)}h{COLUMNS + 2}" for y in rows)
        yield element("path", class_="weft", d=weft)


def _pattern(images: Bytes) -> Iterator[Markup]:
    """The warp threads that lie on top: a stroke for each run of ink in a column."""
    band = np.hstack([image.reshape(SIDE, SIDE) for image in images])
    ink = (band > BRIGHTEST // 2).astype(np.int64)
    for path in strokes(ink.T).values():
        yield element("path", class_="figured", d=path, transform=f"matrix(0 1 1 0 0.5 {EDGE})")
