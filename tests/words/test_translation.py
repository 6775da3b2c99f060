"""Catalogs: each language has every message, with the placeholders of the original."""

import ast
import re
from collections.abc import Iterator

import pytest
from babel.messages import Message

from builder.catalogs import LOCALE, extract, read_catalog, strings
from builder.shared.paths import PY
from forwardpass.words.catalogs import DOMAIN, LANGUAGES, translator

TRANSLATED = [lang for lang in LANGUAGES if lang != "en"]
PLACEHOLDER = re.compile(r"\{\w+\}|%\(\w+\)s")


def messages() -> list[Message]:
    return [message for message in extract() if message.id]


def test_the_sources_have_messages() -> None:
    assert len(messages()) > 60


def key(message: Message) -> tuple[object, object]:
    """A message stands once for each of its contexts."""
    return message.context, message.id


@pytest.mark.parametrize("lang", TRANSLATED)
def test_a_catalog_has_every_message_and_no_other(lang: str) -> None:
    catalog = read_catalog(LOCALE / lang / "LC_MESSAGES" / f"{DOMAIN}.po")
    translated = {key(message) for message in catalog if message.id and all(strings(message.string or ""))}
    assert {key(message) for message in messages()} == translated
    assert not any(message.fuzzy for message in catalog if message.id)


@pytest.mark.parametrize("lang", TRANSLATED)
def test_translations_keep_the_placeholders(lang: str) -> None:
    catalog = read_catalog(LOCALE / lang / "LC_MESSAGES" / f"{DOMAIN}.po")
    for message in catalog:
        if message.id:
            wanted = {placeholder for text in strings(message.id) for placeholder in PLACEHOLDER.findall(text)}
            for text in strings(message.string or ""):
                assert set(PLACEHOLDER.findall(text)) == wanted, message.id


def aliases() -> Iterator[tuple[str, str]]:
    """Names that the sources give to functions of translations: name, function."""
    for file in (*(PY / "forwardpass").rglob("*.py"), *(PY / "builder").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Assign):
                names, values = elements(node.targets[0]), elements(node.value)
                named = zip(names, values, strict=True) if len(names) == len(values) else ()
                for name, value in named:
                    if isinstance(value, ast.Attribute) and value.attr.endswith("gettext"):
                        yield ast.unparse(name), value.attr


def elements(node: ast.expr) -> list[ast.expr]:
    return node.elts if isinstance(node, ast.Tuple) else [node]


def test_messages_are_marked_by_names_that_the_catalogs_know() -> None:
    assert set(aliases()) == {("_", "gettext")}


HAN = r"[\u3040-\u30ff\u4e00-\u9fff]"
MISPRINTS = {  # what must not be found
    "es": r"\w [:;!?…]|[\"'](?=\w)|\.\.\.",
    "fr": r" [:;!?»…]|« |[\w})][:;!?»](\s|$)|«\S|'|\.\.\.",  # two-part marks are tied to their words
    "zh": rf"{HAN}[,.:;!?()\"']|[,:;!?()\"']{HAN}|\.\.\.",
    "ko": r"[，。：；！？（）「」、]|\.\.\.",
    "ja": rf"{HAN}[,.:;!?()\"']|[,:;!?()\"']{HAN}|\.\.\.|[，]",
}


@pytest.mark.parametrize("lang", TRANSLATED)
def test_translations_keep_the_typography_of_their_language(lang: str) -> None:
    catalog = read_catalog(LOCALE / lang / "LC_MESSAGES" / f"{DOMAIN}.po")
    texts = [text for message in catalog if message.id for text in strings(message.string or "")]
    assert [text for text in texts if re.search(MISPRINTS[lang], text)] == []


def test_an_unknown_language_is_named_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="no catalog for language 'tlh'; expected one of en, es, fr, zh, ko, ja"):
        translator("tlh")
