"""(reading) → SVG of a network for images: the sample, 15 of its 784 input neurons, the other layers (15 of a large one), a bar for each class.

Every sample has the same elements in the same order and differs in values only, so that a page can animate the change.
"""

from collections.abc import Iterator
from functools import cache
from gettext import NullTranslations
from itertools import groupby

import numpy as np

from .activations import Array
from .data_sets import Words, data_set
from .digit_bars import bar, text
from .digit_layout import (
    HEIGHT,
    PIXEL,
    SAMPLE_LEFT,
    SAMPLE_SIZE,
    SAMPLE_TOP,
    SHOWN_PIXELS,
    WIDTH,
    Neuron,
    Places,
    places,
)
from .digits import BRIGHTEST, CLASSES, PIXELS, SIDE, Bytes, Reading
from .svg import Attribute, Markup, element, number
from .trained import DEFAULT, Trained, find

LINE = 20  # from one line of text to the next
LEGEND_TOP, LEGEND_COLUMNS = 612, (120, 280)
LEVELS = 15  # of grey, besides black
WIDEST, NARROWEST = 3.2, 0.3
BOUNDED = {"sigmoid", "softmax"}  # activations that are shares of 1 as they are


def draw(
    reading: Reading | None, title: str, description: str, t: NullTranslations, marks: Markup | None = None
) -> Markup:
    """The drawing of a reading; without one the default network alone, its neurons and bars empty. title and description are for screen readers.

    marks: what lies over it, where a neuron is selected.
    """
    trained = reading.trained if reading else find()
    words = data_set(reading.sample.data if reading else "mnist").words(t)
    where = places(trained.network.sizes, words.long_names)
    columns = range(1, len(where.sizes))
    return element(
        "svg",
        element("title", title, id="drawing-title"),
        element("desc", description, id="drawing-description"),
        element("g", _curves(where), *_connections(trained, where), aria_hidden="true"),
        element("g", *_sample(reading, words, t), class_="sample", **_pressable(reading is not None)),
        element("g", *_inputs(reading, where, t), class_="neurons inputs"),
        *(element("g", *_units(reading, where, column, words, t), class_="neurons") for column in columns),
        element(
            "g", *(bar(reading, label, where, words, t) for label in range(CLASSES)), class_="bars", aria_hidden="true"
        ),
        element("g", *_headings(where, t), class_="headings", aria_hidden="true"),
        element("g", *_legend(t), class_="legend", aria_hidden="true"),
        element("g", marks or "", class_="marks", aria_hidden="true"),
        class_=_shape(trained, where),
        viewBox=f"0 0 {WIDTH} {HEIGHT}",
        role="group",
        aria_labelledby="drawing-title",
        aria_describedby="drawing-description",
        xmlns="http://www.w3.org/2000/svg",
    )


def _shape(trained: Trained, where: Places) -> str:
    """Its classes. Another network is another drawing: it is not changed in place into this one."""
    if trained.name == DEFAULT and not where.has_long_names:
        return "drawing digits"
    return f"drawing digits sizes-{'-'.join(map(str, where.sizes))}" + " long-names" * where.has_long_names


# --- the sample


def _sample(reading: Reading | None, words: Words, t: NullTranslations) -> Iterator[Markup]:
    known = reading is not None
    frame = "sample-paper" if known else "sample-paper absent"
    lines = _name(reading, t).rsplit(" ", 1) if words.long_names else [_name(reading, t)]  # where there is less room
    for line, part in enumerate(lines, start=1 - len(lines)):
        yield text(part, SAMPLE_LEFT, SAMPLE_TOP - 12 + line * LINE, "label", "start")
    yield element("rect", class_=frame, x=SAMPLE_LEFT, y=SAMPLE_TOP, width=SAMPLE_SIZE, height=SAMPLE_SIZE)
    yield _ink(reading.sample.pixels if reading else np.zeros(PIXELS, np.uint8))
    yield element("g", *(_ring(pixel) for pixel in SHOWN_PIXELS), class_="rings" if known else "rings absent")
    for line, said in enumerate(_verdict(reading, words, t)):
        yield text(said, SAMPLE_LEFT, SAMPLE_TOP + SAMPLE_SIZE + 32 + line * (LINE + 4), "label", "start")


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


