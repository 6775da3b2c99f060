"""Exactly one of two inputs: a 2-2-1 network of neurons that answer 1 above zero, its two lines, and the region in which it answers 1."""

from collections.abc import Iterator
from dataclasses import dataclass
from gettext import NullTranslations

from ...formulas import notation as n
from ...formulas.expressions import Formula
from ...formulas.notation import subscript
from ...svg.figure import Figure, arrow, between, frame, line, named_circle
from ...svg.geometry import Point, Segment
from ...svg.labels import label
from ...svg.markup import Markup, element, join
from ...words.blocks import Paragraph, say
from ...words.wording import in_a_row
from .boundary import Boundary
from .square import RING, Square, mark

FURTHEST_WEIGHT, FURTHEST_BIAS = 2, 3  # of the knobs
CORNERS = (Point(0, 0), Point(1, 0), Point(0, 1), Point(1, 1))
SQUARE = Square(left=44, top=36, size=288, low=-0.5, high=1.5, ticks=(0, 1))
LEGEND = SQUARE.top + SQUARE.size + 52
HEIGHT = LEGEND + 78
SAMPLE = 40.0  # of a line in the legend
NEURON = 17.0
INPUTS, HIDDEN, OUTPUT = (Point(366, 120), Point(366, 204)), (Point(414, 120), Point(414, 204)), Point(461, 162)


@dataclass(frozen=True)
class Pair:
    """Two hidden neurons. The output neuron answers 1 where the first says 1 and the second 0."""

    first: Boundary
    second: Boundary

    def answer(self, inputs: Point) -> int:
        return int(self.first.answer(inputs) > self.second.answer(inputs))


START = Pair(Boundary((1.0, 1.0), -0.5), Boundary((1.0, 1.0), -1.5))  # at least one; both


def exactly_one(t: NullTranslations) -> Figure:
    return draw(START, t)


def draw(pair: Pair, t: NullTranslations) -> Figure:
    region = pair.second.opposite.half_of(pair.first.half_of(SQUARE.corners))
    return frame(
        "exactly_one",
        t.gettext("Exactly one of two, with two hidden neurons"),
        describe(pair, t),
        HEIGHT,
        SQUARE.region(region),
        element("g", *SQUARE.frame()),
        element("g", *SQUARE.line_of(pair.first, "boundary")),
        element("g", *SQUARE.line_of(pair.second, "boundary second")),
        element("g", *_marks(pair), class_="points"),
        element("g", *_network()),
        element("g", *_legend(t)),
    )


def wanted(corner: Point) -> int:
    return int(corner.x != corner.y)


def right_ones(pair: Pair) -> int:
    return sum(pair.answer(corner) == wanted(corner) for corner in CORNERS)


def sums(pair: Pair) -> tuple[Formula, Formula]:
    """z₁ = … and z₂ = … with the numbers of their weights and biases."""
    first, second = (
        n.equal(n.name("z", number), neuron.sum_formula()) for number, neuron in enumerate((pair.first, pair.second), 1)
    )
    return first, second


def at_corner(pair: Pair, corner: Point, t: NullTranslations) -> Paragraph:
    """What the network answers to one of the four cases."""
    answers = (pair.first.answer(corner), pair.second.answer(corner), pair.answer(corner))
    names = (n.name("a", 1), n.name("a", 2), n.name("ŷ"))
    a1, a2, y = (n.equal(name, n.exact(value, 0)) for name, value in zip(names, answers, strict=True))
    message = (
        t.gettext("At {corner}: {a1}, {a2}, answer {answer}. Right.")
        if pair.answer(corner) == wanted(corner)
        else t.gettext("At {corner}: {a1}, {a2}, answer {answer}. Wrong.")
    )
    return say(message, corner=n.word(f"({corner.x:g}, {corner.y:g})"), a1=a1, a2=a2, answer=y)


def how_many(pair: Pair, t: NullTranslations) -> str:
    right = right_ones(pair)
    if right == len(CORNERS):
        return t.gettext("All {count} corners are right.").format(count=right)
    return t.gettext("Corners that are right: {right} of {count}.").format(right=right, count=len(CORNERS))


def describe(pair: Pair, t: NullTranslations) -> str:
    """The drawing in words, with all its numbers."""
    _ = t.gettext
    opening = _(
        "A square whose corners are the four cases of two inputs: circles at (0, 0) and (1, 1), crosses at (1, 0) and (0, 1), where exactly one input is on. "
        "Two lines run through it, a solid one of the first hidden neuron and a dashed one of the second. The tinted strip is where the first says 1 and the second 0; there the network, drawn beside it with two inputs, two hidden neurons and one output, answers 1."
    )
    first, second = sums(pair)
    numbers = _("The sums of the hidden neurons: {first}; {second}.").format(first=first.text, second=second.text)
    corners = (at_corner(pair, corner, t).text for corner in CORNERS)
    return in_a_row((opening, numbers, *corners, how_many(pair, t)), t)


def _marks(pair: Pair) -> Iterator[Markup]:
    for corner in CORNERS:
        yield from mark(SQUARE.at(corner), bool(wanted(corner)), pair.answer(corner) == wanted(corner))


def _network() -> Iterator[Markup]:
    for source in INPUTS:
        for target in HIDDEN:
            yield arrow(between(source, NEURON, target, NEURON))
    for source in HIDDEN:
        yield arrow(between(source, NEURON, OUTPUT, NEURON))
    for letter, column in (("x", INPUTS), ("a", HIDDEN)):
        for number, place in enumerate(column, 1):
            yield named_circle(f"{letter}{subscript(number)}", place, NEURON)
    yield named_circle("ŷ", OUTPUT, NEURON)


def _legend(t: NullTranslations) -> Iterator[Markup]:
    _ = t.gettext
    left = SQUARE.left
    for number, classes in enumerate(("boundary", "boundary second")):
        y = LEGEND + 30 * number
        yield line(Segment(Point(left, y), Point(left + SAMPLE, y)), classes)
        name = _("hidden neuron {number}").format(number=number + 1)
        yield label(name, left + SAMPLE + 12, y, anchor="start")
    last = LEGEND + 60
    yield element("rect", class_="region swatch", x=left + 6, y=last - 10, width=28, height=20)
    yield label(_("answer 1"), left + SAMPLE + 12, last, anchor="start")
    yield join(*mark(Point(268, last), is_cross=True, is_right=False))
    yield label(_("wrong answer"), 268 + RING + 8, last, anchor="start")
