"""The door of the Python that runs what readers write, as api.py is that of the demos'. Asked for a run, it answers with what came of it."""

import json
import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from ..files.encoded import from_base64
from ..words.catalogs import translator
from .running import run

if TYPE_CHECKING:
    from ..messages import Ran


PACKAGE = __file__.rpartition("/readers_code/")[0]


def answer(request: str, printed: Callable[[str], object]) -> str:
    """A request as JSON, {"code", "lang", "files"}, to what came of it as JSON. printed: gets what the code prints, piece by piece, while it runs.

    files: what the code reads, in base64, by name; of this package where the name says in which of its folders.
    """
    asked = json.loads(request)
    for name, content in asked["files"].items():
        _put(name, from_base64(content))
    return _json(run(asked["code"], translator(asked["lang"]), printed))


def _put(name: str, content: bytes) -> None:
    path = f"{PACKAGE}/{name}" if "/" in name else name
    if folder := os.path.dirname(path):  # noqa: PTH120  pathlib takes time to import
        os.makedirs(folder, exist_ok=True)  # noqa: PTH103
    with open(path, "wb") as file:  # noqa: PTH123
        file.write(content)


def _json(ran: "Ran", dumps: Callable[..., str] = json.dumps) -> str:
    """By the `dumps` of before: the code may have put something else into its place."""
    return dumps(ran, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def prepare(name: str) -> None:
    """All is there."""
