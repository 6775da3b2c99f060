"""Python for the browser: Pyodide's core, the trimmed standard library, numpy and our package as bytecode, a frozen lock file of the two, and a snapshot.

Made in .build/runtime/<key of all that goes in>, and again only when something of that has changed.
"""

import hashlib
import json
import shutil
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from .bytecode import EXTENSION, Order
from .console import say
from .download import digest, official_wheels
from .halves import COLD, WHOLE, write_halves
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
CORE = ("pyodide.mjs", "pyodide.asm.mjs", WHOLE)
STDLIB = "python_stdlib.zip"
LOCK = "pyodide-lock.json"
SNAPSHOT = "snapshot.bin"
NOT_AT_START = (COLD, SNAPSHOT, WHOLE)
AT_START = "sitecustomize.py"
LOCAL_HEADER = 30  # bytes before the name of a file in a zip archive that has no extra fields
PACKAGES = ("forwardpass", "numpy")
DOCUMENTATION = (
    "numpy._core._add_newdocs",
    "numpy._core._add_newdocs_scalars",
)  # give docstrings to what is written in C


def write_runtime(target: Path) -> None:
    """Fill the folder of Python, with the sizes of what is fetched at start in manifest.json."""
    for file in (*cached_runtime().iterdir(), *(PYODIDE / name for name in CORE)):
        shutil.copyfile(file, target / file.name)
    write_halves(target)
    sizes = {file.name: file.stat().st_size for file in sorted(target.iterdir()) if file.name not in NOT_AT_START}
    parts = {name: size for name, size in sizes.items() if name.endswith(".zip") and name != STDLIB}
    files = {name: size for name, size in sizes.items() if name not in parts}
    (target / "manifest.json").write_text(json.dumps({"files": files, "parts": parts}, indent=1))


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
    parts = [*wheels.values(), PYODIDE / LOCK, PYODIDE / STDLIB, *RECIPE]
    return hashlib.sha256("".join(map(digest, parts)).encode()).hexdigest()[:16]


def make_runtime(wheels: Mapping[str, Path], target: Path) -> Path:
    """Freeze with the wheels as they are, compile them after a start from that lock file, part what was compiled, and lock that."""
    folder = wheels["forwardpass"].parent
    target.mkdir()
    run_node(HERE / "freeze.mjs", PYODIDE, folder, wheels["forwardpass"].name, folder / LOCK)
    write_lock(folder, folder)
    run_node(
        HERE / "compile.mjs", PYODIDE, folder, HERE, target, json.dumps([asdict(order) for order in orders(wheels)])
    )
    names = [wheel.name for wheel in wheels.values() if (target / wheel.name).exists()]
    found = json.loads(run_node(HERE / "measure.mjs", PYODIDE, target, HERE, *names))
    used = Used(frozenset(found["first"]), frozenset(found["all"]))
    split([target / STDLIB, *(target / name for name in names)], used)
    shutil.copyfile(folder / LOCK, target / LOCK)
    write_lock(target, target)
    numpy = target / wheels["numpy"].name
    run_node(HERE / "snapshot.mjs", PYODIDE, target, HERE, numpy.name, json.dumps(libraries(numpy)))
    return target


def libraries(wheel: Path) -> list[dict[str, Any]]:
    """The libraries of a wheel of ours: path, and where in the file the bytes stand, which are not compressed."""
    with zipfile.ZipFile(wheel) as archive:
        entries = [entry for entry in archive.infolist() if entry.filename.endswith(EXTENSION)]
    return [
        {
            "path": entry.filename,
            "at": entry.header_offset + LOCAL_HEADER + len(entry.filename),
            "size": entry.file_size,
        }
        for entry in entries
    ]


def orders(wheels: Mapping[str, Path]) -> list[Order]:
    """What to make bytecode of, by the names that compile.mjs gives the folders."""
    numpy, own = wheels["numpy"].name, wheels["forwardpass"].name
    return [
        Order(f"/pyodide/{STDLIB}", f"/made/{STDLIB}", whole=False, docstrings=False, added=(f"/builder/{AT_START}",)),
        Order(f"/wheels/{numpy}", f"/made/{numpy}", whole=False, docstrings=False, emptied=DOCUMENTATION),
        Order(f"/wheels/{own}", f"/made/{own}", whole=True, docstrings=False),
    ]


def write_lock(folder: Path, wheels: Path) -> None:
    """Reduce the frozen lock file in a folder to our two packages, with names and hashes of the wheels that are there."""
    lock: dict[str, Any] = json.loads((folder / LOCK).read_text())
    lock["packages"] = {name: locked(lock["packages"][name], wheels) for name in PACKAGES}
    (folder / LOCK).write_text(json.dumps(lock, indent=1))


def locked(entry: dict[str, Any], wheels: Path) -> dict[str, Any]:
    """A package's entry for the wheel with the same file name."""
    wheel = wheels / entry["file_name"].rpartition("/")[2]
    return {**entry, "file_name": wheel.name, "sha256": digest(wheel)}
