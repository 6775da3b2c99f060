"""Seeded problems: the same everywhere, the guess misses, the best hits."""

import pytest

from forwardpass.network.forward import forward
from forwardpass.small_network.problem.problems import LARGEST_SEED, Problem, make_problem, squared_error

GOLDEN = {
    0: (
        [2.6, 2.3, 1.3],
        0.52,
        [0.8, 0.9, 0.1, -0.2, 0.4, -0.5, 0.7, 0.7, 0.8, 0.2, 0.9],
        [-0.5, 0.0, -0.2, 0.6, -0.4, 0.0, 0.2, 0.9, 0.0, -0.5, 0.5],
    ),
    1: (
        [0.4, 2.6, 2.3],
        0.34,
        [0.7, 0.1, 0.3, -0.7, 1.0, 0.8, -0.8, -0.4, 0.5, 0.4, 0.9],
        [-0.5, 0.0, -0.1, 0.3, 0.6, -0.9, -1.0, 0.7, -0.1, 0.6, -1.0],
    ),
    7: (
        [1.0, 0.4, 2.0],
        0.63,
        [-0.8, -0.4, 0.7, -0.7, 0.2, 0.3, -0.3, 0.1, -0.9, -0.9, -0.6],
        [-0.9, 0.1, -0.3, -0.9, 0.0, -1.0, -0.1, -0.9, -0.9, -0.2, 0.7],
    ),
    2026: (
        [0.3, 1.5, 1.5],
        0.67,
        [0.2, 0.0, 0.9, -0.5, -0.2, 0.9, 0.0, 0.0, -1.0, -0.6, -0.8],
        [0.8, -0.8, -0.6, 0.2, 0.1, 0.6, 0.1, 0.5, 0.6, 0.5, 0.2],
    ),
    999999999: (
        [2.8, 0.7, 0.5],
        0.77,
        [0.4, 0.6, -0.2, -0.1, 0.9, -0.2, -0.8, -0.6, -0.2, 0.1, -0.1],
        [0.0, 0.8, -0.9, 0.8, -0.1, 0.1, 0.1, 0.3, -0.1, 0.7, 0.6],
    ),
}


@pytest.mark.parametrize("seed", GOLDEN)
def test_a_seed_gives_the_same_problem_for_good(seed: int) -> None:
    problem = make_problem(seed)
    found = (problem.x.tolist(), problem.as_data()["y"], _parameters(problem, "guess"), _parameters(problem, "best"))
    assert found == GOLDEN[seed]


def _parameters(problem: Problem, which: str) -> list[float]:
    layers = getattr(problem, which).layers
    return [float(value) for layer in layers for value in (*layer.weights.flat, *layer.biases)]


def test_in_two_thousand_problems_the_guess_misses_and_the_best_parameters_hit_y() -> None:
    for seed in range(2000):
        problem = make_problem(seed)
        assert squared_error(problem.guess, problem.x, problem.y) >= 0.1
        assert f"{forward(problem.best, problem.x).output[0]:.2f}" == f"{problem.y[0]:.2f}"


def test_all_numbers_are_in_their_ranges_with_one_decimal() -> None:
    for seed in range(200):
        problem = make_problem(seed)
        parameters = [*_parameters(problem, "guess"), *_parameters(problem, "best")]
        assert all(-1 <= p <= 1 and p == round(p, 1) for p in parameters)
        assert all(0 <= x <= 3 and x == round(x, 1) for x in problem.x.tolist())
        y = float(problem.y[0])
        assert 0 < y < 1
        assert y == round(y, 2)


def test_every_value_of_the_ranges_comes_up() -> None:
    problems = [make_problem(seed) for seed in range(300)]
    assert {p for problem in problems for p in _parameters(problem, "best")} == {i / 10 for i in range(-10, 11)}
    assert {x for problem in problems for x in problem.x.tolist()} == {i / 10 for i in range(31)}


@pytest.mark.parametrize("seed", [-1, LARGEST_SEED + 1])
def test_an_impossible_seed_is_named(seed: int) -> None:
    with pytest.raises(ValueError, match=f"the seed is {seed}; expected a whole number from 0 to {LARGEST_SEED}"):
        make_problem(seed)
