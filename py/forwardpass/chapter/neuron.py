"""One artificial neuron with its numbers: three inputs, weights, bias, sum, activation, output."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from gettext import NullTranslations

import numpy as np

from ..errors import WrongArgument
from ..formulas import activations as act
from ..formulas import expressions as e
from ..formulas import notation as n
from ..formulas.expressions import Formula
from ..formulas.notation import subscript
from ..network.activations import sigmoid
from ..small_network.drawing.layout import RADIUS
from ..svg.figure import Figure, arrow, between, circle, frame, line, named_circle
from ..svg.geometry import Point, Segment
from ..svg.labels import label, minus
from ..svg.markup import Markup, element

INPUTS, WEIGHTS, BIAS = (1.0, 2.0, 1.5), (0.8, -0.4, 0.6), -0.5  # of the still
OPERAND_DECIMALS, DECIMALS = 1, 2
LARGEST = 100  # what the figure has room for
HEIGHT = 384
BODY, BODY_RADIUS = Point(262, 206), 52
OUTPUT = Point(434, 206)
PLACES = tuple(Point(40, BODY.y + dy) for dy in (-120, 0, 120))  # of the inputs


@dataclass(frozen=True)
class PrintedNeuron:
    """A neuron's numbers as printed: z is exactly the weighted sum, a its sigmoid, rounded."""

    inputs: tuple[Formula, ...]
    weights: tuple[Formula, ...]
    bias: Formula
    z: Formula
    a: Formula

    @property
    def sum_line(self) -> Formula:
        """z = w × x + … + b = …"""
        return n.equal(n.name("z"), e.weighted_sum(self.weights, self.inputs, self.bias), self.z)

    @property
    def output_line(self) -> Formula:
        """a = σ(z) = σ(…) ≈ …"""
        return n.equal(n.name("a"), act.activated("sigmoid", n.name("z")), act.activated("sigmoid", self.z), self.a)

    @property
    def output(self) -> Formula:
        """a ≈ …, or a = … where that is exact."""
        is_exact = act.activated("sigmoid", self.z).value == self.a.value
        return (n.equal if is_exact else n.about)(n.name("a"), self.a)


def compute(inputs: Sequence[float], weights: Sequence[float], bias: float) -> PrintedNeuron:
    """The numbers are taken to one decimal, so that z is exact with two. Raises WrongArgument."""
    if not len(inputs) == len(weights) == len(PLACES):
        raise WrongArgument(f"{len(inputs)} inputs and {len(weights)} weights; expected {len(PLACES)} of each")
    for value in (*inputs, *weights, bias):
        if not -LARGEST <= value <= LARGEST:
            raise WrongArgument(
                f"an input, a weight or the bias is {value}; expected numbers from -{LARGEST} to {LARGEST}"
            )
    xs, ws = (tuple(n.exact(round(value, OPERAND_DECIMALS)) for value in values) for values in (inputs, weights))
    b = n.exact(round(bias, OPERAND_DECIMALS))
    total = e.weighted_sum(ws, xs, b).value
    z = n.rounded(float(total or 0), DECIMALS)
    _, a = n.settle(lambda _: act.activated("sigmoid", z), float(sigmoid(np.array(float(total or 0)))), DECIMALS)
    return PrintedNeuron(xs, ws, b, z, a)


def artificial_neuron(t: NullTranslations) -> Figure:
    """A neuron with three inputs."""
    return draw(compute(INPUTS, WEIGHTS, BIAS), t)


def draw(unit: PrintedNeuron, t: NullTranslations) -> Figure:
    return frame(
        "artificial_neuron",
        t.gettext("An artificial neuron"),
        describe(unit, t),
        HEIGHT,
        element("g", *_ways_in(unit), class_="connections"),
        element("g", *_way_out(unit), class_="connections"),
        halves(BODY, BODY_RADIUS, 32),
        element("g", *_words(unit, t)),
    )


def describe(unit: PrintedNeuron, t: NullTranslations) -> str:
    """The drawing in words, with all its numbers."""
    message = t.gettext(
        "Three inputs lead into a neuron: {inputs}. Their connections carry the weights {weights}; the bias is {bias}. "
        "The neuron adds up: {sum}. The activation function σ, a sigmoid, turns that sum into the output: {output}."
    )
    return message.format(
        inputs=_listed("x", unit.inputs),
        weights=_listed("w", unit.weights),
        bias=n.equal(n.name("b"), unit.bias).text,
        sum=unit.sum_line.text,
        output=unit.output_line.text,
    )


def _listed(letter: str, values: Sequence[Formula]) -> str:
    return ", ".join(n.equal(n.name(letter, i), value).text for i, value in enumerate(values, start=1))


def _ways_in(unit: PrintedNeuron) -> Iterator[Markup]:
    names = (Point(122, 100), Point(140, BODY.y - 15), Point(122, 312))
    for number, (value, weight, place, at) in enumerate(
        zip(unit.inputs, unit.weights, PLACES, names, strict=True), start=1
    ):
        yield arrow(between(place, RADIUS, BODY, BODY_RADIUS))
        yield named_circle(minus(value.text), place, RADIUS, "value")
        yield label(f"x{subscript(number)}", place.x, place.y + RADIUS + 15, "name")
        anchor = "middle" if at.y < BODY.y and at.x == 140 else "start"
        yield label(f"w{subscript(number)} = {minus(weight.text)}", at.x, at.y, "weight", anchor)
    yield arrow(Segment(Point(BODY.x, 62), Point(BODY.x, BODY.y - BODY_RADIUS - 2)))
    yield label(f"b = {minus(unit.bias.text)}", BODY.x, 46, "bias")


def _way_out(unit: PrintedNeuron) -> Iterator[Markup]:
    yield arrow(between(BODY, BODY_RADIUS, OUTPUT, RADIUS))
    yield named_circle(unit.a.text, OUTPUT, RADIUS, "value")
    yield label("a", OUTPUT.x, OUTPUT.y + RADIUS + 15, "name")


def _words(unit: PrintedNeuron, t: NullTranslations) -> Iterator[Markup]:
    _ = t.gettext
    yield label(_("inputs"), 4, 16, "quiet", "start")
    yield label(_("bias"), BODY.x, 16 + 6, "quiet")
    yield label(_("weights"), 122, 76, "quiet", "start")
    yield label(_("output"), 476, OUTPUT.y - RADIUS - 18, "quiet", "end")
    sums = _("sum: {z}").format(z=n.equal(n.name("z"), unit.z).text)
    results = _("activation: {a}").format(a=unit.output.text)
    yield label(f"Σ {minus(sums)}", 232, 282, anchor="start")
    yield label(f"σ {minus(results)}", 232, 308, anchor="start")


def halves(center: Point, radius: float, size: int = 24) -> Markup:
    """A neuron whose left half adds up (Σ) and whose right half applies the activation function (σ)."""
    middle = Segment(Point(center.x, center.y - radius), Point(center.x, center.y + radius))
    return element(
        "g",
        circle(center, radius),
        line(middle, "divider"),
        label("Σ", center.x - radius * 0.46, center.y, font_size=size),
        label("σ", center.x + radius * 0.46, center.y, font_size=size),
        class_="neuron focus",
    )
