"""Translations: compiled for the package, refused where they would break it, kept up to date for translators."""

import gettext
from pathlib import Path

import pytest

from builder import catalogs
from builder.shared.console import Failure

HEAD = 'msgid ""\nmsgstr ""\n"Language: es\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n\n'


@pytest.fixture
def po(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The Spanish catalog of a project with one source file."""
    monkeypatch.setattr(catalogs, "ROOT", tmp_path)
    monkeypatch.setattr(catalogs, "LOCALE", tmp_path / "locale")
    monkeypatch.setattr(catalogs, "SOURCES", {tmp_path / "source": [("**.py", "python")]})
    (tmp_path / "source").mkdir()
    (tmp_path / "source" / "words.py").write_text('_("Weight")\nt.ngettext("{n} digit", "{n} digits", n)\n')
    file = tmp_path / "locale" / "es" / "LC_MESSAGES" / "forwardpass.po"
    file.parent.mkdir(parents=True)
    file.write_text(HEAD + 'msgid "Weight"\nmsgstr "Peso"\n\nmsgid "Gone"\nmsgstr "Ido"\n', encoding="utf-8")
    return file


def test_a_catalog_is_compiled_beside_itself(po: Path) -> None:
    catalogs.compile_catalogs()
    with po.with_suffix(".mo").open("rb") as file:
        assert gettext.GNUTranslations(file).gettext("Weight") == "Peso"


def test_compiling_again_changes_nothing(po: Path) -> None:
    catalogs.compile_catalogs()
    before = po.with_suffix(".mo").stat().st_mtime_ns
    catalogs.compile_catalogs()
    assert po.with_suffix(".mo").stat().st_mtime_ns == before


def test_a_translation_that_loses_a_placeholder_is_refused(po: Path) -> None:
    po.write_text(HEAD + '#, python-format\nmsgid "%(n)s weights"\nmsgstr "%(m)s pesos"\n', encoding="utf-8")
    with pytest.raises(Failure, match=r"forwardpass\.po, line \d+.*weights"):
        catalogs.compile_catalogs()


def test_an_update_brings_new_messages_keeps_translations_and_drops_the_rest(
    po: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    catalogs.update_catalogs()
    text = po.read_text(encoding="utf-8")
    assert 'msgid "Weight"\nmsgstr "Peso"' in text
    assert 'msgid "{n} digit"\nmsgid_plural "{n} digits"' in text
    assert "Gone" not in text
    assert "1 of 2 messages translated" in capsys.readouterr().out


def test_an_update_without_news_changes_nothing(po: Path) -> None:
    catalogs.update_catalogs()
    before = po.read_bytes()
    catalogs.update_catalogs()
    assert po.read_bytes() == before
