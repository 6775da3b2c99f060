"""What was learned goes into the lesson: the numbers of an independent descent, as printed, in true lines, and kept when something is edited."""

from typing import Any

import numpy as np
import pytest

from forwardpass import api
from forwardpass.small_network.learning.descent import RATES, descend
from forwardpass.small_network.learning.taken import NotLearned, with_learned
from forwardpass.small_network.problem.address import decode, encode
from forwardpass.small_network.problem.editing import edited, nudged
from forwardpass.small_network.problem.problems import Problem, make_problem
from forwardpass.small_network.view import lesson
from forwardpass.words.catalogs import LANGUAGES, translator

from ...helpers.arithmetic import is_true
from .test_learning_lesson import ARCHITECTURES, links

EN = translator("en")
TAKEN: dict[str, Any] = {"seed": 7, "learned": 39, "rate": 0.5}
H = 1e-6  # of a finite difference


def answer_of(flat: Any, x: Any) -> float:
    """A 3-2-1 network with sigmoids, its 11 parameters in a row."""
    w1, b1, w2, b2 = flat[:6].reshape(2, 3), flat[6:8], flat[8:10], flat[10]
    hidden = 1 / (1 + np.exp(-(w1 @ x + b1)))
    return float(1 / (1 + np.exp(-(w2 @ hidden + b2))))


def learned_by_differences(problem: Problem, steps: int, rate: float) -> Any:
    """Gradient descent with the slope of each parameter measured, not derived."""
    first, last = problem.guess.layers
    flat = np.concatenate([first.weights.ravel(), first.biases, last.weights.ravel(), last.biases])

    def error(at: Any) -> float:
        return float(problem.y[0] - answer_of(at, problem.x)) ** 2

    for _ in range(steps):
        slopes = [(error(flat + H * unit) - error(flat - H * unit)) / (2 * H) for unit in np.eye(flat.size)]
        flat = flat - rate * np.array(slopes)
    return flat


@pytest.mark.parametrize(("seed", "steps", "rate"), [(7, 39, 0.5), (1, 5, 1.0), (12, 20, 0.1)])
def test_the_parameters_are_those_of_an_independent_descent(seed: int, steps: int, rate: float) -> None:
    problem = make_problem(seed)
    expected = learned_by_differences(problem, steps, rate)
    numbers = api.simple_forward_pass(seed, "en", learned=steps, rate=rate)["views"][9]["numbers"]
    first, last = numbers["learned"]["layers"]
    found = np.array([*np.ravel(first["weights"]), *first["biases"], *np.ravel(last["weights"]), *last["biases"]])
    assert np.abs(found - expected).max() <= 0.005 + 1e-6  # of two decimals, or more
    assert numbers["in_force"] == "learned"
    assert round(numbers["a"][1][0], 2) == round(answer_of(expected, problem.x), 2)
    assert numbers["best"] == problem.best.as_data()


def test_the_lesson_begins_as_before_and_ends_with_what_was_learned() -> None:
    usual, learned = api.simple_forward_pass(7, "en"), api.simple_forward_pass(**TAKEN, lang="en")
    assert learned["subject"] == TAKEN
    assert learned["original"] == {"seed": 7}
    same = [a["html"] == b["html"] for a, b in zip(usual["views"], learned["views"], strict=True)]
    assert same == [True] * 8 + [False] * 2 + [True]
    best = learned["views"][8]
    assert best["title"] == "The learned parameters"
    assert "by 39 steps of gradient descent at a learning rate of 0.5" in best["text"]
    assert "best" not in learned["views"][9]["question"]["text"]


@pytest.mark.parametrize("rate", RATES)
def test_every_line_with_learned_parameters_is_true(rate: float) -> None:
    for problem in (*map(make_problem, range(6)), *(make_problem(3, each) for each in ARCHITECTURES)):
        descent = descend(problem, rate)
        if not descent.last:
            continue
        views = lesson(with_learned(problem, descent, descent.last, EN), EN)["views"]
        for line in (line for view in views[-3:] for line in view["text"].splitlines()):
            assert all(is_true(link) for link in links(line)), line  # type: ignore[arg-type]


def test_what_is_learned_to_hit_y_still_hits_it_as_printed() -> None:
    for seed in range(60):
        descent = descend(make_problem(seed), 0.5)
        taken = with_learned(make_problem(seed), descent, descent.last, EN)
        assert taken.hits(taken.best)


def test_an_edit_keeps_what_was_learned_in_the_code() -> None:
    taken = with_learned(make_problem(7), descend(make_problem(7), 0.5), 39, EN)
    for changed in (edited(taken, "x-0", "1.7", EN), nudged(taken, "best-w-0-0-1", 0.1)):
        found = decode(encode(changed), EN)
        assert found.edits == changed.edits
        assert found.best.as_data() == changed.best.as_data()
        told = lesson(found, EN)["views"][8]["text"]
        assert "These were learned from initial ones, before numbers were changed by hand." in told
    answer = api.edit(place="x-0", index=9, lang="en", text="1.7", **TAKEN)
    assert list(answer["subject"]) == ["problem"]


def test_code_that_changes_nothing_keeps_every_decimal() -> None:
    weights = api.simple_forward_pass(**TAKEN, lang="en")["views"][9]["numbers"]["learned"]["layers"][0]["weights"]
    weights[1][1] = 0.5
    taken = api.take_values(names=["W1"], values=[str(weights)], index=9, lang="en", **TAKEN)
    assert taken["view"]["numbers"]["best"]["layers"][0]["weights"] == weights


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("steps", [0, -1, 61, 10**6])
def test_steps_that_are_not_learned_are_told_in_the_reader_s_language(lang: str, steps: int) -> None:
    with pytest.raises(NotLearned, match="60") as refused:
        api.simple_forward_pass(7, lang, learned=steps, rate=0.5)
    assert refused.value.code == "wrong_learned"
    if lang != "en":
        assert "link" not in str(refused.value)
