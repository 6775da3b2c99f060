"""Scripts, style sheet, font and icon of the pages, and embed.js, by which other pages find the scripts."""

import json
import re
import shutil
from pathlib import Path

from forwardpass import api
from forwardpass.figures import stylesheet

from .fonts import write_font
from .node import run_tool
from .parts import part_address, part_folder
from .paths import WEB
from .templates import style_sheet

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
    "offline": "offline/register.js",
}
STYLES = ("base", "page", "front", "chapter", "figures", "reference", "print")  # of web/pages/styles/, in this order
PARTS_OF_SCRIPTS = ("fashion", "lessons", "mnist", "networks", "python")
ENTRY = "embed.js"
ELEMENTS = ("simple-forward-pass", "forward-pass-mnist")
HASH = "[A-Z0-9]" * 8  # that esbuild puts behind a name
IMPORTED = re.compile(r'(?:from|import)"\./([\w-]+\.js)"')


def write_assets(target: Path, dist: Path) -> None:
    """Needs the other parts in dist, whose addresses become part of the scripts."""
    write_scripts(target, dist)
    sheets = ("palette.css", *(f"pages/styles/{name}.css" for name in STYLES))
    (target / "site.css").write_text(style_sheet(*sheets) + stylesheet(), encoding="utf-8")
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
    run_tool("esbuild", f"embed={WEB / 'embed.js'}", *common, "--splitting", "--chunk-names=[name]-[hash]")
    run_tool("esbuild", *(f"{name}={WEB / source}" for name, source in ALONE.items()), *common)


def write_embed(dist: Path) -> None:
    """embed.js, whose address never changes: it leads to the scripts of this version, and fetches what any demo needs along with them."""
    address, folder = f"./{part_address(dist, 'assets')}", part_folder(dist, "assets")
    shared = sorted(set.intersection(*(needed_scripts(folder, element) for element in ELEMENTS)) - {ENTRY})
    lines = [f'export * from "{address}{ENTRY}";', *(f'import "{address}{name}";' for name in shared)]
    (dist / "embed.js").write_text("\n".join([*lines, ""]), encoding="utf-8")


def needed_scripts(assets: Path, *starts: str) -> set[str]:
    """The entry, the scripts that esbuild has named after these, and all that they import when they start; what is asked for later is not among them."""
    found: set[str] = set()
    coming = [ENTRY, *(file.name for start in starts for file in assets.glob(f"{start}-{HASH}.js"))]
    while coming:
        name = coming.pop()
        if name not in found:
            found.add(name)
            coming += IMPORTED.findall((assets / name).read_text(encoding="utf-8"))
    return found
