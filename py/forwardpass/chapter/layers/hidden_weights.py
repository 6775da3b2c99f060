"""What each hidden neuron of the digit network looks for: its weights as pictures."""

from collections.abc import Iterator
from gettext import NullTranslations

from ...formulas.notation import subscript
from ...image_network.trained import load_network
from ...images.pixels import CLASSES, SIDE
from ...network.activations import Array
from ...svg.figure import WIDTH, Figure, frame
from ...svg.labels import label
from ...svg.markup import Markup, element
from ...svg.signed_pixels import SCALE_WIDTH, painted, scale, shades, strongest
from ...words.wording import decimal

COLUMNS, PIXEL, ROW = 4, 4, 148
SIZE = SIDE * PIXEL  # of a picture
GAP = (WIDTH - COLUMNS * SIZE) / (COLUMNS - 1)
LEGEND_TOP = 2 * ROW + 38


def hidden_weights(t: NullTranslations) -> Figure:
    """The weights of the first layer, all on one scale."""
    weights = load_network().layers[0].weights  # (10, 784)
    most = strongest(weights)
    return frame(
        "hidden_weights",
        t.gettext("What the hidden neurons look for"),
        t.gettext(
            "{count} pictures, one for each hidden neuron, of {side} by {side} squares, one for each pixel. A blue square is a positive weight: ink there raises the neuron. A striped orange square is a negative weight: ink there lowers it. The stronger the colour, the larger the weight; at {most} or more, or −{most} or less, the colour is full. The corners are empty, as there is never ink; in the middle each neuron has a pattern of its own."
        ).format(count=CLASSES, side=SIDE, most=decimal(f"{most:g}", t)),
        3 * ROW,
        *(_picture(number, row, most) for number, row in enumerate(weights)),
        element("g", *_legend(most, t), class_="legend"),
    )


def _picture(number: int, weights: Array, most: float) -> Markup:
    left, top = (SIZE + GAP) * (number % COLUMNS), ROW * (number // COLUMNS)
    return element(
        "g",
        element("rect", class_="ground", x=left, y=top, width=SIZE, height=SIZE),
        painted(shades(weights.reshape(SIDE, SIDE), most), left, top, PIXEL),
        label(f"a{subscript(number + 1)}", left + SIZE / 2, top + SIZE + 16, "name"),
        data_neuron=number,
    )


def _legend(most: float, t: NullTranslations) -> Iterator[Markup]:
    """Beside the last two pictures."""
    left = WIDTH - SCALE_WIDTH * PIXEL
    yield label(t.gettext("weights"), left, LEGEND_TOP - 18, "heading", "start")
    yield from scale(most, WIDTH, LEGEND_TOP, PIXEL, t)
