"""Shipped within the standard library, whose `site` imports it before Pyodide's own modules: what no demo needs at start comes when something of it is asked for.

A module of the list is in its place at once, but empty; the first attribute that is missed loads it. The collector of cycles rests until the worker wakes it.
Imports nothing that costs time itself.
"""

import gc
import sys
from types import ModuleType

TYPE_CHECKING = False  # as type checkers read it; typing would have to be imported
if TYPE_CHECKING:
    from collections.abc import Sequence
    from importlib.machinery import ModuleSpec
    from typing import Any

LATER = {
    "_colorize",
    "asyncio.sslproto",
    "asyncio.staggered",
    "bz2",
    "ctypes",
    "linecache",
    "locale",
    "lzma",
    "pickle",
    "platform",
    "signal",
    "ssl",
}


class Empty(ModuleType):
    """A module that has not been loaded yet."""

    def __getattr__(self, name: str) -> "Any":
        spec: Any = self.__spec__
        if isinstance(spec.loader, Later):
            spec.loader = self.__loader__ = spec.loader.loader
            self.__class__ = ModuleType  # type: ignore[assignment]
            spec.loader.exec_module(self)
        return getattr(self, name)


class Later:
    """Stands in for the loader of a module, and loads nothing."""

    def __init__(self, loader: "Any") -> None:
        self.loader = loader

    def create_module(self, spec: "ModuleSpec") -> ModuleType | None:
        module: ModuleType | None = self.loader.create_module(spec)
        return module

    def exec_module(self, module: ModuleType) -> None:
        module.__class__ = Empty


class Finder:
    """Finds the modules of the list as everybody else does, once."""

    def find_spec(self, name: str, path: "Sequence[str] | None" = None, target: ModuleType | None = None) -> "Any":
        if name not in LATER:
            return None
        LATER.remove(name)
        spec = next(
            filter(None, (finder.find_spec(name, path, target) for finder in sys.meta_path if finder is not self)), None
        )
        if spec and spec.loader:
            spec.loader = Later(spec.loader)  # type: ignore[assignment]
        return spec


sys.meta_path.insert(0, Finder())
gc.disable()
