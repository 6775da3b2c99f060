"""The page on speed says what was measured, in words for every figure."""

import json

import pytest

from builder.bench.report import Measure
from builder.pages import speed
from forwardpass import api
from forwardpass.words.catalogs import translator


@pytest.mark.parametrize("lang", api.LANGUAGES)
def test_every_row_is_one_of_the_figures(lang: str) -> None:
    data = speed.figures()
    rows = list(speed.rows(data, translator(lang)))
    ratios = [f"{measure['ratio']:.2f}" for measure in data["measures"]]
    assert rows
    assert [row for row in rows if number(row.ratio) not in map(float, ratios)] == []
    assert all(row.met == (not row.most or number(row.ratio) <= number(row.most) + 0.005) for row in rows if row.met)


def number(told: str) -> float:
    """With a point or, in French, a comma."""
    return float(told.replace(",", "."))


def test_a_measure_has_a_row_as_soon_as_it_is_among_the_figures() -> None:
    name = "a click by Event Timing, median"
    measure = Measure("d", name, "ms", "loopback", "reference", [24.0], [8.0], None)
    others = [other for other in speed.figures()["measures"] if other["name"] != name]
    without, with_it = (
        list(speed.rows({"measures": measures}, translator("en"))) for measures in (others, [*others, measure.as_data])
    )
    assert [row.ours for row in with_it if row not in without] == ["24\u00a0ms"]


def test_amounts_have_the_unit_that_a_reader_would_take() -> None:
    pairs = ((2345.6, "ms"), (12.3, "ms"), (6_832_000, "B"), (3, ""))
    told = {lang: [speed.amount(value, unit, translator(lang)) for value, unit in pairs] for lang in ("en", "fr")}
    assert told["en"] == ["2.35\u00a0s", "12\u00a0ms", "6.83\u00a0MB", "3"]
    assert told["fr"] == ["2,35\u00a0s", "12\u00a0ms", "6,83\u00a0Mo", "3"]


def test_the_machine_is_told_in_the_language() -> None:
    assert speed.machine("2 cores, Linux", translator("es")) == "2 núcleos, Linux"
    assert speed.machine("a pocket calculator", translator("es")) == "a pocket calculator"


def test_every_prototype_has_a_name_and_a_fate() -> None:
    kinds = {entry["key"] for entry in json.loads(speed.PROTOTYPES.read_text())}
    assert len(list(speed.tried(translator("en")))) == len(kinds)
