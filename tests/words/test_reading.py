"""Every message as readers get it: typical and extreme values in its places, and what a program can hold of it."""

import os
import re
from pathlib import Path

import pytest

from .reading import END, START, Rendering, page, renderings

PARTS = (
    "list",
    "numbers",
    "facts",
    "probabilities",
    "thousands",
    "sentences",
    "decimals",
)  # contexts of marks and spaces
BROKEN = "Every number of a neural network, one step at a time"  # its spaces are where lines may break
LETTERS = r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
ENGLISH = {
    "es": r"\b(the|and|with|of|is|are|from|which|this|not)\b",
    "fr": r"\b(the|and|with|of|is|are|from|which|this)\b",
    "zh": r"\b(the|and|with|of|is|are|from|which|this|a)\b",
    "ko": r"\b(the|and|with|of|is|are|from|which|this|a)\b",
    "ja": r"\b(the|and|with|of|is|are|from|which|this|a)\b",
}
WRONG = {  # in what is rendered
    "en": r"\s[,.;:!?)](\s|$)|\d %|'",
    "es": r"\w [:;!?…,.](?!\.?\w)|\d%|\d,\d+ (MB|s|kB)|\.\.\.",
    "fr": r" [:;!?»…]|« |[\w})][:;!?»](\s|$)|«\S|\d%|\d%|\d\.\d+\s(Mo|s|ko|ms|%)|\.\.\.",
    "zh": rf"{LETTERS}[,:;!?()\"']|[,:;!?()\"']{LETTERS}|[，。：；、？！）] |\.\.\.",
    "ko": r"[，。：；！？（）「」、]|\([으을를이가은는와과]\)|\.\.\.",
    "ja": rf"{LETTERS}[,:;!?()\"']|[,:;!?()\"']{LETTERS}|\.\.\.|[，]",
}
PAIRS = {"은": "는", "이": "가", "을": "를", "과": "와", "으로": "로"}  # after a final consonant: after none
PARTICLE = re.compile(rf"([^{START}{END}]){END}(”*)(으로|은|는|이|가|을|를|과|와|로)(?=[\s.,:;!?]|$)")
SILENT = "2459%"  # read without a final consonant: 이, 사, 오, 구, 퍼센트
READ = {"0": "영", "1": "일", "3": "삼", "6": "육", "7": "칠", "8": "팔"}


@pytest.fixture(scope="module")
def found() -> list[Rendering]:
    return list(renderings())


def of(found: list[Rendering], *langs: str) -> list[Rendering]:
    return [one for one in found if one.lang in langs and one.context not in PARTS and one.message != BROKEN]


def test_each_message_is_on_the_page_that_is_written_to_be_read(found: list[Rendering], tmp_path: Path) -> None:
    file = Path(os.environ.get("READING") or tmp_path / "reading.html")
    file.write_text(page(found), encoding="utf-8")
    assert file.read_text(encoding="utf-8").count("<h3>") == len(
        {(one.lang, one.context, one.message) for one in found}
    )


def test_no_place_stays_open(found: list[Rendering]) -> None:
    assert [one.text for one in found if re.search(r"\{\w+\}|%\(", one.own)] == []


def test_there_are_no_double_or_stray_spaces(found: list[Rendering]) -> None:
    stray = re.compile(r"[ \u00a0\u202f]{2}|^\s(?!Sigmoid|ReLU)|\s$|\( | \)")
    whole = [one for one in found if one.context not in PARTS]
    assert [one.text for one in whole if stray.search(one.text)] == []


def test_quotation_marks_and_apostrophes_are_those_of_print(found: list[Rendering]) -> None:
    assert [one.text for one in found if re.search("[\"']", one.own)] == []


@pytest.mark.parametrize("lang", WRONG)
def test_punctuation_and_spaces_are_those_of_the_language(found: list[Rendering], lang: str) -> None:
    wrong = re.compile(WRONG[lang])
    assert sorted({one.own for one in of(found, lang) if wrong.search(one.own)}) == []


@pytest.mark.parametrize("lang", ENGLISH)
def test_no_english_is_left_over(found: list[Rendering], lang: str) -> None:
    left = re.compile(ENGLISH[lang])
    assert sorted({one.own for one in of(found, lang) if left.search(one.own)}) == []


def test_a_sentence_that_is_the_english_one_was_not_translated(found: list[Rendering]) -> None:
    english = {(one.context, one.message) for one in of(found, "en") if one.message.count(" ") > 2}
    same = [one for one in of(found, "es", "fr", "zh", "ko", "ja") if one.text == one.message]
    assert [one.message for one in same if (one.context, one.message) in english] == []


def final_consonant(character: str) -> int | None:
    """0 for none, 8 for ㄹ, another number for another one; None where nobody knows how it is read."""
    syllable = READ.get(character, character)
    if "가" <= syllable <= "힣":
        return (ord(syllable) - ord("가")) % 28
    return 0 if character in SILENT else None


def test_korean_particles_fit_what_stands_before_them(found: list[Rendering]) -> None:
    unfit = []
    for one in of(found, "ko"):
        for before, _closing, particle in PARTICLE.findall(one.marked):
            final = final_consonant(before)
            full = final is not None and final > 0 and not (final == 8 and particle in ("로", "으로"))
            if final is None or particle not in (PAIRS if full else PAIRS.values()):
                unfit.append(one.text)
    assert unfit == []


def test_the_test_of_particles_can_tell_them() -> None:
    assert [final_consonant(one) for one in "원말가08%z"] == [4, 8, 0, 21, 8, 0, None]
    assert PARTICLE.findall(f"{START}7{END}을 {START}2{END}”는") == [("7", "", "을"), ("2", "”", "는")]


def test_spanish_has_no_y_that_reads_as_and(found: list[Rendering]) -> None:
    """The variable stands after a word that a conjunction cannot follow."""
    bare = re.compile(rf"(?<! a )(?<! es )(?<! de )(?<![:,=] ){START}y{END}|\by(?= [.,:;])|\by$")
    assert [one.text for one in of(found, "es") if bare.search(one.marked)] == []


def test_numbers_with_decimals_have_the_mark_of_the_language(found: list[Rendering]) -> None:
    shares = {one.lang: one.text for one in found if one.message.startswith("Next comes") and "94" in one.text}
    assert {lang: re.findall(r"94(.)9", text) for lang, text in shares.items()} == {
        lang: [","] if lang == "fr" else ["."] for lang in ("en", "es", "fr", "zh", "ko", "ja")
    }
