"""A demo as one object: who it is, which calls it answers, and where its other sides are found. It is there from the start, so it imports nothing of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from gettext import NullTranslations
from importlib import import_module
from typing import TYPE_CHECKING, Any

from .words.catalogs import FOLDER, translator

if TYPE_CHECKING:
    from .face import Face

ADDED = "forwardpass_demos"  # a namespace package: what is put into it is a demo, too


@dataclass(frozen=True)
class Demo:
    """A demo; the package that it lives in has one, DEMO in its module `demo`.

    name: its first call, and so its pages and files are named; element: what it is in a page.
    package: the full name of its package. calls: the functions of its module `calls`. catalogs: the folder of its own catalogs, if it has some.
    """

    name: str
    element: str
    package: str
    calls: tuple[str, ...]
    catalogs: str = FOLDER

    @property
    def face(self) -> "Face":
        """What its pages say and show, which only the build asks for."""
        face: Face = self.module("face").FACE
        return face

    def translator(self, lang: str) -> NullTranslations:
        """The catalog in which its words are found."""
        return translator(lang, self.catalogs)

    def module(self, name: str) -> Any:
        """A module of its package, imported now."""
        return import_module(f"{self.package}.{name}")


def added_demos() -> Iterable[Demo]:
    """The demos that were put beside the package, by name."""
    try:
        home = import_module(ADDED)
    except ModuleNotFoundError:
        return ()
    return [import_module(f"{ADDED}.{name}.demo").DEMO for name in _packages(home.__path__)]


def _packages(folders: Iterable[str]) -> list[str]:
    from os import scandir  # noqa: PLC0415  only where there are such folders; pathlib takes time to import

    entries = [entry for folder in folders for entry in scandir(folder)]
    return sorted(entry.name for entry in entries if entry.is_dir() and not entry.name.startswith("_"))
