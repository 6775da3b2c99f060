"""Where things stand: no folder is a heap, each package says what is in it, tests stand where what they test stands."""

import ast
from pathlib import Path

import pytest

from builder.shared.paths import PY, ROOT, WEB

TESTS = ROOT / "tests"
OF_THE_WHOLE = {Path("engines"), Path("web", "endurance"), Path("web", "hosts")}
MOST_MODULES = 14  # about a dozen


def modules(folder: Path) -> list[Path]:
    return [file for ending in ("py", "js", "mjs") for file in folder.glob(f"*.{ending}") if file.stem != "__init__"]


def folders(root: Path) -> list[Path]:
    return [folder for folder in (root, *root.rglob("*/")) if modules(folder)]


@pytest.mark.parametrize("root", [PY, WEB, TESTS], ids=lambda root: root.name)
def test_no_folder_is_a_heap(root: Path) -> None:
    counts = {folder: len(modules(folder)) for folder in folders(root)}
    assert {folder: count for folder, count in counts.items() if count > MOST_MODULES} == {}


def test_every_package_says_what_is_in_it() -> None:
    for file in PY.rglob("__init__.py"):
        assert ast.get_docstring(ast.parse(file.read_text(encoding="utf-8"))), f"{file} has no docstring"


def test_tests_stand_where_what_they_test_stands() -> None:
    places = {file.parent.relative_to(TESTS) for file in TESTS.rglob("test_*.py")}
    strays = {place for place in places if not any(map(Path.is_dir, mirrored(place.as_posix())))}
    assert strays == OF_THE_WHOLE


def mirrored(place: str) -> list[Path]:
    """Where the subject of tests in this folder of tests/ may stand."""
    dashed = place.replace("_", "-")
    elements = dashed.replace("web/", "web/elements/", 1)
    return [PY / "forwardpass" / place, PY / place, WEB / place, ROOT / dashed, ROOT / elements]
