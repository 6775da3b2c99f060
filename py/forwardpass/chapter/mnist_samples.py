"""A grid of MNIST samples. The images are given, as the package holds none."""

from collections.abc import Iterator
from gettext import NullTranslations
from random import Random

import numpy as np

from ..images.pixels import SIDE, Bytes
from ..svg.figure import WIDTH, Figure, frame
from ..svg.markup import Markup, element
from ..svg.raster import ink

COLUMNS, ROWS, GAP = 10, 6, 2  # the gap in pixels
SEED = 1
PITCH = SIDE + GAP
SCALE = WIDTH / (COLUMNS * PITCH - GAP)


def mnist_samples(t: NullTranslations, images: Bytes) -> Figure:
    """Some of the images, row by row, the same each time."""
    return frame(
        "mnist_samples",
        t.gettext("Handwritten digits from MNIST"),
        t.gettext(
            "A grid of {columns} by {rows} small pictures: {count} test images of MNIST picked at random, each a digit from 0 to 9 in white on black, {side} by {side} pixels. Many people wrote them: upright and slanted, thick and thin, clear and hard to read."
        ).format(columns=COLUMNS, rows=ROWS, count=COLUMNS * ROWS, side=SIDE),
        SCALE * (ROWS * PITCH - GAP),
        element("g", *_papers()),
        ink(_mosaic(images[chosen(len(images))]), 0, 0, SCALE),
    )


def chosen(count: int) -> list[int]:
    """Which of so many images are shown: the first of a shuffled pack."""
    draw = Random(SEED).random
    return sorted(range(count), key=lambda _: draw())[: COLUMNS * ROWS]


def _papers() -> Iterator[Markup]:
    for place in range(COLUMNS * ROWS):
        x, y = SCALE * PITCH * (place % COLUMNS), SCALE * PITCH * (place // COLUMNS)
        yield element("rect", class_="paper", x=x, y=y, width=SCALE * SIDE, height=SCALE * SIDE)


def _mosaic(images: Bytes) -> Bytes:
    """All samples in one picture, which takes fewer paths."""
    mosaic = np.zeros((ROWS * PITCH, COLUMNS * PITCH), np.uint8)
    for place, image in enumerate(images):
        y, x = PITCH * (place // COLUMNS), PITCH * (place % COLUMNS)
        mosaic[y : y + SIDE, x : x + SIDE] = image.reshape(SIDE, SIDE)
    return mosaic
