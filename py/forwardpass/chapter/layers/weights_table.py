"""The weights of a layer as a table beside their drawing: a row for each neuron, a column for each input."""

from collections.abc import Iterator
from gettext import NullTranslations

from ...formulas import notation as n
from ...formulas.notation import subscript
from ...network.activations import Array
from ...small_network.problem.problems import make_problem
from ...svg.figure import Figure, arrow, between, frame, named_circle, paragraph
from ...svg.geometry import Point
from ...svg.labels import label, minus
from ...svg.markup import Markup, element, number
from ...words.wording import apart, numbers

SEED = 1  # the problem with which the demo opens
RADIUS = 26.0
INPUTS = (Point(30, 112), Point(30, 192), Point(30, 272))
NEURONS = (Point(194, 152), Point(194, 232))
SHARES = (0.42, 0.3, 0.3)  # of the way to the first neuron, where its weights stand
COLUMNS = (318.0, 380.0, 442.0)
ROW_NAMES, HEADINGS, BRACKETS = 262.0, 108.0, (286.0, 474.0)
HALF_A_ROW, LIP = 24.0, 8.0
HEIGHT = 322.0


def weights_table(t: NullTranslations) -> Figure:
    """The first neuron and its row are picked out."""
    _ = t.gettext
    weights = make_problem(SEED).guess.layers[0].weights  # (2, 3)
    return frame(
        "weights_table",
        _("The weights of a layer as a table"),
        describe(weights, t),
        HEIGHT,
        element("g", *_arrows(), class_="connections"),
        element("g", *_weights_of_first(weights)),
        element("g", *_circles(), class_="neurons"),
        element("g", *_table(weights)),
        element("g", *_names(t)),
    )


def describe(weights: Array, t: NullTranslations) -> str:
    _ = t.gettext
    rows = (
        _("row {neuron}: {weights}").format(
            neuron=f"a{subscript(index)}", weights=numbers((n.exact(value).text for value in row), t)
        )
        for index, row in enumerate(weights.tolist(), 1)
    )
    message = _(
        "On the left three inputs, x₁ to x₃, with arrows to two neurons, a₁ and a₂; on the right a table, the matrix W⁽¹⁾, with a row for each neuron and a column for each input: {rows}. The three weights of a₁ stand on its arrows too."
    )
    return message.format(rows=apart(rows, t))


def _shown(value: float) -> str:
    return minus(n.exact(value).text)


def _arrows() -> Iterator[Markup]:
    for target, neuron in enumerate(NEURONS):
        for source in INPUTS:
            yield arrow(between(source, RADIUS, neuron, RADIUS), "connection" if target else "connection chosen")


def _weights_of_first(weights: Array) -> Iterator[Markup]:
    for source, share, value in zip(INPUTS, SHARES, weights[0].tolist(), strict=True):
        line = between(source, RADIUS, NEURONS[0], RADIUS)
        place = line.at(share)
        yield label(_shown(value), place.x, place.y, "weight halo-text")


def _circles() -> Iterator[Markup]:
    for letter, column in (("x", INPUTS), ("a", NEURONS)):
        for index, place in enumerate(column, 1):
            yield named_circle(f"{letter}{subscript(index)}", place, RADIUS)


def _table(weights: Array) -> Iterator[Markup]:
    left, right = BRACKETS
    first, last = NEURONS[0].y, NEURONS[-1].y
    top, bottom = first - HALF_A_ROW, last + HALF_A_ROW
    yield element("rect", class_="band counted", x=left + 4, y=first - 20, width=right - left - 8, height=40, rx=8)
    for x, lip in ((left, LIP), (right, -LIP)):
        start, end = f"M{number(x + lip)} {number(top)}", f"{number(x + lip)} {number(bottom)}"
        yield element("path", class_="bar", d=f"{start}L{number(x)} {number(top)}L{number(x)} {number(bottom)}L{end}")
    for index, x in enumerate(COLUMNS, 1):
        yield label(f"x{subscript(index)}", x, HEADINGS, "name")
    for index, (place, row) in enumerate(zip(NEURONS, weights.tolist(), strict=True), 1):
        yield label(f"a{subscript(index)}", ROW_NAMES, place.y, "name")
        for x, value in zip(COLUMNS, row, strict=True):
            yield label(_shown(value), x, place.y)


def _names(t: NullTranslations) -> Iterator[Markup]:
    _ = t.gettext
    yield paragraph(_("layer {number}").format(number=1), 112, 18, 220, "heading")
    yield label("W⁽¹⁾", (COLUMNS[0] + COLUMNS[-1]) / 2, 18, "heading")
    yield paragraph(_("a column for each input"), COLUMNS[1], 50, 190, "quiet")
    yield paragraph(_("a row for each neuron"), COLUMNS[1], NEURONS[-1].y + 46, 190, "quiet")
