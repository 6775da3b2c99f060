"""The neurons of a network for images and their connections, as its drawing shows them."""

from collections.abc import Callable, Iterator
from functools import cache, lru_cache
from gettext import NullTranslations

import numpy as np

from ...formulas import notation as n
from ...images.pixels import BRIGHTEST
from ...network.activations import ACTIVATIONS, Array
from ...svg.labels import minus, text
from ...svg.markup import Attribute, Markup, element, number
from ...words.wording import decimal, labelled, percentage
from ..data_sets import Words
from ..reading import Reading
from ..trained import Trained
from .layout import HEADINGS, DrawnNeuron, Places

WIDEST, NARROWEST = 3.2, 0.3
FAINT = 0.05  # shares of the largest flow that are hardly seen
GAP = 40  # from the middle of a neuron to where lines from the image come down
LABEL_ASIDE, LABEL_DROP = 6, 6  # from the rim of a neuron; from its middle to what its name stands on
SHARES = (0.0, 1.0)  # bounds of activations that are shares as they are


def connections(reading: Reading | None, trained: Trained, where: Places) -> Iterator[Markup]:
    """Every connection from a hidden neuron on; those of a layer and a sign share a group.

    They are there twice, a style sheet shows one: as wide as what flows now, and as wide as their weights.
    """
    for layer in range(1, len(trained.network.layers)):
        yield from _by_weight(trained, where, layer)
        yield from _by_flow(reading, trained, where, layer)


@lru_cache(maxsize=64)
def _by_weight(trained: Trained, where: Places, layer: int) -> tuple[Markup, ...]:
    strongest = strongest_drawn(trained, where, layer)
    weights = trained.network.layers[layer].weights

    def line(source: DrawnNeuron, target: DrawnNeuron) -> Markup:
        return connection(straight(source, target), abs(float(weights[target.index, source.index])) / strongest)

    return tuple(_groups(trained, where, layer, "by-weight", line))


def _by_flow(reading: Reading | None, trained: Trained, where: Places, layer: int) -> Iterator[Markup]:
    """Activation times weight; without a reading the weight alone."""
    weights = trained.network.layers[layer].weights
    flows = weights * reading.trace.a[layer - 1] if reading else weights
    sources, targets = ([n.index for n in where.neurons[column]] for column in (layer, layer + 1))
    largest = float(np.abs(flows[np.ix_(targets, sources)]).max()) or 1.0

    def line(source: DrawnNeuron, target: DrawnNeuron) -> Markup:
        flow, weight = float(flows[target.index, source.index]), float(weights[target.index, source.index])
        share = abs(flow) / largest
        looks = "turned" * (flow * weight < 0), "faint" * (share < FAINT)
        return connection(straight(source, target), share if share >= FAINT else None, " ".join(filter(None, looks)))

    return _groups(trained, where, layer, "by-flow", line)


def _groups(
    trained: Trained, where: Places, layer: int, kind: str, line: Callable[[DrawnNeuron, DrawnNeuron], Markup]
) -> Iterator[Markup]:
    weights = trained.network.layers[layer].weights
    for sign, is_positive in (("positive", True), ("negative", False)):
        lines = (
            line(source, target)
            for source in where.neurons[layer]
            for target in where.neurons[layer + 1]
            if (weights[target.index, source.index] >= 0) == is_positive
        )
        yield element("g", *lines, class_=f"connections {sign} {kind}", data_layer=layer)


@cache
def strongest_drawn(trained: Trained, where: Places, layer: int) -> float:
    """The size of the largest weight between drawn neurons of a layer and the one before; never 0."""
    sources, targets = (np.array([n.index for n in where.neurons[column]]) for column in (layer, layer + 1))
    return float(np.abs(trained.network.layers[layer].weights[np.ix_(targets, sources)]).max()) or 1.0


def connection(line: str, strength: float | None, classes: str = "") -> Markup:
    """line: its path; strength: its size as a share of the largest drawn of its layer; None where the style sheet knows its width."""
    width = None if strength is None else f"{NARROWEST + (WIDEST - NARROWEST) * strength:.1f}"
    return element("path", class_=classes or None, d=line, stroke_width=width)


def straight(source: DrawnNeuron, target: DrawnNeuron) -> str:
    """From the right of a neuron to the left of one of the next layer."""
    start, end = source.x + source.radius, target.x - target.radius
    return f"M{number(start)} {number(source.y)}L{number(end)} {number(target.y)}"


def from_above(pixel: DrawnNeuron, target: DrawnNeuron, side: int) -> str:
    """From the image down into the gap beside a column, and from there to a neuron, so that it crosses no other. side: 1 right of the column, -1 left."""
    gap, end = target.x + side * GAP, target.x + side * target.radius
    start, y = f"M{number(pixel.x)} {number(pixel.y + pixel.radius)}", number(target.y)
    return f"{start}C{number(gap)} {HEADINGS} {number(gap)} {y} {number(end)} {y}"


