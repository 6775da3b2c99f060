"""The script of a prediction needs nothing but numpy."""

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from forwardpass import api
from forwardpass.image_network.reading import Sample, read
from forwardpass.image_network.script import script
from forwardpass.image_network.trained import find
from forwardpass.words.catalogs import LANGUAGES, translator

COMMENT = re.compile(r"# [^(\n].+")  # those with words: a shape is the same in every language


@pytest.mark.parametrize("seed", range(3))
@pytest.mark.parametrize("network", ["mnist_784_10_10", "mnist_784_128_10", "fashion_784_64_10"])
def test_it_prints_what_the_network_says(seed: int, network: str, tmp_path: Path) -> None:
    pixels = np.random.default_rng(seed).integers(0, 256, 784).astype(np.uint8)
    reading = read(Sample(seed, pixels), find(network))
    file = tmp_path / "script.py"
    file.write_text(script(reading, translator("ko")) + "print(probabilities.tolist())\n", encoding="utf-8")
    ran = subprocess.run([sys.executable, "-I", str(file)], capture_output=True, text=True, check=True, cwd=tmp_path)
    first, *_, last = ran.stdout.splitlines()
    assert int(first.split()[0]) == reading.predicted
    assert np.allclose(np.array(eval(last)), reading.probabilities, rtol=1e-12)


def test_it_knows_no_package_of_ours() -> None:
    assert "forwardpass" not in api.image_script(sample=0, pixels=[0] * 784)["code"]


def of_all_steps(lang: str) -> Iterator[str]:
    image: dict[str, Any] = {"sample": 3, "pixels": [0] * 784, "lang": lang}
    yield api.image_script(**image)["code"]
    for view in (*api.forward_pass_mnist(**image)["views"], *api.follow(**image)["views"]):
        yield view["code"]


@pytest.mark.parametrize("lang", LANGUAGES[1:])
def test_comments_are_in_the_language_of_the_reader_and_all_else_is_python(lang: str) -> None:
    for english, text in zip(of_all_steps("en"), of_all_steps(lang), strict=True):
        assert ast.dump(ast.parse(text)) == ast.dump(ast.parse(english))
        assert not {comment for comment in COMMENT.findall(text) if comment in COMMENT.findall(english)}
