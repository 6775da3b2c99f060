"""Classes and data attributes that a style sheet or a script looks for are those that markup has."""

import re
from pathlib import Path

import pytest

from builder.shared.paths import PY, WEB

SHEETS = [*sorted(WEB.rglob("*.css")), *sorted((PY / "forwardpass").rglob("*.css"))]
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
SELECTOR = re.compile(r"([^{};]+)\{")
CLASS, ATTRIBUTE = re.compile(r"\.([a-z][\w-]*)"), re.compile(r"\[(data-[\w-]+)")
OF_THE_EDITOR = "cm-"  # what CodeMirror writes
SOURCES = (
    *WEB.rglob("*.html"),
    *WEB.rglob("*.js"),
    *(PY / "forwardpass").rglob("*.py"),
    *(PY / "builder").rglob("*.py"),
)


@pytest.fixture(scope="module")
def written() -> set[str]:
    """Every word in templates, scripts and Python; names of attributes also as Python and `dataset` write them."""
    words: set[str] = set()
    for text in (file.read_text(encoding="utf-8") for file in SOURCES):
        words.update(re.findall(r"[\w-]+", text))
        words.update(f"data-{name}" for name in re.findall(r"dataset\.(\w+)", text))
    return words | {word.replace("_", "-") for word in words}


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: str(sheet.stem))
def test_what_a_style_sheet_selects_is_written_somewhere(sheet: Path, written: set[str]) -> None:
    text = COMMENT.sub("", sheet.read_text(encoding="utf-8"))
    selectors = " ".join(found for found in SELECTOR.findall(text) if not found.strip().startswith("@"))
    wanted = {*CLASS.findall(selectors), *ATTRIBUTE.findall(selectors)}
    wanted = {name for name in wanted if not name.startswith(OF_THE_EDITOR)}
    assert {name for name in wanted if name.rstrip("0123456789") not in written and name not in written} == set()
