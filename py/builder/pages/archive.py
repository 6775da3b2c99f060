"""The project itself as a zip in the site, so that whoever has the page has the code, wherever the repository may be."""

import zipfile
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

from ..shared.paths import ROOT

FOLDER = "forward-pass"
PARTS = (
    ".ci",
    ".gitignore",
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "biome.json",
    "build.py",
    "docs",
    "package-lock.json",
    "package.json",
    "py",
    "pyproject.toml",
    "requirements.txt",
    "tests",
    "tsconfig.json",
    "web",
)  # named one by one: nothing that merely lies about in somebody's folder is published
EPOCH = (1980, 1, 1, 0, 0, 0)  # the same zip each time


def write_archive(target: Path) -> None:
    """Every file of the project, in a folder of its own."""
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for file in project_files():
            entry = zipfile.ZipInfo(f"{FOLDER}/{file.relative_to(ROOT).as_posix()}", EPOCH)
            entry.external_attr = (0o100755 if file.stat().st_mode & 0o100 else 0o100644) << 16
            archive.writestr(entry, file.read_bytes(), zipfile.ZIP_DEFLATED)


def project_files() -> list[Path]:
    """What is kept in the repository."""
    return sorted(file for part in PARTS for file in _files(ROOT / part) if not _is_made(file))


def _files(part: Path) -> Iterator[Path]:
    if part.is_file():
        yield part
    yield from (file for file in part.rglob("*") if file.is_file())


def _is_made(file: Path) -> bool:
    """By building or testing."""
    patterns = [line.rstrip("/") for line in (ROOT / ".gitignore").read_text().split()]
    return any(fnmatch(name, pattern) for name in file.relative_to(ROOT).parts for pattern in patterns)
