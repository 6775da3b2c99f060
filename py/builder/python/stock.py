"""The stock way: Pyodide's own files with the official wheel of numpy, ours, and a lock file of the two, frozen by micropip. The fast way begins with these files, too."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..shared.cache import digest
from ..shared.node import run_node
from ..shared.paths import PYODIDE
from .download import official_wheels
from .pyodide_files import LOCK, PACKAGES, SCRIPTS, STOCK_LIBRARY, WHOLE
from .wheel import make_wheel

HERE = Path(__file__).parent
PYODIDE_FILES = tuple(PYODIDE / name for name in (*SCRIPTS.values(), WHOLE, STOCK_LIBRARY))


def gather(folder: Path) -> dict[str, Path]:
    """Package name → wheel, all in one folder: the official ones and ours."""
    official = {name: Path(shutil.copy(wheel, folder)) for name, wheel in official_wheels().items()}
    return {**official, "forwardpass": make_wheel(folder)}


def make_stock(wheels: Mapping[str, Path], folder: Path) -> None:
    """The wheels as they are, and the lock file for them."""
    ours = wheels["forwardpass"]
    run_node(HERE / "freeze.mjs", PYODIDE, ours.parent, ours.name, folder / LOCK)
    for package in PACKAGES:
        shutil.copy(wheels[package], folder)
    write_lock(folder)


def write_lock(folder: Path) -> None:
    """Reduce the frozen lock file in a folder to our two packages, with names and hashes of the wheels beside it."""
    lock: dict[str, Any] = json.loads((folder / LOCK).read_text())
    lock["packages"] = {name: locked(lock["packages"][name], folder) for name in PACKAGES}
    (folder / LOCK).write_text(json.dumps(lock, indent=1))


def locked(entry: dict[str, Any], folder: Path) -> dict[str, Any]:
    """A package's entry for the wheel with the same file name."""
    wheel = folder / entry["file_name"].rpartition("/")[2]
    return {**entry, "file_name": wheel.name, "sha256": digest(wheel)}
