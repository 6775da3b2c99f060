"""All neurons of a hidden layer: those that matter most one by one, with what they look for, and of a large layer every one as a square."""

from gettext import NullTranslations
from math import ceil, sqrt

import numpy as np

from ....images.pixels import SIDE
from ....network.activations import Array
from ....svg.figure import Figure, frame
from ....svg.labels import label
from ....svg.markup import Markup, element
from ....svg.signed_pixels import painted, shades
from ....words.wording import facts_of
from ...data_sets import Words
from ...drawing.neurons import shares_of
from ...inside.grid import name_with_value, value_shown
from ...inside.weights import seen_weights, weights_picture
from ..steps import Followed, shown_tiles

PIXEL = 3
SIZE, PITCH, A_ROW = PIXEL * SIDE, 98, 5
HEIGHT = 146  # of a row
GRID = (480.0, 150.0)  # at most, for the squares
LARGEST_SQUARE = 22


def layer(followed: Followed, number: int, words: Words, title: str, t: NullTranslations) -> Figure:
    """number: of the hidden layer, from 0."""
    reading = followed.reading
    a, shares = reading.trace.a[number], shares_of(reading, number + 1)
    shown = shown_tiles(reading, number)
    chosen = followed.unit.index if followed.unit.column == number + 1 else None
    named = {i: name_with_value(reading, number, i, words, t) for i in shown}
    tiles = [
        element(
            "g",
            element("title", named[i]),
            *_tile(followed, number, i, float(shares[i]), place),
            class_="tile chosen" if i == chosen else "tile",
            role="button",
            tabindex=0,
            data_action="choose-neuron",
            data_value=f"{number + 1}-{i}",
        )
        for place, i in enumerate(shown)
    ]
    bottom = ceil(len(shown) / A_ROW) * HEIGHT
    squares, height = (Markup(""), 0.0)
    if len(shown) < a.size:
        squares, height = _squares(shares, float(bottom), t)
    return frame(
        "follow_layer", title, facts_of(title, named.values(), t), bottom + height, *tiles, squares, role="group"
    )


def _tile(followed: Followed, number: int, index: int, share: float, place: int) -> tuple[Markup, ...]:
    x, y = 2.0 + place % A_ROW * PITCH, 24.0 + place // A_ROW * HEIGHT
    if number == 0:
        inside = weights_picture(*seen_weights(followed.reading, index), x, y, PIXEL)
    else:
        inside = _circle(x, y, share)
    return (
        element("rect", class_="rim", x=x - 1, y=y - 1, width=SIZE + 2, height=SIZE + 2),
        label(str(index + 1), x, y - 12, "quiet", "start"),
        label(value_shown(followed.reading, number, index), x + SIZE, y - 12, None, "end"),
        inside,
        element("rect", class_="track", x=x, y=y + SIZE + 6, width=SIZE, height=10),
        element(
            "rect", class_="for" if share >= 0 else "against", x=x, y=y + SIZE + 6, width=abs(share) * SIZE, height=10
        ),
    )


def _circle(x: float, y: float, share: float) -> Markup:
    """A neuron that looks at no pixels, filled by its activation."""
    where = {"cx": x + SIZE / 2, "cy": y + SIZE / 2, "r": SIZE / 2 - 8}
    inside = element(
        "circle", class_="filled" if share >= 0 else "filled negative-fill", fill_opacity=abs(share), **where
    )
    return element("g", element("circle", class_="empty", **where), inside)


def _squares(shares: Array, top: float, t: NullTranslations) -> tuple[Markup, float]:
    """Every neuron of the layer, row by row, the bluer the more active."""
    width, height = GRID
    pitch = min(float(LARGEST_SQUARE), sqrt(width * height / shares.size))
    columns = int(width // pitch)
    rows = ceil(shares.size / columns)
    cells = np.zeros(rows * columns)
    cells[: shares.size] = shares / (np.abs(shares).max() or 1.0)
    levels = shades(cells.reshape(rows, columns), 1.0)
    heading = t.gettext("All {count} neurons").format(count=shares.size)
    y = top + 26
    ground = element("rect", class_="ground", x=0.5, y=y, width=pitch * columns, height=pitch * rows)
    return (
        element(
            "g",
            label(heading, 0, top + 8, "heading", "start"),
            ground,
            painted(levels, 0.5, y, pitch),
            class_="squares",
        ),
        26 + pitch * rows + 4,
    )
