"""The lesson: eleven steps, what is in focus and what is known at each."""

from forwardpass.small_network.problem.problems import make_problem
from forwardpass.small_network.steps import Kind, make_lesson

INPUTS = {(0, 0), (0, 1), (0, 2)}
HIDDEN = {(1, 0), (1, 1)}
OUTPUT = {(2, 0)}


def test_the_steps_come_in_order() -> None:
    keys = [step.key for step in make_lesson(make_problem(1))]
    assert keys == [
        "data",
        "layer-1",
        "layer-2",
        "input",
        "neuron-1-1",
        "neuron-1-2",
        "neuron-2-1",
        "error",
        "best",
        "pass",
        "conclusion",
    ]


def test_the_guess_is_in_force_until_the_best_parameters_come() -> None:
    in_force = [step.in_force for step in make_lesson(make_problem(1))]
    assert in_force == ["guess"] * 8 + ["best"] * 3


def test_a_neuron_step_focuses_the_neuron_and_its_inputs_and_shows_only_its_parameters() -> None:
    steps = {step.key: step for step in make_lesson(make_problem(1))}
    assert steps["neuron-1-2"].focus == INPUTS | {(1, 1)}
    assert steps["neuron-1-2"].weighted == {(1, 1)}
    assert steps["neuron-2-1"].focus == HIDDEN | OUTPUT
    assert steps["neuron-2-1"].weighted == OUTPUT


def test_values_become_known_one_by_one_and_are_forgotten_with_new_parameters() -> None:
    known = [set(step.known) for step in make_lesson(make_problem(1))]
    assert known[:3] == [set(), set(), set()]
    assert known[3] == INPUTS
    assert known[4] == INPUTS | {(1, 0)}
    assert known[5] == INPUTS | HIDDEN
    assert known[6] == known[7] == INPUTS | HIDDEN | OUTPUT
    assert known[8] == set()
    assert known[9] == known[10] == INPUTS | HIDDEN | OUTPUT


def test_the_first_step_shows_the_bare_network() -> None:
    first = make_lesson(make_problem(1))[0]
    assert first.kind is Kind.DATA
    assert first.focus == first.known == first.weighted == frozenset()
    assert not first.shows_target
