"""Classes and data attributes that a style sheet or a script looks for are those that markup has."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from builder.shared.paths import PY, WEB

SHEETS = [*sorted(WEB.rglob("*.css")), *sorted((PY / "forwardpass").rglob("*.css"))]
SCRIPTS = sorted((WEB / "elements").rglob("*.js"))
TEMPLATES = sorted(WEB.rglob("*.html"))
MODULES = sorted(file for package in ("forwardpass", "builder") for file in (PY / package).rglob("*.py"))

COMMENT = re.compile(r"/\*.*?\*/|^\s*//.*?$", re.DOTALL | re.MULTILINE)
SELECTOR = re.compile(r"([^{};]+)\{")
CLASS, ATTRIBUTE = re.compile(r"\.([a-z][\w-]*)"), re.compile(r"\[(data-[\w-]+)")
LITERAL = r"""(?:"([^"\n]*)"|`([^`]*)`)"""
LOOKED_FOR = re.compile(
    rf"(?:querySelector(?:All)?|closest|matches|find)\([^()`\"]*{LITERAL}|const [A-Z_]+ = (?=.[.\[]){LITERAL}"
)
PART = re.compile(r"""\bpart\((?:[\w.]+, )?"([\w-]+)\"""")  # an element by its class
WORD = re.compile(r"[a-z][\w-]*")
OF_THE_EDITOR = "cm-"  # what CodeMirror writes


def names(selectors: str) -> set[str]:
    found = {*CLASS.findall(selectors), *ATTRIBUTE.findall(selectors)}
    return {name for name in found if not name.startswith(OF_THE_EDITOR)}


def of_a_sheet(text: str) -> set[str]:
    selectors = (found for found in SELECTOR.findall(COMMENT.sub("", text)) if not found.strip().startswith("@"))
    return names(" ".join(selectors))


def of_a_script(text: str) -> set[str]:
    script = COMMENT.sub("", text)
    literals = ("".join(found) for found in LOOKED_FOR.findall(script))
    return {
        *PART.findall(script),
        *(name for literal in literals for name in names(re.sub(r"\$\{[^}]*\}", "", literal))),
    }


def words_of_python(text: str) -> Iterator[str]:
    """Of its strings, docstrings apart."""
    for node in ast.walk(ast.parse(text)):
        is_said = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        for child in () if is_said else ast.iter_child_nodes(node):
            if isinstance(child, ast.Constant) and isinstance(child.value, str):
                yield from WORD.findall(child.value.replace("_", "-"))  # names of figures are classes, too
            if isinstance(child, ast.keyword) and child.arg:
                yield child.arg.replace("_", "-")


def words_of_a_script(text: str) -> Iterator[str]:
    """Of its strings, selectors apart, and the names of what it sets in `dataset`."""
    script = PART.sub("", LOOKED_FOR.sub("", COMMENT.sub("", text)))
    for literal in re.findall(LITERAL, script):
        yield from WORD.findall("".join(literal))
    for name in re.findall(r"dataset\.(\w+) = |dataset, \{ (\w+)", script):
        yield "data-" + re.sub(r"[A-Z]", lambda capital: f"-{capital[0].lower()}", "".join(name))


def words_of_a_template(text: str) -> Iterator[str]:
    """Its classes and data attributes, and what its macros and scripts put there."""
    for value in re.findall(r'class="([^"]*)"|(data-[\w-]+)|\("([\w-]+)", _', text):
        yield from WORD.findall("".join(value))
    yield from words_of_a_script(text)


@pytest.fixture(scope="module")
def written() -> set[str]:
    """What templates, Python and scripts put into markup."""
    kinds = (TEMPLATES, words_of_a_template), (MODULES, words_of_python), (SCRIPTS, words_of_a_script)
    return {word for files, words in kinds for file in files for word in words(file.read_text(encoding="utf-8"))}


def missing(wanted: set[str], written: set[str]) -> set[str]:
    return {name for name in wanted if name not in written and name.rstrip("0123456789") not in written}


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda sheet: str(sheet.stem))
def test_what_a_style_sheet_selects_is_written_somewhere(sheet: Path, written: set[str]) -> None:
    assert missing(of_a_sheet(sheet.read_text(encoding="utf-8")), written) == set()


def test_what_a_script_looks_for_is_written_somewhere(written: set[str]) -> None:
    wanted = {file: of_a_script(file.read_text(encoding="utf-8")) for file in SCRIPTS}
    assert sum(map(len, wanted.values())) > 100
    assert {file.name: lost for file, found in wanted.items() if (lost := missing(found, written))} == {}


def test_a_selector_that_no_markup_has_is_found(written: set[str]) -> None:
    assert missing(of_a_sheet(".picture .no-where[data-never] { color: red }"), written) == {"no-where", "data-never"}
    script = 'part("no-where"); root.querySelectorAll(`.picture [data-never="${key}"]`); const MARKS = ".never-seen";'
    assert missing(of_a_script(script), written) == {"no-where", "data-never", "never-seen"}
