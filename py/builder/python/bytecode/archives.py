"""The archives of the fast way: of the standard library, numpy and our package the modules in use, as bytecode. Compiled by Pyodide's own Python, after a start the stock way."""

import json
from dataclasses import asdict
from pathlib import Path

from ...shared.node import run_node
from ...shared.paths import PYODIDE
from ..pyodide_files import ARCHIVES, LIBRARY, PACKED, STOCK_LIBRARY
from ..way import Way
from .bytecode import Order

HERE = Path(__file__).parent
DOCUMENTATION = (
    "numpy._core._add_newdocs",
    "numpy._core._add_newdocs_scalars",
)  # give docstrings to what is written in C


def make_archives(folder: Path) -> None:
    """Of the wheels in the folder, and of Pyodide's standard library."""
    numpy, own = (next(folder.glob(f"{name}-*.whl")).name for name in ("numpy", "forwardpass"))
    compile_archives(
        folder,
        Order(f"/pyodide/{STOCK_LIBRARY}", f"/made/{LIBRARY}", whole=False, docstrings=False),
        Order(f"/made/{numpy}", "/made/numpy.zip", whole=False, docstrings=False, emptied=DOCUMENTATION),
        Order(f"/made/{own}", "/made/forwardpass.zip", whole=True, docstrings=False),
    )


def compile_archives(folder: Path, *orders: Order) -> None:
    """The paths are those that compile.mjs gives the folders: /made this one, /builder and /pyodide."""
    run_node(HERE / "compile.mjs", PYODIDE, folder, HERE.parent, json.dumps([asdict(order) for order in orders]))


BYTECODE = Way(
    "bytecode",
    make_archives,
    at_start=tuple(name + PACKED for name in ARCHIVES),
    shipped={
        "Python": f"also in {LIBRARY}{PACKED}: the modules in use, compiled to bytecode without their docstrings",
        "NumPy": "also the modules in use, compiled likewise",
    },
)
