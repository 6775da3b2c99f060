"""Numbers set by hand: what fits is taken, what does not is told, and everything can be undone."""

from random import Random

import pytest

from forwardpass.errors import WrongArgument
from forwardpass.small_network.problem.editing import EditError, edited, nudged, with_edits
from forwardpass.small_network.problem.places import numbers, places
from forwardpass.small_network.problem.problems import make_problem
from forwardpass.words.catalogs import LANGUAGES, translator

from ...helpers.architectures import edits, problem

EN = translator("en")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.5", 0.5),
        ("0,5", 0.5),
        ("−0.5", -0.5),
        ("+.5", 0.5),
        (" 2 ", 2.0),
        ("-9.9", -9.9),
        ("1.", 1.0),
        ("0.50", 0.5),
        ("０．５", 0.5),
        ("－０．５", -0.5),
        ("＋２", 2.0),
        ("　１，５　", 1.5),
        ("ー０。５", -0.5),
    ],
)
def test_a_number_may_be_typed_in_many_ways(text: str, value: float) -> None:
    after = edited(make_problem(7), "guess-w-0-1-2", text, EN)
    assert after.guess.layers[0].weights[1, 2] == value


@pytest.mark.parametrize(
    "text",
    [
        "",
        "banana",
        "10",
        "-10.0",
        "0.55",
        "1e1",
        "0.5.5",
        "<b>",
        "٣",
        "²",
        "½",
        "－－１",
        "--1",
        "1 000 000",
        "9" * 500,
    ],
)
def test_what_does_not_fit_is_told_with_what_was_typed_and_what_is_expected(text: str) -> None:
    with pytest.raises(EditError, match=r"to 9\.9 with at most 1 decimal") as told:
        edited(make_problem(7), "x-0", text, EN)
    assert text.strip()[:40] in str(told.value)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_it_is_told_in_the_language_of_the_reader(lang: str) -> None:
    with pytest.raises(EditError) as told:
        edited(make_problem(7), "y-0", "much", translator(lang))
    assert "9999.99" in str(told.value)
    assert (str(told.value).startswith("“much” cannot be used here")) == (lang == "en")


def test_only_the_number_at_the_place_changes() -> None:
    before = numbers(make_problem(7))
    for place in places(make_problem(7).architecture):
        after = numbers(edited(make_problem(7), place, "1.3", EN))
        assert {name for name in before if before[name] != after[name]} <= {place}
        assert after[place] == 1.3


def test_a_target_takes_two_decimals() -> None:
    assert edited(make_problem(7), "y-0", "-12.34", EN).y.tolist() == [-12.34]


@pytest.mark.parametrize(
    ("delta", "value"), [(0.1, -0.7), (-0.1, -0.9), (1, 0.2), (-1, -1.8), (100, 9.9), (-100, -9.9)]
)
def test_a_number_moves_by_steps_within_its_limits(delta: float, value: float) -> None:
    assert numbers(nudged(make_problem(7), "guess-w-0-0-0", delta))["guess-w-0-0-0"] == value


@pytest.mark.parametrize("place", ["x-3", "guess-w-0-0-3", "guess-w-2-0-0", "worst-b-0-0", "", "__class__"])
def test_a_place_that_is_not_there_is_named(place: str) -> None:
    with pytest.raises(WrongArgument, match="no number at"):
        nudged(make_problem(7), place, 0.1)


def test_three_hundred_random_edit_sequences_undone_give_the_start() -> None:
    for seed in range(300):
        start = problem(seed % 60) if seed % 2 else make_problem(seed)
        random, now, taken = Random(seed), start, []
        for place, value in edits(start, seed, random.randint(1, 12)).items():
            taken.append((place, numbers(now)[place]))
            now = edited(now, place, str(value), EN)
            assert numbers(now)[place] == value
        for place, value in reversed(taken):
            now = edited(now, place, str(value), EN)
        assert now.as_data() == start.as_data()
        assert not now.edits


def test_the_order_of_edits_does_not_matter() -> None:
    start = make_problem(5)
    found = edits(start, 1, 10)
    backwards = dict(reversed(found.items()))
    assert with_edits(start, found).as_data() == with_edits(start, backwards).as_data()
    assert list(with_edits(start, found).edits) == list(with_edits(start, backwards).edits)
