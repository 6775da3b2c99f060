"""Lessons as files beside the pages, so that the demos work before Python has started: shells, panels and the first lessons in every language.

The lessons of a demo may share a file of pieces, the drawing above all; the file of each holds its values, the list of what stands between the pieces.
"""

import json
from pathlib import Path
from typing import Any

from forwardpass import api
from forwardpass.messages import Lesson

from ..images.image_sets import read_tests
from .packing import packed, unpacked
from .panels import panels
from .shell import PIECES, shell_json
from .spoken import Spoken, demos


def write_recordings(target: Path) -> None:
    """Fill the folder of the lessons."""
    for lang in api.LANGUAGES:
        for demo in demos(lang):
            folder = target / demo.name / lang
            folder.mkdir(parents=True)
            _write(folder / "shell.json", shell_json(demo))
            for name, panel in panels(demo).items():
                _write(folder / f"{name}.json", panel)
            (folder / "blank.svg").write_text(demo.face.blank(demo.t)["svg"], encoding="utf-8")
            write_lessons(folder, demo)


def write_lessons(folder: Path, demo: Spoken) -> None:
    """The recorded ones; packed, a line of the file of pieces is a piece: in compact JSON there is no end of a line."""
    lessons: list[Any] = [make_lesson(demo, number) for number in demo.face.recorded]
    if demo.face.is_packed:
        pieces, lessons = packed([_json(lesson) for lesson in lessons])
        (folder / PIECES).write_text("\n".join(pieces), encoding="utf-8")
    for number, lesson in zip(demo.face.recorded, lessons, strict=True):
        _write(folder / f"{number}.json", lesson)


def make_lesson(demo: Spoken, number: int) -> Lesson:
    """What Python answers when the demo asks for the lesson."""
    lesson: Lesson = getattr(api, demo.name)(**demo.face.arguments(number, read_tests), lang=demo.lang)
    return lesson


def read_recording(lessons: Path, demo: Spoken, number: int) -> Lesson:
    """A recorded lesson. lessons: the folder of them all."""
    folder = lessons / demo.name / demo.lang
    content = json.loads((folder / f"{number}.json").read_text(encoding="utf-8"))
    if demo.face.is_packed:
        content = json.loads(unpacked((folder / PIECES).read_text(encoding="utf-8").split("\n"), content))
    lesson: Lesson = content
    return lesson


def brought_along(lessons: Path, demo: Spoken) -> dict[str, str]:
    """The recorded files that a demo's own page has in itself, so that Next works as soon as its script is there. Name → text."""
    folder, face = lessons / demo.name / demo.lang, demo.face
    first = [f"{number}.json" for number in face.recorded[: face.brought]]
    names = [PIECES, *first] if face.is_packed else first
    return {name: (folder / name).read_text(encoding="utf-8") for name in names}


def _write(path: Path, data: Any) -> None:
    path.write_text(_json(data), encoding="utf-8")


def _json(data: Any) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))
