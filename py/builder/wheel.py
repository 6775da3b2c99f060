"""Our package as a wheel, with its catalogs and weights, by hatchling."""

import subprocess
import sys
import tempfile
from pathlib import Path

from .console import Failure
from .paths import ROOT


def make_wheel(folder: Path) -> Path:
    """Build the wheel of py/forwardpass into a folder; the same bytes from the same files."""
    with tempfile.TemporaryDirectory() as temporary:
        command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", temporary]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise Failure(f"The wheel of forwardpass could not be built:\n{(done.stdout + done.stderr).strip()}")
        wheel = next(Path(temporary).glob("*.whl"))
        return wheel.rename(folder / wheel.name)
