"""The snapshot of Python's memory, as readers get it, put back in Node."""

from pathlib import Path

import pytest

from ...conftest import RunPython

pytestmark = pytest.mark.browser  # it needs the built site


def test_no_two_readers_share_a_random_state(restored: RunPython) -> None:
    drawn = {restored("import random; result = random.random()") for _ in range(2)}
    assert len(drawn) == 2


def test_numpy_computes_with_its_libraries(restored: RunPython) -> None:
    assert restored("import numpy; result = float(numpy.exp(1.0))") == "2.718281828459045"
    asked = "import numpy; result = numpy.linalg.inv(numpy.eye(2) * 4).tolist()"
    assert restored(asked) == "missing: rest"
    assert restored(asked, "rest.zip") == "[[0.25, 0.0], [0.0, 0.25]]"


def test_the_time_goes_on(restored: RunPython, archives: Path) -> None:
    assert float(restored("import time; result = time.time()")) > (archives / "snapshot.bin").stat().st_mtime
