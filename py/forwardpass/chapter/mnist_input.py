"""How an image enters the network: pixels, numbers, input neurons, first layer."""

from collections.abc import Iterator
from gettext import NullTranslations

import numpy as np

from ..formulas.notation import subscript
from ..images.pixels import BRIGHTEST, CLASSES, PIXELS, SIDE, Bytes
from ..svg.figure import Figure, between, circle, frame, line, paragraph
from ..svg.geometry import Point, Segment
from ..svg.labels import label
from ..svg.markup import Markup, element, number
from ..svg.raster import ink

SAMPLE = 0
PIXEL, LEFT, TOP = 7, 6, 56  # of the image
CROP, CROP_ROW, CROP_COLUMN = 5, 6, 5
CHOSEN = 1  # the row of the crop that enters the network before our eyes
CELL, CELL_HEIGHT, CELLS_TOP = 42, 40, 326
INPUT_X, HIDDEN_X = 316, 434
INPUT_RADIUS, HIDDEN_RADIUS = 24, 13
FIRST, PITCH, ELLIPSIS = 100, 58, 24  # the y of the first input neuron, from one to the next, room for dots
HEIGHT = 566
FIRST_LIGHT = 118  # from this grey on, black letters stand out more than white ones


def mnist_input(t: NullTranslations, images: Bytes) -> Figure:
    """The first image on its way into the network."""
    pixels = images[SAMPLE].reshape(SIDE, SIDE)
    chosen = pixels[CROP_ROW + CHOSEN, CROP_COLUMN : CROP_COLUMN + CROP].tolist()
    return frame(
        "mnist_input",
        t.gettext("From an image to the first layer"),
        t.gettext(
            "On the left an image of {side} by {side} pixels, a handwritten digit in white on black. A small square of it is shown enlarged below, "
            "as numbers from 0 (black) to {brightest} (white); its row {row} reads {numbers}. Divided by {brightest}, all {pixels} numbers of the image "
            "become the values of {pixels} input neurons, drawn in a column: the first, that row, and the last. Each of them is connected "
            "to each of the {hidden} neurons of the first layer, on the right."
        ).format(
            side=SIDE,
            brightest=BRIGHTEST,
            row=CHOSEN + 1,
            numbers=", ".join(map(str, chosen)),
            pixels=PIXELS,
            hidden=CLASSES,
        ),
        HEIGHT,
        element("g", *_image(pixels, t)),
        element("g", *_numbers(pixels, t)),
        element("g", *_inputs(pixels)),
        element("g", *_headings(t)),
    )


# --- the image and its numbers


def _image(pixels: Bytes, t: NullTranslations) -> Iterator[Markup]:
    """The lines of the magnifier lie behind the image."""
    left, top, size = LEFT + PIXEL * CROP_COLUMN, TOP + PIXEL * CROP_ROW, PIXEL * CROP
    for x, corner in ((left, LEFT), (left + size, LEFT + CROP * CELL)):
        yield line(Segment(Point(x, top + size), Point(corner, CELLS_TOP)), "plumb")
    yield element("rect", class_="paper", x=LEFT, y=TOP, width=PIXEL * SIDE, height=PIXEL * SIDE)
    yield ink(pixels, LEFT, TOP, PIXEL)
    yield element("rect", class_="crop", x=left, y=top, width=size, height=size)


def _numbers(pixels: Bytes, t: NullTranslations) -> Iterator[Markup]:
    for row in range(CROP):
        for column in range(CROP):
            value = int(pixels[CROP_ROW + row, CROP_COLUMN + column])
            x, y = LEFT + column * CELL, CELLS_TOP + row * CELL_HEIGHT
            yield _grey("rect", value, x=x, y=y, width=CELL, height=CELL_HEIGHT)
            yield label(str(value), x + CELL / 2, y + CELL_HEIGHT / 2, _letters(value))
    y = CELLS_TOP + CHOSEN * CELL_HEIGHT
    yield element("rect", class_="crop", x=LEFT, y=y, width=CELL * CROP, height=CELL_HEIGHT)
    yield label(t.gettext("0 = black, 255 = white"), LEFT, CELLS_TOP + CROP * CELL_HEIGHT + 18, "quiet", "start")


