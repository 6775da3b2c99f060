"""Which part of Python a file of our archives is in: what a start takes stays in them, everything else comes in archives of its own.

later: what readers may ask for when Python is live; fetched right then, and at once where a demo wants it from its first answer on.
es, fr …: the catalog of a language, fetched where a demo speaks it. rest: what has to be there, since others import it, but is used by no demo; fetched when it is asked for after all.
Which module is in which part is measured (measure.mjs), and which file is in which part told to Python by a list in its standard library, which sitecustomize.py reads.
"""

import json
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ...shared.node import run_node
from ...shared.paths import PYODIDE
from ..bytecode.archives import compile_archives
from ..bytecode.bytecode import DATE, EXTENSION, Order, module_name
from ..pyodide_files import ARCHIVES, LIBRARY
from ..way import Way

HERE = Path(__file__).parent
LATER, REST = "later", "rest"
PLACES = "parts.txt"
RUN_FIRST = "/builder/parts/sitecustomize.py"
CATALOG = ".mo"
DATA = (".npz", ".css")
Files = dict[str, bytes]


@dataclass(frozen=True)
class Used:
    """The modules that a start takes, and those that the demos take in all."""

    first: frozenset[str]
    all: frozenset[str]


def make_parts(folder: Path) -> None:
    """Of the archives in a folder, whose standard library gets what makes Python wait for them."""
    run_first = Order(f"/made/{LIBRARY}", f"/made/{LIBRARY}", whole=True, docstrings=False, added=(RUN_FIRST,))
    compile_archives(folder, run_first)
    found = json.loads(run_node(HERE / "measure.mjs", PYODIDE, folder, HERE.parent))
    split([folder / name for name in ARCHIVES], Used(frozenset(found["first"]), frozenset(found["all"])))


def split(archives: Sequence[Path], used: Used) -> None:
    """Leave in the archives what a start takes, and put the rest into parts beside them. The first archive, the standard library, gets the list."""
    contents = {archive: read(archive) for archive in archives}
    parts: dict[str, Files] = {}
    for files in contents.values():
        for name in list(files):
            if part := part_of(name, used):
                parts.setdefault(part, {})[name] = files.pop(name)
    contents[archives[0]][PLACES] = "".join(f"{part} {name}\n" for part, name in places(parts)).encode()
    for archive, files in contents.items():
        write(archive, files)
    for part, files in parts.items():
        write(part_file(archives[0].parent, part), files)


def part_of(name: str, used: Used) -> str:
    """The part that a file is in, \"\" where it is needed at start."""
    if name.endswith(CATALOG):
        return name.split("/locale/")[1].split("/", maxsplit=1)[0]
    if name.endswith(DATA):
        return LATER
    if not name.endswith((".pyc", EXTENSION)):
        return ""
    module = module_name(name)
    if module in used.first or module == "sitecustomize":
        return ""
    return LATER if module in used.all else REST


def places(parts: dict[str, Files]) -> Iterator[tuple[str, str]]:
    """Part and path of each file in one."""
    return ((part, name) for part, files in parts.items() for name in files)


def part_file(folder: Path, part: str) -> Path:
    return folder / f"{part}.zip"


def read(archive: Path) -> Files:
    with zipfile.ZipFile(archive) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def write(archive: Path, files: Files) -> None:
    """Stored, not deflated, like all archives here."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_STORED) as target:
        for name, content in files.items():
            target.writestr(zipfile.ZipInfo(name, DATE), content)


PARTS = Way("parts", make_parts)
