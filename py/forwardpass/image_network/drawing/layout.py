"""Where the neurons of a network for images stand in its drawing, and which of them are drawn.

Units are those of the viewBox: 4 a pixel of the sample, text of 18, which is nearly 12 px on the narrowest phone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from ...images.pixels import PIXELS, SIDE
from ..reading import Reading

WIDTH, HEIGHT = 441, 644
PIXEL = 4
LINE = 20  # from one line of text to the next
SAMPLE_LEFT, SAMPLE_TOP = 6, 182
SAMPLE_SIZE = SIDE * PIXEL
FIRST_ROW, LAST_ROW = 76, 560
MARGIN = 3  # right of the bars
MOST_DRAWN = 10  # neurons of a hidden column, besides an ellipsis
SHARE = 0.36  # of the gap between columns that a neuron of a deep network is wide, from its middle
EXTRA = 4  # how much wider the first gap between columns is
SHOWN_PIXELS = (0, *(SIDE * (4 + round(k * 20 / 12)) + (14, 11, 17)[k % 3] for k in range(13)), PIXELS - 1)


@dataclass(frozen=True)
class DrawnNeuron:
    """Where neuron `index` of a column (0 holds the inputs) stands."""

    column: int
    index: int
    x: float
    y: float
    radius: int

    @property
    def key(self) -> str:
        return f"{self.column}-{self.index}"


@dataclass(frozen=True)
class Places:
    """sizes: how many neurons a column has; neurons: those that are drawn, a tuple a column. Long names of classes want wider bars and leave less to the columns."""

    sizes: tuple[int, ...]
    neurons: tuple[tuple[DrawnNeuron, ...], ...]
    bar_left: int
    has_long_names: bool

    @property
    def has_values(self) -> bool:
        """Whether there is room for the name and the value of each hidden neuron that is drawn."""
        return len(self.sizes) == 3

    @property
    def bar_right(self) -> int:
        return WIDTH - MARGIN

    def is_whole(self, column: int) -> bool:
        """Whether every neuron of the column is drawn."""
        return len(self.neurons[column]) == self.sizes[column]


Shown = tuple[tuple[int, ...], ...]


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
    drawn = (SHOWN_PIXELS, *(shown or _even(sizes)), tuple(range(sizes[-1])))
    first, last, bar_left = (150, 280, 298) if has_long_names else (162, 314, 332)
    gap = (last - first - EXTRA) / (len(sizes) - 1)
    columns = [first, *(round(last - gap * k) for k in reversed(range(len(sizes) - 1)))]
    radius = 13 if len(sizes) <= 3 else min(9, int(gap * SHARE))
    radii = (9, *(radius for _ in sizes[1:]))
    neurons = tuple(
        tuple(_column(column, shown_here, size, x, r))
        for column, (shown_here, size, x, r) in enumerate(zip(drawn, sizes, columns, radii, strict=True))
    )
    return Places(sizes, neurons, bar_left, has_long_names)


def _column(column: int, shown: Sequence[int], size: int, x: float, radius: int) -> list[DrawnNeuron]:
    """Where not all have a place, the last keeps one free above it, for the ellipsis."""
    rows = [*range(len(shown))] if len(shown) == size else [*range(len(shown) - 1), len(shown)]
    return [
        DrawnNeuron(column, index, x, _row(row, rows[-1] + 1), radius) for index, row in zip(shown, rows, strict=True)
    ]


def _row(place: int, count: int) -> float:
    middle = (FIRST_ROW + LAST_ROW) / 2
    return middle if count == 1 else round(FIRST_ROW + place * (LAST_ROW - FIRST_ROW) / (count - 1), 1)
