"""The figures of the plane: lines and regions against answers computed point by point, and every number they print is true."""

import re
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forwardpass.chapter.plane import exactly_one, linear_classifier
from forwardpass.chapter.plane.boundary import Boundary
from forwardpass.chapter.plane.live import exactly_one_view, linear_classifier_view
from forwardpass.chapter.plane.square import Square
from forwardpass.chapter.stills import figure
from forwardpass.svg.geometry import Point
from forwardpass.words.catalogs import LANGUAGES

from ...helpers.figure_reader import Picture

weights = st.integers(-20, 20).map(lambda tenths: tenths / 10)
biases = st.integers(-40, 40).map(lambda tenths: tenths / 10)
neurons = st.builds(lambda w1, w2, b: Boundary((w1, w2), b), weights, weights, biases)


def region(svg: str) -> list[tuple[float, float]]:
    """The corners of the tinted region, in units of the picture."""
    points = next(e for e in Picture(svg).of_class("region")).attrib.get("points", "")
    return [(float(x), float(y)) for x, y in re.findall(r"([-\d.]+),([-\d.]+)", points)]


def is_inside(polygon: list[tuple[float, float]], x: float, y: float) -> bool:
    """By the number of edges that a ray to the right meets."""
    inside = False
    for (x1, y1), (x2, y2) in zip(polygon, polygon[1:] + polygon[:1], strict=True):
        if (y1 > y) != (y2 > y) and x < x1 + (y - y1) / (y2 - y1) * (x2 - x1):
            inside = not inside
    return inside


