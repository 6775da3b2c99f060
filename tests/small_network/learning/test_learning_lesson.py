"""Learning in words, numbers and a curve: every printed line is true, every number that of the step."""

import json
import re

import numpy as np
import pytest

from forwardpass.api import answer, learn
from forwardpass.small_network.learning.descent import RATES, Outcome, descend
from forwardpass.small_network.learning.plot import MOST_TICKS, Scale
from forwardpass.small_network.learning.view import learning_view
from forwardpass.small_network.problem.address import decode
from forwardpass.small_network.problem.architecture import Architecture
from forwardpass.small_network.problem.editing import edited
from forwardpass.small_network.problem.problems import Problem, make_problem
from forwardpass.words.catalogs import LANGUAGES, translator

from ...helpers.arithmetic import evaluate, is_true

EN = translator("en")


def links(line: str) -> list[tuple[object, str, object, str]]:
    """Of a line with names: the links between sides that are numbers only."""
    parts = re.split(r" ([=≈]) ", re.sub("[wb] ← ", "", line))
    values = [evaluate(part) for part in parts[::2]]
    return [
        (values[i], parts[2 * i + 1], values[i + 1], parts[2 * i + 2])
        for i in range(len(values) - 1)
        if values[i] is not None and values[i + 1] is not None
    ]


