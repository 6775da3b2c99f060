"""What the tests of the built Python share."""

import gzip
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from builder.publish.hashed_folders import part_folder
from builder.python.pyodide_files import PACKED
from builder.shared.paths import PYODIDE

HERE = Path(__file__).parent / "python"
RunPython = Callable[..., str]


@pytest.fixture(scope="session")
def archives(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with what the site packs for the fast way to Python, unpacked."""
    folder = tmp_path_factory.mktemp("archives")
    for file in part_folder(dist, "python").glob(f"*{PACKED}"):
        (folder / file.stem).write_bytes(gzip.decompress(file.read_bytes()))
    return folder


@pytest.fixture
def started(archives: Path) -> RunPython:
    """started(lines, archive, …): the `result` of some lines of a Python that has just started, with archives put in place."""
    return lambda lines, *names: in_node("plain.mjs", archives, lines, names)


@pytest.fixture
def restored(archives: Path) -> RunPython:
    """The same of a Python that was restored from the snapshot."""
    return lambda lines, *names: in_node("restore.mjs", archives, lines, names)


def in_node(script: str, archives: Path, lines: str, names: tuple[str, ...]) -> str:
    command = [
        "node",
        "--no-warnings",
        str(HERE / script),
        str(PYODIDE),
        str(archives),
        ",".join(names),
        lines,
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=120)
    return done.stdout.strip()
