"""The drawing in words: it tells the numbers that the drawing shows, and no others."""

import re

import pytest

from forwardpass.small_network.description import describe, in_one_sentence
from forwardpass.small_network.drawing.draw import draw
from forwardpass.small_network.problem.problems import make_problem
from forwardpass.small_network.steps import make_lesson
from forwardpass.small_network.sums import below
from forwardpass.small_network.view import lesson
from forwardpass.words.catalogs import LANGUAGES, translator

from ..helpers.geometry import read


def test_the_words_tell_every_number_of_the_drawing_and_no_others() -> None:
    for seed in range(50):
        problem = make_problem(seed)
        for step in make_lesson(problem):
            computed = below(step, problem, translator("en"))
            picture = draw(step, "", "", problem.y, below=computed)
            drawn = " ".join(text.text for text in read(picture).texts).replace("−", "-")
            told = describe(step, problem, translator("en"), computed).replace("−", "-")
            assert sorted(re.findall(r"-?\d+\.\d+", told)) == sorted(re.findall(r"-?\d+\.\d+", drawn))


def test_what_is_in_focus_is_named() -> None:
    problem = make_problem(1)
    step = next(step for step in make_lesson(problem) if step.key == "neuron-1-2")
    assert "In focus: x₁, x₂, x₃, a₂." in describe(step, problem, translator("en"))
    assert "En foco: x₁, x₂, x₃, a₂." in describe(step, problem, translator("es"))


def test_french_sentences_have_decimal_commas_and_tell_numbers_apart() -> None:
    problem = make_problem(1)
    step = next(step for step in make_lesson(problem) if step.key == "neuron-1-1")
    told = describe(step, problem, translator("fr"))
    assert "poids 0,7\u00a0; 0,1\u00a0; 0,3\u00a0; biais −0,8" in told
    assert not re.search(r"\d\.\d", told)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_step_has_a_sentence_for_those_who_listen(lang: str) -> None:
    problem = make_problem(1)
    views = lesson(problem, translator(lang))["views"]
    for step, view in zip(make_lesson(problem), views, strict=True):
        sentence = in_one_sentence(step, problem, translator(lang))
        assert re.search(r"\d", sentence)
        assert "{" not in sentence
        assert view["html"].startswith(f'<h3>{view["title"]}</h3><p class="spoken">{sentence}</p>')


def test_the_sentence_of_a_neuron_has_its_name_its_sum_and_its_value() -> None:
    for seed in range(20):
        problem = make_problem(seed)
        for step in make_lesson(problem):
            if not step.key.startswith("neuron"):
                continue
            told = in_one_sentence(step, problem, translator("en")).replace("−", "-")
            z, a = (float(values[step.layer][step.unit]) for values in (step.trace.z, step.trace.a))
            found = re.search(r"sum is (-?[\d.]+); after the sigmoid the value is (-?[\d.]+\d)", told)
            assert found, told
            assert [float(number) for number in found.groups()] == [pytest.approx(value, abs=0.006) for value in (z, a)]


def test_the_sentences_of_the_first_problem() -> None:
    problem = make_problem(1)
    told = {step.key: in_one_sentence(step, problem, translator("en")) for step in make_lesson(problem)}
    assert told["data"] == "Inputs: 0.4, 2.6, 2.3. The target: 0.34."
    assert told["neuron-2-1"] == (
        "The output: the weighted sum is 1.59; after the sigmoid the value is 0.83. That is the answer of the network."
    )
    assert told["neuron-1-1"].endswith(" The next layer gets this value.")
    assert told["error"] == "Answer: 0.83; target: 0.34; squared error: 0.241. A perfect answer would make it 0."
    assert told["conclusion"] == "Squared error before: 0.241; after: 0.000."
