"""Scripts, style sheet, font and icon of the pages, and embed.js, by which other pages find the scripts."""

import json
import re
import shutil
from pathlib import Path

from forwardpass import api
from forwardpass.figures import stylesheet

from .console import Failure
from .fonts import write_font
from .node import run_tool
from .parts import part_address, part_folder
from .paths import WEB
from .templates import SHARED_STYLES, minified, style_sheet

OPTIONS = (
    "--bundle",
    "--format=esm",
    "--target=es2022",
    "--minify",
    "--sourcemap",
    "--loader:.css=text",
    "--log-level=warning",
)
ALONE = {
    "worker": "python/worker.js",
    "runtime": "python/runtime.js",
    "frame": "elements/frame-page.js",
    "missing": "elements/missing.js",
    "offline": "offline/register.js",
}
STYLES = ("base", "page", "front", "chapter", "figures", "reference", "print")  # of web/pages/styles/, in this order
PARTS_OF_SCRIPTS = ("fashion", "lessons", "mnist", "networks", "python")
ENTRY = "embed.js"
SHARED = WEB / "start.js"
HASH = "[A-Z0-9]" * 8  # that esbuild puts behind a name
IMPORTED = re.compile(r'(?:from|import)"\./([\w-]+\.js)"')


def write_assets(target: Path, dist: Path) -> None:
    """Needs the other parts in dist, whose addresses become part of the scripts."""
    write_scripts(target, dist)
    sheets = (*SHARED_STYLES, *(f"pages/styles/{name}.css" for name in STYLES))
    (target / "site.css").write_text(style_sheet(*sheets) + minified(stylesheet()), encoding="utf-8")
    shutil.copy(WEB / "pages" / "icon.svg", target)
    write_font(target / "math.woff2")


def write_scripts(target: Path, dist: Path) -> None:
    """What web/types.d.ts declares as PARTS and LANGUAGES is filled in."""
    values = {f"PARTS.{part}": part_address(dist, part) for part in PARTS_OF_SCRIPTS}
    values["LANGUAGES"] = " ".join(api.LANGUAGES)  # esbuild would give an array a file of its own
    common = (
        *OPTIONS,
        *(f"--define:{name}={json.dumps(value)}" for name, value in values.items()),
        f"--outdir={target}",
    )
    # What every script imports becomes one file: esbuild puts together what the same scripts need.
    split = ("--splitting", "--chunk-names=[name]-[hash]", f"--inject:{SHARED}")
    run_tool("esbuild", f"embed={WEB / 'embed.js'}", *common, *split)
    run_tool("esbuild", *(f"{name}={WEB / source}" for name, source in ALONE.items()), *common)


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
