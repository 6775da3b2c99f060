"""Where things stand in the drawing of a small network: neurons in columns, and a place for each weight on its own connection.

Places depend on the architecture alone, never on the numbers, so nothing jumps from step to step. Units are those of the SVG's viewBox.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import accumulate, pairwise
from math import hypot

from ...svg.geometry import FONT, Box, Point, Segment, overlaps, strokes, text_width, touches
from ..steps import is_crowded

WIDTH = 480.0
MARGIN_X, MARGIN_TOP, MARGIN_BOTTOM = 46.0, 62.0, 78.0
TARGET_MARGIN = 108.0  # on the right, where targets may be long
RADIUS = 34.0
RIM = RADIUS + 2
ROW = 138.0
PORT_ROW = 148.0  # where targets stand between outputs
OUTPUT_ROW = (
    176.0  # between outputs that have room, each with its name and its target below and the next one's bias above
)
ABOVE, BELOW, TARGET_DROP = 14.0, 15.0, 21.0  # of texts, from the rim
LABEL_PADDING = 6.0
NUMBER = "−1.0"  # the widest weight or bias
MOST_CENTERED = 3  # neurons a column: with more of them lines get too steep to start in all directions
WIDEST_GAP, WIDER = 1200.0, 20.0
MOST_TRIES = 3000
BIAS_PLACES = sorted(range(-40, 41, 4), key=abs)
PLACES = [place / 100 for place in sorted(range(16, 86, 2), key=lambda place: abs(place - 30))]

End = tuple[int, int]  # of a connection: (source, target)


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
        return Box(Point(center.x, center.y + RADIUS + BELOW), text_width(text), FONT)

    def target(self, number: int, text: str) -> Box:
        """The box below the caption of an output; a long one begins below the neuron's left rim, where no connection passes."""
        center, width = self.neurons[-1][number], text_width(text)
        x = center.x if width / 2 <= MARGIN_X else center.x - RADIUS + width / 2
        return Box(Point(min(x, self.width - width / 2 - 1), center.y + RADIUS + BELOW + TARGET_DROP), width, FONT)


class NoPlaceError(ValueError):
    """A text finds no free place."""


@cache
def make_layout(sizes: tuple[int, ...], number: str = NUMBER) -> Layout:
    """The layout of a network with so many neurons a column, inputs first. number: the widest weight or bias that will be shown.

    Raises ValueError where a weight finds no free place.
    """
    if len(sizes) <= MOST_CENTERED and max(sizes) <= MOST_CENTERED:
        try:
            return _centered(sizes, number)
        except NoPlaceError:
            pass
    return _with_ports(sizes, number)


# --- small networks: lines point from centre to centre, biases are moved aside where a line passes


def _centered(sizes: tuple[int, ...], number: str) -> Layout:
    step = (WIDTH - 2 * MARGIN_X) / (len(sizes) - 1)
    neurons = _columns([MARGIN_X + i * step for i in range(len(sizes))], sizes, ROW, _output_row(sizes, ROW))
    connections = []
    for layer, (sources, targets) in enumerate(pairwise(neurons)):
        lines = {end: _between(sources[end[0]], targets[end[1]]) for end in _ends(len(sources), len(targets))}
        shares = _shares(lines, number, [])
        connections += [_connection(layer, end, line, shares[end], number) for end, line in lines.items()]
    barred = [stroke for connection in connections for stroke in connection.strokes]
    biases = {neuron: _free_bias(center, barred, number) for neuron, center in _computed(neurons)}
    return Layout(WIDTH, _height(sizes, ROW), neurons, tuple(connections), biases)


def _between(start: Point, end: Point) -> Segment:
    """The line from the rim of one neuron to the rim of the other."""
    whole = Segment(start, end)
    share = RIM / hypot(end.x - start.x, end.y - start.y)
    return Segment(whole.at(share), whole.at(1 - share))


