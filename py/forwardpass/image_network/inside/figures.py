"""The inside of a neuron in pictures: its weights and what they make of the pixels; or what each neuron before it adds to its sum."""

from collections.abc import Sequence
from dataclasses import dataclass
from gettext import NullTranslations
from math import fsum

from ...formulas import notation as n
from ...formulas.expressions import Formula
from ...images.pixels import SIDE, Bytes, brightness
from ...network.activations import Array
from ...svg.figure import LINE, WIDTH, Figure, frame, paragraph
from ...svg.labels import label, minus
from ...svg.markup import Markup, element
from ...svg.raster import ink
from ...svg.signed_pixels import full_colour, painted, scale, shades
from ...words.wording import facts_of, labelled

PIXEL = 8  # of a picture of weights
SIZE = PIXEL * SIDE
TOP = 34
SCALE_PIXEL = 4
ROW = 26
AXIS, REACH = 398, 80  # the x of the sum's zero, and how far the largest addend reaches
NAME, FACTORS, ADDEND = 0, 58, 308  # where the columns of a row stand
MOST_ROWS = 16
NOTE_LINES = 4  # at most, of what is said below the pictures
DECIMALS = 2


@dataclass(frozen=True)
class Addend:
    """What one neuron adds to a sum: its value times the weight. name: as formulas have it, plain text."""

    name: str
    value: float
    weight: float

    @property
    def product(self) -> float:
        return self.value * self.weight


# --- pixels


def weights_figure(weights: Array, spread: Array, pixels: Bytes, title: str, t: NullTranslations) -> Figure:
    """The weights (784,) times how much their pixels vary (784,) as a picture, and as they are, of which a style sheet shows one;
    the weights times the pixels (784,), with the scale of that picture; and the image itself."""
    products = weights * brightness(pixels)
    most = _limit(products[products != 0]) if products.any() else 1.0
    right = float(WIDTH - SIZE)
    legend_top = TOP + SIZE + 44
    note = t.gettext(
        "Each weight is drawn times how much its pixel varies from test image to test image (standard deviation): what the network hardly ever uses is pale. The strongest 1 in 100 have full colour."
    )
    raw = t.gettext("The weights as they are. The strongest 1 in 100 have full colour.")
    return frame(
        "neuron_inside",
        title,
        t.gettext(
            "Two pictures of {side} by {side} squares, one for each pixel. On the left the weights, each times how much its pixel varies from image to image: blue squares are positive, striped orange ones negative, and the stronger the colour, the more the weight is used. On the right each weight times its pixel: something is left only where the image has ink. Below, the image itself, small."
        ).format(side=SIDE),
        legend_top + 98 + NOTE_LINES * LINE,
        element(
            "g",
            _picture(t.gettext("weights × variation"), weights * spread, full_colour(weights * spread), 0.0),
            _note(note, legend_top),
            class_="seen",
        ),
        element(
            "g",
            _picture(t.gettext("weights"), weights, full_colour(weights), 0.0),
            _note(raw, legend_top),
            class_="raw",
        ),
        label("×", 0, TOP + SIZE + 40, "heading", "start"),
        _image(pixels, 24, TOP + SIZE + 16),
        _picture(t.gettext("weights × pixels"), products, most, right),
        element("g", *scale(most, float(WIDTH), legend_top, SCALE_PIXEL, t), class_="legend"),
    )


def _limit(values: Array) -> float:
    """Where full colour begins, as the scale prints it."""
    return max(round(full_colour(values), 2), 0.01)


def _note(words: str, legend_top: float) -> Markup:
    return paragraph(words, 0.0, legend_top + 112, float(WIDTH), "quiet", "start")


def _picture(heading: str, values: Array, most: float, left: float) -> Markup:
    return element(
        "g",
        label(heading, left, 14, "heading", "start"),
        element("rect", class_="ground", x=left, y=TOP, width=SIZE, height=SIZE),
        painted(shades(values.reshape(SIDE, SIDE), most), left, TOP, PIXEL),
    )


def _image(pixels: Bytes, left: float, top: float) -> Markup:
    side = 4 * SIDE
    paper = element("rect", class_="paper", x=left, y=top, width=side, height=side)
    return element("g", paper, ink(pixels.reshape(SIDE, SIDE), left, top, 4))


# --- neurons


def addends_figure(
    addends: Sequence[Addend], heading: str, title: str, t: NullTranslations, name: str = "neuron_inside"
) -> Figure:
    """A bar for each addend, the largest first; of very many those at both ends, and the others together."""
    rows = sorted(addends, key=lambda addend: -addend.product)
    left_out = rows[MOST_ROWS // 2 : -MOST_ROWS // 2] if len(rows) > MOST_ROWS else []
    shown = [row for row in rows if row not in left_out]
    most = max((abs(row.product) for row in shown), default=0) or 1.0
    lines = [addend_row(addend, place, most) for place, addend in enumerate(shown)]
    bottom = TOP + ROW * len(lines)
    sentences = [in_words(addend, t) for addend in shown]
    if left_out:
        others = _others(left_out, t)
        lines.append(label(others, NAME, bottom + ROW / 2, "quiet", "start"))
        sentences.append(others)
    return frame(
        name,
        title,
        facts_of(heading, sentences, t),
        TOP + ROW * len(lines) + 4,
        label(heading, NAME, 14, "heading", "start"),
        element("path", class_="axis", d=f"M{AXIS} {TOP - 2}V{bottom + 2}"),
        *lines,
    )


def addend_row(addend: Addend, place: int, most: float) -> Markup:
    y = TOP + ROW * (place + 0.5)
    length = abs(addend.product) / most * REACH
    left = AXIS if addend.product >= 0 else AXIS - length
    factors, result = product_line(addend)
    return element(
        "g",
        label(addend.name, NAME, y, "name", "start"),
        label(minus(factors.text), FACTORS, y, "quiet", "start"),
        label(minus(n.signed(result).text), ADDEND, y, None, "end"),
        element("rect", class_="for" if addend.product >= 0 else "against", x=left, y=y - 8, width=length, height=16),
        class_="addend",
    )


def product_line(addend: Addend) -> tuple[Formula, Formula]:
    """value × weight and what that is, to two decimals at least; true as printed."""

    def factors(decimals: int) -> Formula:
        return n.rounded(addend.value, decimals) * n.rounded(addend.weight, decimals)

    return n.settle(factors, addend.product, DECIMALS)


def in_words(addend: Addend, t: NullTranslations) -> str:
    factors, result = product_line(addend)
    return labelled(addend.name, f"{minus(factors.text)} → {minus(n.signed(result).text)}", t)


def _others(left_out: Sequence[Addend], t: NullTranslations) -> str:
    together = n.rounded(sum_of(left_out), DECIMALS)
    message = t.ngettext("{count} other: {sum}", "{count} others together: {sum}", len(left_out))
    return message.format(count=len(left_out), sum=minus(n.signed(together).text))


def sum_of(addends: Sequence[Addend]) -> float:
    return fsum(addend.product for addend in addends)
