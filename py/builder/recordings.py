"""Lessons as files beside the pages, so that the demos work before Python has started: shells, seeds 1–20 and samples 0–19 in every language."""

import json
from pathlib import Path
from typing import Any

from forwardpass import api
from forwardpass.digits import PIXELS

from .panels import panels
from .shell import SAMPLES, SEEDS, demos, shell_json


def write_recordings(target: Path, mnist: Path) -> None:
    """Fill the folder of the lessons. mnist: the folder with the images and labels of the samples."""
    for lang in api.LANGUAGES:
        for demo in demos(lang):
            _write(target / demo.name / lang / "shell.json", shell_json(demo, lang))
            for name, panel in panels(demo, lang).items():
                _write(target / demo.name / lang / f"{name}.json", panel)
        for seed in SEEDS:
            _write(target / "simple_forward_pass" / lang / f"{seed}.json", api.simple_forward_pass(seed, lang))
        for sample in SAMPLES:
            lesson = api.forward_pass_mnist(sample, *read_sample(mnist, sample), lang)
            _write(target / "forward_pass_mnist" / lang / f"{sample}.json", lesson)


def read_sample(mnist: Path, sample: int) -> tuple[list[int], int]:
    """The grey levels of a test image and its true class, from the folder of the digits."""
    images, labels = mnist / "images", mnist / "labels.bin"
    per_file = (images / "0.bin").stat().st_size // PIXELS
    number, place = divmod(sample, per_file)
    pixels = (images / f"{number}.bin").read_bytes()[place * PIXELS : (place + 1) * PIXELS]
    return list(pixels), labels.read_bytes()[sample]


def _write(path: Path, data: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(data, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")