def inputs(reading: Reading | None, where: Places, t: NullTranslations) -> Iterator[Markup]:
    for neuron in where.neurons[0]:
        value = int(reading.sample.pixels[neuron.index]) if reading else 0
        message = t.gettext("Pixel {number}: {value}") if reading else t.gettext("Pixel {number}")
        yield element(
            "g",
            element("title", message.format(number=neuron.index + 1, value=value)),
            _circle(neuron, "sample-paper" if reading else "sample-paper absent"),
            _circle(neuron, "sample-ink", value / BRIGHTEST),
            **_selectable(neuron),
            data_pixel=neuron.index,
        )


def _ellipsis(where: Places, column: int) -> Markup:
    """Stands for the neurons that are not drawn."""
    before, last = where.neurons[column][-2:]
    middle = (before.y + last.y) / 2
    dots = (element("circle", cx=last.x, cy=middle + dy, r=1.8) for dy in (-7, 0, 7))
    return element("g", *dots, class_="ellipsis")


def _selectable(neuron: DrawnNeuron, name: str | None = None) -> dict[str, Attribute]:
    """What lets a reader select a neuron by pointer or, focused by the page's script, by key. An element with a <title> needs no other name."""
    return {"class_": "neuron", "data_neuron": neuron.key, "aria_label": name, **pressable()}


def pressable(is_known: bool = True) -> dict[str, Attribute]:
    return {"role": "button", "tabindex": -1} if is_known else {}


def unit_name(where: Places, column: int, index: int, words: Words, t: NullTranslations) -> str:
    """What a hidden or an output neuron is called; the first hidden one is number 1."""
    if column == len(where.sizes) - 1:
        return t.gettext("Output neuron for {name}").format(name=words.classes[index])
    if len(where.sizes) > 3:
        return t.gettext("Hidden neuron {number} of layer {layer}").format(number=index + 1, layer=column)
    return t.gettext("Hidden neuron {number}").format(number=index + 1)


def units(reading: Reading | None, where: Places, column: int, words: Words, t: NullTranslations) -> Iterator[Markup]:
    shares = shares_of(reading, column) if reading else np.zeros(where.sizes[column])
    for neuron in where.neurons[column]:
        share = float(shares[neuron.index])
        inside = _circle(neuron, "activation negative" if share < 0 else "activation", abs(share))
        said = _name_and_value(reading, where, neuron, column, words, t)
        yield element("g", inside, **_selectable(neuron, said))
    if not where.is_whole(column):
        yield _ellipsis(where, column)
    if where.has_values and column == 1:
        yield element("g", *(_label(reading, neuron) for neuron in where.neurons[column]), aria_hidden="true")


def _name_and_value(
    reading: Reading | None, where: Places, neuron: DrawnNeuron, column: int, words: Words, t: NullTranslations
) -> str:
    """Hidden neuron 4: 0.95. Output neuron for 7: 99.2%, the answer."""
    name = unit_name(where, column, neuron.index, words, t)
    if reading is None:
        return name
    if column < len(where.sizes) - 1:
        activation = n.brief(float(reading.trace.a[column - 1][neuron.index])).text
        return labelled(name, minus(decimal(activation, t)), t)
    share = percentage(float(reading.probabilities[neuron.index]), t)
    if neuron.index == reading.predicted:
        share = t.gettext("{probability}, the answer").format(probability=share)
    return labelled(name, share, t)


def _label(reading: Reading | None, neuron: DrawnNeuron) -> Markup:
    """Name and value left of a hidden neuron, which is called otherwise by those who hear it."""
    words = ""
    if reading:
        activation = n.brief(float(reading.trace.a[neuron.column - 1][neuron.index])).text
        words = f"{n.name('a', neuron.index + 1).text} {minus(activation)}"
    return text(words, neuron.x - neuron.radius - LABEL_ASIDE, neuron.y + LABEL_DROP, "unit-value", "end")


def shares_of(reading: Reading, column: int) -> Array:
    """How full the neurons of a column are, -1 to 1: their activations, or what they are of the largest one where activations have no bound."""
    a = reading.trace.a[column - 1]
    largest = float(np.abs(a).max())
    are_shares = ACTIVATIONS[reading.network.layers[column - 1].activation].bounds == SHARES
    return a if are_shares or not largest else a / largest


def _circle(neuron: DrawnNeuron, classes: str, opacity: float | None = None) -> Markup:
    return element("circle", class_=classes, cx=neuron.x, cy=neuron.y, r=neuron.radius, fill_opacity=opacity)
