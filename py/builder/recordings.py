"""Lessons as files beside the pages, so that the demos work before Python has started: shells, seeds 1–20 and samples 0–19 in every language.

The lessons of samples share a file of pieces, the drawing above all; the file of each holds its values, the list of what stands between the pieces.
"""

import json
from pathlib import Path
from typing import Any

from forwardpass import api
from forwardpass.digits import PIXELS

from .networks import write_blank
from .packing import packed, unpacked
from .panels import panels
from .shell import PIECES, Demo, demos, shell_json


def write_recordings(target: Path, mnist: Path) -> None:
    """Fill the folder of the lessons. mnist: the folder with the images and labels of the samples."""
    for lang in api.LANGUAGES:
        steps, digits = demos(lang)
        for demo in (steps, digits):
            _write(target / demo.name / lang / "shell.json", shell_json(demo, lang))
            for name, panel in panels(demo, lang).items():
                _write(target / demo.name / lang / f"{name}.json", panel)
        write_blank(target / steps.name / lang / "blank.svg", api.blank(steps.name, lang))
        for seed in steps.recorded:
            _write(target / steps.name / lang / f"{seed}.json", api.simple_forward_pass(seed, lang))
        lessons = [api.forward_pass_mnist(sample, *read_sample(mnist, sample), lang) for sample in digits.recorded]
        write_packed(target / digits.name / lang, digits, [_json(lesson) for lesson in lessons])


def write_packed(folder: Path, demo: Demo, texts: list[str]) -> None:
    """A line of the file of pieces is a piece: in compact JSON there is no end of a line."""
    pieces, fillings = packed(texts)
    (folder / PIECES).write_text("\n".join(pieces), encoding="utf-8")
    for number, filling in zip(demo.recorded, fillings, strict=True):
        _write(folder / f"{number}.json", filling)


def read_recording(lessons: Path, demo: Demo, lang: str, number: int) -> api.Lesson:
    """A recorded lesson. lessons: the folder of them all."""
    folder = lessons / demo.name / lang
    content = json.loads((folder / f"{number}.json").read_text(encoding="utf-8"))
    if demo.is_packed:
        content = json.loads(unpacked((folder / PIECES).read_text(encoding="utf-8").split("\n"), content))
    lesson: api.Lesson = content
    return lesson


def brought_along(lessons: Path, demo: Demo, lang: str) -> dict[str, str]:
    """The recorded files that a demo's own page has in itself, so that Next works as soon as its script is there. Name → text."""
    folder = lessons / demo.name / lang
    first = [PIECES, *(f"{number}.json" for number in demo.recorded[:2])] if demo.is_packed else [f"{demo.first}.json"]
    return {name: (folder / name).read_text(encoding="utf-8") for name in first}


def read_sample(mnist: Path, sample: int) -> tuple[list[int], int]:
    """The grey levels of a test image and its true class, from the folder of the digits."""
    images, labels = mnist / "images", mnist / "labels.bin"
    per_file = (images / "0.bin").stat().st_size // PIXELS
    number, place = divmod(sample, per_file)
    pixels = (images / f"{number}.bin").read_bytes()[place * PIXELS : (place + 1) * PIXELS]
    return list(pixels), labels.read_bytes()[sample]


def _write(path: Path, data: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(_json(data), encoding="utf-8")


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
