"""Each number of the six chapters is computed here and compared, chosen by the text as an example, or a fact that the sources at its end tell."""

import re
from collections import Counter
from decimal import Decimal
from itertools import pairwise

import numpy as np
import pytest
from numpy.typing import NDArray

from builder.pages.chapters import LANGUAGES
from forwardpass.image_network.trained import find
from forwardpass.images.pixels import PIXELS, SIDE
from forwardpass.network.activations import sigmoid, softmax
from forwardpass.network.forward import forward
from forwardpass.network.layers import Network
from forwardpass.small_network.learning.descent import RATES, descend
from forwardpass.small_network.problem.problems import make_problem

from ...helpers.chapter import ANSWER, FORMULA, body, numbers, sections
from ...helpers.mnist_images import images, labels

EQUATION = re.compile(r"^([-\d. ()+/*]+)(=|\\approx)([-\d. ]+)$")


def sigmoid_at(z: float) -> float:
    return float(sigmoid(np.array([z]))[0])


COMPUTED: dict[str, dict[float, float]] = {
    "activation-function": {
        2.718: np.e,
        0.475: sigmoid_at(-0.1),
        0.525: sigmoid_at(0.1),
        0.5: sigmoid_at(0),
        0.25: sigmoid_at(0) * (1 - sigmoid_at(0)),
        0.993: sigmoid_at(5),
        0.007: sigmoid_at(5) * (1 - sigmoid_at(5)),
    },
    "regression": {0.5: sigmoid_at(0), 20: RATES[-1]},
    "more-layers": {0.25: 0.5 * (1 - 0.5)},
    "classification": {0.5: sigmoid_at(0), 2.72: np.e, 7.39: np.e**2, 11.11: np.e + np.e**2 + 1},
    "handwritten-digits": {28: SIDE, 784: PIXELS, 255: np.iinfo(np.uint8).max},
}
EXAMPLES: dict[str, set[float]] = {
    "from-linear-classifiers-to-neurons": {0.5, 0.2, 20},
    "regression": {0.8, 0.5},
    "classification": {0.2, 0.7, 0.4},
}
FACTS: dict[str, set[float]] = {
    "": {1843, 1844, 1950, 1955, 1959},
    "birth-and-rebirth": {
        86e9,
        1943,
        1948,
        1968,
        1949,
        1957,
        1958,
        704,
        1960,
        20,
        1969,
        1973,
        1986,
        1989,
        1997,
        2009,
        2012,
        15.3,
        26.2,
        2017,
    },
    "activation-function": {2011},
    "more-layers": {1989},
    "handwritten-digits": {60_000, 10_000, 2010, 35},
}
MEASURED = {95}  # of a hundred images
WORDS = {"en": "eleven", "es": "once", "fr": "onze", "zh": "十一", "ko": "열한", "ja": "11"}  # parameters
CONFUSED = [{4, 9}, {3, 5}]


@pytest.fixture(scope="module")
def answers() -> NDArray[np.float64]:
    """Test images × classes: what the network of the demo says."""
    return forward(find("mnist_784_10_10").network, images() / 255).output


def decimals(value: float) -> int:
    return max(0, -int(Decimal(str(value)).as_tuple().exponent)) if value % 1 else 0


@pytest.mark.parametrize(("anchor", "said"), [(anchor, said) for anchor, table in COMPUTED.items() for said in table])
def test_a_number_is_what_is_computed_to_its_last_digit(anchor: str, said: float) -> None:
    assert round(COMPUTED[anchor][said], decimals(said)) == said


@pytest.mark.parametrize("anchor", list(sections("en"))[:-2])
def test_no_number_stands_in_a_section_for_which_nobody_answers(anchor: str) -> None:
    known = COMPUTED.get(anchor, {}).keys() | EXAMPLES.get(anchor, set()) | FACTS.get(anchor, set())
    assert numbers(sections("en")[anchor], "en") == known | (MEASURED if anchor == "handwritten-digits" else set())


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_equation_between_numbers_is_true(lang: str) -> None:
    written = [(display or inline).replace(r"\cdot", "*") for display, inline in FORMULA.findall(body(lang))]
    found = [equation.groups() for formula in written if (equation := EQUATION.match(formula))]
    assert len(found) == 8
    for left, sign, right in found:
        value, said = eval(left), float(right)
        assert round(value, 9) == said if sign == "=" else round(value, decimals(said)) == said


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sums_are_of_the_networks_that_the_demos_have(lang: str) -> None:
    small, digits = make_problem(1).guess, find("mnist_784_10_10").network
    weights, parameters = (count(small, biases=biases) for biases in (False, True))
    assert f"3 \\cdot 2 + 2 \\cdot 1 = {weights}$" in body(lang)
    assert parameters == 11
    assert WORDS[lang] in sections(lang)["layers"]
    assert f"= {count(digits, biases=True)}$" in sections(lang)["handwritten-digits"]


def count(network: Network, biases: bool) -> int:
    return sum(layer.weights.size + biases * layer.biases.size for layer in network.layers)


def test_softmax_of_the_example_gives_the_shares_of_the_text() -> None:
    shares = [f"{share:.2f}" for share in softmax(np.array([1.0, 2.0, 0.0]))]
    assert [
        formula[1].split()[-1] for formula in FORMULA.findall(body("en")) if r"11.11 \approx" in formula[1]
    ] == shares


def test_five_sigmoids_leave_less_than_a_thousandth() -> None:
    assert 0.25**5 < 1 / 1000 < 0.25**4


def test_with_the_largest_rate_the_error_mostly_rises_on_the_way() -> None:
    ways = [[state.error for state in descend(make_problem(seed), RATES[-1]).states] for seed in range(1, 41)]
    assert np.mean([any(after > before for before, after in pairwise(way)) for way in ways]) > 0.5


@pytest.mark.parametrize("lang", LANGUAGES)
def test_of_a_hundred_images_so_many_are_read(answers: NDArray[np.float64], lang: str) -> None:
    share = np.mean(answers.argmax(axis=1) == labels())
    assert round(100 * share) in numbers(sections(lang)["handwritten-digits"], lang)


def test_in_two_of_three_mistakes_the_second_answer_is_the_label(answers: NDArray[np.float64]) -> None:
    *_, second, first = answers.argsort(axis=1).T
    wrong = first != labels()
    assert abs(np.mean(second[wrong] == labels()[wrong]) - 2 / 3) < 0.02


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_pairs_that_are_confused_most_are_those_of_the_last_answer(answers: NDArray[np.float64], lang: str) -> None:
    said = answers.argmax(axis=1)
    mistakes = Counter(
        (label, answer) for label, answer in zip(labels().tolist(), said.tolist(), strict=True) if label != answer
    )
    pairs = Counter(frozenset(pair) for pair in mistakes.elements())
    assert [set(pair) for pair, _ in pairs.most_common(2)] == CONFUSED
    assert mistakes[9, 4] > mistakes[4, 9]
    last = ANSWER.findall(body(lang))[-1]
    assert [{int(one) for one in pair} for pair in re.findall(r"([0-9])\D{1,8}([0-9])", last)[:2]] == CONFUSED
