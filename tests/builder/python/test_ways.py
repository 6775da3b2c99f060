"""The ways to start faster, as the builder asks them. That demos work without them: tests/web/python/test_ways.py."""

import pytest

from builder.python.pyodide_files import LOCK, PACKED, SCRIPTS, STOCK_LIBRARY, WHOLE
from builder.python.runtime import at_start, not_kept
from builder.python.way import HERE
from builder.python.ways import WAYS, ways_without
from builder.shared.paths import WEB
from builder.start.arguments import OPTIONAL_WAYS, read

ARCHIVES = {f"{name}.zip{PACKED}" for name in ("library", "numpy", "forwardpass")}


def test_each_is_a_folder_on_both_sides_and_a_line() -> None:
    names = {way.name for way in WAYS}
    assert {folder.name for folder in (WEB / "python" / "fast").iterdir() if folder.is_dir()} == names
    assert {folder.name for folder in HERE.iterdir() if (folder / "__init__.py").is_file()} == names
    lines = (WEB / "python" / "fast" / "ways.js").read_text()
    assert all(f'from "./{name}/{name}.js"' in lines for name in names)


def test_whatever_of_ours_is_in_their_folders_decides_what_they_make() -> None:
    for way in WAYS:
        sources = {file.as_posix() for file in way.sources()}
        assert any(f"py/builder/python/{way.name}/" in file for file in sources)
        assert any(f"web/python/fast/{way.name}/" in file for file in sources)


def test_a_start_fetches_a_half_in_place_of_the_whole_where_there_are_halves() -> None:
    assert set(at_start(WAYS)) == {*SCRIPTS, LOCK, *ARCHIVES, "pyodide.asm.hot.wasm"}
    assert set(at_start(ways_without(["halves"]))) == {*SCRIPTS, LOCK, *ARCHIVES, WHOLE}


def test_without_a_network_what_only_the_stock_way_takes_is_not_there() -> None:
    snapshot = f"snapshot.bin{PACKED}"
    assert set(not_kept(WAYS)) == {STOCK_LIBRARY, "*.whl", WHOLE, snapshot}
    assert set(not_kept(ways_without(["halves", "snapshot"]))) == {STOCK_LIBRARY, "*.whl"}


def test_the_command_line_names_those_that_may_be_left_out() -> None:
    assert {*OPTIONAL_WAYS, "bytecode"} == {way.name for way in WAYS}
    assert read(["build", "--without", "parts", "--without", "snapshot"]).without == ["parts", "snapshot"]
    assert read(["build"]).without == []


@pytest.mark.parametrize("name", ["bytecode", "nonsense"])
def test_what_cannot_be_left_out_is_refused_with_what_can(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        read(["build", "--without", name])
    assert "halves" in capsys.readouterr().err
