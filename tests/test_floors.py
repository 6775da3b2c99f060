"""Who may import whom. A folder imports from the floors below its own; rooms of one floor, parted by |, know nothing of each other."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from builder.shared.paths import PY, ROOT, WEB

HOUSE = (ROOT / "docs" / "house.md").read_text(encoding="utf-8")
FLOORS = dict(re.findall(r"^`([\w/]+)`: `(.+)`$", HOUSE, re.MULTILINE))
COMMENT = re.compile(r"/\*.*?\*/|(?<!:)//[^\n]*", re.DOTALL)
IMPORT = re.compile(r"""\b(?:import|export)\b(?:[^"'();]*\bfrom)?[\s(]*["'](\.[^"']+)["']""")


def test_the_floors_of_every_house_are_written_down() -> None:
    assert set(FLOORS) == {"py/forwardpass", "py/builder", "web/elements", "web/python"}


@pytest.mark.parametrize("folder", FLOORS)
def test_a_folder_imports_from_floors_below_alone(folder: str) -> None:
    assert list(trespasses(ROOT / folder, FLOORS[folder])) == []


def test_the_fast_way_is_imported_where_python_begins_and_nowhere_else() -> None:
    fast = WEB / "python" / "fast"
    others = (file for file in WEB.rglob("*.js") if fast not in file.parents)
    importers = {file for file in others for target in imports_of(file) if fast in target.parents}
    assert importers == {WEB / "python" / "begin.js"}


def test_the_builder_knows_no_demo_from_inside() -> None:
    """It asks each `Demo` and the rooms that all share; only the training writes what one of them reads."""
    package, training = PY / "forwardpass", PY / "builder" / "images" / "train_digits.py"
    imported = {
        (file, target.relative_to(package).parts[0])
        for file in (PY / "builder").rglob("*.py")
        for target in imports_of(file)
        if package in target.parents
    }
    assert {file for file, room in imported if room in {"small_network", "image_network"}} == {training}


@pytest.mark.parametrize(
    ("file", "line"),
    [
        ("house/low/a.py", "from ..high.b import thing"),
        ("house/low/a.py", "from .. import high"),
        ("house/low/a.py", "import house.high.b"),
        ("house/low/a.py", "def later():\n    from house.high import b"),
        ("house/left/a.py", "from ..right import b"),
        ("house/low/a.js", 'import { thing } from "../high/b.js";'),
        ("house/low/a.js", 'export * from "../high/b.js";'),
        ("house/low/a.js", 'const later = () => import("../high/b.js");'),
        ("house/left/a.js", 'import "../right/b.js";'),
        ("house/attic/a.py", ""),
    ],
)
def test_what_is_forbidden_is_found(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, file: str, line: str) -> None:
    monkeypatch.setitem(IMPORTS, ".py", lambda file: imports_of_python(file, tmp_path))
    write(tmp_path / file, line)
    assert len(list(trespasses(tmp_path / "house", "low < left | right < high"))) == 1


def test_types_may_look_up_and_imports_may_go_down(tmp_path: Path) -> None:
    write(tmp_path / "high" / "a.js", 'import { b } from "../low/b.js";\n/** @typedef {import("../attic/c.js").C} C */')
    assert list(trespasses(tmp_path, "low < high < attic")) == []


def write(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True)
    file.write_text(text)


def trespasses(house: Path, table: str) -> Iterator[str]:
    """Sentences on imports that lead up or aside, and on modules without a floor."""
    floors = {room: floor for floor, rooms in enumerate(table.split(" < ")) for room in rooms.split(" | ")}
    for file in (file for file in sorted(house.rglob("*")) if file.suffix in IMPORTS):
        here = room_of(file.relative_to(house), floors)
        if here is None:
            yield f"{file} has no floor: give it one in tests/test_floors.py"
            continue
        for target in (target.relative_to(house) for target in imports_of(file) if house in target.parents):
            there = room_of(target, floors)
            if there != here and (there is None or floors[there] >= floors[here]):
                yield f"{file} imports {target}"


def room_of(path: Path, floors: dict[str, int]) -> str | None:
    """The longest name in the table that the path begins with."""
    names = map(str, (path.with_suffix(""), *path.parents))
    return next((name for name in names if name in floors), None)


def imports_of(file: Path) -> Iterator[Path]:
    return IMPORTS[file.suffix](file)


def imports_of_python(file: Path, root: Path = PY) -> Iterator[Path]:
    """What is imported anywhere in the file, a module or a name in one, as a path."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (root.joinpath(*name.name.split(".")) for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = file.parents[node.level - 1] if node.level else root
            yield from (base.joinpath(*(node.module or "").split("."), name.name) for name in node.names)


def imports_of_javascript(file: Path) -> Iterator[Path]:
    """Files that are loaded, at once or later. Types stand in comments and are gone at run time."""
    code = COMMENT.sub("", file.read_text(encoding="utf-8"))
    return ((file.parent / target).resolve() for target in IMPORT.findall(code))


IMPORTS: dict[str, Callable[[Path], Iterator[Path]]] = {".py": imports_of_python, ".js": imports_of_javascript}
