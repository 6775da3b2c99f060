"""What each hidden neuron of the digit network looks for: its weights as pictures."""

from collections.abc import Iterator
from gettext import NullTranslations

import numpy as np

from ..activations import Array
from ..digits import CLASSES, SIDE
from ..svg import Markup, element
from ..trained import load_network
from .frame import WIDTH, Figure, frame, label, subscript
from .raster import Levels, placed, runs

COLUMNS, PIXEL, ROW = 4, 4, 148
SIZE = SIDE * PIXEL  # of a picture
GAP = (WIDTH - COLUMNS * SIZE) / (COLUMNS - 1)
STEPS = 6  # shades of either sign
LEGEND_TOP = 2 * ROW + 38
SWATCH = 4  # how many squares wide a shade of the legend is


def hidden_weights(t: NullTranslations) -> Figure:
    """The weights of the first layer, all on one scale."""
    weights = load_network().layers[0].weights  # (10, 784)
    most = strongest(weights)
    return frame(
        "hidden_weights",
        t.gettext("What the hidden neurons look for"),
        t.gettext(
            "{count} pictures, one for each hidden neuron, of {side} by {side} squares, one for each pixel. A blue square is a positive weight: "
            "ink there raises the neuron. A striped orange square is a negative weight: ink there lowers it. The stronger the colour, the larger "
            "the weight; from {most} on, or down from -{most}, colours are full. The corners are empty, as there is never ink; in the middle each "
            "neuron has a pattern of its own."
        ).format(count=CLASSES, side=SIDE, most=f"{most:g}"),
        3 * ROW,
        *(_picture(number, row, most) for number, row in enumerate(weights)),
        element("g", *_legend(most, t), class_="legend"),
    )


def strongest(weights: Array) -> float:
    """Where full colour begins: 1 in 10 weights is larger, so that these few do not make all others pale."""
    return round(float(np.percentile(np.abs(weights), 90)) * 2) / 2


def shades(weights: Array, most: float) -> Levels:
    """-STEPS to STEPS, 0 for weights around 0."""
    return np.rint(np.clip(weights / most, -1, 1) * STEPS).astype(np.int64)


def _picture(number: int, weights: Array, most: float) -> Markup:
    left, top = (SIZE + GAP) * (number % COLUMNS), ROW * (number // COLUMNS)
    return element(
        "g",
        element("rect", class_="ground", x=left, y=top, width=SIZE, height=SIZE),
        _painted(shades(weights.reshape(SIDE, SIDE), most), left, top),
        label(f"a{subscript(number + 1)}", left + SIZE / 2, top + SIZE + 16, "name"),
        data_neuron=number,
    )


def _painted(levels: Levels, left: float, top: float) -> Markup:
    paths = (
        element("path", class_=_sign(level), stroke_opacity=abs(level) / STEPS, d=data)
        for level, data in runs(levels).items()
    )
    return placed(left, top, PIXEL, *paths, classes="weights")


def _sign(level: int) -> str:
    return "positive" if level > 0 else "negative"


def _legend(most: float, t: NullTranslations) -> Iterator[Markup]:
    """The scale from -most to most, painted as the pictures are, with signs and words at its ends; it stands beside the last two."""
    scale = np.repeat(np.repeat(np.arange(-STEPS, STEPS + 1)[None, :], SWATCH, 1), 2 * SWATCH, 0)
    height, width = PIXEL * scale.shape[0], PIXEL * scale.shape[1]
    left, below = WIDTH - width, LEGEND_TOP + height + 16
    yield label(t.gettext("weights"), left, LEGEND_TOP - 18, "heading", "start")
    yield element("rect", class_="ground", x=left, y=LEGEND_TOP, width=width, height=height)
    yield _painted(scale, left, LEGEND_TOP)
    yield label(f"≤ −{most:g}", left, below, anchor="start")
    yield label("0", left + width / 2, below)
    yield label(f"≥ +{most:g}", WIDTH, below, anchor="end")
    yield label(t.gettext("negative"), left, below + 22, "quiet", "start")
    yield label(t.gettext("positive"), WIDTH, below + 22, "quiet", "end")
