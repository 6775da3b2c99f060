"""Networks of other shapes: true lines, drawings without overlap, code that runs, words that fit."""

import contextlib
import io
import re
from itertools import pairwise, product
from typing import Any

import numpy as np
import pytest

from forwardpass.network.activations import ELEMENTWISE
from forwardpass.network.forward import forward
from forwardpass.small_network.description import describe
from forwardpass.small_network.drawing.draw import draw
from forwardpass.small_network.drawing.layout import make_layout
from forwardpass.small_network.narration import narrate
from forwardpass.small_network.numpy_code import code
from forwardpass.small_network.problem.architecture import Architecture
from forwardpass.small_network.problem.problems import make_problem, squared_error
from forwardpass.small_network.steps import make_lesson
from forwardpass.small_network.sums import below
from forwardpass.words.catalogs import LANGUAGES, translator

from ...helpers.amounts import amount
from ...helpers.architectures import architecture, problem
from ...helpers.arithmetic import is_true, links
from ...helpers.geometry import read, touching

ALL = 120
SEEDS = range(amount(40, ALL))


@pytest.mark.endure
@pytest.mark.parametrize("edited", [False, True])
def test_every_line_of_arithmetic_is_true(edited: bool) -> None:
    for seed in SEEDS:
        given = problem(seed, edited)
        counted = 0
        for step in make_lesson(given):
            for line in narrate(step, given, translator("en")).text.splitlines():
                found = links(line)
                counted += len(found)
                assert all(is_true(link) for link in found), f"seed {seed}, {step.key}: {line}"
                assert not re.search(r"[+×] -|- -", line)
        assert counted >= 2 * sum(given.architecture.sizes[1:]), f"seed {seed}: {counted} links"


@pytest.mark.endure
def test_no_label_touches_a_line_a_neuron_or_another_label() -> None:
    for seed in SEEDS:
        given = problem(seed, edited=seed % 2 == 0)
        steps = {step.key: step for step in make_lesson(given)}
        asked = [steps["pass"].asked(neuron) for neuron in sorted(steps["pass"].known) if neuron[0]]
        for step in (steps["layer-1"], steps["pass"], *asked[seed % 3 :: 3], asked[-1]):
            assert touching(read(draw(step, "", "", given.y))) == [], f"seed {seed}, {given.architecture}, {step.key}"


def test_there_is_a_place_for_every_weight_of_every_architecture_of_up_to_three_columns() -> None:
    for sizes in [*product(range(1, 7), repeat=2), *product(range(1, 7), repeat=3)]:
        for number in ("−1.0", "−0.83"):
            layout = make_layout(sizes, number)
            assert len(layout.connections) == sum(a * b for a, b in pairwise(sizes))


def test_where_there_are_many_connections_only_those_in_focus_carry_labels() -> None:
    given = make_problem(1, Architecture((4, 4, 2), ("relu", "sigmoid")))
    steps = {step.key: step for step in make_lesson(given)}
    labels = {key: _labels(draw(step, "", "", given.y)) for key, step in steps.items()}
    assert labels["layer-1"] == []
    assert labels["neuron-1-3"] == ["0-0-2", "0-1-2", "0-2-2", "0-3-2"]
    assert sorted(labels["layer-2"]) == [f"1-{source}-{target}" for source in range(4) for target in range(2)]
    lines = set(read(draw(steps["neuron-1-3"], "", "")).lines)
    assert {line for line in lines if line.startswith("0-")} == set(labels["neuron-1-3"])


def _labels(svg: str) -> list[str]:
    return [text.own for text in read(svg).texts if text.own.count("-") == 2]


@pytest.mark.endure
def test_the_words_tell_every_number_of_the_drawing_and_no_others() -> None:
    for seed in SEEDS:
        given = problem(seed)
        for step in make_lesson(given):
            computed = below(step, given, translator("en"))
            picture = draw(step, "", "", given.y, below=computed)
            drawn = " ".join(text.text for text in read(picture).texts).replace("−", "-")
            told = describe(step, given, translator("en"), computed).replace("−", "-")
            assert sorted(re.findall(r"-?\d+\.\d+", told)) == sorted(re.findall(r"-?\d+\.\d+", drawn)), f"seed {seed}"


