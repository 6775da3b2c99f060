"""What takes a while to make stays in .build/, and is made again only when something of what it is made from has changed."""

import hashlib
import shutil
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from .added import FOLDERS
from .paths import WORK

KEY_LENGTH = 16


def digest(file: Path) -> str:
    """The sha256 of its content."""
    return hashlib.sha256(file.read_bytes()).hexdigest()


def key_of(before: str, files: Iterable[Path]) -> str:
    """Changes with what went before, and with the name or the content of any of the files."""
    parts = [before, *(f"{file.name} {digest(file)}" for file in files)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:KEY_LENGTH]


def made(name: str, key: str, make: Callable[[Path], None]) -> Path:
    """The folder that `make` fills. Of each name the last one stays."""
    kept = (
        WORK / "made" / "-".join([name, *(folder.name for folder in FOLDERS)])
    )  # with added demos it is another thing
    if not (kept / key).exists():
        WORK.mkdir(exist_ok=True)
        with tempfile.TemporaryDirectory(dir=WORK, prefix=f"{name}-") as temporary:
            fresh = Path(temporary) / key
            fresh.mkdir()
            make(fresh)
            shutil.rmtree(kept, ignore_errors=True)
            kept.mkdir(parents=True)
            fresh.rename(kept / key)
    return kept / key
