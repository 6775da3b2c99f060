"""The drawing: what is in focus, what is shown, and that no label touches anything but its own connection."""

import re
from collections.abc import Callable
from functools import cache

import numpy as np
import pytest

from forwardpass.small_network.drawing.draw import draw
from forwardpass.small_network.problem.problems import make_problem
from forwardpass.small_network.steps import make_lesson
from forwardpass.small_network.sums import Below, below
from forwardpass.words.catalogs import translator

from ...helpers.amounts import amount
from ...helpers.geometry import Drawing, Text, read, touching


@cache
def drawn(seed: int, key: str) -> str:
    problem = make_problem(seed)
    step = next(step for step in make_lesson(problem) if step.key == key)
    return draw(step, "title", "description", problem.y, below=below(step, problem, translator("en")))


def texts(seed: int, key: str) -> list[str]:
    return [text.text for text in read(drawn(seed, key)).texts]


@pytest.mark.endure
def test_in_many_problems_no_label_touches_a_line_a_neuron_or_another_label() -> None:
    seen: set[tuple[str, ...]] = set()
    for seed in range(amount(500, 2000)):
        problem = make_problem(seed)
        for step in make_lesson(problem):
            if seed > 100 and step.key not in ("layer-2", "pass"):
                continue  # these two show every label there is, of both sets of parameters
            drawing = read(draw(step, "", "", problem.y, below=below(step, problem, translator("en"))))
            pattern = tuple(
                re.sub(r"\d", "0", f"{t.text}@{t.box[0]:.0f}") for t in drawing.texts
            )  # all digits are equally wide
            if pattern not in seen:
                seen.add(pattern)
                assert touching(drawing) == [], f"seed {seed}, {step.key}"
    assert len(seen) > 100


def test_the_oracle_sees_a_label_on_a_foreign_line() -> None:
    drawing = read(drawn(1, "layer-1"))
    (x1, y1), (x2, y2) = drawing.lines["0-0-1"][0]
    x, y = (x1 + x2) / 2, (y1 + y2) / 2
    moved = Drawing(drawing.lines, drawing.circles, [Text("0.5", "0-0-0", (x - 9, y - 9, x + 9, y + 9))], drawing.size)
    assert "0.5 touches connection 0-0-1" in touching(moved)


def test_the_first_step_is_the_bare_network() -> None:
    assert texts(1, "data") == ["x₁", "x₂", "x₃", "a₁", "a₂", "ŷ"]


def test_a_neuron_step_thickens_the_neuron_its_inputs_and_the_connections_between() -> None:
    svg = drawn(1, "neuron-1-2")
    assert re.findall(r'"neuron focus" data-neuron="(\S+)"', svg) == ["0-0", "0-1", "0-2", "1-1"]
    assert re.findall(r'"connection focus [a-z]+" stroke-width="\S+" data-connection="(\S+)"', svg) == [
        "0-0-1",
        "0-1-1",
        "0-2-1",
    ]


def test_a_neuron_step_shows_the_weights_in_focus_and_no_others() -> None:
    network = make_problem(1).guess
    shown = [t.text.replace("−", "-") for t in read(drawn(1, "neuron-1-1")).texts if t.own.count("-") == 2]
    assert [float(text) for text in shown] == network.layers[0].weights[0].tolist()


def test_the_input_step_shows_the_inputs_in_full() -> None:
    assert texts(1, "input")[:6] == ["0.4", "x₁", "2.6", "x₂", "2.3", "x₃"]


def test_the_error_step_sets_the_target_beside_the_answer() -> None:
    assert "y = 0.34" in texts(1, "error")
    assert not any(text.startswith("y =") for text in texts(1, "neuron-2-1"))


def test_every_step_has_the_same_network_elements_so_that_changes_can_be_animated() -> None:
    shapes = {
        re.sub(
            r'<g class="inset".*</g>| data-edit="[^"]*"|="[^"]*"|>[^<]*<',
            "",
            draw(step, "", "", np.array([0.5]), below=Below()),
        )
        for step in make_lesson(make_problem(5))
    }
    assert len(shapes) == 1


def test_a_title_and_a_description_are_part_of_the_drawing_and_escaped() -> None:
    problem = make_problem(1)
    svg = draw(make_lesson(problem)[0], "<b>", 'a "quoted" & b')
    assert "&lt;b&gt;</title>" in svg
    assert 'a "quoted" &amp; b</desc>' in svg


@pytest.mark.parametrize("key", ["data", "layer-1", "neuron-1-1", "error", "pass"])
def test_the_drawing_of_seed_1_is_the_one_in_the_gallery(key: str, gallery: Callable[[str, str], bool]) -> None:
    assert gallery(f"network-{key}.svg", drawn(1, key))


def test_a_connection_shows_the_sign_and_the_size_of_its_weight_once_that_is_known() -> None:
    assert not re.search('"connection[^"]*(positive|negative)', drawn(1, "data"))
    weights = make_problem(1).guess.layers[0].weights
    found = re.findall(
        r'class="connection[^"]* (positive|negative)" stroke-width="(\S+)" data-connection="0-(\d)-(\d)"',
        drawn(1, "input"),
    )
    assert len(found) == weights.size
    for sign, width, source, target in found:
        weight = weights[int(target), int(source)]
        assert (sign == "positive") == (weight >= 0)
        assert float(width) == pytest.approx(0.9 + 2.4 * abs(weight), abs=0.01)


def test_a_neuron_is_filled_by_its_activation() -> None:
    a = make_lesson(make_problem(1))[-1].trace.a
    found = re.findall(r'data-neuron="(\d-\d)"><circle[^>]*fill-opacity="(\S+)"', drawn(1, "pass"))
    assert {key: float(share) for key, share in found if key[0] == "1"} == pytest.approx(
        {f"1-{index}": float(value) for index, value in enumerate(a[0])}, abs=0.005
    )


def test_signs_are_told_where_nothing_is_computed_and_not_before_there_are_any() -> None:
    assert "negative" in texts(1, "layer-1")
    assert "negative" in texts(1, "pass")
    assert "negative" not in texts(1, "data")
    assert "negative" not in texts(1, "neuron-1-1")
