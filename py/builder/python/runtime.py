"""Python for the browser, twice: the stock way (stock.py), and the fast way, which is that with the ways of ways.py. A start by the one or the other fetches what manifest.json says."""

import gzip
import json
import shutil
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from ..shared.cache import key_of, made
from ..shared.console import say
from ..shared.paths import WEB
from .pyodide_files import LOCK, PACKED, SCRIPTS, STOCK_LIBRARY, STOCK_ONLY, WHOLE
from .stock import PYODIDE_FILES, gather, make_stock
from .way import Way

HERE = Path(__file__).parent
STOCK = (HERE / "stock.py", HERE / "freeze.mjs", HERE / "start.mjs")
SHARED = (HERE / "exercise.py", HERE / "start.mjs", WEB / "python" / "fast" / "pyodide-internals.js")
PACKABLE = (".zip", ".bin")  # what some hosts would not pack


def write_runtime(target: Path, ways: Sequence[Way]) -> None:
    """Fill the folder of Python, with the sizes of what each way fetches in manifest.json."""
    runtime = made_runtime(ways)
    for file in (*PYODIDE_FILES, *runtime.iterdir()):
        shutil.copyfile(file, target / file.name)
    rename_scripts(target)
    first = at_start(ways)
    stock = [target / name for name in (*SCRIPTS, WHOLE, LOCK, STOCK_LIBRARY)] + [*target.glob("*.whl")]
    manifest = {
        "files": sizes(target / name for name in first),
        "parts": sizes(file for file in target.glob(f"*.zip{PACKED}") if file.name not in first),
        "stock": sizes(stock),
    }
    (target / "manifest.json").write_text(json.dumps(manifest, indent=1))


def rename_scripts(folder: Path) -> None:
    """As every host knows the type of; one script imports the other."""
    for name, theirs in SCRIPTS.items():
        text = (folder / theirs).read_text(encoding="utf-8")
        for other, renamed in SCRIPTS.items():
            text = text.replace(f"/{renamed}", f"/{other}").replace(f"}}{renamed}`", f"}}{other}`")
        (folder / name).write_text(text, encoding="utf-8")
        (folder / theirs).unlink()


def at_start(ways: Sequence[Way]) -> list[str]:
    """The files that a fast start fetches."""
    replaced = {name for way in ways for name in way.in_place_of}
    own = [name for name in (*SCRIPTS, WHOLE, LOCK) if name not in replaced]
    return [*own, *(name for way in ways for name in way.at_start)]


def not_kept(ways: Sequence[Way]) -> list[str]:
    """The files, by patterns, without which the fast way works when there is no network, or that it keeps by itself."""
    elsewhere = [name for way in ways for name in way.kept_elsewhere]
    return [*STOCK_ONLY, *elsewhere, *({WHOLE} - set(at_start(ways)))]


def sizes(files: Iterable[Path]) -> dict[str, int]:
    """Name → bytes."""
    return {file.name: file.stat().st_size for file in sorted(files)}


def made_runtime(ways: Sequence[Way]) -> Path:
    """The folder with everything that is made, not copied: by the stock way first, then by each other, then packed."""
    with tempfile.TemporaryDirectory() as temporary:
        wheels = gather(Path(temporary))
        name, key = "python", key_of("", [*wheels.values(), *PYODIDE_FILES, *STOCK])
        folder = made(name, key, lambda target: make_stock(wheels, target))
    for way in ways:
        name, key = f"{name}-{way.name}", key_of(key, [*SHARED, *way.sources()])
        folder = made(name, key, worked_on(folder, way))
    return made(f"{name}-packed", key_of(key, [Path(__file__)]), lambda target: pack(folder, target))


def worked_on(before: Path, way: Way) -> Callable[[Path], None]:
    """Makes what a way makes of what was there before."""

    def make(target: Path) -> None:
        say(f"Python for the browser: {way.name} ...")
        shutil.copytree(before, target, dirs_exist_ok=True)
        way.make(target)

    return make


def pack(folder: Path, target: Path) -> None:
    for file in folder.iterdir():
        if file.suffix in PACKABLE:
            (target / (file.name + PACKED)).write_bytes(gzip.compress(file.read_bytes(), mtime=0))
        else:
            shutil.copyfile(file, target / file.name)
