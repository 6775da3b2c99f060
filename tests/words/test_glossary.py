"""Catalogs and chapters use the words of docs/glossary.md, and none of the rivals that it names."""

import re
from collections.abc import Iterator
from functools import cache

import pytest

from builder.catalogs import LOCALE, extract, read_catalog, strings
from builder.shared.paths import ROOT
from forwardpass.words.catalogs import LANGUAGES

from ..helpers.chapter import TAG, body, front_matter, sections

SECTION = re.compile(r"^## .+?(?: \(`(\w\w)`\))?$", re.MULTILINE)
ROW = re.compile(r"^\| ([^|]+?) \|(.*)\|$", re.MULTILINE)
SPACELESS = ("zh", "ko", "ja")
ADDRESSES = re.compile(r"\]\([^)]*\)|\{[^{}]*\}|<[^>]*>")


@cache
def tables() -> dict[str, dict[str, tuple[str, list[str]]]]:
    """Language → term → its word and the rivals."""
    text = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
    _, *parts = SECTION.split(text)
    return {lang or "en": dict(_rows(lang, table)) for lang, table in zip(parts[::2], parts[1::2], strict=True)}


def _rows(lang: str | None, table: str) -> Iterator[tuple[str, tuple[str, list[str]]]]:
    for term, rest in ROW.findall(table)[1:]:
        if not set(term) <= set("-|"):
            cells = [cell.strip() for cell in rest.split("|")]
            word, rivals = (cells[0], cells[1]) if lang else (term, cells[0])
            yield term, (word, [rival for rival in rivals.split(", ") if rival])


@cache
def used(lang: str) -> str:
    """Everything that is said in a language, without addresses, placeholders and the titles of other people's works."""
    chapter = [words for anchor, words in sections(lang).items() if anchor not in ("sources", "further-reading")]
    catalog = extract() if lang == "en" else read_catalog(LOCALE / lang / "LC_MESSAGES" / "forwardpass.po")
    messages = [
        text
        for message in catalog
        if message.id
        for text in strings((message.id if lang == "en" else message.string) or "")
    ]
    said = "\n".join([*chapter, *front_matter(lang).values(), *messages])
    return ADDRESSES.sub(" ", TAG.sub(" ", said)).lower()


def occurs(word: str, lang: str) -> bool:
    """Latin words by themselves or with an ending of the plural; others wherever they stand."""
    word = re.escape(word.lower())
    return bool(re.search(word if lang in SPACELESS else rf"\b{word}(?:e?s)?\b", used(lang)))


def words_of(term: str) -> list[str]:
    """forward pass, forward propagation → both; step (function) → step."""
    return re.sub(r" \([^)]*\)", "", term).split(", ")


def test_every_language_has_the_same_terms() -> None:
    assert list(tables()) == list(LANGUAGES)
    assert [lang for lang, table in tables().items() if list(table) != list(tables()["en"])] == []
    assert len(tables()["en"]) > 40


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_term_is_used(lang: str) -> None:
    words = {term: words_of(word) for term, (word, _) in tables()[lang].items()}
    assert [term for term, ways in words.items() if not all(occurs(way, lang) for way in ways)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_no_rival_is_used(lang: str) -> None:
    assert [rival for _, rivals in tables()[lang].values() for rival in rivals if occurs(rival, lang)] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_chapters_explain_the_terms_of_the_glossary(lang: str) -> None:
    """Most of them: some are said by the demos alone."""
    said = body(lang).lower()
    missing = [term for term, (word, _) in tables()[lang].items() if words_of(word)[0].lower() not in said]
    assert len(missing) <= 4, missing
