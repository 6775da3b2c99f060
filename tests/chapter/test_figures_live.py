"""What live figures show: they start as the still, and every number they print is true."""

from fractions import Fraction
from math import exp

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from forwardpass.chapter.curves import CURVES
from forwardpass.chapter.live import curve_view, neuron_view
from forwardpass.chapter.neuron import BIAS, INPUTS, WEIGHTS
from forwardpass.chapter.stills import figure
from forwardpass.words.catalogs import LANGUAGES

from ..helpers.arithmetic import is_true, links
from ..helpers.figure_reader import Picture

places = st.integers(-60, 60).map(lambda tenths: tenths / 10)
operands = st.integers(-30, 30).map(lambda tenths: tenths / 10)
triples = st.tuples(operands, operands, operands)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_they_start_as_the_still(lang: str) -> None:
    for name, curve in CURVES.items():
        assert curve_view(name, curve.start, lang)["svg"] == figure(name, lang).svg
    assert neuron_view(INPUTS, WEIGHTS, BIAS, lang)["svg"] == figure("artificial_neuron", lang).svg


@settings(deadline=None)
@given(places)
def test_the_numbers_of_the_sigmoid_are_its_value_and_its_slope(z: float) -> None:
    numbers = curve_view("sigmoid", z, "en")["numbers"]
    step = 1e-5
    assert numbers["value"] == pytest.approx(1 / (1 + exp(-z)))
    rise = 1 / (1 + exp(-z - step)) - 1 / (1 + exp(-z + step))
    assert numbers["slope"] == pytest.approx(rise / (2 * step), rel=1e-4)


@settings(deadline=None)
@given(places)
def test_the_numbers_of_the_relu_are_its_value_and_its_slope(z: float) -> None:
    numbers = curve_view("relu", z, "en")["numbers"]
    assert numbers == {"z": z, "value": max(0.0, z), "slope": 1.0 if z > 0 else 0.0}


@settings(deadline=None)
@given(places)
def test_every_line_of_arithmetic_of_the_sigmoid_is_true(z: float) -> None:
    found = [
        link
        for line in curve_view("sigmoid", z, "es")["text"].splitlines()
        for link in links(line.replace("σ′(z)", "s"))
    ]
    assert len(found) == 2
    assert all(is_true(link) for link in found)


@settings(deadline=None)
@given(triples, triples, operands)
def test_the_weighted_sum_is_exact_and_the_output_true(
    inputs: tuple[float, ...], weights: tuple[float, ...], bias: float
) -> None:
    view = neuron_view(inputs, weights, bias, "en")
    total = sum(
        (Fraction(str(w)) * Fraction(str(x)) for w, x in zip(weights, inputs, strict=True)), Fraction(str(bias))
    )
    assert Fraction(str(view["numbers"]["z"])) == total
    assert view["numbers"]["y"] == pytest.approx(1 / (1 + exp(-total)))
    found = [link for line in view["text"].splitlines() for link in links(line)]
    assert len(found) == 2
    assert all(is_true(link) for link in found)


@settings(deadline=None, max_examples=100)
@given(places, st.sampled_from(LANGUAGES))
def test_the_words_fit_wherever_the_point_is(z: float, lang: str) -> None:
    for name in CURVES:
        faults = Picture(curve_view(name, z, lang)["svg"]).faults()
        assert [fault for fault in faults if "on the rim" not in fault] == []


@settings(deadline=None, max_examples=100)
@given(triples, triples, operands, st.sampled_from(LANGUAGES))
def test_the_words_fit_whatever_the_numbers(
    inputs: tuple[float, ...], weights: tuple[float, ...], bias: float, lang: str
) -> None:
    assert Picture(neuron_view(inputs, weights, bias, lang)["svg"]).faults() == []


def test_words_say_how_steep_the_curve_is() -> None:
    words = {z: curve_view("sigmoid", z, "en")["text"].splitlines()[-1] for z in (0, 2, 6)}
    assert [words[z].split(":")[0] for z in words] == [
        "Here the curve is steep",
        "Here the curve rises gently.",
        "Here the curve is nearly flat",
    ]


def test_in_its_kink_the_relu_has_no_slope_and_no_tangent() -> None:
    view = curve_view("relu", 0, "en")
    assert view["text"].splitlines() == [
        "R(0) = max(0, 0) = 0",
        "At 0 the curve has a kink and no slope; programs usually use 0.",
    ]
    assert view["alt"].endswith("R(0) = max(0, 0) = 0, no slope.")
    assert "tangent" not in view["svg"].partition("</desc>")[2]


def test_a_point_outside_the_picture_is_refused() -> None:
    with pytest.raises(ValueError, match=r"z is 6.5; expected a number from -6 to 6"):
        curve_view("sigmoid", 6.5, "en")
    with pytest.raises(ValueError, match="no curve 'tanh'; expected one of sigmoid, relu"):
        curve_view("tanh", 0, "en")
    with pytest.raises(ValueError, match="2 inputs and 3 weights; expected 3 of each"):
        neuron_view([1, 2], [1, 2, 3], 0, "en")


def test_numbers_between_are_taken_to_one_decimal() -> None:
    assert curve_view("relu", 1.2499, "en")["numbers"]["z"] == 1.2
    assert neuron_view([0.1234, 0, 0], [1, 0, 0], 0, "en")["numbers"]["inputs"] == [0.1, 0, 0]
