"""The parts of the site that a browser may keep for good. Each is in a folder named by what it holds, such as python/3f2a90c1b7de/: under an address
with such a name there is never anything else, so nothing old that is cached can meet something new.
"""

import hashlib
import re
from collections.abc import Callable
from pathlib import Path

NAME_LENGTH = 12
NAME = rf"[0-9a-f]{{{NAME_LENGTH}}}"  # as a regular expression


def write_part(dist: Path, part: str, write: Callable[[Path], None]) -> None:
    """Let `write` fill a new folder, which then gets its name."""
    (dist / part).mkdir(parents=True)
    nameless = dist / part / "nameless"
    nameless.mkdir()
    write(nameless)
    nameless.rename(dist / part / content_name(nameless))


def content_name(folder: Path) -> str:
    """Changes with the content or the name of any file."""
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    listed = (
        f"{file.relative_to(folder).as_posix()} {hashlib.sha256(file.read_bytes()).hexdigest()}" for file in files
    )
    return hashlib.sha256("\n".join(listed).encode()).hexdigest()[:NAME_LENGTH]


def parts(dist: Path) -> list[str]:
    """The names of those that are written."""
    return sorted(folder.parent.name for folder in dist.glob("*/*") if re.fullmatch(NAME, folder.name))


def part_folder(dist: Path, part: str) -> Path:
    """Where the files of a part are."""
    (folder,) = (dist / part).iterdir()
    return folder


def part_address(dist: Path, part: str) -> str:
    """The same from the root of the site, with a slash at its end."""
    return f"{part_folder(dist, part).relative_to(dist).as_posix()}/"