def _free_bias(center: Point, lines: Sequence[Segment], number: str) -> Box:
    """Above the neuron, moved aside where a connection passes."""
    for aside in BIAS_PLACES:
        box = _bias(Point(center.x + aside, center.y), number)
        if box.right <= WIDTH and not any(touches(box, line) for line in lines):
            return box
    raise NoPlaceError("a bias finds no free place above its neuron; expected fewer connections")


# --- larger ones: lines leave on the right and arrive on the left, and each gap is as wide as its labels need


def _with_ports(sizes: tuple[int, ...], number: str) -> Layout:
    output_row = _output_row(sizes, PORT_ROW)
    rows = [PORT_ROW] * (len(sizes) - 2) + [output_row]
    gaps = [_gap(n_in, n_out, number, row) for (n_in, n_out), row in zip(pairwise(sizes), rows, strict=True)]
    free = max(0.0, WIDTH - MARGIN_X - TARGET_MARGIN - sum(width for width, _ in gaps)) / len(gaps)
    xs = list(accumulate((width + free for width, _ in gaps), initial=MARGIN_X))
    neurons = _columns(xs, sizes, PORT_ROW, output_row)
    connections = [
        _connection(layer, end, _port_line(neurons[layer][end[0]], neurons[layer + 1][end[1]]), share, number)
        for layer, (_, shares) in enumerate(gaps)
        for end, share in shares.items()
    ]
    biases = {neuron: _bias(center, number) for neuron, center in _computed(neurons)}
    return Layout(neurons[-1][0].x + TARGET_MARGIN, _height(sizes, PORT_ROW), neurons, tuple(connections), biases)


@cache
def _gap(n_in: int, n_out: int, number: str, row: float) -> tuple[float, dict[End, float]]:
    """How far apart two columns stand, and at which share of its line each label. row: from target to target."""
    width = 2 * RIM + _narrowest(n_in, n_out, number, row)
    while width < WIDEST_GAP:
        sources, targets = _columns([0.0, width], (n_in, n_out), PORT_ROW, row)
        lines = {end: _port_line(sources[end[0]], targets[end[1]]) for end in _ends(n_in, n_out)}
        texts = [_caption(center) for center in (*sources, *targets)] + [_bias(c, number) for c in (*sources, *targets)]
        try:
            return width, _shares(lines, number, texts)
        except NoPlaceError:
            width += WIDER
    raise ValueError(f"{n_in} × {n_out} weights find no places on their connections; expected fewer")


def _narrowest(n_in: int, n_out: int, number: str, row: float) -> float:
    """The steepest line must not touch the bias above its neuron, nor the name below."""
    overhang = text_width(f"b = {number}") / 2 + 4 - RIM
    steepest = (PORT_ROW * (n_in - 1) + row * (n_out - 1)) / 2
    return max(100.0, overhang * steepest / (RADIUS + ABOVE - FONT / 2 - 4))


def _port_line(source: Point, target: Point) -> Segment:
    return Segment(Point(source.x + RIM, source.y), Point(target.x - RIM, target.y))


def _caption(center: Point) -> Box:
    return Box(Point(center.x, center.y + RADIUS + BELOW), text_width("a⁽¹⁾₂"), FONT)


# --- labels


def _shares(lines: dict[End, Segment], number: str, texts: Sequence[Box]) -> dict[End, float]:
    """At which share of its line each label touches nothing. In a crowded gap only lines to the same target are seen together with labels."""
    n_in, n_out = (max(numbers) + 1 for numbers in zip(*lines, strict=True))
    if not is_crowded(n_in, n_out):
        return _free_shares(lines, number, texts)
    fans = ({end: line for end, line in lines.items() if end[1] == target} for target in range(n_out))
    shares = {end: share for fan in fans for end, share in _free_shares(fan, number, texts).items()}
    return {end: shares[end] for end in lines}


