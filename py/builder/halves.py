"""Pyodide's WebAssembly in two halves, so that Python starts without the functions that the demos hardly ever call; web/python/halves.js puts them together."""

from pathlib import Path

from .console import say
from .paths import PYODIDE
from .split_wasm import Split, Whole
from .used_functions import used_functions

WHOLE = "pyodide.asm.wasm"  # stays, for the stock way
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
