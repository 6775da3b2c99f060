"""Below the network: bars and curves stand where plain arithmetic puts them, and every number printed there is true."""

import math
import re
from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise, product
from xml.etree import ElementTree as ET

import pytest

from forwardpass.network.activations import ELEMENTWISE
from forwardpass.small_network.drawing.draw import draw
from forwardpass.small_network.problem.architecture import Architecture
from forwardpass.small_network.problem.problems import Problem, make_problem
from forwardpass.small_network.steps import Step, make_lesson
from forwardpass.small_network.sums import below
from forwardpass.svg.geometry import text_width
from forwardpass.words.catalogs import translator

from ...helpers.geometry import SVG, read, touching

SHAPES = [(3, 2, 1), (1, 1), (6, 6), (6, 1), (2, 3, 3), (4, 6, 5, 6, 2)]


def drawn(step: Step, problem: Problem) -> str:
    return draw(step, "", "", problem.y, below=below(step, problem, translator("en")))


def inset(step: Step, problem: Problem) -> ET.Element:
    found = ET.fromstring(drawn(step, problem)).find(f"{SVG}g[@class='inset']")
    assert found is not None
    return found


def neuron_steps(problem: Problem) -> list[Step]:
    return [step for step in make_lesson(problem) if step.kind == "neuron"]


def texts(part: ET.Element) -> list[str]:
    return [text.text or "" for text in part.iter(f"{SVG}text")]


def printed(text: str) -> Decimal:
    return Decimal(text.replace("−", "-"))


def unit_of(text: str) -> Decimal:
    """1 of its last digit."""
    return Decimal(10) ** -len(text.partition(".")[2])


def test_the_terms_are_those_of_the_sum_and_add_up_as_they_are_printed() -> None:
    for seed in range(200):
        for step in neuron_steps(problem := make_problem(seed)):
            rows = [texts(row) for row in inset(step, problem).iter(f"{SVG}g") if row.attrib.get("data-term")]
            assert rows[-1][0] == "b"
            for factors, amount in rows[:-1]:
                weight, value = (printed(part.strip("()")) for part in factors.split(" × "))
                quantum = unit_of(amount)
                assert (weight * value).quantize(quantum, ROUND_HALF_UP) == printed(amount)
            (_, z), *_ = [texts(row) for row in inset(step, problem).iter(f"{SVG}g") if "total" in row.attrib.values()]
            total = sum((printed(amount) for _, amount in rows), Decimal(0))
            assert abs(total - printed(z)) <= unit_of(z) / 2


def test_bars_begin_where_the_last_one_ended_and_are_as_long_as_their_terms() -> None:
    for seed in range(50):
        for step in neuron_steps(problem := make_problem(seed)):
            layer, unit = step.network.layers[step.layer], step.unit
            given = step.trace.inputs_of(step.layer)
            terms = [*(layer.weights[unit] * given), layer.biases[unit]]
            bars = [(float(r.attrib["x"]), float(r.attrib["width"])) for r in inset(step, problem).iter(f"{SVG}rect")]
            per = sum(width for _, width in bars[:-1]) / sum(abs(term) for term in terms)
            at = bars[0][0] if terms[0] >= 0 else bars[0][0] + bars[0][1]
            for term, (left, width) in zip(terms, bars[:-1], strict=True):
                assert width == pytest.approx(abs(term) * per, abs=0.02)
                assert (left if term >= 0 else left + width) == pytest.approx(at, abs=0.05)
                at += term * per
            z = float(step.trace.z[step.layer][unit])
            assert bars[-1][1] == pytest.approx(abs(z) * per, abs=0.05)


@pytest.mark.parametrize("activation", ELEMENTWISE)
def test_the_dot_is_on_the_curve(activation: str) -> None:
    problem = make_problem(4, Architecture((3, 2, 1), (activation, activation)))
    for step in neuron_steps(problem):
        part = inset(step, problem)
        curve = next(p for p in part.iter(f"{SVG}path") if p.attrib["class"] == "curve")
        dot = next(part.iter(f"{SVG}circle"))
        x, y = float(dot.attrib["cx"]), float(dot.attrib["cy"])
        points = [tuple(map(float, pair.split())) for pair in curve.attrib["d"][1:].split("L")]
        (x1, y1), (x2, y2) = next((a, b) for a, b in pairwise(points) if a[0] <= x <= b[0])
        assert y == pytest.approx(y1 + (y2 - y1) * (x - x1) / (x2 - x1), abs=0.6)


def test_the_ruler_has_the_gap_to_scale_and_its_square_is_true() -> None:
    for seed in range(200):
        problem = make_problem(seed)
        step = next(step for step in make_lesson(problem) if step.kind == "error")
        y, answer = float(problem.y[0]), float(step.trace.output[0])
        part = inset(step, problem)
        rects = {r.attrib["class"]: r.attrib for r in part.iter(f"{SVG}rect")}
        unit, side = float(rects["unit"]["width"]), float(rects["square"]["width"])
        assert side == pytest.approx(abs(y - answer) * unit, abs=0.02)
        aim, dot = (float(circle.attrib["cx"]) for circle in part.iter(f"{SVG}circle"))
        assert abs(aim - dot) == pytest.approx(float(rects["gap"]["width"]), abs=0.02)
        base, _, square = re.fullmatch(r"([\d.]+)²? ([=≈]) ([\d.]+)", " ".join(texts(part)[-2:])).groups()  # type: ignore[union-attr]
        assert round(float(base) ** 2, 3) == pytest.approx(float(square), abs=1e-9)
        assert math.isclose(float(square), (y - answer) ** 2, abs_tol=0.0005001)


def test_nothing_touches_and_nothing_leaves_the_picture_whatever_the_shape() -> None:
    for seed, sizes in product(range(4), SHAPES):
        problem = make_problem(seed, Architecture(sizes, ("sigmoid",) * (len(sizes) - 1)))
        for step in make_lesson(problem):
            if step.kind in ("neuron", "error"):
                assert touching(read(drawn(step, problem))) == [], f"seed {seed}, {sizes}, {step.key}"


def test_the_picture_has_the_same_size_at_every_step() -> None:
    problem = make_problem(3)
    assert len({read(drawn(step, problem)).size for step in make_lesson(problem)}) == 1


def test_what_is_said_beside_the_squares_stands_beside_them() -> None:
    for seed in range(100):
        problem = make_problem(seed)
        for step in make_lesson(problem):
            squares = [rect for rect in inset(step, problem).iter(f"{SVG}rect") if rect.attrib.get("class") == "unit"]
            for square in squares:
                right = float(square.attrib["x"]) + float(square.attrib["width"])
                ends = [text for text in inset(step, problem).iter(f"{SVG}text") if float(text.attrib["x"]) > right]
                assert ends
                assert all(float(text.attrib["x"]) - text_width(text.text or "") > right for text in ends), seed