def _free_shares(lines: dict[End, Segment], number: str, texts: Sequence[Box]) -> dict[End, float]:
    """The same share for all if that works."""
    barred = list(lines.values())

    def is_free(place: float, k: int) -> bool:
        return _is_free(_label(barred[k], place, number), k, barred, texts)

    every = range(len(barred))
    for place in PLACES:
        boxes = [_label(line, place, number) for line in barred]
        if not _overlapping(boxes) and all(is_free(place, k) for k in every):
            return dict.fromkeys(lines, place)
    found = _one_by_one(barred, [[place for place in PLACES if is_free(place, k)] for k in every], number)
    return dict(zip(lines, found, strict=True))


def _one_by_one(lines: Sequence[Segment], free: Sequence[Sequence[float]], number: str) -> list[float]:
    """Places one after the other, taking back what leaves none for a later one."""
    placed: list[float] = []
    boxes: list[Box] = []
    left = [list(free[0])]
    for _ in range(MOST_TRIES):
        k = len(placed)
        if k == len(lines):
            return placed
        if left[k]:
            place = left[k].pop(0)
            box = _label(lines[k], place, number)
            if any(overlaps(box, other) for other in boxes):
                continue
            placed.append(place)
            boxes.append(box)
            left.append(list(free[k + 1]) if k + 1 < len(lines) else [])
        elif placed:
            left.pop()
            placed.pop()
            boxes.pop()
        else:
            break
    raise NoPlaceError(f"{len(lines)} weights find no free places on their connections; expected fewer")


def _is_free(box: Box, own: int, lines: Sequence[Segment], texts: Sequence[Box]) -> bool:
    others = (stroke for k, line in enumerate(lines) if k != own for stroke in strokes(line))
    return not any(overlaps(box, text) for text in texts) and not any(touches(box, line) for line in others)


def _overlapping(boxes: Sequence[Box]) -> bool:
    return any(overlaps(box, other) for k, box in enumerate(boxes) for other in boxes[:k])


def _label(line: Segment, share: float, number: str) -> Box:
    return Box(line.at(share), text_width(number) + LABEL_PADDING, FONT)


def _bias(center: Point, number: str) -> Box:
    return Box(Point(center.x, center.y - RADIUS - ABOVE), text_width(f"b = {number}"), FONT)


# --- columns


def _columns(xs: Sequence[float], sizes: Sequence[int], row: float, last_row: float) -> tuple[tuple[Point, ...], ...]:
    middle = MARGIN_TOP + row * (max(sizes) - 1) / 2
    rows = [row] * (len(sizes) - 1) + [last_row]
    return tuple(
        tuple(Point(x, middle + (number - (size - 1) / 2) * apart) for number in range(size))
        for x, size, apart in zip(xs, sizes, rows, strict=True)
    )


def _output_row(sizes: Sequence[int], row: float) -> float:
    """Farther apart where the column of the outputs leaves room."""
    return OUTPUT_ROW if (sizes[-1] - 1) * OUTPUT_ROW <= (max(sizes) - 1) * row else row


def _height(sizes: Sequence[int], row: float) -> float:
    """With room for the targets where the lowest output stands at the bottom."""
    room = FONT / 2 if sizes[-1] == max(sizes) else 0
    return MARGIN_TOP + MARGIN_BOTTOM + room + row * (max(sizes) - 1)


def _ends(n_in: int, n_out: int) -> list[End]:
    return [(i, j) for i in range(n_in) for j in range(n_out)]


def _connection(layer: int, end: End, line: Segment, share: float, number: str) -> Connection:
    return Connection(layer, *end, line, _label(line, share, number))


def _computed(neurons: Sequence[Sequence[Point]]) -> Iterator[tuple[tuple[int, int], Point]]:
    """The neurons that have a bias."""
    for column, centers in enumerate(neurons[1:], start=1):
        yield from (((column, number), center) for number, center in enumerate(centers))
