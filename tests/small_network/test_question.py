"""Questions before the answer: asked where something is revealed, and right by an independent reckoning."""

import math
import re

import pytest

from forwardpass.small_network.problem.problems import make_problem
from forwardpass.small_network.question import question
from forwardpass.small_network.steps import make_lesson
from forwardpass.words.blocks import Question
from forwardpass.words.catalogs import LANGUAGES, translator

ASKED = {"neuron-1-1", "neuron-1-2", "neuron-2-1", "pass"}


def questions(seed: int, lang: str = "en") -> dict[str, Question]:
    problem, t = make_problem(seed), translator(lang)
    found = {step.key: question(step, problem, t) for step in make_lesson(problem)}
    return {key: asked for key, asked in found.items() if asked}


def test_each_neuron_and_the_pass_with_the_best_parameters_are_asked_about() -> None:
    assert all(set(questions(seed)) == ASKED for seed in range(50))


def test_answers_about_neurons_are_right() -> None:
    for seed in range(500):
        problem, asked = make_problem(seed), questions(seed)
        hidden = []
        for unit in range(2):
            tenths = [
                round(100 * float(w) * float(x))
                for w, x in zip(problem.guess.layers[0].weights[unit], problem.x, strict=True)
            ]
            z = (sum(tenths) + round(100 * float(problem.guess.layers[0].biases[unit]))) / 100
            hidden.append(1 / (1 + math.exp(-z)))
            assert asked[f"neuron-1-{unit + 1}"].answer == (0 if hidden[-1] >= 0.5 else 1)
        out = problem.guess.layers[1]
        z = out.weights[0] @ hidden + out.biases[0]
        assert asked["neuron-2-1"].answer == (0 if 1 / (1 + math.exp(-z)) >= 0.5 else 1)


def test_the_answer_about_the_best_parameters_is_right_and_its_reason_shows_it() -> None:
    for seed in range(300):
        found = questions(seed)["pass"]
        before, after = map(float, re.findall(r"\d\.\d+", found.reason.text))
        assert found.answer == (0 if after > before else 1)
        assert f"ŷ ≈ {before:.2f}" in found.asked.text


def test_both_answers_occur() -> None:
    assert {(key, found.answer) for seed in range(40) for key, found in questions(seed).items()} == {
        (key, answer) for key in ASKED for answer in (0, 1)
    }


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_question_never_shows_its_answer(lang: str) -> None:
    for seed in range(10):
        problem = make_problem(seed)
        for step in make_lesson(problem):
            found = question(step, problem, translator(lang))
            if found and step.key.startswith("neuron"):
                assert not re.search(r"\d\.\d", found.asked.text)
                assert len(set(found.choices)) == 2
