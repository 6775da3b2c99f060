"""Scripts, style sheet, font and icon of the pages, and embed.js, by which other pages find the scripts."""

import hashlib
import json
import re
import shutil
from collections.abc import Sequence
from pathlib import Path

from forwardpass import api
from forwardpass.chapter.stills import stylesheet

from ..browsers.browsers import esbuild_target
from ..fonts.math import write_font
from ..python.way import Way
from ..python.ways import WAYS
from ..shared.added import in_web
from ..shared.console import Failure
from ..shared.node import run_tool
from ..shared.paths import WEB, WORK
from ..shared.templates import SHARED_STYLES, minified, style_sheet
from .hashed_folders import part_address, part_folder, parts

OPTIONS = (
    "--bundle",
    "--format=esm",
    f"--target={esbuild_target()}",
    "--minify",
    "--sourcemap",
    "--loader:.css=text",
    "--log-level=warning",
)
ALONE = {
    "worker": "python/worker/worker.js",
    "runtime": "python/page/runtime.js",
    "code-host": "python/sandbox/host.js",
    "frame": "elements/framed/frame-page.js",
    "missing": "elements/framed/missing.js",
    "offline": "offline/register.js",
}
CLASSIC = {"sandboxed": "python/sandbox/worker.js"}  # of a worker that knows no modules
STYLES = ("base", "page", "front", "chapter", "figures", "reference", "print")  # of web/pages/styles/, in this order
ENTRY = "embed.js"
REGISTERED = "registered-demos"  # what web/demos.js imports
FOR_ADDED = "forward-pass"  # by which the script of an added demo imports what web/ has
SHARED = WEB / "start.js"
HASH = "[A-Z0-9]" * 8  # that esbuild puts behind a name
IMPORTED = re.compile(r'(?:from|import)"\./([\w-]+\.js)"')


def write_assets(target: Path, dist: Path, ways: Sequence[Way]) -> None:
    """Needs the other parts in dist, whose addresses become part of the scripts."""
    write_scripts(target, dist, ways)
    sheets = (*SHARED_STYLES, *(f"pages/styles/{name}.css" for name in STYLES))
    (target / "site.css").write_text(style_sheet(*sheets) + minified(stylesheet()), encoding="utf-8")
    shutil.copy(WEB / "pages" / "icon.svg", target)
    write_font(target / "math.woff2")


def write_scripts(target: Path, dist: Path, ways: Sequence[Way]) -> None:
    """What web/types.d.ts declares as PARTS, LANGUAGES, LIMITS and WITH is filled in."""
    values: dict[str, object] = {f"PARTS.{part}": part_address(dist, part) for part in parts(dist)}
    values |= {f"WITH.{way.name}": way in ways for way in WAYS}
    values["LANGUAGES"] = " ".join(api.LANGUAGES)  # esbuild would give an array a file of its own
    values |= {f"LIMITS.{name}": limit for name, limit in limits().items()}
    common = (
        *OPTIONS,
        *(f"--define:{name}={json.dumps(value)}" for name, value in values.items()),
        f"--outdir={target}",
    )
    # What every script imports becomes one file: esbuild puts together what the same scripts need.
    split = ("--splitting", "--chunk-names=[name]-[hash]", f"--inject:{SHARED}")
    aliases = (f"--alias:{REGISTERED}={registrations()}", f"--alias:{FOR_ADDED}={WEB}")
    run_tool("esbuild", f"embed={WEB / 'embed.js'}", *common, *split, *aliases)
    run_tool("esbuild", *(f"{name}={WEB / source}" for name, source in ALONE.items()), *common)
    run_tool("esbuild", *(f"{name}={WEB / source}" for name, source in CLASSIC.items()), *common, "--format=iife")


def limits() -> dict[str, int]:
    """Those of all demos. Raises Failure where two mean different things by one name."""
    found: dict[str, int] = {}
    for demo in api.DEMOS:
        for name, limit in demo.face.limits.items():
            if found.setdefault(name, limit) != limit:
                raise Failure(
                    f"The demo {demo.name} sets the limit {name} to {limit}; another demo has set it to {found[name]}.",
                    "Give one of the two another name.",
                )
    return found


def registrations() -> Path:
    """A script that imports that of every demo; in a place of its own for each list of them, as source maps name it."""
    text = "\n".join(f"import {json.dumps(str(in_web(demo.face.script)))};" for demo in api.DEMOS)
    script = WORK / "registered" / f"{hashlib.sha256(text.encode()).hexdigest()[:12]}.js"
    script.parent.mkdir(exist_ok=True)
    script.write_text(text, encoding="utf-8")
    return script


def write_embed(dist: Path) -> None:
    """embed.js, whose address never changes: it leads to the scripts of this version, and fetches what the demos need along with them."""
    address, start = f"./{part_address(dist, 'assets')}", start_script(part_folder(dist, "assets"))
    lines = [f'export * from "{address}{ENTRY}";', f'import "{address}{start}";']
    (dist / "embed.js").write_text("\n".join([*lines, ""]), encoding="utf-8")


def start_script(assets: Path) -> str:
    """The one file with all that the demos need until Next works. Raises Failure where esbuild has made several of it."""
    found = IMPORTED.findall((assets / ENTRY).read_text(encoding="utf-8"))
    if len(found) != 1:
        raise Failure(f"{ENTRY} imports {found}; expected one file.", f"Let {SHARED.name} import all that they share.")
    return str(found[0])


def later_script(assets: Path, name: str) -> str:
    """The file of a script that is loaded when it is asked for."""
    (file,) = assets.glob(f"{name}-{HASH}.js")
    return file.name