def probes(square: Square) -> list[Point]:
    """Places all over a square, on no line that numbers of one decimal make."""
    steps = [square.low + (square.high - square.low) * (i + 0.317) / 9 for i in range(9)]
    return [Point(x, y + 0.00173) for x, y in product(steps, steps)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_they_start_as_the_still(lang: str) -> None:
    line, pair = linear_classifier.START, exactly_one.START
    assert linear_classifier_view(line.weights, line.bias, lang)["svg"] == figure("linear_classifier", lang).svg
    first, second = ([*hidden.weights, hidden.bias] for hidden in (pair.first, pair.second))
    assert exactly_one_view(first, second, lang)["svg"] == figure("exactly_one", lang).svg


@settings(deadline=None)
@given(neurons)
def test_the_tinted_side_of_a_line_is_where_the_sum_is_above_zero(neuron: Boundary) -> None:
    polygon = region(linear_classifier_view(neuron.weights, neuron.bias, "en")["svg"])
    square = linear_classifier.SQUARE
    for probe in probes(square):
        total = neuron.weights[0] * probe.x + neuron.weights[1] * probe.y + neuron.bias
        if abs(total) > 0.01:
            place = square.at(probe)
            assert is_inside(polygon, place.x, place.y) == (total > 0)


@settings(deadline=None)
@given(neurons, neurons)
def test_the_tinted_region_is_where_the_first_says_1_and_the_second_0(first: Boundary, second: Boundary) -> None:
    view = exactly_one_view([*first.weights, first.bias], [*second.weights, second.bias], "en")
    polygon, square = region(view["svg"]), exactly_one.SQUARE
    for probe in probes(square):
        sums = [n.weights[0] * probe.x + n.weights[1] * probe.y + n.bias for n in (first, second)]
        if min(map(abs, sums)) > 0.01:
            place = square.at(probe)
            assert is_inside(polygon, place.x, place.y) == (sums[0] > 0 > sums[1])


@settings(deadline=None)
@given(neurons)
def test_where_the_line_is_said_to_meet_an_axis_the_sum_is_zero(neuron: Boundary) -> None:
    text = linear_classifier_view(neuron.weights, neuron.bias, "en")["text"].splitlines()[1]
    for number, sign, value in re.findall(r"x([₁₂]) (=|≈) (-?\d+(?:\.\d+)?)", text):
        weight = neuron.weights["₁₂".index(number)]
        assert abs(weight * float(value) + neuron.bias) <= (1e-9 if sign == "=" else abs(weight) * 0.005 + 1e-9)


@settings(deadline=None)
@given(neurons)
def test_points_on_the_wrong_side_are_counted_and_ringed(neuron: Boundary) -> None:
    view = linear_classifier_view(neuron.weights, neuron.bias, "en")
    w1, w2 = neuron.weights
    wrong = sum(
        (round(w1 * p.x + w2 * p.y + neuron.bias, 6) > 0) != bool(wanted) for p, wanted in linear_classifier.POINTS
    )
    assert len(Picture(view["svg"]).of_class("missed")) == wrong + 1  # and the one of the legend
    assert view["text"].splitlines()[-1] == (
        f"Points on the correct side: {8 - wrong} of 8." if wrong else "All 8 points are on the correct side."
    )


def test_the_points_can_be_parted_with_the_knobs_but_are_not_at_first() -> None:
    assert linear_classifier.right_ones(linear_classifier.START) == 6
    assert linear_classifier.right_ones(Boundary((1.0, 0.5), -1.0)) == 8


def test_the_two_neurons_of_the_text_solve_the_square() -> None:
    pair = exactly_one.START
    corners = list(product((0, 1), repeat=2))
    assert [pair.first.answer(Point(*c)) for c in corners] == [int(any(c)) for c in corners]
    assert [pair.second.answer(Point(*c)) for c in corners] == [int(all(c)) for c in corners]
    assert [pair.answer(Point(*c)) for c in corners] == [int(sum(c) == 1) for c in corners]


def test_each_corner_is_told_with_what_the_neurons_say_there() -> None:
    view = exactly_one_view([1, 1, -0.5], [1, 1, -2], "en")
    assert view["text"].splitlines() == [
        "z₁ = 1.0 × x₁ + 1.0 × x₂ + (-0.5)",
        "z₂ = 1.0 × x₁ + 1.0 × x₂ + (-2.0)",
        "At (0, 0): a₁ = 0, a₂ = 0, answer ŷ = 0. Right.",
        "At (1, 0): a₁ = 1, a₂ = 0, answer ŷ = 1. Right.",
        "At (0, 1): a₁ = 1, a₂ = 0, answer ŷ = 1. Right.",
        "At (1, 1): a₁ = 1, a₂ = 0, answer ŷ = 1. Wrong.",
        "Corners that are right: 3 of 4.",
    ]


@pytest.mark.parametrize(
    ("weights", "bias", "told"),
    [
        ([1, 0.5], -1, "The line meets the first axis at x₁ = 1 and the second at x₂ = 2."),
        ([1.5, 1], -1, "The line meets the first axis at x₁ ≈ 0.67 and the second at x₂ = 1."),
        ([1, 1], 0, "The bias is 0, so the line runs through the point where both inputs are 0."),
        ([2, 0], 1, "The line is vertical at x₁ = -0.5: only the first input counts."),
        ([0, -1], 0, "The line is horizontal at x₂ = 0: only the second input counts."),
        ([0, 0], 1, "Both weights are 0, so there is no line: the bias alone makes every answer 1."),
        ([0, 0], 0, "Both weights are 0, so there is no line, and every answer is 0."),
    ],
)
def test_words_say_where_the_line_runs(weights: list[float], bias: float, told: str) -> None:
    view = linear_classifier_view(weights, bias, "en")
    assert view["text"].splitlines()[1] == told
    assert told in view["alt"]


@settings(deadline=None, max_examples=60)
@given(neurons, neurons, st.sampled_from(LANGUAGES))
def test_the_words_fit_whatever_the_numbers(first: Boundary, second: Boundary, lang: str) -> None:
    one, other = ([*hidden.weights, hidden.bias] for hidden in (first, second))
    assert Picture(linear_classifier_view(first.weights, first.bias, lang)["svg"]).faults() == []
    assert Picture(exactly_one_view(one, other, lang)["svg"]).faults() == []


def test_wrong_arguments_are_refused() -> None:
    with pytest.raises(ValueError, match="3 weights; expected 2"):
        linear_classifier_view([1, 2, 3], 0, "en")
    with pytest.raises(ValueError, match="a weight or the bias is 101; expected numbers from -100 to 100"):
        linear_classifier_view([1, 101], 0, "en")
    with pytest.raises(ValueError, match="2 numbers of a hidden neuron; expected two weights and a bias"):
        exactly_one_view([1, 1], [1, 1, 0], "en")
