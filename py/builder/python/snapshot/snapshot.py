"""The snapshot of Python's memory, which the page fetches when a first visit rests, and keeps for the next one."""

from pathlib import Path

from ...shared.node import run_node
from ...shared.paths import PYODIDE
from ..pyodide_files import PACKED
from ..way import Way

HERE = Path(__file__).parent
FILE = "snapshot.bin"  # as take.mjs names it


def take(folder: Path) -> None:
    """Of the archives in the folder, when Python has done with them what the demos ask for."""
    run_node(HERE / "take.mjs", PYODIDE, folder, HERE.parent)


SNAPSHOT = Way(
    "snapshot",
    take,
    kept_elsewhere=(FILE + PACKED,),
    shipped={"Python": f"and in {FILE}{PACKED}: its memory once it has started, with NumPy in it"},
)
