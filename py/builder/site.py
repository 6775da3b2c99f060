"""The site: `build_site` is its table of contents."""

import gzip
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from forwardpass.data_sets import DATA_SETS

from .assets import write_assets, write_embed
from .catalogs import compile_catalogs
from .console import Failure, say
from .download import official_wheels
from .frames import write_frames
from .hosting import write_hosting
from .image_files import write_images
from .licenses import write_licenses
from .networks import write_networks
from .offline import write_service_worker
from .pages import write_pages
from .parts import part_folder, write_part
from .paths import WORK
from .progress import moving_bar, table_of_sizes
from .recordings import write_recordings
from .runtime import write_runtime

MARKS = ("embed.js", "python")  # by these a folder is known as a site that may be replaced


def build_site(dist: Path, site_url: str | None) -> None:
    """Make the whole site in a fresh folder and put it where `dist` is. If anything fails, the former site stays."""
    WORK.mkdir(exist_ok=True)
    started = time.monotonic()
    with fresh(dist) as folder:
        step("Translations", compile_catalogs)
        official_wheels()  # downloads show bars of their own
        step("Python for the browser", write_part, folder, "python", write_runtime)
        step("Networks", write_part, folder, "networks", write_networks)
        for data in DATA_SETS:
            step(f"Images of {data}", write_part, folder, data, lambda target, data=data: write_images(target, data))
        images = part_folder(folder, "mnist")
        step("Recorded lessons", write_part, folder, "lessons", lambda target: write_recordings(target, images))
        step("Scripts and style", write_part, folder, "assets", lambda target: write_assets(target, folder))
        write_embed(folder)
        step("Licences", write_licenses, folder / "licenses")
        step("Hosting", write_hosting, folder)
        step("Pages", write_pages, folder, site_url)
        step("Frames", write_frames, folder, site_url)
        step("Service worker", write_service_worker, folder)
    table_of_sizes(sizes(dist))
    say(f"Built {dist} in {time.monotonic() - started:.0f} s.")


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