def _verdict(reading: Reading | None, words: Words, t: NullTranslations) -> Iterator[str]:
    """What the network says and what is true, below the sample; a long name has a line of its own."""
    sentences = _sentences(reading, t)
    for said, label in sentences:
        name = "" if label is None else words.classes[label]
        if words.long_names:
            yield from (said.format(digit="").strip(), name)
        else:
            yield said.format(digit=name)


def _sentences(reading: Reading | None, t: NullTranslations) -> tuple[tuple[str, int | None], ...]:
    if reading is None:
        return ("", None), ("", None)
    says = t.gettext("▶ network: {digit}"), reading.predicted
    if reading.sample.label is None:
        return says, ("", None)
    message = t.gettext("✓ true: {digit}") if reading.is_right else t.gettext("✗ true: {digit}")
    return says, (message, reading.sample.label)


# --- the network


def _curves(where: Places) -> Markup:
    """From the corners of the sample to the first and the last input neuron."""
    right = SAMPLE_LEFT + SAMPLE_SIZE
    first, last = where.neurons[0][0], where.neurons[0][-1]
    end = first.x - first.radius
    bend, back = round((end - right) * 60 / 35), round((end - right) * 15 / 35)
    ends = ((SAMPLE_TOP, first), (SAMPLE_TOP + SAMPLE_SIZE, last))
    lines = (f"M{right} {y}C{right + bend} {y} {right + back} {number(n.y)} {end} {number(n.y)}" for y, n in ends)
    return element("g", *(element("path", d=line) for line in lines), class_="curves")


@cache
def _connections(trained: Trained, where: Places) -> tuple[Markup, ...]:
    """Every connection between drawn neurons; those of a layer and a sign share a group. They are the same for every sample."""
    groups = []
    for layer, data in enumerate(trained.network.layers):
        sources, targets = where.neurons[layer], where.neurons[layer + 1]
        strongest = strongest_drawn(trained, where, layer)
        for sign, is_positive in (("positive", True), ("negative", False)):
            lines = (
                connection(source, target, abs(weight) / strongest)
                for source in sources
                for target in targets
                if ((weight := float(data.weights[target.index, source.index])) >= 0) == is_positive
            )
            groups.append(element("g", *lines, class_=f"connections {sign}", data_layer=layer))
    return tuple(groups)


@cache
def strongest_drawn(trained: Trained, where: Places, layer: int) -> float:
    """The size of the largest weight between drawn neurons of a layer and the one before; never 0."""
    sources, targets = (np.array([n.index for n in where.neurons[column]]) for column in (layer, layer + 1))
    return float(np.abs(trained.network.layers[layer].weights[np.ix_(targets, sources)]).max()) or 1.0


def connection(source: Neuron, target: Neuron, strength: float) -> Markup:
    """strength: the size of the weight as a share of the largest drawn of its layer."""
    start, end = source.x + source.radius, target.x - target.radius
    width = f"{NARROWEST + (WIDEST - NARROWEST) * strength:.1f}"
    line = f"M{start} {number(source.y)}L{end} {number(target.y)}"
    return element("path", data_connection=f"{source.key}-{target.index}", d=line, stroke_width=width)


def _inputs(reading: Reading | None, where: Places, t: NullTranslations) -> Iterator[Markup]:
    for neuron in where.neurons[0]:
        value = int(reading.sample.pixels[neuron.index]) if reading else 0
        message = t.gettext("Pixel {number}: {value}") if reading else t.gettext("Pixel {number}")
        yield element(
            "g",
            element("title", message.format(number=neuron.index, value=value)),
            _circle(neuron, "sample-paper" if reading else "sample-paper absent"),
            _circle(neuron, "sample-ink", value / BRIGHTEST),
            **_selectable(neuron),
            data_pixel=neuron.index,
        )
    yield _ellipsis(where, 0)


def _ellipsis(where: Places, column: int) -> Markup:
    """Stands for the neurons that are not drawn."""
    before, last = where.neurons[column][-2:]
    middle = (before.y + last.y) / 2
    dots = (element("circle", cx=last.x, cy=middle + dy, r=1.8) for dy in (-7, 0, 7))
    return element("g", *dots, class_="ellipsis")


def _selectable(neuron: Neuron, name: str | None = None) -> dict[str, Attribute]:
    """What lets a reader select a neuron by pointer or, focused by the page's script, by key. An element with a <title> needs no other name."""
    return {"class_": "neuron", "data_neuron": neuron.key, "aria_label": name, **_pressable()}


