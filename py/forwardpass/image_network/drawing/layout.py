"""Where the neurons of a network for images stand in its drawing, and which of them are drawn.

Units are those of the viewBox: 4 a pixel of the sample, text of 18, which is nearly 12 px on the narrowest phone.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from ...images.pixels import PIXELS, SIDE
from ..reading import Reading

WIDTH, HEIGHT = 441, 568
PIXEL, SMALLER, SMALLEST = (
    6.75,
    6.0,
    5.0,
)  # of the sample, beside one hidden layer; where names are long; where there are more layers
LINE = 20  # from one line of text to the next
SAMPLE_LEFT, SAMPLE_TOP = 3, 112
INPUT_RADIUS = 4.5
FIRST_ROW, LAST_ROW = 76, 490
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
    radius: float

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
    def pixel(self) -> float:
        """How large a pixel of the sample is."""
        if len(self.sizes) > 3:
            return SMALLEST
        return SMALLER if self.has_long_names else PIXEL

    @property
    def sample_size(self) -> float:
        return SIDE * self.pixel

    @property
    def sample_bottom(self) -> float:
        return SAMPLE_TOP + self.sample_size

    def input(self, index: int) -> DrawnNeuron:
        """The image is the input layer: an input neuron is where its pixel is."""
        row, column = divmod(index, SIDE)
        x, y = SAMPLE_LEFT + (column + 0.5) * self.pixel, SAMPLE_TOP + (row + 0.5) * self.pixel
        return DrawnNeuron(0, index, x, y, INPUT_RADIUS)

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
    drawn = (*(shown or _even(sizes)), tuple(range(sizes[-1])))
    first, last, bar_left = (150, 280, 298) if has_long_names else (162, 314, 332)
    gap = (last - first - EXTRA) / (len(sizes) - 1)
    columns = [first, *(round(last - gap * k) for k in reversed(range(len(sizes) - 1)))]
    radius = 13 if len(sizes) <= 3 else min(9, int(gap * SHARE))
    neurons = (
        tuple(_column(column, here, sizes[column], columns[column], _radius(radius, here, sizes[column])))
        for column, here in enumerate(drawn, start=1)
    )
    bare = Places(sizes, ((), *neurons), bar_left, has_long_names)
    return replace(bare, neurons=(tuple(map(bare.input, SHOWN_PIXELS)), *bare.neurons[1:]))


def _radius(most: int, shown: Sequence[int], size: int) -> int:
    """Smaller where an ellipsis takes room."""
    return most if len(shown) == size else min(most, 11)


def _column(column: int, shown: Sequence[int], size: int, x: float, radius: int) -> list[DrawnNeuron]:
    """Where not all have a place, the last keeps one free above it, for the ellipsis."""
    rows = [*range(len(shown))] if len(shown) == size else [*range(len(shown) - 1), len(shown)]
    return [
        DrawnNeuron(column, index, x, _row(row, rows[-1] + 1), radius) for index, row in zip(shown, rows, strict=True)
    ]


def _row(place: int, count: int) -> float:
    middle = (FIRST_ROW + LAST_ROW) / 2
    return middle if count == 1 else round(FIRST_ROW + place * (LAST_ROW - FIRST_ROW) / (count - 1), 1)
