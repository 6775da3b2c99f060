"""What a reader's code has left becomes the problem, where it fits."""

import json
from random import Random

import numpy as np
import pytest

from forwardpass.network.activations import ACTIVATIONS
from forwardpass.readers_code.running import run
from forwardpass.small_network.numpy_code import code
from forwardpass.small_network.problem.architecture import Architecture
from forwardpass.small_network.problem.editing import with_edits
from forwardpass.small_network.problem.from_code import CodeMisfit, with_values
from forwardpass.small_network.problem.places import limits, numbers
from forwardpass.small_network.problem.problems import DEFAULT, Problem, make_problem
from forwardpass.small_network.steps import Step, make_lesson
from forwardpass.words.catalogs import translator

ENGLISH = translator("en")
ELEMENTWISE = [name for name in ACTIVATIONS if name != "softmax"]


def after(problem: Problem, step: Step, lines: str) -> Problem:
    """What becomes of a problem by the lines of a step and these."""
    ran = run(code(step, problem) + lines, ENGLISH, lambda text: None)
    assert ran["trouble"] is None
    values = {value["name"]: value["numbers"] for value in ran["values"]}
    return with_values(problem, step.in_force, values, ENGLISH)


def any_architecture(random: Random) -> Architecture:
    sizes = tuple(random.randint(1, 6) for _ in range(random.randint(2, 5)))
    return Architecture(sizes, tuple(random.choices(ELEMENTWISE, k=len(sizes) - 1)))


@pytest.mark.parametrize("seed", range(300))
def test_code_to_drawing_to_code(seed: int) -> None:
    random = Random(seed)
    problem = make_problem(seed, DEFAULT if seed % 3 else any_architecture(random))
    step = random.choice(make_lesson(problem))
    place = random.choice(list(numbers(problem)))
    most, decimals = limits(place)
    value = round(random.uniform(-float(most), float(most)), decimals) + 0.0
    wanted = with_edits(problem, {place: value})
    twin = next(other for other in make_lesson(wanted) if other.key == step.key)
    found = after(problem, step, code(twin, wanted))  # the lines as they would be had the number been edited
    again = next(other for other in make_lesson(found) if other.key == step.key)
    assert code(again, found) == code(twin, wanted)


def test_a_number_that_is_set_becomes_the_one_on_screen() -> None:
    problem = make_problem(7)
    steps = {step.key: step for step in make_lesson(problem)}
    changed = after(problem, steps["error"], "W1[0, 1] = 2\nx = x[::-1]\ny = 0.1 + 0.2")
    assert changed.guess.layers[0].weights[0, 1] == 2
    assert np.array_equal(changed.x, problem.x[::-1])
    assert changed.y.tolist() == [0.3]
    best = after(problem, steps["best"], "b2 = [1]")
    assert best.best.layers[1].biases.tolist() == [1]
    assert np.array_equal(best.guess.layers[1].biases, problem.guess.layers[1].biases)


def test_lines_as_they_are_change_nothing() -> None:
    problem = make_problem(7)
    for step in make_lesson(problem):
        assert not after(problem, step, "").edits


@pytest.mark.parametrize(
    ("lines", "sentence"),
    [
        (
            "W1[0, 1] = 2.55",
            "W1[0, 1] is 2.55; what is drawn runs from −9.9 to 9.9 with 1 decimal, so the drawing stays.",
        ),
        ("b1 = b1 * 100", "b1[0] is −30; what is drawn runs from −9.9 to 9.9 with 1 decimal, so the drawing stays."),
        ("y = 0.123", "y is 0.123; what is drawn runs from −9999.99 to 9999.99 with 2 decimals, so the drawing stays."),
        ("x = x[:2]", "x has the shape 2 and is drawn with 3, so the drawing stays."),
        ("W2 = W2[0]", "W2 has the shape 2 and is drawn with 1×2, so the drawing stays."),
        ("x = 'three'", "x cannot be drawn, so the drawing stays."),
        ("y = float('inf')", "y cannot be drawn, so the drawing stays."),
    ],
)
def test_what_does_not_fit_says_so(lines: str, sentence: str) -> None:
    problem = make_problem(7)
    step = next(step for step in make_lesson(problem) if step.key == "error")
    with pytest.raises(CodeMisfit) as told:
        after(problem, step, lines)
    assert str(told.value) == sentence


def test_names_of_their_own_are_no_matter_of_the_drawing() -> None:
    problem = make_problem(7)
    assert not with_values(problem, "guess", {"W9": json.dumps([1]), "mine": ""}, ENGLISH).edits
