"""The drawing in words: it tells the numbers that the drawing shows, and no others."""

import re

from forwardpass.small_network.description import describe
from forwardpass.small_network.drawing.draw import draw
from forwardpass.small_network.problem.problems import make_problem
from forwardpass.small_network.steps import make_lesson
from forwardpass.words.catalogs import translator

from ..helpers.geometry import read


def test_the_words_tell_every_number_of_the_drawing_and_no_others() -> None:
    for seed in range(50):
        problem = make_problem(seed)
        for step in make_lesson(problem):
            drawn = " ".join(text.text for text in read(draw(step, "", "", problem.y)).texts).replace("−", "-")
            told = describe(step, problem, translator("en"))
            assert sorted(re.findall(r"-?\d+\.\d+", told)) == sorted(re.findall(r"-?\d+\.\d+", drawn))


def test_what_is_in_focus_is_named() -> None:
    problem = make_problem(1)
    step = next(step for step in make_lesson(problem) if step.key == "neuron-1-2")
    assert "In focus: x₁, x₂, x₃, a₂." in describe(step, problem, translator("en"))
    assert "En foco: x₁, x₂, x₃, a₂." in describe(step, problem, translator("es"))
