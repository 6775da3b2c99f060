"""Where the neurons of a network for images stand in its drawing, and which of them are drawn.

Units are those of the viewBox: 4 a pixel of the sample, text of 18, which is nearly 12 px on the narrowest phone.
"""

from dataclasses import dataclass
from functools import cache

from ...images.pixels import PIXELS, SIDE

WIDTH, HEIGHT = 441, 644
PIXEL = 4
LINE = 20  # from one line of text to the next
SAMPLE_LEFT, SAMPLE_TOP = 6, 182
SAMPLE_SIZE = SIDE * PIXEL
FIRST_ROW, LAST_ROW = 76, 560
MARGIN = 3  # right of the bars
MOST_DRAWN = 16  # neurons a column, or places where an ellipsis takes one
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
    def bar_right(self) -> int:
        return WIDTH - MARGIN

    def is_whole(self, column: int) -> bool:
        """Whether every neuron of the column is drawn."""
        return len(self.neurons[column]) == self.sizes[column]


@cache
def places(sizes: tuple[int, ...], has_long_names: bool = False) -> Places:
    """For a network with so many neurons per layer, inputs first."""
    first, last, bar_left = (150, 280, 298) if has_long_names else (162, 314, 332)
    gap = (last - first - EXTRA) / (len(sizes) - 1)
    columns = [first, *(round(last - gap * k) for k in reversed(range(len(sizes) - 1)))]
    radius = 13 if len(sizes) <= 3 else min(9, int(gap * SHARE))
    radii = (9, *(radius if size <= MOST_DRAWN - 2 else min(radius, 11) for size in sizes[1:]))
    neurons = tuple(
        tuple(_column(column, size, x, r))
        for column, (size, x, r) in enumerate(zip(sizes, columns, radii, strict=True))
    )
    return Places(sizes, neurons, bar_left, has_long_names)


def _column(column: int, size: int, x: float, radius: int) -> list[DrawnNeuron]:
    """Where not all have a place, the last keeps one free above it, for the ellipsis."""
    shown = shown_neurons(column, size)
    rows = [*range(len(shown))] if len(shown) == size else [*range(len(shown) - 1), len(shown)]
    return [
        DrawnNeuron(column, index, x, _row(row, rows[-1] + 1), radius) for index, row in zip(shown, rows, strict=True)
    ]


def shown_neurons(column: int, size: int) -> tuple[int, ...]:
    """All where there is room; else the first, the last and others evenly spread, the same for every image. Of the inputs, some in the middle."""
    if column == 0 and size == PIXELS:
        return SHOWN_PIXELS
    if size <= MOST_DRAWN:
        return tuple(range(size))
    count = MOST_DRAWN - 1
    return tuple(round(k * (size - 1) / (count - 1)) for k in range(count))


def _row(place: int, count: int) -> float:
    middle = (FIRST_ROW + LAST_ROW) / 2
    return middle if count == 1 else round(FIRST_ROW + place * (LAST_ROW - FIRST_ROW) / (count - 1), 1)
