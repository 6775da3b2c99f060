"""From a drawing to 28 × 28 in pictures: the box around the ink, its 20 × 20, the centre of mass in the middle."""

from collections.abc import Iterator
from gettext import NullTranslations

import numpy as np

from ...images.pixels import PIXELS, SIDE, Bytes
from ...svg.figure import WIDTH, Figure, frame
from ...svg.labels import label
from ...svg.markup import Markup, element, number
from ...svg.raster import ink
from ...words.wording import in_a_row, labelled, percentage
from ..data_sets import Words
from ..narration import nothing_drawn
from ..reading import Reading
from .handwriting import BOX, MIDDLE, Centred, resize

PANEL = 140  # a picture: 20 pixels of 7, 28 of 5
RIM = 1  # room for the lines around pictures at the sides
LEFTS = (float(RIM), (WIDTH - PANEL) / 2, float(WIDTH - PANEL - RIM))
TOP = 34
FINEST = 56  # pixels across the small copy of the drawing
HEIGHT = TOP + PANEL + 28


def draw_stages(
    drawing: Bytes, stages: Centred | None, reading: Reading | None, is_raw: bool, words: Words, t: NullTranslations
) -> Figure:
    """The figure beside the drawing pad. Its elements are the same for every drawing, so that they can be changed in place."""
    fed = reading.sample.pixels if reading else np.zeros(PIXELS, np.uint8)
    way = None if is_raw else stages
    return frame(
        "drawing_stages",
        _title(reading, words, t),
        in_a_row(_sentences(drawing, way, reading, t), t),
        HEIGHT,
        _panel(0, t.gettext("1 box"), _box_size(drawing, way), _small_copy(drawing), _box(drawing, way)),
        _panel(1, t.gettext("2 scale"), _scaled_size(way), _scaled(way), _cross(way), is_skipped=is_raw),
        _panel(
            2, t.gettext("3 shrunk") if is_raw else t.gettext("3 centre"), f"{SIDE} × {SIDE}", _fed(fed), _middle(way)
        ),
        *_arrows(),
    )


def _title(reading: Reading | None, words: Words, t: NullTranslations) -> str:
    if reading is None:
        return t.gettext("Nothing is drawn yet")
    probability = percentage(reading.probabilities[reading.predicted], t)
    return labelled(words.classes[reading.predicted], probability, t)


def _sentences(drawing: Bytes, way: Centred | None, reading: Reading | None, t: NullTranslations) -> Iterator[str]:
    """The pictures in words."""
    height, width = drawing.shape
    if reading is None:
        yield nothing_drawn(t)
    elif way is None:
        message = t.gettext("The whole drawing of {width} × {height} pixels is shrunk to {side} × {side}, as it is.")
        yield message.format(width=width, height=height, side=SIDE)
    else:
        message = t.gettext(
            "The box around the ink takes {box_width} × {box_height} of the {width} × {height} pixels of the drawing. Scaled, it is {scaled_width} × {scaled_height} pixels large, {most} at most. Its centre of mass, at ({x}, {y}), is moved to the middle of {side} × {side} pixels."
        )
        x, y = way.centre
        yield message.format(
            box_width=way.box.width,
            box_height=way.box.height,
            width=width,
            height=height,
            scaled_width=way.scaled.shape[1],
            scaled_height=way.scaled.shape[0],
            most=BOX,
            x=f"{x:.1f}",
            y=f"{y:.1f}",
            side=SIDE,
        )


# --- pictures


def _panel(place: int, heading: str, size: str, *parts: Markup, is_skipped: bool = False) -> Markup:
    left = LEFTS[place]
    return element(
        "g",
        label(heading, left, 14, "heading", "start"),
        element("rect", class_="paper", x=left, y=TOP, width=PANEL, height=PANEL),
        element("g", *parts, transform=f"translate({number(left)} {TOP})"),
        label(size, left, TOP + PANEL + 18, "quiet", "start"),
        class_="panel skipped" if is_skipped else "panel",
    )


def _small_copy(drawing: Bytes) -> Markup:
    """The whole drawing; one that is not square keeps its ratio and lies in the middle."""
    height, width = drawing.shape
    share = FINEST / max(height, width)
    small = resize(drawing, max(1, round(height * share)), max(1, round(width * share)))
    pixel = PANEL / FINEST
    rows, columns = small.shape
    return ink(small, (FINEST - columns) * pixel / 2, (FINEST - rows) * pixel / 2, pixel)


def _box(drawing: Bytes, way: Centred | None) -> Markup:
    height, width = drawing.shape
    unit = PANEL / max(height, width)
    left, top = (PANEL - width * unit) / 2, (PANEL - height * unit) / 2
    if way is None:
        return _outline(left, top, width * unit, height * unit)
    box = way.box
    return _outline(left + box.left * unit, top + box.top * unit, box.width * unit, box.height * unit)


def _outline(left: float, top: float, width: float, height: float) -> Markup:
    return element("rect", class_="crop", x=left, y=top, width=width, height=height)


def _scaled(way: Centred | None) -> Markup:
    left, top, pixel = _in_middle(way)
    return ink(way.scaled if way else np.zeros((BOX, BOX), np.uint8), left, top, pixel)


def _in_middle(way: Centred | None) -> tuple[float, float, float]:
    """The corner of the scaled digit within its panel, and the size of a pixel."""
    pixel = PANEL / BOX
    height, width = way.scaled.shape if way else (BOX, BOX)
    return (BOX - width) * pixel / 2, (BOX - height) * pixel / 2, pixel


def _cross(way: Centred | None) -> Markup:
    """Marks the centre of mass."""
    if way is None:
        return element("path", class_="cross", d="")
    left, top, pixel = _in_middle(way)
    return _cross_at(left + way.centre[0] * pixel, top + way.centre[1] * pixel)


def _cross_at(x: float, y: float) -> Markup:
    return element("path", class_="cross", d=f"M{number(x - 9)} {number(y)}h18M{number(x)} {number(y - 9)}v18")


def _fed(pixels: Bytes) -> Markup:
    return ink(pixels.reshape(SIDE, SIDE), 0, 0, PANEL / SIDE)


def _middle(way: Centred | None) -> Markup:
    """The middle pixel, and the outline of the scaled digit around it."""
    pixel = PANEL / SIDE
    if way is None:
        return element("g", element("rect", class_="crop absent"), element("path", class_="cross", d=""))
    height, width = way.scaled.shape
    outline = _outline(way.corner[0] * pixel, way.corner[1] * pixel, width * pixel, height * pixel)
    return element("g", outline, _cross_at((MIDDLE + 0.5) * pixel, (MIDDLE + 0.5) * pixel))


def _box_size(drawing: Bytes, way: Centred | None) -> str:
    height, width = drawing.shape
    return f"{way.box.width} × {way.box.height}" if way else f"{width} × {height}"


def _scaled_size(way: Centred | None) -> str:
    return f"{way.scaled.shape[1]} × {way.scaled.shape[0]}" if way else "–"


def _arrows() -> Iterator[Markup]:
    y = TOP + PANEL / 2
    for left in LEFTS[:2]:
        x = left + PANEL + 4
        yield element("path", class_="connection", d=f"M{number(x)} {y}h20m-6 -5l6 5l-6 5")
