"""Where the parts of a drawing of a network for images stand, and which of its neurons are drawn.

The image comes first, as large as a drawing allows that is seen whole on a phone and in the low window of a laptop. What is said of it stands beside it, the network below.
Units are those of the viewBox; text of 18 is nearly 12 px on the narrowest phone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from ...images.pixels import PIXELS, SIDE
from ..reading import Reading

WIDTH, HEIGHT = 444, 600
MARGIN = 3
LINE = 23  # from one line of text to the next
PIXEL = 9.6  # of the sample
SAMPLE_SIZE = SIDE * PIXEL
SAMPLE_LEFT, SAMPLE_TOP = MARGIN, 2
SAMPLE_BOTTOM = SAMPLE_TOP + SAMPLE_SIZE
ASIDE = 283  # where the lines beside the sample begin
HEADINGS = 293  # what they stand on
FIRST_ROW, LAST_ROW = 316, 582
LABELLED, BARE = 102, 14  # the first column, with names and values beside its neurons and without
OUTPUTS, OUTPUTS_OF_LONG_NAMES = 210, 166
BARS_ASIDE, NAMES_ASIDE = 17, 31  # from the middle of an output
RADIUS, SMALL_RADIUS, INPUT_RADIUS = 11, 9, 5
MOST_DRAWN = 10  # neurons of a hidden column, besides an ellipsis
SHARE = 0.36  # of the gap between columns that a neuron of a deep network is wide, from its middle
SHOWN_PIXELS = (0, *(SIDE * (4 + round(k * 20 / 12)) + (14, 11, 17)[k % 3] for k in range(13)), PIXELS - 1)


@dataclass(frozen=True)
class DrawnNeuron:
    """Where neuron `index` of a column (0 holds the inputs) stands."""

    column: int
    index: int
    x: float
    y: float
    radius: float

    @property
    def key(self) -> str:
        return f"{self.column}-{self.index}"


@dataclass(frozen=True)
class Places:
    """sizes: how many neurons a column has; neurons: those that are drawn, a tuple a column. Long names of classes leave less to the columns."""

    sizes: tuple[int, ...]
    neurons: tuple[tuple[DrawnNeuron, ...], ...]
    has_long_names: bool

    @property
    def has_values(self) -> bool:
        """Whether there is room for the name and the value of each hidden neuron that is drawn."""
        return len(self.sizes) == 3

    @property
    def bar_left(self) -> float:
        return self.neurons[-1][0].x + BARS_ASIDE

    @property
    def names_left(self) -> float:
        return self.neurons[-1][0].x + NAMES_ASIDE

    @property
    def bar_right(self) -> int:
        return WIDTH - MARGIN

    def is_whole(self, column: int) -> bool:
        """Whether every neuron of the column is drawn."""
        return len(self.neurons[column]) == self.sizes[column]


Shown = tuple[tuple[int, ...], ...]


def input_neuron(index: int) -> DrawnNeuron:
    """The image is the input layer: an input neuron is where its pixel is."""
    row, column = divmod(index, SIDE)
    x, y = SAMPLE_LEFT + (column + 0.5) * PIXEL, SAMPLE_TOP + (row + 0.5) * PIXEL
    return DrawnNeuron(0, index, round(x, 1), round(y, 1), INPUT_RADIUS)


def places_of(reading: Reading, has_long_names: bool) -> Places:
    """Of a large hidden layer, the neurons that have most to say are drawn."""
    hidden = range(len(reading.network.layers) - 1)
    shown = tuple(reading.most_important(layer, MOST_DRAWN) for layer in hidden)
    return places(reading.network.sizes, has_long_names, shown)


@cache
def _even(sizes: tuple[int, ...]) -> Shown:
    """Of each hidden layer, the first, the last and others evenly spread."""
    return tuple(
        tuple(round(k * (size - 1) / (MOST_DRAWN - 1)) for k in range(MOST_DRAWN))
        if size > MOST_DRAWN
        else tuple(range(size))
        for size in sizes[1:-1]
    )


@lru_cache(maxsize=64)
def places(sizes: tuple[int, ...], has_long_names: bool = False, shown: Shown | None = None) -> Places:
    """For a network with so many neurons per layer, inputs first. shown: the neurons of each hidden layer that are drawn; evenly spread ones without it."""
    drawn = (*(shown or _even(sizes)), tuple(range(sizes[-1])))
    columns = _columns(len(drawn), OUTPUTS_OF_LONG_NAMES if has_long_names else OUTPUTS)
    radius = RADIUS if len(drawn) <= 2 else min(SMALL_RADIUS, int((columns[1] - columns[0]) * SHARE))
    computed = (
        tuple(_column(column, here, sizes[column], columns[column - 1], radius))
        for column, here in enumerate(drawn, start=1)
    )
    return Places(sizes, (tuple(map(input_neuron, SHOWN_PIXELS)), *computed), has_long_names)


def _columns(count: int, last: int) -> list[float]:
    """Where those stand that are computed. One alone is that of the outputs."""
    first = LABELLED if count == 2 else BARE
    return [*(round(last - (last - first) * k / (count - 1)) for k in reversed(range(1, count))), last]


def _column(column: int, shown: Sequence[int], size: int, x: float, radius: int) -> list[DrawnNeuron]:
    """Where not all have a place, the last keeps one free above it, for the ellipsis."""
    rows = [*range(len(shown))] if len(shown) == size else [*range(len(shown) - 1), len(shown)]
    return [
        DrawnNeuron(column, index, x, _row(row, rows[-1] + 1), radius) for index, row in zip(shown, rows, strict=True)
    ]


def _row(place: int, count: int) -> float:
    middle = (FIRST_ROW + LAST_ROW) / 2
    return middle if count == 1 else round(FIRST_ROW + place * (LAST_ROW - FIRST_ROW) / (count - 1), 1)
