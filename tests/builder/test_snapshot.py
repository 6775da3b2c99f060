"""The snapshot of Python's memory, as readers get it, put back in Node."""

import subprocess
from pathlib import Path

import pytest

from builder.parts import part_folder

HERE = Path(__file__).parent
pytestmark = pytest.mark.browser  # it needs the built site


@pytest.fixture(scope="module")
def python(dist: Path) -> Path:
    return part_folder(dist, "python")


def restored(python: Path, lines: str, *archives: str) -> str:
    command = ["node", "--no-warnings", str(HERE / "restore.mjs"), str(python), ",".join(archives), lines]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return done.stdout.strip()


def test_no_two_readers_share_a_random_state(python: Path) -> None:
    drawn = {restored(python, "import random; result = random.random()") for _ in range(2)}
    assert len(drawn) == 2


def test_numpy_computes_with_its_libraries(python: Path) -> None:
    assert restored(python, "import numpy; result = float(numpy.exp(1.0))") == "2.718281828459045"
    asked = "import numpy; result = numpy.linalg.inv(numpy.eye(2) * 4).tolist()"
    assert restored(python, asked) == "missing: rest"
    assert restored(python, asked, "rest.zip") == "[[0.25, 0.0], [0.0, 0.25]]"


def test_the_time_goes_on(python: Path) -> None:
    assert float(restored(python, "import time; result = time.time()")) > (python / "snapshot.bin").stat().st_mtime
