"""Each activation of the table is told truly: its lines, its questions, its slopes, its codes and its files."""

import io
import re
from decimal import Decimal

import numpy as np
import pytest

from forwardpass.files.saving import WRITERS, write_network
from forwardpass.formulas import activations as formulas
from forwardpass.formulas import notation as n
from forwardpass.network import activations as numbers
from forwardpass.small_network.learning.descent import descend
from forwardpass.small_network.learning.view import learning_view
from forwardpass.small_network.narration import narrate
from forwardpass.small_network.numpy_code import code
from forwardpass.small_network.problem.address import decode, encode
from forwardpass.small_network.problem.architecture import Architecture
from forwardpass.small_network.problem.files import read_small_network
from forwardpass.small_network.problem.form import network_form
from forwardpass.small_network.problem.problems import Problem, make_problem
from forwardpass.small_network.question import question
from forwardpass.small_network.steps import Kind, make_lesson
from forwardpass.words import activations as words
from forwardpass.words.catalogs import LANGUAGES, translator

from ..helpers.arithmetic import evaluate, is_true, links

EN = translator("en")
NAMES = list(numbers.ELEMENTWISE)
SEEDS = range(12)
TENTHS = [k / 10 for k in range(-60, 61)]


def problem(name: str, seed: int) -> Problem:
    return make_problem(seed, Architecture((2, 3, 2), (name, name)))


def value(name: str, z: float) -> float:
    return float(numbers.ELEMENTWISE[name].function(np.array(z)))


@pytest.mark.parametrize("name", NAMES)
def test_the_value_of_a_printed_number_is_that_of_the_network(name: str) -> None:
    for z in TENTHS:
        assert float(formulas.ELEMENTWISE[name].value(Decimal(str(z)))) == pytest.approx(value(name, z), abs=1e-12)


@pytest.mark.parametrize("name", NAMES)
def test_the_steepness_of_a_printed_number_is_the_derivative(name: str) -> None:
    for z in TENTHS:
        a = n.exact(value(name, z))
        steepness = formulas.ELEMENTWISE[name].steepness(a, z)
        slope = numbers.ELEMENTWISE[name].derivative(np.array(z), np.array(value(name, z)))
        assert float(n.value_of(steepness) if steepness else 1) == pytest.approx(float(slope), abs=2e-6)


@pytest.mark.parametrize("name", NAMES)
def test_every_line_of_a_lesson_is_true(name: str) -> None:
    for seed in SEEDS:
        given = problem(name, seed)
        told = [narrate(step, given, EN).text for step in make_lesson(given)]
        found = [link for text in told for line in text.splitlines() for link in links(line)]
        assert len(found) >= 10
        assert all(is_true(link) for link in found), seed


@pytest.mark.parametrize("name", NAMES)
def test_its_symbol_is_read_by_whoever_checks_the_lines(name: str) -> None:
    line = formulas.activated(name, n.exact(-1.5)).text
    assert float(evaluate(line) or 0) == pytest.approx(value(name, -1.5), abs=1e-12)


@pytest.mark.parametrize("name", NAMES)
def test_every_line_of_learning_is_true(name: str) -> None:
    counted = 0
    for seed in SEEDS:
        descent = descend(problem(name, seed), 0.01)
        for iteration in {1, descent.last // 2, descent.last} & set(range(1, descent.last + 1)):
            text = learning_view(problem(name, seed), descent, iteration, EN)["text"]
            for line in text.splitlines():
                if line.startswith("∂E/∂"):
                    left, right = re.split(" [=≈] ", line)[-2:]
                    assert is_true((evaluate(left), "≈", evaluate(right), right)), line  # type: ignore[arg-type]
                    counted += 1
    assert counted >= 10


@pytest.mark.parametrize("name", NAMES)
def test_the_first_range_of_its_question_is_the_upper_one(name: str) -> None:
    is_first = words.ELEMENTWISE[name].guess.is_first
    lower, upper = ([value(name, z) for z in TENTHS if is_first(z) is first] for first in (False, True))
    assert max(lower) <= min(upper)


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_it_is_asked_about_and_told_in_every_language(name: str, lang: str) -> None:
    t = translator(lang)
    for step in make_lesson(problem(name, 1)):
        asked = question(step, problem(name, 1), t)
        assert asked or step.kind is not Kind.NEURON
        assert "{" not in narrate(step, problem(name, 1), t).text + (asked.reason.text if asked else "")


@pytest.mark.parametrize("name", NAMES)
def test_its_code_runs_and_gives_the_numbers(name: str) -> None:
    for step in make_lesson(problem(name, 3)):
        variables: dict[str, object] = {"print": lambda *_: None}
        exec(code(step, problem(name, 3)), variables)
        if step.kind is Kind.NEURON:
            assert variables["a"] == pytest.approx(step.trace.a[step.layer][step.unit])


@pytest.mark.parametrize("name", NAMES)
def test_it_can_be_chosen_linked_to_and_kept_in_a_file(name: str) -> None:
    given = problem(name, 5)
    assert f'<option value="{name}" selected="selected">' in network_form(given.architecture, EN)
    assert decode(encode(given), EN).architecture == given.architecture
    for kind in WRITERS:
        network = read_small_network(write_network(given.guess, kind)).network
        assert [layer.activation for layer in network.layers] == [name, name]


ALIASES = [(alias, name) for name, activation in numbers.ELEMENTWISE.items() for alias in activation.aliases]


@pytest.mark.parametrize(("alias", "name"), ALIASES)
def test_other_libraries_may_call_it_otherwise(alias: str, name: str) -> None:
    target = io.BytesIO()
    np.savez(target, weights_1=np.ones((2, 3)), activations=np.array([f" {alias.upper()}"]))
    assert read_small_network(target.getvalue()).network.layers[0].activation == name