def _pressable(is_known: bool = True) -> dict[str, Attribute]:
    return {"role": "button", "tabindex": -1} if is_known else {}


def unit_name(where: Places, column: int, index: int, words: Words, t: NullTranslations) -> str:
    """What a hidden or an output neuron is called; the first hidden one is number 1."""
    if column == len(where.sizes) - 1:
        return t.gettext("Output neuron for {name}").format(name=words.classes[index])
    if len(where.sizes) > 3:
        return t.gettext("Hidden neuron {number} of layer {layer}").format(number=index + 1, layer=column)
    return t.gettext("Hidden neuron {number}").format(number=index + 1)


def _units(reading: Reading | None, where: Places, column: int, words: Words, t: NullTranslations) -> Iterator[Markup]:
    shares = _shares(reading, column) if reading else np.zeros(where.sizes[column])
    for neuron in where.neurons[column]:
        share = float(shares[neuron.index])
        inside = _circle(neuron, "activation negative" if share < 0 else "activation", abs(share))
        yield element("g", inside, **_selectable(neuron, unit_name(where, column, neuron.index, words, t)))
    if not where.is_whole(column):
        yield _ellipsis(where, column)


def _shares(reading: Reading, column: int) -> Array:
    """How full the neurons of a column are, -1 to 1: their activations, or what they are of the largest one where activations have no bound."""
    a = reading.trace.a[column - 1]
    largest = float(np.abs(a).max())
    return a if reading.network.layers[column - 1].activation in BOUNDED or not largest else a / largest


def _circle(neuron: Neuron, classes: str, opacity: float | None = None) -> Markup:
    return element("circle", class_=classes, cx=neuron.x, cy=neuron.y, r=neuron.radius, fill_opacity=opacity)


# --- headings, legend


def _headings(where: Places, t: NullTranslations) -> Iterator[Markup]:
    """How many neurons a layer has, and what it is called. Those of the outer columns lean outwards, where there is room."""
    first, *hidden, last = (column[0] for column in where.neurons)
    yield from _heading(first.x + first.radius, str(where.sizes[0]), t.gettext("inputs"), "end")
    if hidden:
        yield from _hidden_headings([float(neuron.x) for neuron in hidden], where.sizes[1:-1], t)
    yield from _heading(last.x - last.radius, str(where.sizes[-1]), t.gettext("outputs"), "start")


def _hidden_headings(columns: list[float], sizes: tuple[int, ...], t: NullTranslations) -> Iterator[Markup]:
    """One name for all of them, and their number where there is no room for their sizes."""
    middle = sum(columns) / len(columns)
    has_room = len(columns) == 1 or (len(columns) == 2 and max(sizes) < 1000)
    for x, label in zip(columns, map(str, sizes), strict=True) if has_room else [(middle, f"{len(columns)} ×")]:
        yield text(label, x, LINE, "label")
    yield text(t.gettext("hidden"), middle, 2 * LINE, "quiet")


def _heading(x: float, size: str, word: str, anchor: str) -> Iterator[Markup]:
    yield text(size, x, LINE, "label", anchor)
    yield text(word, x, 2 * LINE, "quiet", anchor)


def _legend(t: NullTranslations) -> Iterator[Markup]:
    """What the look of a connection says."""
    left, right = LEGEND_COLUMNS
    entries = (
        (t.gettext("positive"), "positive", (3, 3), left, LEGEND_TOP),
        (t.gettext("negative"), "negative", (3, 3), right, LEGEND_TOP),
        (t.gettext("stronger"), "strength", (1, 4), left, LEGEND_TOP + LINE + 4),
    )
    yield text(t.gettext("weights"), SAMPLE_LEFT, LEGEND_TOP, "label", "start")
    for word, kind, widths, x, y in entries:
        yield _sign(kind, x, y - 6, widths)
        yield text(word, x + 34, y, "quiet", "start")


def _sign(kind: str, left: float, y: float, widths: tuple[int, int]) -> Markup:
    right = left + 26
    if kind == "strength":
        low, high = widths
        return element(
            "path",
            class_="wedge",
            d=f"M{left} {y - low / 2}L{right} {y - high / 2}V{y + high / 2}L{left} {y + low / 2}z",
        )
    return element("g", element("path", d=f"M{left} {y}H{right}", stroke_width=3), class_=f"connections {kind}")
