"""Gradient descent: downhill for a small rate, at y in the end, and honest where it does not get there."""

from itertools import pairwise

import numpy as np
import pytest

from forwardpass.network.gradient import gradient
from forwardpass.small_network.learning.descent import (
    LARGEST,
    MOST_STEPS,
    RATES,
    USUAL_RATE,
    Outcome,
    descend,
    downhill,
    hits,
)
from forwardpass.small_network.problem.problems import make_problem

SEEDS = range(150)


def test_the_usual_rate_gets_from_every_guess_to_y() -> None:
    lengths = []
    for seed in SEEDS:
        problem = make_problem(seed)
        descent = descend(problem, USUAL_RATE)
        assert descent.outcome is Outcome.HIT
        assert descent.states[-1].trace.output.round(2) == problem.y
        assert not any(hits(state, problem) for state in descent.states[:-1])
        lengths.append(descent.last)
    assert 20 < np.median(lengths) < 80
    assert max(lengths) < 250


@pytest.mark.parametrize("rate", [0.01, 0.1, 0.5])
def test_with_a_small_rate_the_error_falls_at_every_step(rate: float) -> None:
    for seed in range(10):
        errors = [state.error for state in descend(make_problem(seed), rate).states]
        assert all(after < before for before, after in pairwise(errors))


def test_the_first_state_is_the_guess_and_each_step_is_the_rule() -> None:
    problem = make_problem(7)
    descent = descend(problem, 1.0)
    assert descent.states[0].network is problem.guess
    for before, after in zip(descent.states[:5], descent.states[1:6], strict=True):
        slopes = gradient(before.network, before.trace, problem.y)
        for old, new, dw, db in zip(
            before.network.layers, after.network.layers, slopes.weights, slopes.biases, strict=True
        ):
            assert new.weights == pytest.approx(old.weights - dw)
            assert new.biases == pytest.approx(old.biases - db)


def test_a_tiny_rate_and_a_huge_one_are_told_as_misses() -> None:
    slow = descend(make_problem(7), 0.01)
    assert (slow.outcome, slow.last) == (Outcome.OFF, MOST_STEPS)
    assert Outcome.OFF in {descend(make_problem(seed), 20.0).outcome for seed in range(3)}


def test_a_descent_is_the_same_every_time() -> None:
    one, other = (descend(make_problem(11), 0.5) for _ in range(2))
    assert [state.error for state in one.states] == [state.error for state in other.states]


def test_a_rate_that_is_not_offered_is_refused_with_those_that_are() -> None:
    with pytest.raises(ValueError, match=r"the learning rate is 3; expected one of 0.01, 0.1, 0.5, 1, 5, 20"):
        descend(make_problem(1), 3)


def test_a_step_of_rate_0_changes_nothing() -> None:
    problem = make_problem(1)
    state = descend(problem, RATES[0]).states[0]
    same = downhill(state.network, gradient(state.network, state.trace, problem.y), 0.0)
    assert all((a.weights == b.weights).all() for a, b in zip(same.layers, state.network.layers, strict=True))
    assert max(np.abs(layer.weights).max() for layer in same.layers) < LARGEST
