"""(reading, neuron) → what a reader sees who selects a neuron of the digit network: its sum and where it comes from."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from gettext import NullTranslations
from math import fsum
from typing import TYPE_CHECKING

from ...errors import WrongArgument
from ...formulas import notation as n
from ...formulas.activations import ACTIVATIONS
from ...formulas.expressions import Formula, applied, total
from ...images.pixels import BRIGHTEST, SIDE
from ...svg.figure import Figure
from ...svg.markup import Markup
from ...words.blocks import Block, Equation, Narration, say
from ...words.typography import unbroken
from ...words.wording import percentage
from ..data_sets import data_set
from ..drawing.layout import places
from ..drawing.marks import marks
from ..drawing.neurons import unit_name
from ..reading import Reading
from ..spread import spread
from ..view import marked_drawing
from .figures import Addend, addends_figure, weights_figure

if TYPE_CHECKING:
    from ... import messages as m

DECIMALS = 2


@dataclass(frozen=True, eq=False)
class SelectedNeuron:
    """Neuron `index` of a column (0 holds the inputs) in a reading."""

    reading: Reading
    column: int
    index: int

    @property
    def layer(self) -> int:
        """Of the layers with weights; the one that computes it."""
        return self.column - 1

    @property
    def is_output(self) -> bool:
        return self.column == len(self.reading.trace.a)

    @property
    def name(self) -> Formula:
        return _name(self.reading, self.column, self.index)

    @property
    def z(self) -> float:
        return float(self.reading.trace.z[self.layer][self.index])

    @property
    def bias(self) -> float:
        return float(self.reading.network.layers[self.layer].biases[self.index])

    @cached_property
    def addends(self) -> list[Addend]:
        """What each neuron before it adds to its sum."""
        weights = self.reading.network.layers[self.layer].weights[self.index]
        values = self.reading.trace.inputs_of(self.layer)
        return [
            Addend(_name_text(self.reading, self.column - 1, i), value, weight)
            for i, (value, weight) in enumerate(zip(values.tolist(), weights.tolist(), strict=True))
        ]


def _name(reading: Reading, column: int, index: int) -> Formula:
    """x₁, a₁ (with the layer's number where there are several hidden ones), p₀: outputs are named by their class."""
    if column == 0:
        return n.name("x", index + 1)
    if column == len(reading.trace.a):
        return n.name("p", index)
    return n.name("a", index + 1, column if len(reading.trace.a) > 2 else None)


def _name_text(reading: Reading, column: int, index: int) -> str:
    """The same in plain text; for hundreds of pixels without the markup."""
    return f"x{n.subscript(index + 1)}" if column == 0 else _name(reading, column, index).text


def find_unit(reading: Reading, key: str) -> SelectedNeuron:
    """The neuron of a key as drawings have it, column-index: "1-3". Raises ValueError where there is none."""
    column, _, index = key.partition("-")
    sizes = reading.network.sizes
    is_key = re.fullmatch(r"[0-9]{1,3}-[0-9]{1,5}", key) is not None
    if not is_key or int(column) >= len(sizes) or int(index) >= sizes[int(column)]:
        raise WrongArgument(
            f"no neuron {key!r}; expected column-index, columns 0 to {len(sizes) - 1} of {sizes} neurons"
        )
    return SelectedNeuron(reading, int(column), int(index))


def marked_view(reading: Reading, key: str, t: NullTranslations) -> "m.MarkedInside":
    """The panel of a neuron, and the drawing with the neuron marked."""
    unit = find_unit(reading, key)
    return {**inside_view(unit, t), "drawing": marked_drawing(reading, marks(reading, unit.column, unit.index, t), t)}


def inside_view(unit: SelectedNeuron, t: NullTranslations) -> "m.Inside":
    """The panel of a selected neuron."""
    if unit.column == 0:
        words, figure, numbers = _pixel(unit, t)
    elif unit.column == 1:
        words, figure, numbers = _of_pixels(unit, t)
    else:
        words, figure, numbers = _of_neurons(unit, t)
    return {
        "title": words.title,
        "svg": figure.svg,
        "html": Markup(unbroken(words.html)),
        "text": words.text,
        "alt": figure.alt,
        "numbers": numbers,
        "key": f"{unit.column}-{unit.index}",
    }


Told = tuple[Narration, Figure, "m.PixelNumbers | m.SumNumbers"]


def _of_pixels(unit: SelectedNeuron, t: NullTranslations) -> Told:
    title = title_of(unit, t)
    weights = unit.reading.network.layers[0].weights[unit.index]
    figure = weights_figure(weights, spread(unit.reading.sample.data), unit.reading.sample.pixels, title, t)
    sentence = t.gettext(
        "Each of its {count} weights is multiplied by its pixel. The products above 0 add up to {up}, those below to {down}; together with the bias {bias} this gives the sum {z}:"
    )
    return Narration(title, tuple(_sum_blocks(unit, sentence, t))), figure, _numbers(unit)


def _of_neurons(unit: SelectedNeuron, t: NullTranslations) -> Told:
    title = title_of(unit, t)
    figure = addends_figure(unit.addends, t.gettext("activation × weight"), title, t)
    sentence = t.gettext(
        "Each of the {count} neurons before it contributes its activation times a weight: {up} in favour, {down} against; together with the bias {bias} this gives the sum {z}:"
    )
    return Narration(title, tuple(_sum_blocks(unit, sentence, t))), figure, _numbers(unit)


def _pixel(unit: SelectedNeuron, t: NullTranslations) -> Told:
    """An input neuron: its value, and what it adds to each neuron of the first layer."""
    value = int(unit.reading.sample.pixels[unit.index])
    row, column = divmod(unit.index, SIDE)
    title = t.gettext("Pixel {number}: {value}").format(number=unit.index + 1, value=value)
    where = t.gettext("It is in row {row}, column {column} of the image, and has an input neuron of its own:")
    weights = unit.reading.network.layers[0].weights[:, unit.index]
    addends = [
        Addend(_name(unit.reading, 1, i).text, value / BRIGHTEST, float(weight)) for i, weight in enumerate(weights)
    ]
    figure = addends_figure(addends, t.gettext("what it adds to each neuron"), title, t)
    blocks: tuple[Block, ...] = (
        say(where.format(row=row + 1, column=column + 1)),
        Equation(_brightness_line(unit, value)),
    )
    return Narration(title, blocks), figure, {"pixel": unit.index, "value": value, "x": value / BRIGHTEST}


def _brightness_line(unit: SelectedNeuron, value: int) -> Formula:
    """x = value ÷ 255 = …"""
    quotient = n.exact(value, 0) / n.exact(BRIGHTEST, 0)
    return n.equal(unit.name, quotient, n.rounded(value / BRIGHTEST, DECIMALS))


def title_of(unit: SelectedNeuron, t: NullTranslations) -> str:
    words = data_set(unit.reading.sample.data).words(t)
    return unit_name(places(unit.reading.network.sizes), unit.column, unit.index, words, t)


# --- its sum


def _sum_blocks(unit: SelectedNeuron, sentence: str, t: NullTranslations) -> Iterator[Block]:
    up, down = halves(unit.addends)
    parts = (up, down, unit.bias)
    line, z = n.settle(lambda d: total([n.rounded(part, d) for part in parts]), unit.z, DECIMALS)
    z_named = z_name(unit)
    yield say(
        sentence.format(
            count=len(unit.addends),
            **{name: f"{{{name}}}" for name in ("up", "down", "bias", "z")},
        ),
        up=n.signed(n.rounded(up, DECIMALS)),
        down=n.signed(n.rounded(down, DECIMALS)),
        bias=n.signed(n.rounded(unit.bias, DECIMALS)),
        z=z_named,
    )
    yield Equation(n.equal(z_named, line, z))
    if unit.is_output:
        yield from _probability(unit, t)
    else:
        yield Equation(_activation_line(unit))


def halves(addends: Sequence[Addend]) -> tuple[float, float]:
    """The sums of what is above 0 and of what is below."""
    products = [addend.product for addend in addends]
    return fsum(p for p in products if p > 0), fsum(p for p in products if p < 0)


def z_name(unit: SelectedNeuron) -> Formula:
    several = len(unit.reading.trace.a) > 2
    return n.name("z", unit.index + (not unit.is_output), unit.column if several else None)


def _activation_line(unit: SelectedNeuron) -> Formula:
    """a = σ(z) ≈ …"""
    function = n.name(ACTIVATIONS[unit.reading.network.layers[unit.layer].activation].symbol)
    a = float(unit.reading.trace.a[unit.layer][unit.index])
    return n.about(n.equal(unit.name, applied(function, z_name(unit))), n.rounded(a, DECIMALS))


def _probability(unit: SelectedNeuron, t: NullTranslations) -> Iterator[Block]:
    probability = unit.reading.probabilities[unit.index]
    message = t.gettext(
        "Softmax weighs this sum against those of all outputs and gives it a probability of {probability}."
    )
    yield say(message.format(probability=percentage(probability, t)))


def _numbers(unit: SelectedNeuron) -> "m.SumNumbers":
    """Unrounded."""
    up, down = halves(unit.addends)
    a = float(unit.reading.trace.a[unit.layer][unit.index])
    return {"up": up, "down": down, "bias": unit.bias, "z": unit.z, "a": a}
