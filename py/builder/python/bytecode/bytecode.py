"""Zip archives of Python source → archives of bytecode with what is needed of them. One way for the standard library, numpy and our wheel, which are wheels no more.

Runs inside Pyodide, whose own Python must do the compiling (compile.mjs), and in CPython for its tests; so it imports nothing of the builder.
"""

import ast
import importlib.util
import json
import marshal
import zipfile
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

DATE = (1980, 1, 1, 0, 0, 0)  # the same bytes from the same input
UNCHECKED_HASH = 0b01  # PEP 552: never compared with a source
EXTENSION = ".so"
DESCRIPTION = ".dist-info/"  # of a wheel


@dataclass(frozen=True)
class Order:
    """Make `target` out of `source`.

    whole: keep every module and file of data, not only the modules in use.
    docstrings: keep them.
    emptied: modules of which only the name is kept.
    added: files of source that the target gets besides, at its top.
    """

    source: str
    target: str
    whole: bool
    docstrings: bool
    emptied: Sequence[str] = ()
    added: Sequence[str] = ()


def trim(order: Order, modules: Collection[str]) -> None:
    """Write the target: stored, not deflated, so that the transport compresses it once and Python need not unpack it."""
    with zipfile.ZipFile(order.source) as source:
        files = dict(sorted(kept(source, order, modules)))
    with zipfile.ZipFile(order.target, "w", zipfile.ZIP_STORED) as target:
        for name, content in files.items():
            target.writestr(zipfile.ZipInfo(name, DATE), content)


def kept(source: zipfile.ZipFile, order: Order, modules: Collection[str]) -> Iterator[tuple[str, bytes]]:
    """Name and content of each file that the target gets."""
    for name in source.namelist():
        if name.endswith("/") or DESCRIPTION in name or not (order.whole or is_needed(name, modules)):
            continue
        content = b"" if module_name(name) in order.emptied else source.read(name)
        yield (name + "c", compiled(content, name, order.docstrings)) if name.endswith(".py") else (name, content)
    for file in map(Path, order.added):
        yield f"{file.name}c", compiled(file.read_bytes(), file.name, order.docstrings)


def is_needed(name: str, modules: Collection[str]) -> bool:
    """Modules in use; no headers, type stubs, tests, licences (dist/licenses/ has them): each file costs time."""
    return name.endswith((".py", EXTENSION)) and module_name(name) in modules


def module_name(file: str) -> str:
    """json/__init__.py → json, numpy/linalg/_umath_linalg.cpython-314-wasm32-emscripten.so → numpy.linalg._umath_linalg."""
    folder, _, stem = file.rpartition("/")
    parts = [*folder.split("/"), stem.split(".")[0]]
    return ".".join(part for part in parts if part not in ("", "__init__"))


def compiled(source: bytes, name: str, docstrings: bool) -> bytes:
    """A .pyc of this Python, by PEP 552 with an unchecked hash of its source."""
    tree = source if docstrings else without_docstrings(ast.parse(source))
    code = compile(tree, name, "exec", dont_inherit=True, optimize=0 if docstrings else 1)
    head = importlib.util.MAGIC_NUMBER + UNCHECKED_HASH.to_bytes(4, "little") + importlib.util.source_hash(source)
    return head + marshal.dumps(code)


def without_docstrings(tree: ast.Module) -> ast.Module:
    """For a class that has none, `dataclass` would write one, which takes longer than the rest of its work: a decorated class gets a dot."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if ast.get_docstring(node, clean=False) is not None:
            node.body[:1] = [] if len(node.body) > 1 else [ast.Pass()]
        if isinstance(node, ast.ClassDef) and node.decorator_list:
            node.body[:0] = ast.parse("'.'").body
    return ast.fix_missing_locations(tree)


if __name__ == "__main__":
    in_use = frozenset(json.loads(Path("/modules.json").read_text()))
    for each in json.loads(Path("/orders.json").read_text()):
        trim(Order(**each), in_use)
