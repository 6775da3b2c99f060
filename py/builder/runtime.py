"""Python for the browser, twice: the fast way, which is the standard library, numpy and our package as trimmed bytecode, parted and packed by gzip, with WebAssembly in halves and a
snapshot; and the stock way, which is Pyodide's own files with numpy's wheel, ours and a frozen lock file, for where something of the fast one does not come or work.

Made in .build/runtime/<key of all that goes in>, and again only when something of that has changed.
"""

import gzip
import hashlib
import json
import shutil
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from .bytecode import Order
from .console import say
from .download import digest, official_wheels
from .halves import HOT, WHOLE, write_halves
from .node import run_node
from .paths import PYODIDE, WEB, WORK
from .python_parts import Used, split
from .wheel import make_wheel

HERE = Path(__file__).parent
RECIPE = (
    *(
        HERE / name
        for name in (
            "bytecode.py",
            "compile.mjs",
            "exercise.py",
            "freeze.mjs",
            "measure.mjs",
            "python_parts.py",
            "runtime.py",
            "sitecustomize.py",
            "snapshot.mjs",
            "start.mjs",
        )
    ),
    WEB / "python" / "install.js",
    WEB / "python" / "snapshot.js",
)
SCRIPTS = ("pyodide.mjs", "pyodide.asm.mjs")
LOCK = "pyodide-lock.json"
STOCK_LIBRARY = "python_stdlib.zip"
LIBRARY = "library.zip"  # the standard one
SNAPSHOT = "snapshot.bin"
PACKED = ".gz"
AT_START = "sitecustomize.py"
PACKAGES = ("forwardpass", "numpy")
FIRST = (LIBRARY, *(f"{package}.zip" for package in PACKAGES))  # archives that a start takes
DOCUMENTATION = (
    "numpy._core._add_newdocs",
    "numpy._core._add_newdocs_scalars",
)  # give docstrings to what is written in C


def write_runtime(target: Path) -> None:
    """Fill the folder of Python, with the sizes of what each way fetches in manifest.json."""
    made = cached_runtime()
    stock = [*(PYODIDE / name for name in (*SCRIPTS, WHOLE, STOCK_LIBRARY)), made / LOCK, *made.glob("*.whl")]
    for file in {*stock, *made.iterdir()}:
        shutil.copyfile(file, target / file.name)
    write_halves(target)
    first = [*SCRIPTS, HOT, LOCK, *(name + PACKED for name in FIRST)]
    manifest = {
        "files": sizes(target / name for name in first),
        "parts": sizes(file for file in target.glob(f"*.zip{PACKED}") if file.name not in first),
        "stock": sizes(target / file.name for file in stock),
    }
    (target / "manifest.json").write_text(json.dumps(manifest, indent=1))


def sizes(files: Iterable[Path]) -> dict[str, int]:
    """Name → bytes."""
    return {file.name: file.stat().st_size for file in sorted(files)}


def cached_runtime() -> Path:
    """The folder with everything that is made, not copied."""
    cache = WORK / "runtime"
    cache.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=WORK, prefix="runtime-") as temporary:
        wheels = gather(Path(temporary) / "wheels")
        made = cache / key_of(wheels)
        if not made.exists():
            say("Freezing and compiling Python for the browser ...")
            fresh = make_runtime(wheels, Path(temporary) / "made")
            shutil.rmtree(cache)
            cache.mkdir()
            fresh.rename(made)
    return made


def gather(folder: Path) -> dict[str, Path]:
    """Package name → wheel, all in one folder: the official ones and ours."""
    folder.mkdir()
    official = {name: Path(shutil.copy(wheel, folder)) for name, wheel in official_wheels().items()}
    return {**official, "forwardpass": make_wheel(folder)}


def key_of(wheels: Mapping[str, Path]) -> str:
    """Changes with whatever goes in."""
    parts = [*wheels.values(), PYODIDE / LOCK, PYODIDE / STOCK_LIBRARY, *RECIPE]
    return hashlib.sha256("".join(map(digest, parts)).encode()).hexdigest()[:16]


def make_runtime(wheels: Mapping[str, Path], target: Path) -> Path:
    """Freeze with the wheels as they are; compile them after a start from that lock file, part what was compiled, take the snapshot, pack all of it."""
    folder = wheels["forwardpass"].parent
    loose = folder / "loose"
    for new in (loose, target):
        new.mkdir()
    run_node(HERE / "freeze.mjs", PYODIDE, folder, wheels["forwardpass"].name, folder / LOCK)
    write_lock(folder)
    run_node(
        HERE / "compile.mjs", PYODIDE, folder, HERE, loose, json.dumps([asdict(order) for order in orders(wheels)])
    )
    found = json.loads(run_node(HERE / "measure.mjs", PYODIDE, loose, HERE))
    split([loose / name for name in FIRST], Used(frozenset(found["first"]), frozenset(found["all"])))
    run_node(HERE / "snapshot.mjs", PYODIDE, loose, HERE)
    for file in loose.iterdir():
        (target / (file.name + PACKED)).write_bytes(gzip.compress(file.read_bytes(), mtime=0))
    for file in (folder / LOCK, *(wheels[package] for package in PACKAGES)):
        shutil.copyfile(file, target / file.name)
    return target


def orders(wheels: Mapping[str, Path]) -> list[Order]:
    """What to make bytecode of, by the names that compile.mjs gives the folders."""
    numpy, own = wheels["numpy"].name, wheels["forwardpass"].name
    return [
        Order(
            f"/pyodide/{STOCK_LIBRARY}",
            f"/made/{LIBRARY}",
            whole=False,
            docstrings=False,
            added=(f"/builder/{AT_START}",),
        ),
        Order(f"/wheels/{numpy}", "/made/numpy.zip", whole=False, docstrings=False, emptied=DOCUMENTATION),
        Order(f"/wheels/{own}", "/made/forwardpass.zip", whole=True, docstrings=False),
    ]


def write_lock(folder: Path) -> None:
    """Reduce the frozen lock file in a folder to our two packages, with names and hashes of the wheels beside it."""
    lock: dict[str, Any] = json.loads((folder / LOCK).read_text())
    lock["packages"] = {name: locked(lock["packages"][name], folder) for name in PACKAGES}
    (folder / LOCK).write_text(json.dumps(lock, indent=1))


def locked(entry: dict[str, Any], folder: Path) -> dict[str, Any]:
    """A package's entry for the wheel with the same file name."""
    wheel = folder / entry["file_name"].rpartition("/")[2]
    return {**entry, "file_name": wheel.name, "sha256": digest(wheel)}
