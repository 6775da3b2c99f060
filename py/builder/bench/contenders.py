"""The sites that are measured: ours, the stock way of Pyodide, and the plain-JavaScript reference of tests/builder/bench/reference."""

import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

from forwardpass import load_network

from ..python.download import official_wheels
from ..shared.paths import DIST, NODE_MODULES, PYODIDE, ROOT

REFERENCE = ROOT / "tests" / "builder" / "bench" / "reference"
MATHJAX = ("config", "extensions", "jax/element", "jax/input/TeX", "jax/output/CommonHTML", "fonts/HTML-CSS/TeX/woff")
HAS_INK = "(sheet) => sheet?.getContext('2d').getImageData(0, 0, sheet.width, sheet.height).data.some((value, i) => i % 4 === 3 && value)"
STOCK_PAGE = """<!doctype html><title>The stock way</title><link rel="icon" href="data:,"><script type="module">
import { loadPyodide } from "./pyodide.mjs";
const pyodide = await loadPyodide();
await pyodide.loadPackage("numpy");
pyodide.runPython("import numpy");
document.body.append(document.createElement("hr"));
</script>"""


@dataclass(frozen=True)
class Contender:
    """A site and, as JavaScript, how its page is used.

    next: presses Next, if there is such a thing yet. step: the step that is on screen with everything it has, so that 1 means that Next works.
    ask: asks Python something that is not recorded. answered: whether the answer is on screen. rest: a promise whether all is kept for the next visit.
    act: what a reader does with mouse and keys, as soon as that is possible.
    """

    name: str
    folder: Path
    path: str
    next: str = "null"
    step: str = "1"
    ask: str = "null"
    answered: str = "true"
    rest: str = "true"
    act: Callable[[Page], None] | None = None


def contenders(folder: Path) -> dict[str, Contender]:
    """All of them; folder: where those that have to be put together may be."""
    demo = "document.querySelector('simple-forward-pass')"
    ours = Contender(
        "ours",
        DIST,
        "demos/simple_forward_pass/",
        f"{demo}?.shadowRoot?.querySelector('[data-action=next]')?.click()",
        f"{demo}?.view?.index",
        f"{demo}.setAttribute('seed', '4711')",
        f"{demo}.view?.numbers?.seed === 4711",
        "Promise.all([caches.keys(), navigator.serviceWorker.getRegistration()])"
        ".then(([names, found]) => Boolean(found?.active) && names.some((name) => name.includes('snapshot')))",
    )
    stock = Contender("stock", stock_site(folder / "stock"), "", answered="document.querySelector('hr')")
    reference = Contender(
        "reference",
        reference_site(folder / "reference"),
        "steps.html",
        "document.body?.dataset.step === '0' && document.getElementById('next').click()",
        "Number(document.body?.dataset.step)",
    )
    return {contender.name: contender for contender in (ours, front_page(), stock, reference)}


def front_page() -> Contender:
    """Ours, where a reader draws on the pad as soon as it is there: the first step is ink, and the answer is that to the stroke."""
    demo = "document.querySelector('forward-pass-mnist')"
    sheet = f"{demo}?.shadowRoot?.querySelector('canvas.sheet')"
    return Contender(
        "front page",
        DIST,
        "",
        step=f"Number(Boolean(({HAS_INK})({sheet})))",
        answered=f"{demo}.shadowRoot.querySelector('.picture.keeps-up') || {demo}.view?.key === 'drawing'",
        act=draw,
    )


def draw(page: Page) -> None:
    """A stroke from top to bottom, through the middle of the pad."""
    sheet = page.locator("forward-pass-mnist canvas.sheet")
    sheet.scroll_into_view_if_needed()
    box = sheet.bounding_box()
    assert box
    x, y, side = box["x"] + box["width"] / 2, box["y"], box["height"]
    page.mouse.move(x, y + 0.2 * side)
    page.mouse.down()
    page.mouse.move(x, y + 0.8 * side, steps=8)
    page.mouse.up()


def stock_site(folder: Path) -> Path:
    """Pyodide as npm has it, with numpy's official wheel beside it and a page that loads both."""
    folder.mkdir()
    for file in (*PYODIDE.glob("py*"), official_wheels()["numpy"]):
        shutil.copy(file, folder)
    (folder / "index.html").write_text(STOCK_PAGE)
    return folder


def reference_site(folder: Path) -> Path:
    """The reference with its libraries, and our weights as JSON."""
    shutil.copytree(REFERENCE, folder)
    shutil.copy(NODE_MODULES / "convnetjs" / "build" / "convnet-min.js", folder)
    for part in MATHJAX:
        shutil.copytree(NODE_MODULES / "mathjax" / part, folder / "mathjax" / part)
    shutil.copy(NODE_MODULES / "mathjax" / "MathJax.js", folder / "mathjax")
    layers = [
        {"weights": layer.weights.tolist(), "biases": layer.biases.tolist(), "activation": layer.activation}
        for layer in load_network("mnist_784_10_10").layers
    ]
    (folder / "weights.json").write_text(json.dumps(layers))
    return folder
