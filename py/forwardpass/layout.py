"""Where things stand in the drawing of a small network: neurons in columns, and a place for each weight on its own connection.

Places depend on the architecture alone, never on the numbers, so nothing jumps from step to step. Units are those of the SVG's viewBox.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import hypot

WIDTH = 480.0
MARGIN_X, MARGIN_TOP, MARGIN_BOTTOM = 46.0, 62.0, 78.0
RADIUS = 34.0
ROW = 138.0
FONT = 18.0
CHARACTERS = {
    "−": 0.84,
    "=": 0.84,
    ".": 0.32,
    " ": 0.32,
}  # widths in em of DejaVu Sans, the widest of the usual system fonts
CHARACTER = 0.64
WIDE, FIRST_WIDE = 1.0, "\u2e80"  # Chinese, Japanese and Korean characters fill a square
CLEARANCE = 2.0
LABEL_PADDING = 6.0
ARROW = 9.0
BIAS_PLACES = sorted(range(-40, 41, 4), key=abs)
PLACES = [place / 100 for place in sorted(range(16, 64, 2), key=lambda place: abs(place - 30))]


@dataclass(frozen=True)
class Point:
    x: float
    y: float


@dataclass(frozen=True)
class Box:
    """An upright rectangle round its centre."""

    center: Point
    width: float
    height: float

    @property
    def left(self) -> float:
        return self.center.x - self.width / 2

    @property
    def top(self) -> float:
        return self.center.y - self.height / 2

    @property
    def right(self) -> float:
        return self.center.x + self.width / 2

    @property
    def bottom(self) -> float:
        return self.center.y + self.height / 2


@dataclass(frozen=True)
class Segment:
    """A straight line from start to end."""

    start: Point
    end: Point

    def at(self, share: float) -> Point:
        return Point(
            self.start.x + share * (self.end.x - self.start.x), self.start.y + share * (self.end.y - self.start.y)
        )


@dataclass(frozen=True)
class Connection:
    """From neuron `source` of column `layer` to neuron `target` of the next: its visible line and the box of its weight."""

    layer: int
    source: int
    target: int
    line: Segment
    label: Box

    @property
    def strokes(self) -> tuple[Segment, ...]:
        return strokes(self.line)


@dataclass(frozen=True)
class Layout:
    """neurons: centres, one list a column, inputs first. biases: the box above each neuron that has one, by (column, number)."""

    width: float
    height: float
    neurons: tuple[tuple[Point, ...], ...]
    connections: tuple[Connection, ...]
    biases: dict[tuple[int, int], Box]

    def caption(self, column: int, number: int, text: str) -> Box:
        """The box below a neuron."""
        center = self.neurons[column][number]
        return Box(Point(center.x, center.y + RADIUS + 15), text_width(text), FONT)


def text_width(text: str) -> float:
    return FONT * sum(CHARACTERS.get(c, WIDE if c >= FIRST_WIDE else CHARACTER) for c in text)


@cache
def make_layout(sizes: tuple[int, ...]) -> Layout:
    """The layout of a network with so many neurons a column, inputs first. Raises ValueError where a weight finds no free place."""
    height = MARGIN_TOP + MARGIN_BOTTOM + ROW * (max(sizes) - 1)
    step = (WIDTH - 2 * MARGIN_X) / (len(sizes) - 1)
    neurons = tuple(tuple(_column(MARGIN_X + i * step, size, height)) for i, size in enumerate(sizes))
    connections = [
        c for layer in range(len(sizes) - 1) for c in _connections(layer, neurons[layer], neurons[layer + 1])
    ]
    lines = [stroke for connection in connections for stroke in connection.strokes]
    computed = [(column, number) for column in range(1, len(sizes)) for number in range(sizes[column])]
    biases = {(column, number): _bias(neurons[column][number], lines) for column, number in computed}
    return Layout(WIDTH, height, neurons, tuple(connections), biases)


def _column(x: float, size: int, height: float) -> Iterator[Point]:
    middle = (MARGIN_TOP + height - MARGIN_BOTTOM) / 2
    return (Point(x, middle + (number - (size - 1) / 2) * ROW) for number in range(size))


def _connections(layer: int, sources: Sequence[Point], targets: Sequence[Point]) -> Iterator[Connection]:
    ends = [(i, j) for i in range(len(sources)) for j in range(len(targets))]
    lines = [_between(sources[i], targets[j]) for i, j in ends]
    for (i, j), line, label in zip(ends, lines, _labels(lines), strict=True):
        yield Connection(layer, i, j, line, label)


def _between(start: Point, end: Point) -> Segment:
    """The line from the rim of one neuron to the rim of the other."""
    whole = Segment(start, end)
    share = (RADIUS + 2) / hypot(end.x - start.x, end.y - start.y)
    return Segment(whole.at(share), whole.at(1 - share))


@cache
def strokes(line: Segment) -> tuple[Segment, ...]:
    """The line and the two barbs of its arrow head."""
    length = hypot(line.end.x - line.start.x, line.end.y - line.start.y)
    ux, uy = (line.end.x - line.start.x) / length * ARROW, (line.end.y - line.start.y) / length * ARROW
    barbs = (Point(line.end.x - ux + side * uy * 0.55, line.end.y - uy - side * ux * 0.55) for side in (1, -1))
    return (line, *(Segment(line.end, barb) for barb in barbs))


def _labels(lines: Sequence[Segment]) -> list[Box]:
    """A box on each line that touches no other line and no other box: all at the same share of the way if that works."""
    for place in PLACES:
        boxes = [_label(line, place) for line in lines]
        if all(_is_free(boxes[k], k, lines, boxes[:k]) for k in range(len(lines))):
            return boxes
    return _one_by_one(lines, [])


def _one_by_one(lines: Sequence[Segment], placed: list[Box]) -> list[Box]:
    if len(placed) == len(lines):
        return placed
    for place in PLACES:
        box = _label(lines[len(placed)], place)
        if _is_free(box, len(placed), lines, placed):
            try:
                return _one_by_one(lines, [*placed, box])
            except ValueError:
                continue
    raise ValueError(
        f"weight {len(placed) + 1} of {len(lines)} finds no free place on its connection; expected fewer connections"
    )


def _bias(center: Point, lines: Sequence[Segment]) -> Box:
    """Above the neuron, moved aside where a connection passes."""
    for aside in BIAS_PLACES:
        box = Box(Point(center.x + aside, center.y - RADIUS - 14), text_width("b = −1.0"), FONT)
        if box.right <= WIDTH and not any(touches(box, line) for line in lines):
            return box
    raise ValueError("a bias finds no free place above its neuron; expected fewer connections")


def _label(line: Segment, share: float) -> Box:
    return Box(line.at(share), text_width("−1.0") + LABEL_PADDING, FONT)


def _is_free(box: Box, own: int, lines: Sequence[Segment], boxes: Iterable[Box]) -> bool:
    others = (stroke for k, line in enumerate(lines) if k != own for stroke in strokes(line))
    return not any(overlaps(box, other) for other in boxes) and not any(touches(box, line) for line in others)


def overlaps(one: Box, other: Box) -> bool:
    """Whether two boxes come closer than the clearance."""
    return (
        abs(one.center.x - other.center.x) < (one.width + other.width) / 2 + CLEARANCE
        and abs(one.center.y - other.center.y) < (one.height + other.height) / 2 + CLEARANCE
    )


def touches(box: Box, line: Segment) -> bool:
    """Whether a line comes closer to a box than the clearance (Liang-Barsky clipping against the grown box)."""
    enter, leave = 0.0, 1.0
    dx, dy = line.end.x - line.start.x, line.end.y - line.start.y
    for delta, low, high in (
        (dx, box.left - CLEARANCE - line.start.x, box.right + CLEARANCE - line.start.x),
        (dy, box.top - CLEARANCE - line.start.y, box.bottom + CLEARANCE - line.start.y),
    ):
        if delta == 0:
            if low > 0 or high < 0:
                return False
            continue
        first, last = sorted((low / delta, high / delta))
        enter, leave = max(enter, first), min(leave, last)
    return enter <= leave
