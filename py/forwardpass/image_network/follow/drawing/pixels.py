"""Pictures made of pixels: the image, a piece of it enlarged, and what a neuron's weights make of it."""

from collections.abc import Iterator
from gettext import NullTranslations

import numpy as np

from ....images.pixels import BRIGHTEST, SIDE, Bytes, brightness
from ....svg.figure import WIDTH, Figure, frame
from ....svg.labels import label
from ....svg.markup import Markup, element
from ....svg.raster import ink
from ....svg.signed_pixels import full_colour, painted, shades
from ....words.wording import facts_of, in_a_row
from ...inside.figures import ROW, addend_row, in_words
from ...inside.view import SelectedNeuron
from ...inside.weights import seen_weights, weights_picture
from ...reading import Reading
from ..brightest import LOUPE, middle_of_loupe

LARGE, MEDIUM, SMALL = 12, 8, 5  # a pixel of the image alone, of that beside its numbers, of three pictures in a row
CELL, TOP = 44, 34
IN_A_LINE = 9  # cells
PITCH = 170  # from one of three pictures to the next
STRONGEST = 5


def look(reading: Reading, title: str, t: NullTranslations) -> Figure:
    side = LARGE * SIDE
    alt = t.gettext("An image of {side} by {side} pixels, white ink on black.").format(side=SIDE)
    return frame("follow_look", title, alt, side + 4.0, picture(reading.sample.pixels, (WIDTH - side) / 2, 2, LARGE))


def picture(pixels: Bytes, left: float, top: float, pixel: float) -> Markup:
    """The image, white ink on black paper."""
    paper = element("rect", class_="paper", x=left, y=top, width=pixel * SIDE, height=pixel * SIDE)
    return element("g", paper, ink(pixels.reshape(SIDE, SIDE), left, top, pixel))


# --- numbers


def numbers(reading: Reading, title: str, t: NullTranslations) -> Figure:
    """The image with a loupe; what is under it, number by number; and a piece of the long line that the numbers are put into."""
    middle = middle_of_loupe(reading)
    row, column = divmod(middle, SIDE)
    top, left = row - LOUPE // 2, column - LOUPE // 2
    image = reading.sample.pixels.reshape(SIDE, SIDE)
    piece = image[top : top + LOUPE, left : left + LOUPE]
    size, right = MEDIUM * SIDE, float(WIDTH - CELL * LOUPE)
    alt = t.gettext("The image, and {count} of its pixels enlarged, each with its number: {list}.").format(
        count=LOUPE * LOUPE, list="; ".join(", ".join(map(str, line)) for line in piece.tolist())
    )
    corners = ((2.0, 2.0), (2.0 + CELL * LOUPE, 2.0 + LOUPE * MEDIUM))
    x, y = left * MEDIUM, 2 + top * MEDIUM
    return frame(
        "follow_numbers",
        title,
        alt,
        size + 92.0,
        picture(reading.sample.pixels, 0, 2, MEDIUM),
        element("rect", class_="crop", x=x, y=y, width=LOUPE * MEDIUM, height=LOUPE * MEDIUM),
        *(
            element("path", class_="leader", d=f"M{x + LOUPE * MEDIUM} {y + drop - 2}L{right} {end}")
            for end, drop in corners
        ),
        *_cells(piece, right, 2.0),
        *_long_line(reading, middle, size + 40.0),
    )


def _cells(values: Bytes, left: float, top: float) -> Iterator[Markup]:
    for y, line in enumerate(values.tolist()):
        for x, value in enumerate(line):
            yield _cell(value, str(value), left + x * CELL, top + y * CELL)


def _cell(value: int, written: str, x: float, y: float, width: float = CELL) -> Markup:
    """Black or white letters, whichever can be read on its grey."""
    on = "on-dark" if value < BRIGHTEST * 0.55 else "on-light"
    paper = element("rect", class_="paper", x=x, y=y, width=width, height=CELL)
    white = element("rect", class_="white", fill_opacity=value / BRIGHTEST, x=x, y=y, width=width, height=CELL)
    rim = element("rect", class_="grey", x=x, y=y, width=width, height=CELL)
    return element("g", paper, white, rim, label(written, x + width / 2, y + CELL / 2, on))


def _long_line(reading: Reading, middle: int, top: float) -> Iterator[Markup]:
    first = middle - IN_A_LINE // 2
    left, width = 24.0, (WIDTH - 48) / IN_A_LINE
    yield label("…", 0, top + CELL / 2, "quiet", "start")
    for place, value in enumerate(reading.sample.pixels[first : first + IN_A_LINE].tolist()):
        yield _cell(value, f"{value / BRIGHTEST:.2f}", left + place * width, top, width)
    yield label("…", WIDTH, top + CELL / 2, "quiet", "end")
    yield element(
        "rect", class_="crop", x=left + (middle - first) * width + 1, y=top + 1, width=width - 2, height=CELL - 2
    )


# --- weights


def strongest(unit: SelectedNeuron) -> list[int]:
    """The addends that move its sum most, the largest first."""
    products = np.array([addend.product for addend in unit.addends])
    return [int(place) for place in np.argsort(-np.abs(products), kind="stable")[:STRONGEST]]


def one_neuron(unit: SelectedNeuron, title: str, t: NullTranslations) -> Figure:
    """Image × weights = product, and the pixels that move the sum most."""
    reading, size = unit.reading, SMALL * SIDE
    seen, most = seen_weights(reading, unit.index)
    product = reading.network.layers[0].weights[unit.index] * brightness(reading.sample.pixels)
    addends = [unit.addends[place] for place in strongest(unit)]
    largest = max(abs(addend.product) for addend in addends) or 1.0
    below = TOP + size + 76.0
    rows = (addend_row(addend, place, largest) for place, addend in enumerate(addends))
    heading = t.gettext("The strongest pixels")
    alt = t.gettext(
        "Three pictures of {side} by {side} squares: the image, the weights of the neuron, and each weight times its pixel. "
        "A blue square is positive, a striped orange one negative."
    ).format(side=SIDE)
    return frame(
        "follow_neuron",
        title,
        in_a_row((alt, facts_of(heading, (in_words(addend, t) for addend in addends), t)), t),
        below + ROW * len(addends) + 4,
        label(t.gettext("image"), size / 2, 14, "heading"),
        picture(reading.sample.pixels, 0, TOP, SMALL),
        label("×", PITCH - 15, TOP + size / 2, "heading"),
        label(t.gettext("weights"), PITCH + size / 2, 14, "heading"),
        weights_picture(seen, most, PITCH, TOP, SMALL),
        label("=", 2 * PITCH - 15, TOP + size / 2, "heading"),
        label(t.gettext("product"), 2 * PITCH + size / 2, 14, "heading"),
        weights_picture(product, full_colour(product[product != 0]) if product.any() else 1.0, 2 * PITCH, TOP, SMALL),
        *_signs(TOP + size + 22, t),
        label(heading, 0, below - 14, "heading", "start"),
        element("g", *rows, transform=f"translate(0 {below - TOP})"),
    )


def _signs(y: float, t: NullTranslations) -> Iterator[Markup]:
    """What the colours mean."""
    for left, value, word in ((PITCH, 1.0, t.gettext("positive")), (2 * PITCH, -1.0, t.gettext("negative"))):
        yield element("rect", class_="ground", x=left, y=y - 8, width=16, height=16)
        yield painted(shades(np.full((4, 4), value), 1.0), left, y - 8, 4)
        yield label(word, left + 24, y, "quiet", "start")
