"""The words of the steps: every printed line of arithmetic is true, in both languages, in two thousand problems."""

import re

import pytest

from forwardpass.small_network.narration import narrate
from forwardpass.small_network.problem.editing import with_edits
from forwardpass.small_network.problem.files import problem_from
from forwardpass.small_network.problem.problems import make_problem
from forwardpass.small_network.steps import Kind, make_lesson
from forwardpass.words.catalogs import LANGUAGES, translator

from ..helpers.amounts import amount
from ..helpers.arithmetic import evaluate, is_true, links


def lines(seed: int, lang: str = "en") -> dict[str, list[str]]:
    problem = make_problem(seed)
    return {step.key: narrate(step, problem, translator(lang)).text.splitlines() for step in make_lesson(problem)}


@pytest.mark.endure
def test_every_line_of_arithmetic_in_many_problems_is_true() -> None:
    for seed in range(amount(250, 2000)):
        for step, printed in lines(seed).items():
            for line in printed:
                assert all(is_true(link) for link in links(line)), f"seed {seed}, {step}: {line}"


def test_each_step_has_the_arithmetic_it_is_about() -> None:
    for seed in range(50):
        counts = {step: sum(len(links(line)) for line in printed) for step, printed in lines(seed).items()}
        assert [counts[f"neuron-{unit}"] for unit in ("1-1", "1-2", "2-1")] == [2, 2, 2]
        assert counts["error"] == 1
        assert counts["pass"] == 3


def test_the_sums_use_the_numbers_of_the_problem() -> None:
    problem = make_problem(7)
    total = next(line for line in lines(7)["neuron-1-2"] if line.startswith("z"))
    weights, x = problem.guess.layers[0].weights[1], problem.x
    for w, v in zip(weights, x, strict=True):
        assert f"{f'({w})' if w < 0 else w} × {v}" in total


def test_the_printed_pre_activation_is_that_of_both_lines() -> None:
    for seed in range(300):
        for unit in ("1-1", "1-2", "2-1"):
            total, activation = (line for line in lines(seed)[f"neuron-{unit}"] if re.match(r"[zaŷ]", line))
            z = re.split(" [=≈] ", total)[-1]
            assert f"σ({z})" in activation


def test_the_best_parameters_print_y_as_the_last_value_of_the_whole_pass() -> None:
    for seed in range(300):
        answer = next(line for line in lines(seed)["pass"] if line.startswith("ŷ"))
        assert float(re.split(" [=≈] ", answer)[-1]) == make_problem(seed).y[0]


def test_no_operand_is_a_bare_negative_number() -> None:
    for seed in range(300):
        for printed in lines(seed).values():
            assert not any(re.search(r"[+×] -|- -", line) for line in printed)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_formulas_are_the_same_in_every_language(lang: str) -> None:
    for seed in (1, 7):
        for step, printed in lines(seed, lang).items():
            assert [link for line in printed for link in links(line)] == [
                link for line in lines(seed)[step] for link in links(line)
            ]


def test_spanish_tells_the_reader_to_press_the_button_by_its_spanish_name() -> None:
    assert "«Siguiente»" in lines(1, "es")["conclusion"][-1]


def test_the_first_layer_tells_where_its_parameters_come_from() -> None:
    drawn = make_problem(7)
    changed = with_edits(drawn, {"guess-w-0-1-2": -1.3})
    opened = problem_from(make_problem(9).best, 7)
    told = [narrate(make_lesson(problem)[1], problem, translator("en")).text for problem in (drawn, changed, opened)]
    assert "so the initial ones are drawn at random" in told[0]
    assert "drawn at random, then changed by hand" in told[1]
    assert "were not drawn at random: they come from a file" in told[2]


def test_where_a_line_needs_more_decimals_than_the_steps_before_a_sentence_says_so() -> None:
    for seed in range(50):
        for step in ("neuron-2-1", "error", "pass"):
            told = lines(seed)[step]
            computed_with = [re.split("[=≈]", line)[:-1] for line in told]
            needs = any(re.search(r"\d\.\d{3}", side) for sides in computed_with for side in sides)
            assert needs == any("with more decimals here" in line for line in told), f"seed {seed}, {step}"


def test_markup_and_plain_text_hold_the_same_sentences() -> None:
    problem = make_problem(3)
    for step in make_lesson(problem):
        words = narrate(step, problem, translator("en"))
        for block in words.blocks:
            if step.kind is not Kind.DATA and "<math>" not in block.html:
                assert block.text in block.html.replace("&amp;", "&")
        assert words.html.count('class="equation"') == len([b for b in words.blocks if 'class="equation"' in b.html])


def test_the_independent_reader_sees_through_a_false_line() -> None:
    assert evaluate("0.5 × 0.6 + (-0.1)") == evaluate("0.20")
    assert [is_true(link) for link in links("z = 0.5 × 0.6 = 0.31")] == [False]
    assert [is_true(link) for link in links("a = σ(1.0) ≈ 0.74")] == [False]
    assert [is_true(link) for link in links("a = σ(1.0) ≈ 0.73")] == [True]
