"""Tools of books that only the full form of the tests wants: installed from lock files into the user's cache, once for all clones."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from builder.python.download import cache_folder
from builder.shared.cache import key_of

from .books import BOOK, run

REQUIREMENTS = BOOK / "requirements.txt"


def node_modules(tool: str) -> Path:
    """Exactly what the lock file in the tool's book says."""
    lock, package = BOOK / tool / "package-lock.json", BOOK / tool / "package.json"

    def install(folder: Path) -> None:
        for file in (lock, package):
            shutil.copy(file, folder)
        run("npm", "ci", "--prefix", folder, "--ignore-scripts", "--no-audit", "--no-fund")

    return kept(tool, [lock, package], install) / "node_modules"


def python_program(name: str) -> Path:
    """A program of requirements.txt, in an environment of its own."""

    def install(folder: Path) -> None:
        run(sys.executable, "-m", "venv", folder)
        pip = [folder / "bin" / "python", "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
        run(*pip, "--require-hashes", "--requirement", REQUIREMENTS)

    return kept("python", [REQUIREMENTS], install) / "bin" / name


def kept(name: str, files: list[Path], install: Callable[[Path], None]) -> Path:
    """The folder that `install` fills in the place where it stays; a half of one is begun anew."""
    folder = cache_folder() / "books" / f"{name}-{key_of(sys.version, files)}"
    whole = folder / "whole"
    if not whole.exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        install(folder)
        whole.touch()
    return folder
