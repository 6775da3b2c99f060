"""The site: `build_site` is its table of contents."""

import gzip
import hashlib
import shutil
import tempfile
import time
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from forwardpass import api
from forwardpass.face import Folder

from .catalogs import compile_catalogs
from .demos.recordings import write_recordings
from .images.image_sets import read_tests
from .offline import write_service_worker
from .pages.frames import write_frames
from .pages.pages import write_pages
from .publish.assets import write_assets, write_embed
from .publish.hashed_folders import write_part
from .publish.hosting import write_hosting
from .publish.licenses import write_licenses
from .python.download import official_wheels
from .python.runtime import write_runtime
from .python.ways import ways_without
from .shared.added import FOLDERS
from .shared.cache import key_of, made
from .shared.console import Failure, say
from .shared.paths import DIST, PY, ROOT, WEB, WORK
from .shared.progress import moving_bar, table_of_sizes

STAMP = WORK / "dist.stamp"  # what the site in dist/ was built from
MADE = (".pyc", ".mo")
MARKS = ("embed.js", "python")  # by these a folder is known as a site that may be replaced


def build_site(dist: Path, site_url: str | None, without: Collection[str] = ()) -> None:
    """Make the whole site in a fresh folder and put it where `dist` is. If anything fails, the former site stays.

    without: names of ways to start faster that it does without.
    """
    ways = ways_without(without)
    WORK.mkdir(exist_ok=True)
    started = time.monotonic()
    made_from = fingerprint()
    with fresh(dist) as folder:
        step("Translations", compile_catalogs)
        official_wheels()  # downloads show bars of their own
        step("Python for the browser", write_part, folder, "python", lambda target: write_runtime(target, ways))
        for demo in api.DEMOS:
            for own in demo.face.folders:
                files = kept(own.name, partial(write_own, folder=own))
                step(f"Files: {own.name}", write_part, folder, own.name, files)
        step("Recorded lessons", write_part, folder, "lessons", kept("lessons", write_recordings))
        step("Scripts and style", write_part, folder, "assets", lambda target: write_assets(target, folder, ways))
        write_embed(folder)
        step("Licences", write_licenses, folder / "licenses", ways)
        step("Hosting", write_hosting, folder)
        step("Pages", write_pages, folder, site_url)
        step("Frames", write_frames, folder, site_url)
        step("Service worker", write_service_worker, folder, ways)
    stamp(dist, made_from, is_usual=not (site_url or without or FOLDERS))
    table_of_sizes(sizes(dist))
    say(f"Built {dist} in {time.monotonic() - started:.0f} s.")


def kept(name: str, write: Callable[[Path], None]) -> Callable[[Path], None]:
    """Fills a folder as `write` does, with what it wrote the last time unless a file of the site has changed since."""

    def fill(target: Path) -> None:
        folder = made(name, key_of("", sources([PY, WEB, *FOLDERS])), write)
        shutil.copytree(folder, target, dirs_exist_ok=True)

    return fill


def write_own(target: Path, folder: Folder) -> None:
    """A folder that belongs to a demo."""
    for path, content in folder.files(read_tests):
        (target / path).parent.mkdir(parents=True, exist_ok=True)
        (target / path).write_bytes(content)


def stamp(dist: Path, made_from: str, is_usual: bool) -> None:
    """Note what the site in dist/ was built from; one that was built otherwise than usual is not what the tests are for."""
    if dist.resolve() == DIST:
        STAMP.write_text(made_from if is_usual else "")


def is_current() -> bool:
    """Whether the site in dist/ was built from the files as they are now."""
    return all((DIST / mark).exists() for mark in MARKS) and STAMP.is_file() and STAMP.read_text() == fingerprint()


def fingerprint() -> str:
    """Of everything that a site is made from."""
    contents = (f"{file} ".encode() + hashlib.sha256(file.read_bytes()).digest() for file in sources([PY, WEB]))
    return hashlib.sha256(b"".join((*contents, (ROOT / "package-lock.json").read_bytes()))).hexdigest()


def sources(folders: Iterable[Path]) -> list[Path]:
    """All files but those that are made of others."""
    files = [file for folder in folders for file in folder.rglob("*")]
    return sorted(file for file in files if file.is_file() and file.suffix not in MADE)


def step(name: str, write: Callable[..., None], *arguments: Any) -> None:
    """One part of the site, with its name and the time it took."""
    started = time.monotonic()
    with moving_bar(name):
        write(*arguments)
    say(f"  {name:<24} {time.monotonic() - started:5.1f} s")


@contextmanager
def fresh(dist: Path) -> Iterator[Path]:
    """An empty folder beside `dist` that takes its place when the block has succeeded, and vanishes if not."""
    dist = dist.resolve()
    if dist.exists() and not is_replaceable(dist):
        raise Failure(
            f"{dist} is there and is not a site of ours; it would be replaced.",
            "Name another folder, or remove it yourself.",
        )
    dist.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=dist.parent, prefix=f".{dist.name}-") as temporary:
        folder = Path(temporary) / "new"
        folder.mkdir()
        yield folder
        if dist.exists():
            dist.rename(Path(temporary) / "old")
        folder.rename(dist)


def is_replaceable(folder: Path) -> bool:
    return folder.is_dir() and (all((folder / mark).exists() for mark in MARKS) or not any(folder.iterdir()))


def sizes(dist: Path) -> list[tuple[str, int, int, int]]:
    """Top-level name, number of files, bytes, bytes by gzip."""
    return [(part.name, *size(part)) for part in sorted(dist.iterdir()) if part.suffix != ".map"]


def size(part: Path) -> tuple[int, int, int]:
    """Of a file or of all files in a folder. Source maps are left out: no reader fetches them."""
    files = [
        file for file in ([part] if part.is_file() else part.rglob("*")) if file.is_file() and file.suffix != ".map"
    ]
    contents = [file.read_bytes() for file in files]
    return len(files), sum(map(len, contents)), sum(len(gzip.compress(content, 6)) for content in contents)
