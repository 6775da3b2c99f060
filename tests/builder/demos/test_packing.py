"""Texts as what they share and what fills it, and the recorded lessons, which are packed so."""

import gzip
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from builder.demos.packing import packed, unpacked
from builder.demos.recordings import read_recording
from builder.demos.shell import PIECES
from builder.demos.spoken import demos
from builder.publish.hashed_folders import part_folder
from builder.shared.node import run
from forwardpass import api

from ...helpers.site_images import read_sample

SAMPLES = api.DEMOS[1].face.recorded
UNPACK = Path(__file__).with_name("unpack.mjs")
MOST_OF_A_LESSON = 0.6  # of its bytes by gzip: what a hundred connections carry, the values and the words


@given(st.lists(st.text(alphabet='ab"<>12', max_size=12), min_size=1, max_size=4))
def test_unpacked_is_what_was_packed(texts: list[str]) -> None:
    pieces, fillings = packed(texts)
    assert [unpacked(pieces, filling) for filling in fillings] == texts
    assert all(len(filling) == len(pieces) - 1 for filling in fillings)


def test_what_differs_is_between_the_pieces() -> None:
    pieces, fillings = packed(['<i r="1">7</i>', '<i r="2">7</i>', '<i r="1">7</i>'])
    assert pieces == ['<i r="', '">7</i>']
    assert fillings == [["1"], ["2"], ["1"]]


def test_texts_that_are_built_differently_share_nothing() -> None:
    assert packed(["<b>1</b>", "1"]) == (["", ""], [["<b>1</b>"], ["1"]])


@pytest.mark.browser  # needs the built site
@pytest.mark.parametrize("lang", api.LANGUAGES)
def test_every_recorded_lesson_is_unpacked_as_python_makes_it(dist: Path, lang: str) -> None:
    """In Python and in JavaScript, to the letter."""
    lessons, images = part_folder(dist, "lessons"), part_folder(dist, "mnist")
    steps, digits = demos(lang)
    for seed in steps.face.recorded:
        recorded: object = read_recording(lessons, steps, seed)
        assert recorded == api.simple_forward_pass(seed, lang)
    made = [api.forward_pass_mnist(sample, *read_sample(images, sample), lang) for sample in SAMPLES]
    texts = run(["node", str(UNPACK), str(lessons / digits.name / lang), str(len(SAMPLES))], UNPACK.name).split("\n")
    assert texts == [json.dumps(lesson, ensure_ascii=False, separators=(",", ":")) for lesson in made]
    assert [read_recording(lessons, digits, sample) for sample in SAMPLES] == made


@pytest.mark.browser
@pytest.mark.parametrize("lang", api.LANGUAGES)
def test_a_sample_has_no_drawing_of_its_own(dist: Path, lang: str) -> None:
    folder = part_folder(dist, "lessons") / "forward_pass_mnist" / lang
    pieces = (folder / PIECES).read_text(encoding="utf-8")
    assert "<path" in pieces
    for sample in SAMPLES:
        fillings = (folder / f"{sample}.json").read_text(encoding="utf-8")
        whole = unpacked(pieces.split("\n"), json.loads(fillings))
        assert "<" not in fillings
        assert len(gzip.compress(fillings.encode())) < MOST_OF_A_LESSON * len(gzip.compress(whole.encode()))
