"""What lies over the drawing of a network for images where a neuron is selected: a ring around it, its connections, its pixel."""

from collections.abc import Iterator
from gettext import NullTranslations

from ...images.pixels import BRIGHTEST
from ...svg.labels import text
from ...svg.markup import Markup, element, join
from ..data_sets import data_set
from ..reading import Reading
from .layout import ASIDE, PIXEL, DrawnNeuron, Places, input_neuron, places_of
from .neurons import connection, from_above, straight, strongest_drawn

RING = 5  # how far outside the neuron it runs
PIXEL_LINE = 178  # what the words about a pixel stand on


def marks(reading: Reading, column: int, index: int, t: NullTranslations) -> Markup:
    """For neuron `index` of a column. One that is not drawn gets a stand-in: an input neuron where its pixel is, a hidden one in the place of the ellipsis."""
    where = places_of(reading, data_set(reading.sample.data).words(t).long_names)
    neuron = next((neuron for neuron in where.neurons[column] if neuron.index == index), None)
    parts: list[Markup] = []
    if neuron is None:
        neuron = _stand_in(where, column, index)
        parts.append(_stand_in_mark(reading, neuron))
    ring = element("circle", class_="selected", cx=neuron.x, cy=neuron.y, r=neuron.radius + RING)
    lines = _from_pixel(reading, where, neuron) if column == 0 else _into(reading, where, neuron)
    of_pixel = _pixel(reading, index, t) if column == 0 else ()
    return join(*lines, *parts, ring, *of_pixel)


def _stand_in(where: Places, column: int, index: int) -> DrawnNeuron:
    if column == 0:
        return input_neuron(index)
    before, last = where.neurons[column][-2:]
    return DrawnNeuron(column, index, last.x, (before.y + last.y) / 2, last.radius)


def _stand_in_mark(reading: Reading, neuron: DrawnNeuron) -> Markup:
    value = int(reading.sample.pixels[neuron.index]) if neuron.column == 0 else 0
    place = {"cx": neuron.x, "cy": neuron.y, "r": neuron.radius}
    inside = element("circle", class_="sample-ink", fill_opacity=value / BRIGHTEST, **place)
    return element("g", element("circle", class_="sample-paper", **place), inside, class_="stand-in")


def _from_pixel(reading: Reading, where: Places, neuron: DrawnNeuron) -> Iterator[Markup]:
    return (_line(reading, where, neuron, target) for target in where.neurons[1])


def _into(reading: Reading, where: Places, neuron: DrawnNeuron) -> Iterator[Markup]:
    return (_line(reading, where, source, neuron) for source in where.neurons[neuron.column - 1])


def _line(reading: Reading, where: Places, source: DrawnNeuron, target: DrawnNeuron) -> Markup:
    layer = source.column
    weight = float(reading.network.layers[layer].weights[target.index, source.index])
    strength = min(abs(weight) / strongest_drawn(reading.trained, where, layer), 1.0)
    side = 1 if layer + 1 < len(where.sizes) - 1 else -1  # bars are right of the outputs
    line = straight(source, target) if layer else from_above(source, target, side)
    return element("g", connection(line, strength), class_=f"connections {_sign(weight)}")


def _sign(weight: float) -> str:
    return "positive" if weight >= 0 else "negative"


def _pixel(reading: Reading, index: int, t: NullTranslations) -> Iterator[Markup]:
    """A frame around it, and which one it is, beside the image."""
    at, size = input_neuron(index), PIXEL + 3
    yield element("rect", class_="pixel", x=at.x - size / 2, y=at.y - size / 2, width=size, height=size)
    words = t.gettext("Pixel {number}: {value}").format(number=index + 1, value=int(reading.sample.pixels[index]))
    yield text(words, ASIDE, PIXEL_LINE, "label", "start")
