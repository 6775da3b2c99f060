"""The halves of a module do what the whole does: on one made by hand, in Node, and on Pyodide's."""

import json
import subprocess
from itertools import combinations
from pathlib import Path

import pytest

from builder.python.halves import wasm as w
from builder.python.halves.split_wasm import MODULE, Split, Whole
from builder.python.halves.used_functions import note_used, used_functions
from builder.python.pyodide_files import WHOLE
from builder.shared.paths import PYODIDE

HERE = Path(__file__).parent
COUNT = 4


def by_hand() -> bytes:
    """double(x) = plus(x, x) by a call; triple(x) = plus(double(x), x) through the table; plus(x, y) = x + y; next() counts up in a global, by an imported function."""
    get, call, i32 = b"\x20", b"\x10", b"\x7f"
    types = [b"\x60\x01\x7f\x01\x7f", b"\x60\x02\x7f\x7f\x01\x7f", b"\x60\x00\x01\x7f"]
    bodies = [
        b"\0" + get + b"\0" + get + b"\0" + call + b"\x03" + w.END,
        b"\0" + get + b"\0" + b"\x41\0\x11\0\0" + get + b"\0" + call + b"\x03" + w.END,
        b"\0" + get + b"\0" + get + b"\1" + b"\x6a" + w.END,
        b"\0" + b"\x23\0" + call + b"\0" + b"\x24\0" + b"\x23\0" + w.END,
    ]
    names = (b"double", b"triple", b"plus", b"next")
    sections = {
        w.TYPE: types,
        w.IMPORT: [w.block(b"page") + w.block(b"more") + b"\0\0"],
        w.FUNCTION: [b"\0", b"\0", b"\1", b"\2"],
        w.TABLE: [b"\x70\0\1"],
        w.MEMORY: [b"\0\1"],
        w.GLOBAL: [i32 + b"\1\x41\x05\x0b"],
        w.EXPORT: [
            w.block(b"memory") + b"\2\0",
            *(w.block(name) + b"\0" + w.number(1 + i) for i, name in enumerate(names)),
        ],
        w.ELEMENT: [b"\0\x41\0\x0b\1\1"],
        w.CODE: list(map(w.block, bodies)),
    }
    return w.assembled((kind, w.vector(items)) for kind, items in sections.items())


def in_node(folder: Path, *halves: bytes) -> dict[str, list[int]]:
    """What each function said, and how often the cold half was brought."""
    files = [folder / str(i) for i in range(len(halves))]
    for file, half in zip(files, halves, strict=True):
        file.write_bytes(half)
    command = ["node", "--no-warnings", str(HERE / "halves.mjs"), *map(str, files)]
    said: dict[str, list[int]] = json.loads(
        subprocess.run(command, capture_output=True, text=True, check=True, timeout=120).stdout
    )
    return said


@pytest.mark.parametrize("hot", [hot for size in range(COUNT + 1) for hot in combinations(range(COUNT), size)], ids=str)
def test_however_it_is_split_it_says_the_same(tmp_path: Path, hot: tuple[int, ...]) -> None:
    whole = by_hand()
    split = Split(Whole(whole), hot)
    expected = {"double": [10, 14], "triple": [15, 21], "plus": [12, 14], "next": [6, 7]}
    assert in_node(tmp_path, whole) == expected | {"brought": [0]}
    assert in_node(tmp_path, split.hot_half(), split.cold_half()) == expected | {"brought": [int(len(hot) < COUNT)]}


def test_every_function_of_pyodide_is_in_one_half() -> None:
    whole = Whole((PYODIDE / WHOLE).read_bytes())
    used = used_functions((PYODIDE / WHOLE).read_bytes())
    assert used
    split = Split(whole, used)
    hot, cold = Whole(split.hot_half()), Whole(split.cold_half())
    assert 2000 < len(split.hot) < 5000
    for function, body in enumerate(whole.bodies):
        assert (hot if function in used else cold).bodies[function] == body
    kept = set(range(14)) - {w.TYPE, w.FUNCTION, w.TABLE, w.EXPORT, w.ELEMENT, w.CODE}
    assert [each for each in hot.sections if each[0] in kept] == [each for each in whole.sections if each[0] in kept]
    assert cold.imports[: len(whole.imports)] == whole.imports
    assert all(item.startswith(w.block(MODULE.encode())) for item in cold.imports[len(whole.imports) :])


def test_a_note_is_read_as_it_was_written_and_only_for_its_wasm(tmp_path: Path) -> None:
    file = tmp_path / "used.json"
    note_used(b"one", {0, 7, 8, 1000}, file)
    assert used_functions(b"one", file) == frozenset({0, 7, 8, 1000})
    assert used_functions(b"another", file) is None


def test_what_is_noted_again_for_the_same_wasm_is_added(tmp_path: Path) -> None:
    file = tmp_path / "used.json"
    note_used(b"one", {1, 2}, file)
    note_used(b"one", {2, 3}, file)
    assert used_functions(b"one", file) == frozenset({1, 2, 3})
    note_used(b"another", {4}, file)
    assert used_functions(b"another", file) == frozenset({4})


@pytest.mark.parametrize("value", [0, 1, 63, 64, 127, 128, 8191, 8192, 300_000])
def test_numbers_are_read_as_they_were_written(value: int) -> None:
    assert w.Reader(w.number(value)).number() == value
    encoded = w.signed(value)
    assert w.Reader(encoded).number() == value
    assert not encoded[-1] & 0x40, "it would be read as negative"


def test_what_is_no_wasm_is_refused() -> None:
    with pytest.raises(ValueError, match="not a WebAssembly module"):
        Whole(b"PK\3\4")
