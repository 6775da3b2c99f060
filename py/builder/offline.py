"""The service worker, which needs to know every page and part of this version of the site: of which language it is, and what a page has in it."""

import base64
import hashlib
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from forwardpass import api
from forwardpass.data_sets import DATA_SETS
from forwardpass.trained import DEFAULT

from . import chapters
from .halves import WHOLE
from .node import run_tool
from .parts import PARTS, part_folder
from .paths import WEB
from .runtime import PACKED, SNAPSHOT, STOCK_LIBRARY

SCRIPT = "service-worker.js"
EMBED = "embed.js"
INDEX = "index.html"
FRAMES = "embed"
FIRST_IMAGES = ("labels.bin", f"predictions/{DEFAULT}.bin", "images/0.bin")  # the others are kept as they are used
KEPT_WHEN_USED = ("fashion", "networks")
NOT_KEPT = ("*.map", SNAPSHOT + PACKED, STOCK_LIBRARY, "*.whl", WHOLE)  # the stock way to Python needs a network


def write_service_worker(dist: Path) -> None:
    """Needs the whole site; put at its root, since a service worker sees what is below it."""
    files = list(site_files(dist))
    version = hashlib.sha256(json.dumps(files).encode()).hexdigest()[:12]
    site = json.dumps({"version": version, "files": files}, separators=(",", ":"))
    source = WEB / "offline" / SCRIPT
    run_tool("esbuild", source, "--bundle", "--minify", f"--banner:js=self.SITE={site};", f"--outfile={dist / SCRIPT}")


def site_files(dist: Path) -> Iterator[dict[str, Any]]:
    """What the service worker is to keep: path from the root, languages, and the integrity of what is not named by its content."""
    parts = [part_folder(dist, part) for part in PARTS]
    pages = [file for file in dist.rglob(INDEX) if not any(file.is_relative_to(part) for part in parts)]
    for file in sorted([dist / EMBED, *pages]):
        path = file.relative_to(dist).as_posix().removesuffix(INDEX)
        yield {"path": path, "langs": page_languages(path), "integrity": integrity(file)}
    for part in parts:
        for file in sorted(part.rglob("*")):
            path = file.relative_to(dist).as_posix()
            if file.is_file() and is_kept(file, part):
                yield {
                    "path": path,
                    "langs": [] if part.parent.name in KEPT_WHEN_USED else named_languages(path) or list(api.LANGUAGES),
                }


def is_kept(file: Path, part: Path) -> bool:
    """Whether a part's file is wanted before anybody asks for it."""
    if part.parent.name in DATA_SETS:
        return file.relative_to(part).as_posix() in FIRST_IMAGES
    return not any(map(file.match, NOT_KEPT))


def page_languages(path: str) -> list[str]:
    """Whose reader wants a page: a chapter also has readers for whose language there is none."""
    named = named_languages(path)
    if path.endswith(chapters.PATH):
        return [lang for lang in api.LANGUAGES if chapters.chapter_language(lang) in named]
    return named or list(api.LANGUAGES if path == EMBED or path.startswith(f"{FRAMES}/") else api.LANGUAGES[:1])


def named_languages(path: str) -> list[str]:
    """The language after which a folder on the way is named, if any."""
    return [lang for lang in api.LANGUAGES if lang in path.split("/")]


def integrity(file: Path) -> str:
    """As fetch() wants it."""
    return f"sha256-{base64.b64encode(hashlib.sha256(file.read_bytes()).digest()).decode()}"
