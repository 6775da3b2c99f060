"""What is loaded only when it is asked for: that it waits, that it comes, and that Python starts without that too."""

import subprocess
import zipfile
from pathlib import Path

import pytest

from builder.parts import part_folder
from builder.runtime import AT_START, STDLIB

HERE = Path(__file__).parent
KINDS = "import sys; ' '.join(type(sys.modules[name]).__name__ for name in ('ssl', 'json'))"
pytestmark = pytest.mark.browser  # it needs the built site


@pytest.fixture(scope="module")
def python(dist: Path) -> Path:
    return part_folder(dist, "python")


def started(python: Path, library: Path, line: str) -> str:
    command = ["node", "--no-warnings", str(HERE / "plain.mjs"), str(python), str(library), line]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_a_module_waits_until_something_of_it_is_asked_for(python: Path) -> None:
    assert started(python, python / STDLIB, KINDS) == "Empty module"
    asked = "import ssl, sys; [ssl.CERT_NONE.value, type(ssl).__name__, ssl is sys.modules['ssl'], ssl.__spec__.loader is ssl.__loader__]"
    assert started(python, python / STDLIB, asked) == "[0, 'module', True, True]"


def test_what_such_a_module_does_not_have_is_missing_as_ever(python: Path) -> None:
    line = "import platform; [hasattr(platform, 'no_such_thing'), platform.python_implementation()]"
    assert started(python, python / STDLIB, line) == "[False, 'CPython']"


def test_python_starts_without_it_when_it_is_damaged(python: Path, tmp_path: Path) -> None:
    damaged = tmp_path / STDLIB
    with zipfile.ZipFile(python / STDLIB) as whole, zipfile.ZipFile(damaged, "w", zipfile.ZIP_STORED) as target:
        for entry in whole.infolist():
            content = whole.read(entry)
            target.writestr(entry, content[:16] if entry.filename == f"{AT_START}c" else content)
    assert started(python, damaged, KINDS) == "module module"
