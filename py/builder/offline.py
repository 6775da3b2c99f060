"""The service worker, which needs to know every page and part of this version of the site: of which language it is, and what a page has in it."""

import base64
import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from forwardpass import api

from .pages import chapters
from .publish.hashed_folders import part_folder, parts
from .python.runtime import not_kept
from .python.way import Way
from .shared.node import run_tool
from .shared.paths import WEB

SCRIPT = "service-worker.js"
EMBED = "embed.js"
INDEX = "index.html"
FRAMES = "embed"
SOURCE_MAPS = "*.map"


def write_service_worker(dist: Path, ways: Sequence[Way]) -> None:
    """Needs the whole site; put at its root, since a service worker sees what is below it."""
    files = list(site_files(dist, ways))
    version = hashlib.sha256(json.dumps(files).encode()).hexdigest()[:12]
    elsewhere = [name for way in ways for name in way.kept_elsewhere]
    site = json.dumps({"version": version, "files": files, "elsewhere": elsewhere}, separators=(",", ":"))
    source = WEB / "offline" / SCRIPT
    run_tool("esbuild", source, "--bundle", "--minify", f"--banner:js=self.SITE={site};", f"--outfile={dist / SCRIPT}")


def site_files(dist: Path, ways: Sequence[Way]) -> Iterator[dict[str, Any]]:
    """What the service worker is to keep: path from the root, languages, and the integrity of what is not named by its content."""
    folders = {part: part_folder(dist, part) for part in parts(dist)}
    pages = [file for file in dist.rglob(INDEX) if not any(map(file.is_relative_to, folders.values()))]
    for file in sorted([dist / EMBED, *pages]):
        path = file.relative_to(dist).as_posix().removesuffix(INDEX)
        yield {"path": path, "langs": page_languages(path), "integrity": integrity(file)}
    owned = {folder.name: folder.at_once for demo in api.DEMOS for folder in demo.face.folders}
    unkept = (SOURCE_MAPS, *not_kept(ways))
    for part, folder in folders.items():
        for path, langs in part_files(folder, owned.get(part), unkept):
            yield {"path": f"{part}/{folder.name}/{path}", "langs": langs}


def part_files(folder: Path, at_once: tuple[str, ...] | None, unkept: Sequence[str]) -> Iterator[tuple[str, list[str]]]:
    """The files of a part that are kept before anybody asks for them, and for whom. at_once: those of a demo's own folder.

    Where there are none, a file for nobody stands for the folder: what is used of it is kept, as it is of this version.
    """
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    usual = [file for file in files if not any(map(file.match, unkept))]
    wanted = usual if at_once is None else [folder / name for name in at_once]
    for file in wanted:
        path = file.relative_to(folder).as_posix()
        yield path, named_languages(path) or list(api.LANGUAGES)
    if not wanted:
        yield files[0].relative_to(folder).as_posix(), []


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