@pytest.mark.parametrize("rate", RATES)
def test_every_line_of_arithmetic_is_true_at_every_step(rate: float) -> None:
    for seed in range(8):
        problem = make_problem(seed)
        descent = descend(problem, rate)
        for iteration in range(1, descent.last + 1, max(1, descent.last // 40)):
            lines = learning_view(problem, descent, iteration, EN)["text"].splitlines()
            worked = [line for line in lines if line.startswith(("∂E/∂w =", "w ←"))]
            assert len(worked) == 2
            for line in worked:
                assert len(links(line)) == 1, line
                assert is_true(links(line)[0]), line  # type: ignore[arg-type]


ARCHITECTURES = [
    Architecture((3, 1), ("identity",)),
    Architecture((2, 3, 2), ("tanh", "sigmoid")),
    Architecture((4, 6, 6, 3), ("relu", "tanh", "identity")),
    Architecture((1, 2, 1), ("relu", "relu")),
    Architecture((6, 6, 6, 6, 6), ("sigmoid", "relu", "tanh", "tanh")),
]


@pytest.mark.parametrize("architecture", ARCHITECTURES)
@pytest.mark.parametrize("rate", [0.1, 5.0])
def test_any_small_network_learns_in_true_lines(architecture: Architecture, rate: float) -> None:
    for seed in range(3):
        problem = make_problem(seed, architecture)
        descent = descend(problem, rate)
        for iteration in {0, min(1, descent.last), descent.last // 2, descent.last}:
            view = learning_view(problem, descent, iteration, EN)
            assert "data-edit" not in view["svg"]
            found = [link for line in view["text"].splitlines() for link in links(line)]
            assert len(found) >= 2 * bool(iteration)
            assert all(is_true(link) for link in found), view["text"]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("code", "rate", "iteration"),
    [("AQQGAwYGAAMBAORn2Ps", 5.0, 2), ("AQQCAgYFAQMAFDqHJTw", 20.0, 7), ("AQMBAgECASHHtte7", 5.0, 2)],
)
def test_a_slope_of_nearly_nothing_is_told_in_true_lines_too(code: str, rate: float, iteration: int) -> None:
    found = [link for line in learn(rate, iteration, "en", problem=code)["text"].splitlines() for link in links(line)]
    assert len(found) >= 2
    assert all(is_true(link) for link in found)  # type: ignore[arg-type]


def test_the_slope_of_both_lines_is_the_same() -> None:
    lines = learn(0.5, 12, "en", 7)["text"].splitlines()
    slope = next(line for line in lines if line.startswith("∂E/∂w")).rpartition(" ≈ ")[2]
    assert f"0.5 × ({slope})" in next(line for line in lines if line.startswith("w ←"))


def test_the_drawing_shows_the_parameters_to_two_decimals_and_the_worked_weight_in_focus() -> None:
    problem = make_problem(7)
    descent = descend(problem, 0.5)
    view = learning_view(problem, descent, 12, EN)
    shown = re.findall(r'data-weight="(\d-\d-\d)">.*?<text[^>]*>(−?\d\.\d\d)</text>', view["svg"])
    layers = descent.states[12].network.layers
    assert len(shown) == 8
    for key, text in shown:
        layer, source, target = map(int, key.split("-"))
        assert float(text.replace("−", "-")) == pytest.approx(layers[layer].weights[target, source], abs=0.005)
    focused = re.findall(r'class="connection focus[^"]*"[^>]* data-connection="(\S+)"', view["svg"])
    assert len(focused) == 1
    assert focused[0].startswith("1-")


def test_the_plot_has_its_numbers_in_words_and_a_point_for_the_present() -> None:
    first, last = learn(0.5, 0, "en", 7), learn(0.5, 60, "en", 7)
    assert "0.207 before the first step" in first["plot_alt"]
    assert first["plot_alt"] in first["plot"]
    assert "step 60, with an error of 0.000024" in last["plot_alt"]
    xs = [float(re.search(r'class="present" cx="([\d.]+)"', view["plot"])[1]) for view in (first, last)]  # type: ignore[index]
    assert xs[0] < xs[1]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_last_step_tells_the_hit_and_compares_with_the_best_parameters(lang: str) -> None:
    problem = make_problem(3)
    descent = descend(problem, 1.0)
    assert descent.outcome is Outcome.HIT
    view, before = (learning_view(problem, descent, descent.last - back, translator(lang)) for back in (0, 1))
    assert len(view["text"].splitlines()) == len(before["text"].splitlines()) + 2
    assert view["numbers"]["output"] == pytest.approx(problem.y.tolist(), abs=0.005)


def test_a_search_that_does_not_get_there_says_so() -> None:
    assert "is still off" in learn(0.01, 1000, "en", 7)["text"]


def dead(problem: Problem) -> Problem:
    """Its hidden neurons are off: they answer 0 whatever comes in."""
    for unit in range(2):
        problem = edited(problem, f"guess-b-0-{unit}", "-9.9", EN)
    return problem


def test_where_no_weight_moves_a_bias_that_does_is_worked_out() -> None:
    problem = dead(make_problem(3, Architecture((3, 2, 1), ("relu", "sigmoid"))))
    descent = descend(problem, 0.5)
    lines = learning_view(problem, descent, 1, EN)["text"].splitlines()
    worked = [line for line in lines if line.startswith(("∂E/∂b = 2 × (ŷ - y) × ŷ × (1 - ŷ) =", "b ← "))]
    assert len(worked) == 2
    for line in worked:
        assert is_true(links(line)[0]), line  # type: ignore[arg-type]
    first, second = (state.network.layers[1] for state in descent.states[:2])
    assert (first.weights == second.weights).all()
    assert f"{second.biases[0]:.2f}" in worked[1].replace("(", "").replace(")", "")


def test_where_nothing_moves_the_search_ends_and_says_why() -> None:
    problem = dead(make_problem(3, Architecture((3, 2, 1), ("relu", "relu"))))
    problem = edited(problem, "guess-b-1-0", "-1", EN)
    descent = descend(problem, 0.5)
    assert (descent.outcome, descent.last) == (Outcome.STUCK, 0)
    assert "slope of every weight and bias is 0" in learning_view(problem, descent, 0, EN)["text"]
    leapt = decode("AQMGBgMCAQdXNwy1", EN)  # its first step carries it where tanh is flat and ReLU is off
    descent = descend(leapt, 20)
    assert (descent.outcome, descent.last) == (Outcome.STUCK, 1)
    assert "≈ 2.7304" in learning_view(leapt, descent, 1, EN)["text"]


def test_running_goes_on_to_the_end_in_at_most_a_hundred_moves() -> None:
    for rate in (0.01, 0.5):
        moves, iteration = 0, 0
        while (onward := learn(rate, iteration, "en", 7)["numbers"]["onward"]) != iteration:
            assert onward > iteration
            moves, iteration = moves + 1, onward
        assert iteration == learn(rate, 0, "en", 7)["numbers"]["last"]
        assert moves <= 100


def test_views_are_plain_data_and_wrong_calls_are_answered_with_a_message() -> None:
    call = {"call": "learn", "seed": 7, "rate": 0.5, "iteration": 3, "lang": "ja"}
    assert json.loads(answer(json.dumps(call)))["numbers"]["iteration"] == 3
    wrong = json.loads(answer(json.dumps(call | {"iteration": 61})))
    assert "step 61 of learning; expected 0 to 60" in wrong["error"]["message"]


def test_the_axis_of_errors_begins_at_zero_and_is_even() -> None:
    for seed in range(1, 12):
        for rate in RATES:
            errors = [state.error for state in descend(make_problem(seed), rate).states]
            scale = Scale(errors)
            written = [float(text) for _, text in scale.errors()]
            assert written[0] == 0
            assert 2 <= len(written) <= MOST_TICKS + 1
            assert written[-1] <= max(errors)
            assert np.diff(written) == pytest.approx([written[1]] * (len(written) - 1))
            places = [scale.at(0, error).y for error, _ in scale.errors()]
            assert np.diff(places) == pytest.approx([places[1] - places[0]] * (len(places) - 1))


def test_which_way_a_parameter_goes_is_said_in_words_before_the_formula() -> None:
    for iteration in range(1, 20):
        lines = learn(0.5, iteration, "en", 7)["text"].splitlines()
        slope = next(line for line in lines if line.startswith("∂E/∂w")).rpartition(" ≈ ")[2]
        said = next(line for line in lines if line.startswith("Raised a little"))
        assert ("lowered" in said) is (not slope.startswith("-"))
        assert lines.index(said) < next(i for i, line in enumerate(lines) if line.startswith("∂E/∂w"))
