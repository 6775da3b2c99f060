"""Each wait in a test has an end that names what did not come: it waits for something, never for a while."""

import re
from pathlib import Path

import pytest

from builder.shared.paths import ROOT

TESTS = ROOT / "tests"
NAMELESS = re.compile(r"\.(wait_for_timeout|wait_for_function|sleep)\(")
ELSEWHERE = {
    TESTS / "web" / "helpers",  # where waits with names are made of these
    TESTS / "engines" / "layer",
    TESTS / "web" / "endurance",  # it lets time pass on purpose
    Path(__file__),
}


def waits(folder: Path) -> list[str]:
    """Where a test waits without a name."""
    files = (file for file in folder.rglob("*.py") if not ELSEWHERE & {file, *file.parents})
    return [str(file.relative_to(folder)) for file in files if NAMELESS.search(file.read_text(encoding="utf-8"))]


def test_no_test_waits_for_a_while() -> None:
    assert waits(TESTS) == []


@pytest.mark.parametrize("line", ["page.wait_for_timeout(300)", "time.sleep(1)", "page.wait_for_function('x')"])
def test_one_that_did_would_be_found(tmp_path: Path, line: str) -> None:
    (tmp_path / "test_a.py").write_text(f"def test():\n    {line}\n")
    assert waits(tmp_path) == ["test_a.py"]
