"""A way to start faster, as the builder asks each: what files it makes, what decides them, what a start fetches of them, what the rest of the site has to know."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..shared.paths import WEB

HERE = Path(__file__).parent


@dataclass(frozen=True)
class Way:
    """One way to start faster: the folder of its name beside this file, and the one in web/python/fast/.

    make: adds its files to a folder that has those of the ways before it, or changes them.
    at_start: files that every start fetches then, as the site has them.
    in_place_of: files of Pyodide that a start does without then.
    kept_elsewhere: files that the page keeps by itself, without the service worker.
    shipped: package → what the list of licences says of it besides.
    """

    name: str
    make: Callable[[Path], None]
    at_start: tuple[str, ...] = ()
    in_place_of: tuple[str, ...] = ()
    kept_elsewhere: tuple[str, ...] = ()
    shipped: Mapping[str, str] = field(default_factory=dict)

    def sources(self) -> Iterator[Path]:
        """Whatever of ours decides its files, besides what runtime.py gives to all ways."""
        for folder in (HERE / self.name, WEB / "python" / "fast" / self.name):
            yield from (file for file in sorted(folder.rglob("*")) if file.suffix in (".py", ".mjs", ".js", ".json"))
