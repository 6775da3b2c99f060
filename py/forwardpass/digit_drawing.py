"""(reading) → SVG of the digit network: the sample, 15 of its 784 input neurons, every hidden and output neuron, a bar for each class.

Every sample has the same elements in the same order and differs in values only, so that a page can animate the change.
Units are those of the viewBox: 4 a pixel of the sample, text of 18, which is 10 px on the narrowest phone.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from gettext import NullTranslations
from itertools import groupby

import numpy as np

from .activations import Array
from .digits import BRIGHTEST, CLASSES, PIXELS, SIDE, Bytes, Reading, load_network
from .svg import Markup, element, number
from .wording import percentage, unbroken

WIDTH, HEIGHT = 520, 590
PIXEL = 4
SAMPLE_LEFT, SAMPLE_TOP = 6, 182
SAMPLE_SIZE = SIDE * PIXEL
COLUMNS = (180, 282, 374)  # the x of input, hidden and output neurons
RADII = (10, 14, 14)
FIRST_ROW, LAST_ROW = 76, 560
BAR_LEFT, BAR_RIGHT, BAR_HEIGHT = 396, 515, 7
LINE = 20  # from one line of text to the next
LEVELS = 15  # of grey, besides black
WIDEST, NARROWEST = 3.2, 0.3
SHOWN_PIXELS = (0, *(28 * (4 + round(k * 20 / 12)) + (14, 11, 17)[k % 3] for k in range(13)), PIXELS - 1)


@dataclass(frozen=True)
class Neuron:
    """Where neuron `index` of a column (0 holds the inputs) stands."""

    column: int
    index: int
    y: float

    @property
    def x(self) -> int:
        return COLUMNS[self.column]

    @property
    def radius(self) -> int:
        return RADII[self.column]

    @property
    def key(self) -> str:
        return f"{self.column}-{self.index}"


@cache
def neurons() -> tuple[tuple[Neuron, ...], ...]:
    """The drawn neurons, a tuple a column. The last input keeps a place free above it, for the ellipsis."""
    places = (*range(len(SHOWN_PIXELS) - 1), len(SHOWN_PIXELS))
    inputs = tuple(
        Neuron(0, pixel, _row(place, len(SHOWN_PIXELS) + 1)) for pixel, place in zip(SHOWN_PIXELS, places, strict=True)
    )
    return (
        inputs,
        *(tuple(Neuron(column, index, _row(index, CLASSES)) for index in range(CLASSES)) for column in (1, 2)),
    )


def _row(place: int, count: int) -> float:
    return round(FIRST_ROW + place * (LAST_ROW - FIRST_ROW) / (count - 1), 1)


def draw(reading: Reading | None, title: str, description: str, t: NullTranslations) -> Markup:
    """The drawing of a reading; without one the network alone, its neurons and bars empty. title and description are for screen readers."""
    return element(
        "svg",
        element("title", title, id="drawing-title"),
        element("desc", description, id="drawing-description"),
        _curves(),
        *_connections(),
        element("g", *_sample(reading, t), class_="sample"),
        element("g", *_inputs(reading, t), class_="neurons inputs"),
        *(element("g", *_units(reading, column), class_="neurons") for column in (1, 2)),
        element("g", *(_bar(reading, digit, t) for digit in range(CLASSES)), class_="bars"),
        element("g", *_headings(t), class_="headings"),
        element("g", *_legend(t), class_="legend"),
        class_="drawing digits",
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        role="img",
        aria_labelledby="drawing-title",
        aria_describedby="drawing-description",
        xmlns="http://www.w3.org/2000/svg",
    )


# --- the sample


def _sample(reading: Reading | None, t: NullTranslations) -> Iterator[Markup]:
    known = reading is not None
    frame = "sample-paper" if known else "sample-paper absent"
    yield _text(_name(reading, t), SAMPLE_LEFT, SAMPLE_TOP - 12, "label", "start")
    yield element("rect", class_=frame, x=SAMPLE_LEFT, y=SAMPLE_TOP, width=SAMPLE_SIZE, height=SAMPLE_SIZE)
    yield _ink(reading.sample.pixels if reading else np.zeros(PIXELS, np.uint8))
    yield element("g", *(_ring(pixel) for pixel in SHOWN_PIXELS), class_="rings" if known else "rings absent")
    for line, words in enumerate(_verdict(reading, t)):
        yield _text(words, SAMPLE_LEFT, SAMPLE_TOP + SAMPLE_SIZE + 28 + line * (LINE + 4), "label", "start")


def _name(reading: Reading | None, t: NullTranslations) -> str:
    if reading is None:
        return ""
    if reading.sample.number is None:
        return t.gettext("your drawing")
    return t.gettext("image {number}").format(number=reading.sample.number)


def _ink(pixels: Bytes) -> Markup:
    """A path a grey level, white on black: runs of pixels as rectangles one unit high."""
    levels = (pixels.astype(int) * LEVELS + BRIGHTEST // 2) // BRIGHTEST  # (784,)
    runs: dict[int, list[str]] = {level: [] for level in range(1, LEVELS + 1)}
    for row in range(SIDE):
        column = 0
        for level, run in groupby(levels[row * SIDE : (row + 1) * SIDE].tolist()):
            width = len(list(run))
            if level:
                runs[level].append(f"M{column} {row}h{width}v1h-{width}z")
            column += width
    paths = (element("path", fill_opacity=level / LEVELS, d="".join(run)) for level, run in runs.items())
    move = f"translate({SAMPLE_LEFT} {SAMPLE_TOP}) scale({PIXEL})"
    return element("g", *paths, class_="sample-ink", transform=move, shape_rendering="crispEdges")


def _ring(pixel: int) -> Markup:
    """Marks where a drawn input neuron sits."""
    x, y = SAMPLE_LEFT + (pixel % SIDE + 0.5) * PIXEL, SAMPLE_TOP + (pixel // SIDE + 0.5) * PIXEL
    return element("circle", class_="ring", data_pixel=pixel, cx=x, cy=y, r=3)


def _verdict(reading: Reading | None, t: NullTranslations) -> tuple[str, str]:
    """What the network says and what is true, below the sample."""
    if reading is None:
        return "", ""
    says = t.gettext("▶ network: {digit}").format(digit=reading.predicted)
    if reading.sample.label is None:
        return says, ""
    message = t.gettext("✓ true: {digit}") if reading.is_right else t.gettext("✗ true: {digit}")
    return says, message.format(digit=reading.sample.label)


# --- the network


def _curves() -> Markup:
    """From the corners of the sample to the first and the last input neuron."""
    right = SAMPLE_LEFT + SAMPLE_SIZE
    first, last = neurons()[0][0], neurons()[0][-1]
    ends = ((SAMPLE_TOP, first), (SAMPLE_TOP + SAMPLE_SIZE, last))
    lines = (
        f"M{right} {y}C{right + 72} {y} {right + 42} {number(n.y)} {n.x - n.radius} {number(n.y)}" for y, n in ends
    )
    return element("g", *(element("path", d=line) for line in lines), class_="curves")


@cache
def _connections() -> tuple[Markup, ...]:
    """Every connection between drawn neurons; those of a layer and a sign share a group. They are the same for every sample."""
    groups = []
    for layer, data in enumerate(load_network().layers):
        drawn = [
            [data.weights[target.index, source.index] for target in neurons()[layer + 1]] for source in neurons()[layer]
        ]
        strongest = float(np.abs(drawn).max())
        for sign, is_positive in (("positive", True), ("negative", False)):
            lines = (
                _connection(source, target, abs(weight) / strongest)
                for source in neurons()[layer]
                for target in neurons()[layer + 1]
                if ((weight := float(data.weights[target.index, source.index])) >= 0) == is_positive
            )
            groups.append(element("g", *lines, class_=f"connections {sign}", data_layer=layer))
    return tuple(groups)


def _connection(source: Neuron, target: Neuron, strength: float) -> Markup:
    """strength: the size of the weight as a share of the largest drawn of its layer."""
    start, end = source.x + source.radius, target.x - target.radius
    width = f"{NARROWEST + (WIDEST - NARROWEST) * strength:.1f}"
    line = f"M{start} {number(source.y)}L{end} {number(target.y)}"
    return element("path", data_connection=f"{source.key}-{target.index}", d=line, stroke_width=width)


def _inputs(reading: Reading | None, t: NullTranslations) -> Iterator[Markup]:
    for neuron in neurons()[0]:
        value = int(reading.sample.pixels[neuron.index]) if reading else 0
        message = t.gettext("Pixel {number}: {value}") if reading else t.gettext("Pixel {number}")
        yield element(
            "g",
            element("title", message.format(number=neuron.index, value=value)),
            _circle(neuron, "sample-paper" if reading else "sample-paper absent"),
            _circle(neuron, "sample-ink", value / BRIGHTEST),
            class_="neuron",
            data_neuron=neuron.key,
            data_pixel=neuron.index,
        )
    before, last = neurons()[0][-2:]
    middle = (before.y + last.y) / 2
    dots = (element("circle", cx=last.x, cy=middle + dy, r=1.8) for dy in (-7, 0, 7))
    yield element("g", *dots, class_="ellipsis")


def _units(reading: Reading | None, column: int) -> Iterator[Markup]:
    activations: Array = reading.trace.a[column - 1] if reading else np.zeros(CLASSES)
    for neuron in neurons()[column]:
        inside = _circle(neuron, "activation", float(activations[neuron.index]))
        yield element("g", inside, class_="neuron", data_neuron=neuron.key)


def _circle(neuron: Neuron, classes: str, opacity: float | None = None) -> Markup:
    return element("circle", class_=classes, cx=neuron.x, cy=neuron.y, r=neuron.radius, fill_opacity=opacity)


# --- bars, headings, legend


def _bar(reading: Reading | None, digit: int, t: NullTranslations) -> Markup:
    """The row of a class: a mark if it is the prediction, its name, its probability in figures and as a bar, a word if it is predicted or true."""
    y = neurons()[2][digit].y
    probability = reading.probabilities[digit] if reading else 0.0
    shown = unbroken(percentage(probability, t, brief=True)) if reading else ""
    length = round(probability * (BAR_RIGHT - BAR_LEFT), 1)
    return element(
        "g",
        element(
            "path",
            class_="mark",
            d=f"M{BAR_LEFT} {y - 18:.1f}l9 6.5l-9 6.5z" if reading and digit == reading.predicted else "",
        ),
        _text(str(digit), BAR_LEFT + 20, y - 5, "name"),
        _text(shown, BAR_RIGHT, y - 5, "value", "end"),
        element("rect", class_="track", x=BAR_LEFT, y=y + 1, width=BAR_RIGHT - BAR_LEFT, height=BAR_HEIGHT),
        element("rect", class_="length", x=BAR_LEFT, y=y + 1, width=length, height=BAR_HEIGHT),
        _text(_word(reading, digit, t), BAR_RIGHT, y + 23, "word", "end"),
        class_=_state(reading, digit),
        data_class=digit,
    )


def _state(reading: Reading | None, digit: int) -> str:
    if reading is None:
        return "bar absent"
    if digit not in (reading.predicted, reading.sample.label):
        return "bar other"
    is_predicted, is_true = digit == reading.predicted, digit == reading.sample.label
    return "bar" + " predicted" * is_predicted + " true" * is_true


def _word(reading: Reading | None, digit: int, t: NullTranslations) -> str:
    if reading is None or reading.sample.label is None:
        return ""
    if digit == reading.predicted:
        return t.gettext("✓ right") if reading.is_right else t.gettext("✗ wrong")
    return t.gettext("true class") if digit == reading.sample.label else ""


def _headings(t: NullTranslations) -> Iterator[Markup]:
    words = (t.gettext("inputs"), t.gettext("hidden"), t.gettext("outputs"))
    for x, size, word in zip(COLUMNS, load_network().sizes, words, strict=True):
        yield _text(str(size), x, LINE, "label")
        yield _text(word, x, 2 * LINE, "quiet")


def _legend(t: NullTranslations) -> Iterator[Markup]:
    """What the look of a connection says."""
    rows = (
        (t.gettext("positive"), "positive", (3, 3)),
        (t.gettext("negative"), "negative", (3, 3)),
        (t.gettext("stronger"), "strength", (1, 4)),
    )
    top = HEIGHT - 26 - 3 * (LINE + 2)
    yield _text(t.gettext("weights"), SAMPLE_LEFT, top, "label", "start")
    for line, (word, kind, widths) in enumerate(rows, start=1):
        y = top + line * (LINE + 2)
        yield _sign(kind, y - 6, widths)
        yield _text(word, SAMPLE_LEFT + 34, y, "quiet", "start")


def _sign(kind: str, y: float, widths: tuple[int, int]) -> Markup:
    left, right = SAMPLE_LEFT, SAMPLE_LEFT + 26
    if kind == "strength":
        low, high = widths
        return element(
            "path",
            class_="wedge",
            d=f"M{left} {y - low / 2}L{right} {y - high / 2}V{y + high / 2}L{left} {y + low / 2}z",
        )
    return element("g", element("path", d=f"M{left} {y}H{right}", stroke_width=3), class_=f"connections {kind}")


def _text(words: str, x: float, y: float, classes: str, anchor: str = "middle") -> Markup:
    return element("text", words, class_=classes, x=x, y=y, text_anchor=anchor)