def _grey(tag: str, value: int, **place: float) -> Markup:
    """A shape as bright as a pixel."""
    white = element(tag, class_="white", fill_opacity=value / BRIGHTEST, **place)
    return element("g", element(tag, class_="paper", **place), white, class_="grey")


def _letters(value: int) -> str:
    return "on-light" if value >= FIRST_LIGHT else "on-dark"


# --- the network


def _inputs(pixels: Bytes) -> Iterator[Markup]:
    """The first input neuron, the chosen row, the last, and lines to the first layer."""
    places, values = _places(), _values(pixels)
    yield element("g", *_fans(places), class_="fans")
    hidden = [Point(HIDDEN_X, y) for y in np.linspace(places[0].y + 12, places[-1].y - 12, CLASSES).tolist()]
    ends = [between(a, INPUT_RADIUS, b, HIDDEN_RADIUS) for a in places for b in hidden]
    yield element("g", *(line(end, "thin") for end in ends), class_="connections")
    for place, value in zip(places, values, strict=True):
        yield _grey("circle", value, cx=place.x, cy=place.y, r=INPUT_RADIUS)
        yield label(f"{value / BRIGHTEST:.2f}" if value else "0", place.x, place.y, _letters(value))
    yield element("g", *(circle(place, HIDDEN_RADIUS) for place in hidden), class_="neuron")
    for before, after in ((places[0], places[1]), (places[-2], places[-1])):
        dots = (circle(Point(before.x, (before.y + after.y) / 2 + dy), 2) for dy in (-7, 0, 7))
        yield element("g", *dots, class_="ellipsis")


def _places() -> list[Point]:
    dots = [0, *[1] * CROP, 2]  # how many stretches of dots come before
    return [Point(INPUT_X, FIRST + i * PITCH + before * ELLIPSIS) for i, before in enumerate(dots)]


def _values(pixels: Bytes) -> list[int]:
    chosen = pixels[CROP_ROW + CHOSEN, CROP_COLUMN : CROP_COLUMN + CROP]
    return [int(value) for value in (pixels[0, 0], *chosen, pixels[-1, -1])]


def _row_end() -> Point:
    """Where the chosen row ends and its lines begin."""
    return Point(LEFT + CELL * CROP, CELLS_TOP + (CHOSEN + 0.5) * CELL_HEIGHT)


def _fans(places: list[Point]) -> Iterator[Markup]:
    """From the image to the first and the last input, from the chosen row to its own."""
    right, row = LEFT + PIXEL * SIDE, _row_end()
    corners = (Point(right, TOP), Point(right, TOP + PIXEL * SIDE))
    for start, end in zip((*corners, row, row), (places[0], places[-1], places[1], places[-2]), strict=True):
        x, bend = end.x - INPUT_RADIUS, (end.x - INPUT_RADIUS - start.x) * 0.6
        d = f"M{start.x} {number(start.y)}C{number(start.x + bend)} {number(start.y)} {number(x - bend)} {number(end.y)} {x} {number(end.y)}"
        yield element("path", class_="plumb" if start in corners else "fan", d=d)


def _headings(t: NullTranslations) -> Iterator[Markup]:
    _, places = t.gettext, _places()
    for x, lines, anchor in (
        (LEFT, (f"{SIDE} × {SIDE}", _("pixels")), "start"),
        (INPUT_X, (str(PIXELS), _("inputs")), "middle"),
    ):
        yield label(lines[0], x, 14, "heading", anchor)
        yield label(lines[1], x, 36, "quiet", anchor)
    yield label(str(CLASSES), HIDDEN_X, 14, "heading")
    yield paragraph(_("first layer"), HIDDEN_X, 36, 92, "quiet")
    yield label("÷255", 259, places[1].y + 41, "halo-text")
    yield label("x₁", INPUT_X, places[0].y - INPUT_RADIUS - 13, "name")
    yield label(f"x{subscript(PIXELS)}", INPUT_X, places[-1].y + INPUT_RADIUS + 15, "name")
