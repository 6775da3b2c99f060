"""Shipped within the standard library, whose `site` imports it before Pyodide's own modules: what no demo needs at start comes when something of it is asked for.

A module of LAZY is in its place at once, but empty; the first attribute that is missed loads it. A module or another file of a part of Python (python_parts.py) is found
once that part has been put in place; until then NotHereYet tells the worker to do so and to ask again. The collector of cycles rests until the worker wakes it.
Imports nothing that costs time itself.
"""

import builtins
import gc
import sys
from importlib import _bootstrap, _bootstrap_external  # importlib.util would import more
from types import ModuleType

TYPE_CHECKING = False  # as type checkers read it; typing would have to be imported
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from importlib.machinery import ModuleSpec
    from typing import Any

    __loader__: Any


class Folder:
    """Stands in for a pathlib.Path, of which only the text is asked for."""

    def __init__(self, path: str) -> None:
        self.path = path

    def __str__(self) -> str:
        return self.path


PLACES = "parts.txt"  # beside this file: the part and the path of each file that is in another part
MODULES = (".pyc", ".so")
FOLDER = "/lib/python3.14/site-packages/"
FLAGS = {
    0x1: "OPTIMIZED",
    0x2: "NEWLOCALS",
    0x4: "VARARGS",
    0x8: "VARKEYWORDS",
    0x10: "NESTED",
    0x20: "GENERATOR",
    0x40: "NOFREE",
    0x80: "COROUTINE",
    0x100: "ITERABLE_COROUTINE",
    0x200: "ASYNC_GENERATOR",
    0x4000000: "HAS_DOCSTRING",
    0x8000000: "METHOD",
}
OURS = (  # modules of the package that answer what a click asks for; others import them as modules, and from them nothing
    "chapter.live",
    "chapter.plane.live",
    "files.report",
    "files.saving",
    "image_network.follow.view",
    "image_network.inside.grid",
    "image_network.inside.view",
    "image_network.own_network",
    "image_network.pad.address",
    "image_network.pad.brought",
    "image_network.pad.view",
    "image_network.samples.count",
    "image_network.script",
    "image_network.samples.thumbnails",
    "small_network.problem.files",
    "small_network.problem.form",
    "small_network.problem.from_code",
    "small_network.learning.descent",
    "small_network.learning.taken",
    "small_network.learning.view",
    "small_network.problem.address",
    "small_network.problem.editing",
)
LAZY: "dict[str, dict[str, Any]]" = {  # with what others want of them at start, which a test compares with what they say
    "_colorize": {},
    "asyncio.graph": {},
    "asyncio.sslproto": {},
    "asyncio.staggered": {},
    "base64": {},
    "bz2": {},
    "ctypes": {},
    "dis": {"COMPILER_FLAG_NAMES": FLAGS},
    "linecache": {},
    "locale": {},
    "lzma": {},
    "numpy.linalg._umath_linalg": {},
    "pickle": {},
    "platform": {},
    "pyodide._package_loader": {
        "SITE_PACKAGES": Folder("/lib/python3.14/site-packages"),
        "DSO_DIR": Folder("/usr/lib"),
        "init_loaded_packages": lambda: None,  # it looks for what was installed before the start
    },
    "pyodide.code": {},
    "shutil": {},
    "signal": {},
    "ssl": {},
    "subprocess": {"PIPE": -1, "STDOUT": -2, "DEVNULL": -3},
    "tempfile": {},
    "zipfile": {},
    **{f"forwardpass.{name}": {} for name in OURS},
}
bootstrap: "Any" = _bootstrap
external: "Any" = _bootstrap_external
parts: "dict[str, str]" = {}  # where a file of another part belongs → that part
places: "dict[str, str]" = {}  # module in another part → where its file belongs
python_open = open
wanted = ""  # the part that was last missed


class NotHereYet(BaseException):
    """Something of a part that has not come. No Exception: nobody but `ask` should catch it."""

    def __init__(self, file: str, part: str) -> None:
        super().__init__(f"{file} is in the part {part!r} of Python, which has not come yet")
        self.part = part


def ask(call: "Callable[..., str]", *arguments: "Any") -> str | None:
    """What the worker calls Python with: the answer, or nothing where a part is missing, which is `wanted` then."""
    global wanted  # noqa: PLW0603  the worker reads it
    try:
        return call(*arguments)
    except NotHereYet as missing:
        wanted = missing.part
        return None


def open_file(file: "Any", *arguments: "Any", **options: "Any") -> "Any":
    """Python's own open(), but a file of another part is not merely missing."""
    try:
        return python_open(file, *arguments, **options)
    except FileNotFoundError:
        if str(file) not in parts:
            raise
        raise NotHereYet(str(file), parts[str(file)]) from None


class Empty(ModuleType):
    """A module that has not been loaded yet."""

    def __getattr__(self, name: str) -> "Any":
        if name.startswith("__") or self.__class__ is ModuleType:
            raise AttributeError(name)
        parent = sys.modules.get(self.__name__.rpartition(".")[0])
        spec = bootstrap._find_spec(self.__name__, parent and parent.__path__)
        if spec is None:
            raise ModuleNotFoundError(self.__name__, name=self.__name__)
        fill(self, spec)
        return getattr(self, name)


def fill(module: ModuleType, spec: "Any") -> None:
    """What Python does to a module that it has just made; a library makes its own, whose content is taken over."""
    module.__class__ = ModuleType
    try:
        made = spec.loader.create_module(spec)
        bootstrap._init_module_attrs(spec, module, override=True)
        spec.loader.exec_module(made or module)
        vars(module).update(vars(made) if made else {})
    except BaseException:
        module.__class__ = Empty
        raise


class Lazy:
    """Stands in for the loader of a module, and loads nothing."""

    def __init__(self, known: "dict[str, Any]") -> None:
        self.known = known

    def create_module(self, spec: "ModuleSpec") -> ModuleType | None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        vars(module).update(self.known, __all__=())
        module.__class__ = Empty


class Finder:
    """Finds what is lazy, the first time, and what is in another part."""

    def find_spec(self, name: str, path: "Sequence[str] | None" = None, target: ModuleType | None = None) -> "Any":
        if name in LAZY:
            return bootstrap.ModuleSpec(name, Lazy(LAZY.pop(name)))
        return in_part(name) if name in places else None


def in_part(name: str) -> "Any":
    """The spec of a module in another part."""
    file = places[name]
    if not external._path_isfile(file):
        raise NotHereYet(file, parts[file])
    folder = [file.rpartition("/")[0]] if file.endswith("/__init__.pyc") else None
    return external.spec_from_file_location(name, file, submodule_search_locations=folder)


def read_places() -> None:
    """Nothing where the list is not there: then all files are where they always are."""
    try:
        text = __loader__.get_data(f"{__file__.rpartition('/')[0]}/{PLACES}").decode()
    except OSError:
        return
    for line in text.splitlines():
        part, path = line.split()
        parts[FOLDER + path] = part
        if path.endswith(MODULES):
            places[path.partition(".")[0].removesuffix("/__init__").replace("/", ".")] = FOLDER + path


sys.meta_path.insert(0, Finder())
read_places()
vars(builtins)["open"] = open_file
gc.disable()
