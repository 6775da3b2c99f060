"""The line of a single neuron: weights tilt it, the bias shifts it, and points of two classes lie on its sides."""

from collections.abc import Iterator
from gettext import NullTranslations

from ...formulas import notation as n
from ...formulas.expressions import Formula, Token, applied, row
from ...svg.figure import WIDTH, Figure, frame
from ...svg.geometry import Point
from ...svg.labels import label, minus
from ...svg.markup import Markup, element, join
from ...words.blocks import Paragraph, say
from ...words.wording import in_a_row, listed
from .boundary import Boundary
from .square import RING, Square, mark

START = Boundary((0.5, 1.0), 0.5)  # of the still: misses two points, so that there is something to do
FURTHEST_WEIGHT, FURTHEST_BIAS = 2, 4  # of the knobs
ONES = (Point(2, 2), Point(3, -1), Point(1, 3), Point(3, 1))
NOUGHTS = (Point(-2, 1), Point(-3, 3), Point(-1, -2), Point(1, -3))
POINTS = (*((point, 1) for point in ONES), *((point, 0) for point in NOUGHTS))
SQUARE = Square(left=64, top=36, size=352, low=-4, high=4, ticks=(-4, -2, 0, 2, 4))
LEGEND = SQUARE.top + SQUARE.size + 52
HEIGHT = LEGEND + 48
CROSSING_DECIMALS = 2


def linear_classifier(t: NullTranslations) -> Figure:
    return draw(START, t)


def draw(neuron: Boundary, t: NullTranslations) -> Figure:
    return frame(
        "linear_classifier",
        t.gettext("The line of a neuron"),
        describe(neuron, t),
        HEIGHT,
        SQUARE.region(neuron.half_of(SQUARE.corners)),
        element("g", *SQUARE.grid()),
        element("g", *SQUARE.frame()),
        element("g", *SQUARE.line_of(neuron, "boundary")),
        element("g", *_marks(neuron), class_="points"),
        element("g", *_legend(t)),
    )


def right_ones(neuron: Boundary) -> int:
    """How many points lie on their side."""
    return sum(neuron.answer(point) == wanted for point, wanted in POINTS)


def equation(neuron: Boundary) -> Formula:
    """f(x₁, x₂) = … with the numbers in their places."""
    comma = Formula((Token(", ", element("mo", ",")),))
    return n.equal(applied(n.name("f"), row(n.name("x", 1), comma, n.name("x", 2))), neuron.sum_formula())


def crossings(neuron: Boundary) -> tuple[Formula | None, Formula | None]:
    """Where the line meets the axes: x₁ = …, x₂ ≈ …; None for an axis that it does not meet in one point."""
    first, second = (_crossing(neuron, number) if neuron.weights[number - 1] else None for number in (1, 2))
    return first, second


def _crossing(neuron: Boundary, number: int) -> Formula:
    value = -neuron.bias / neuron.weights[number - 1] + 0.0
    shown = n.exact(round(value, CROSSING_DECIMALS), 0)
    is_exact = abs(value - round(value, CROSSING_DECIMALS)) < 1e-9
    return (n.equal if is_exact else n.about)(n.name("x", number), shown)


def describe(neuron: Boundary, t: NullTranslations) -> str:
    """The drawing in words, with all its numbers."""
    _ = t.gettext
    points = _(
        "A plane with x₁ to the right and x₂ upward, each from −4 to 4. Crosses, points of class 1, are at {ones}; circles, points of class 0, at {noughts}."
    ).format(ones=_places(ONES, t), noughts=_places(NOUGHTS, t))
    tinted = _("On the tinted side the sum is above zero: {sum}.").format(sum=equation(neuron).text)
    return in_a_row((points, tinted, course(neuron, t).text, how_many(neuron, t)), t)


def course(neuron: Boundary, t: NullTranslations) -> Paragraph:
    """Where the line runs."""
    _ = t.gettext
    first, second = crossings(neuron)
    if first and second and neuron.bias:
        return say(
            _("The line meets the first axis at {first} and the second at {second}."), first=first, second=second
        )
    if first and second:
        return say(_("The bias is 0, so the line runs through the point where both inputs are 0."))
    if first:
        return say(_("The line is vertical at {first}: only the first input counts."), first=first)
    if second:
        return say(_("The line is horizontal at {second}: only the second input counts."), second=second)
    if neuron.bias > 0:
        return say(_("Both weights are 0, so there is no line: the bias alone makes every answer 1."))
    return say(_("Both weights are 0, so there is no line, and every answer is 0."))


def how_many(neuron: Boundary, t: NullTranslations) -> str:
    right = right_ones(neuron)
    if right == len(POINTS):
        return t.gettext("All {count} points are on the correct side.").format(count=right)
    return t.gettext("Points on the correct side: {right} of {count}.").format(right=right, count=len(POINTS))


def _places(points: tuple[Point, ...], t: NullTranslations) -> str:
    return listed((minus(f"({point.x:g}, {point.y:g})") for point in points), t)


def _marks(neuron: Boundary) -> Iterator[Markup]:
    for point, wanted in POINTS:
        yield from mark(SQUARE.at(point), bool(wanted), neuron.answer(point) == wanted)


def _legend(t: NullTranslations) -> Iterator[Markup]:
    _ = t.gettext
    names = (_("class {number}").format(number=1), _("class {number}").format(number=0))
    for index, (name, is_cross) in enumerate(zip(names, (True, False), strict=True)):
        y = LEGEND + 30 * index
        yield join(*mark(Point(SQUARE.left + RING, y), is_cross, is_right=True))
        yield label(name, SQUARE.left + 2 * RING + 8, y, anchor="start")
    yield element("rect", class_="region swatch", x=WIDTH / 2, y=LEGEND - 10, width=28, height=20)
    yield label(_("answer 1"), WIDTH / 2 + 36, LEGEND, anchor="start")
    yield join(*mark(Point(WIDTH / 2 + 14, LEGEND + 30), True, is_right=False))
    yield label(_("wrong answer"), WIDTH / 2 + 36, LEGEND + 30, anchor="start")
