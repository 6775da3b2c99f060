"""The neurons of a network for images and their connections, as its drawing shows them."""

from collections.abc import Iterator
from functools import cache
from gettext import NullTranslations

import numpy as np

from ...images.pixels import BRIGHTEST
from ...network.activations import ACTIVATIONS, Array
from ...svg.markup import Attribute, Markup, element, number
from ..data_sets import Words
from ..reading import Reading
from ..trained import Trained
from .layout import SAMPLE_LEFT, SAMPLE_SIZE, SAMPLE_TOP, DrawnNeuron, Places

WIDEST, NARROWEST = 3.2, 0.3
SHARES = (0.0, 1.0)  # bounds of activations that are shares as they are


def curves(where: Places) -> Markup:
    """From the corners of the sample to the first and the last input neuron."""
    right = SAMPLE_LEFT + SAMPLE_SIZE
    first, last = where.neurons[0][0], where.neurons[0][-1]
    end = first.x - first.radius
    bend, back = round((end - right) * 60 / 35), round((end - right) * 15 / 35)
    ends = ((SAMPLE_TOP, first), (SAMPLE_TOP + SAMPLE_SIZE, last))
    lines = (f"M{right} {y}C{right + bend} {y} {right + back} {number(n.y)} {end} {number(n.y)}" for y, n in ends)
    return element("g", *(element("path", d=line) for line in lines), class_="curves")


@cache
def connections(trained: Trained, where: Places) -> tuple[Markup, ...]:
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


def connection(source: DrawnNeuron, target: DrawnNeuron, strength: float) -> Markup:
    """strength: the size of the weight as a share of the largest drawn of its layer."""
    start, end = source.x + source.radius, target.x - target.radius
    width = f"{NARROWEST + (WIDEST - NARROWEST) * strength:.1f}"
    line = f"M{start} {number(source.y)}L{end} {number(target.y)}"
    return element("path", data_connection=f"{source.key}-{target.index}", d=line, stroke_width=width)


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
    yield _ellipsis(where, 0)


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
        yield element("g", inside, **_selectable(neuron, unit_name(where, column, neuron.index, words, t)))
    if not where.is_whole(column):
        yield _ellipsis(where, column)


def shares_of(reading: Reading, column: int) -> Array:
    """How full the neurons of a column are, -1 to 1: their activations, or what they are of the largest one where activations have no bound."""
    a = reading.trace.a[column - 1]
    largest = float(np.abs(a).max())
    are_shares = ACTIVATIONS[reading.network.layers[column - 1].activation].bounds == SHARES
    return a if are_shares or not largest else a / largest


def _circle(neuron: DrawnNeuron, classes: str, opacity: float | None = None) -> Markup:
    return element("circle", class_=classes, cx=neuron.x, cy=neuron.y, r=neuron.radius, fill_opacity=opacity)