@pytest.mark.parametrize("seed", range(40))
def test_the_numpy_lines_run_and_give_the_numbers(seed: int) -> None:
    given = problem(seed, edited=seed % 2 == 0)
    steps = {step.key: step for step in make_lesson(given)}
    for key, step in steps.items():
        result = run(code(step, given))
        if key.startswith("neuron"):
            assert result["z"] == pytest.approx(step.trace.z[step.layer][step.unit])
            assert result["a"] == pytest.approx(step.trace.a[step.layer][step.unit])
        if key in ("error", "conclusion"):
            assert result["error"] == pytest.approx(squared_error(step.network, given.x, given.y))
            assert result["y_hat"] == pytest.approx(step.trace.output)
    assert np.array_equal(np.atleast_1d(run(code(steps["data"], given))["y"]), given.y)


def run(source: str) -> dict[str, Any]:
    variables: dict[str, Any] = {}
    with contextlib.redirect_stdout(io.StringIO()):
        exec(source, variables)
    return variables


@pytest.mark.endure
def test_the_guess_misses_and_the_best_parameters_hit() -> None:
    for seed in SEEDS:
        given = problem(seed)
        assert given.hits(given.best)
        assert squared_error(given.guess, given.x, given.y) >= 0.1
        assert np.abs(forward(given.best, given.x).output - given.y).max() <= 0.005000001


def test_a_step_for_every_neuron() -> None:
    given = make_problem(3, Architecture((2, 3, 2, 2), ("tanh", "relu", "identity")))
    titles = [narrate(step, given, translator("en")).title for step in make_lesson(given)]
    assert titles == [
        "One data point",
        "Random parameters: hidden layer 1",
        "Random parameters: hidden layer 2",
        "Random parameters: the output layer",
        "The point goes in",
        "Hidden layer 1, neuron 1",
        "Hidden layer 1, neuron 2",
        "Hidden layer 1, neuron 3",
        "Hidden layer 2, neuron 1",
        "Hidden layer 2, neuron 2",
        "Output 1",
        "Output 2",
        "How far off?",
        "The best parameters",
        "The whole pass",
        "The parameters decide",
    ]


def test_neurons_are_called_by_layer_and_number() -> None:
    given = make_problem(3, Architecture((2, 3, 2, 2), ("tanh", "relu", "identity")))
    texts = {step.key: narrate(step, given, translator("en")).text for step in make_lesson(given)}
    assert "a⁽¹⁾₃ = tanh(z⁽¹⁾₃) = tanh(" in texts["neuron-1-3"]
    assert "a⁽²⁾₁ = ReLU(z⁽²⁾₁) = ReLU(" in texts["neuron-2-1"]
    assert re.search(r"\nŷ₂ = z⁽³⁾₂ [=≈] -?\d", texts["neuron-3-2"])
    assert "error = (y₁ - ŷ₁)² + (y₂ - ŷ₂)² = (" in texts["error"]
    assert (
        "2-3-2-2 network (2 inputs, 3 + 2 hidden neurons, 2 outputs; activations layer by layer: tanh, ReLU, identity)"
        in texts["data"]
    )


def test_a_network_without_a_hidden_layer_has_none_in_its_words() -> None:
    given = make_problem(3, Architecture((1, 1), ("identity",)))
    words = "\n".join(narrate(step, given, translator("en")).text for step in make_lesson(given))
    assert "1-1 network (1 input, 1 output; identity activation)" in words
    assert "hidden" not in words
    assert "takes 1 line:" in words


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_tells_the_same_arithmetic(lang: str) -> None:
    for seed in range(10):
        given = problem(seed, edited=seed % 2 == 0)
        for step in make_lesson(given):
            texts = [narrate(step, given, translator(each)).text for each in ("en", lang)]
            assert len({str([links(line) for line in text.splitlines()]) for text in texts}) == 1


@pytest.mark.parametrize(
    ("sizes", "activations", "message"),
    [
        ((3,), (), "1 columns"),
        ((3,) * 6, ("relu",) * 5, "6 columns"),
        ((3, 7), ("relu",), "7 neurons"),
        ((3, 0), ("relu",), "0 neurons"),
        ((3, 2), ("relu", "relu"), "2 activations; expected 1"),
        ((3, 2), ("softmax",), "unknown activation 'softmax'"),
    ],
)
def test_what_cannot_be_shown_is_refused(sizes: tuple[int, ...], activations: tuple[str, ...], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Architecture(sizes, activations)


def test_random_architectures_are_of_all_kinds() -> None:
    found = [architecture(seed) for seed in range(ALL)]
    assert {len(each.sizes) for each in found} == {2, 3, 4, 5}
    assert {size for each in found for size in each.sizes} == set(range(1, 7))
    assert {name for each in found for name in each.activations} == set(ELEMENTWISE)
