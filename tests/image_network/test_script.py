"""The script of a prediction needs nothing but numpy."""

import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from forwardpass import api
from forwardpass.image_network.reading import Sample, read
from forwardpass.image_network.script import script
from forwardpass.image_network.trained import find


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("network", ["mnist_784_10_10", "mnist_784_128_10", "fashion_784_64_10"])
def test_it_prints_what_the_network_says(seed: int, network: str, tmp_path: Path) -> None:
    pixels = np.random.default_rng(seed).integers(0, 256, 784).astype(np.uint8)
    reading = read(Sample(seed, pixels), find(network))
    file = tmp_path / "script.py"
    file.write_text(f"{script(reading)}print(probabilities.tolist())\n", encoding="utf-8")
    ran = subprocess.run([sys.executable, "-I", str(file)], capture_output=True, text=True, check=True, cwd=tmp_path)
    first, *_, last = ran.stdout.splitlines()
    assert int(first.split()[0]) == reading.predicted
    assert np.allclose(np.array(eval(last)), reading.probabilities, rtol=1e-12)


def test_it_knows_no_package_of_ours() -> None:
    assert "forwardpass" not in api.image_script(sample=0, pixels=[0] * 784)["code"]
