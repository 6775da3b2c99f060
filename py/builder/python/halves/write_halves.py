"""Writes Pyodide's WebAssembly in two halves, by the note of which functions are used."""

from pathlib import Path

from ...shared.console import say
from ...shared.paths import PYODIDE
from ..pyodide_files import WHOLE
from ..way import Way
from .split_wasm import Split, Whole
from .used_functions import used_functions

HOT = "pyodide.asm.hot.wasm"
COLD = "pyodide.asm.cold.wasm"


def write_halves(target: Path) -> None:
    """Without a note of what is used, the hot half is the whole."""
    wasm = (PYODIDE / WHOLE).read_bytes()
    used = used_functions(wasm)
    if used is None:
        say(f"  {WHOLE} is not the one whose use was noted: it is not split. Note it: python3 build.py profile")
        (target / HOT).write_bytes(wasm)
    else:
        halves = Split(Whole(wasm), used)
        (target / HOT).write_bytes(halves.hot_half())
        (target / COLD).write_bytes(halves.cold_half())


HALVES = Way(
    "halves",
    write_halves,
    at_start=(HOT,),
    in_place_of=(WHOLE,),
    shipped={"Pyodide": "its WebAssembly once more in two halves"},
)
