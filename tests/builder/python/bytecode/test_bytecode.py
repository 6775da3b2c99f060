"""Archives of bytecode: what they hold, that they work, and that they are the same every time."""

import marshal
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from builder.python.bytecode.bytecode import Order, compiled, module_name, trim

FILES = {
    "thing/__init__.py": '"""A thing."""\nfrom .used import f\nassert f() == {"a", "b", "c"}\n',
    "thing/used.py": 'def f():\n    """What f says."""\n    return {"a", "b", "c"}\n',
    "thing/words.py": "raise RuntimeError('only documentation')\n",
    "thing/unused.py": "",
    "thing/tests/test_used.py": "",
    "thing/include/thing.h": "",
    "thing/data.txt": "data",
    "thing/fast.cpython-314-wasm32-emscripten.so": "binary",
    "thing/slow.cpython-314-wasm32-emscripten.so": "binary",
    "thing-1.0.dist-info/METADATA": "Name: thing\n",
    "thing-1.0.dist-info/licenses/LICENSE.txt": "MIT",
    "thing-1.0.dist-info/RECORD": "thing/__init__.py,sha256=old,1\n",
}
IN_USE = {"thing", "thing.used", "thing.words", "thing.fast"}


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "source.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in FILES.items():
            archive.writestr(name, text)
    return path


def trimmed(source: Path, name: str, whole: bool = False, docstrings: bool = False) -> Path:
    target = source.with_name(name)
    trim(Order(str(source), str(target), whole, docstrings, emptied=["thing.words"]), IN_USE)
    return target


def names(archive: Path) -> set[str]:
    with zipfile.ZipFile(archive) as opened:
        return set(opened.namelist())


def run(code: str, path: Path) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(path)},
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    return done.stdout.strip()


def test_only_modules_in_use_are_kept(source: Path) -> None:
    assert names(trimmed(source, "trimmed.zip")) == {
        "thing/__init__.pyc",
        "thing/used.pyc",
        "thing/words.pyc",
        "thing/fast.cpython-314-wasm32-emscripten.so",
    }


def test_a_whole_archive_keeps_its_data_and_every_module_but_describes_no_wheel(source: Path) -> None:
    kept = names(trimmed(source, "whole.zip", whole=True))
    assert {"thing/data.txt", "thing/unused.pyc"} <= kept
    assert len(kept) == len([name for name in FILES if "dist-info" not in name])


def test_the_bytecode_can_be_imported_without_the_source(source: Path) -> None:
    assert run("import thing.words; print(sorted(thing.used.f()))", trimmed(source, "trimmed.zip")) == "['a', 'b', 'c']"


@pytest.mark.parametrize(("docstrings", "expected"), [(True, "What f says."), (False, "None")])
def test_docstrings_are_kept_where_asked_for(source: Path, docstrings: bool, expected: str) -> None:
    assert (
        run("from thing import f; print(f.__doc__)", trimmed(source, "trimmed.zip", docstrings=docstrings)) == expected
    )


@pytest.mark.parametrize("body", ["x: int", '"""What A is."""\n    x: int', '"""What A is."""'])
def test_a_dataclass_writes_no_docstring(body: str) -> None:
    source = f"from dataclasses import dataclass\n@dataclass\nclass A:\n    {body}\n"
    namespace: dict[str, Any] = {"__name__": __name__}
    exec(marshal.loads(compiled(source.encode(), "a.py", docstrings=False)[16:]), namespace)
    assert namespace["A"].__doc__ == "."


def test_what_comes_from_the_future_still_comes_first() -> None:
    source = b'"""A module."""\nfrom __future__ import annotations\ndef f():\n    "What f says."\n'
    namespace: dict[str, Any] = {}
    exec(marshal.loads(compiled(source, "a.py", docstrings=False)[16:]), namespace)
    assert (namespace.get("__doc__"), namespace["f"].__doc__, namespace["f"]()) == (None, None, None)


def test_the_same_input_gives_the_same_bytes(source: Path) -> None:
    first, second = trimmed(source, "first.zip"), trimmed(source, "second.zip")
    assert first.read_bytes() == second.read_bytes()


def test_nothing_is_deflated_and_no_date_is_told(source: Path) -> None:
    with zipfile.ZipFile(trimmed(source, "trimmed.zip")) as archive:
        for info in archive.infolist():
            assert (info.compress_type, info.date_time) == (zipfile.ZIP_STORED, (1980, 1, 1, 0, 0, 0))


@pytest.mark.parametrize(
    ("file", "module"),
    [
        ("json/__init__.py", "json"),
        ("json/decoder.py", "json.decoder"),
        ("os.py", "os"),
        ("numpy/linalg/_umath_linalg.cpython-314-wasm32-emscripten.so", "numpy.linalg._umath_linalg"),
    ],
)
def test_a_file_has_the_name_of_its_module(file: str, module: str) -> None:
    assert module_name(file) == module
