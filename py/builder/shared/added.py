"""Demos that `build.py build --demo FOLDER` adds. Such a folder is laid out like the project: py/forwardpass_demos/<name>/ is the demo's package, web/ has
its template, style sheets and scripts under the paths that its face names.
"""

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from .console import Failure
from .paths import WEB

PACKAGES = Path("py", "forwardpass_demos")
FOLDERS: list[Path] = []


def add_demos(folders: Sequence[Path]) -> None:
    """Put demos where Python finds them, before anything asks which there are. Raises Failure for a folder that holds none."""
    for folder in map(Path.resolve, folders):
        if not any((folder / PACKAGES).glob("*/__init__.py")):
            raise Failure(
                f"There is no demo in {folder}; expected a package in {PACKAGES}/.",
                "tests/third_demo shows how one is laid out.",
            )
        FOLDERS.append(folder)
        sys.path.append(str(folder / PACKAGES.parent))


def webs() -> list[Path]:
    """The folders in which templates, style sheets and scripts are looked for."""
    return [WEB, *(folder / "web" for folder in FOLDERS)]


def in_web(name: str) -> Path:
    """A file of web/ or of an added demo, by its path from there."""
    return next((web / name for web in webs() if (web / name).exists()), WEB / name)


def package_files() -> Iterator[tuple[Path, str]]:
    """Every file of the packages of added demos, with its path where packages are installed."""
    for folder in FOLDERS:
        for file in sorted((folder / PACKAGES).rglob("*")):
            if file.is_file() and file.suffix not in (".po", ".pyc"):
                yield file, file.relative_to(folder / PACKAGES.parent).as_posix()
