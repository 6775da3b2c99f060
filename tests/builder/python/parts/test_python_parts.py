"""Archives of Python parted into what a start takes and what comes later."""

import zipfile
from pathlib import Path

import pytest

from builder.python.parts.python_parts import Used, split

FILES = {
    "library.zip": {"os.pyc": "os", "zipfile/__init__.pyc": "zipfile", "ssl.pyc": "ssl", "sitecustomize.pyc": "site"},
    "thing.zip": {
        "thing/__init__.pyc": "thing",
        "thing/figures.pyc": "figures",
        "thing/fast.cpython-314-wasm32-emscripten.so": "fast",
        "thing/slow.cpython-314-wasm32-emscripten.so": "slow",
        "thing/locale/es/LC_MESSAGES/thing.mo": "es",
        "thing/data/weights.npz": "weights",
    },
}
FIRST = {"os", "thing", "thing.fast"}
USED = Used(frozenset(FIRST), frozenset(FIRST | {"zipfile", "thing.figures"}))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for archive, files in FILES.items():
        with zipfile.ZipFile(tmp_path / archive, "w") as target:
            for name, content in files.items():
                target.writestr(name, content)
    split([tmp_path / archive for archive in FILES], USED)
    return tmp_path


def names(archive: Path) -> set[str]:
    with zipfile.ZipFile(archive) as opened:
        return set(opened.namelist())


def test_what_a_start_takes_stays(folder: Path) -> None:
    assert names(folder / "library.zip") == {"os.pyc", "sitecustomize.pyc", "parts.txt"}
    assert names(folder / "thing.zip") == {
        "thing/__init__.pyc",
        "thing/fast.cpython-314-wasm32-emscripten.so",
    }


def test_every_other_file_is_in_exactly_one_part(folder: Path) -> None:
    parts = {path.stem: names(path) for path in folder.glob("*.zip") if path.name not in FILES}
    assert parts == {
        "es": {"thing/locale/es/LC_MESSAGES/thing.mo"},
        "later": {"zipfile/__init__.pyc", "thing/figures.pyc", "thing/data/weights.npz"},
        "rest": {"ssl.pyc", "thing/slow.cpython-314-wasm32-emscripten.so"},
    }


def test_the_library_tells_where_the_files_are(folder: Path) -> None:
    with zipfile.ZipFile(folder / "library.zip") as library:
        lines = library.read("parts.txt").decode().splitlines()
    assert sorted(lines) == [
        "es thing/locale/es/LC_MESSAGES/thing.mo",
        "later thing/data/weights.npz",
        "later thing/figures.pyc",
        "later zipfile/__init__.pyc",
        "rest ssl.pyc",
        "rest thing/slow.cpython-314-wasm32-emscripten.so",
    ]
