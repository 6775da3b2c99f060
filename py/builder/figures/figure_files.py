"""The figures as files under /figures/, SVG and PNG, and a picture for those who share a link. PNG by resvg, in fonts that npm brings."""

import json
import re
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

from forwardpass import api
from forwardpass.chapter.standalone import standalone
from forwardpass.chapter.stills import COLOURS, FIGURES, Figure, figure
from forwardpass.images.pixels import Bytes
from forwardpass.svg.figure import wrap
from forwardpass.svg.geometry import FONT
from forwardpass.svg.markup import Markup, element, number
from forwardpass.words.catalogs import translator

from ..fonts.letters import SOURCES, letters
from ..images.image_sets import read_examples
from ..shared.cache import key_of, made
from ..shared.node import run_node
from ..shared.paths import ROOT

SCRIPT = Path(__file__).with_name("png.mjs")
PNG_WIDTH = 1040  # two pixels for each unit
LATIN = "DejaVu Sans"
ITALIC = f".figure .name {{ font-family: '{LATIN}'; }}"  # of which the fonts for other scripts have none
SHARE_WIDTH, SHARE_HEIGHT = 1200, 630
SHARE_WORDS, SHARE_LETTER = 540, 36  # how wide a line is, and how tall a letter
SHARED = "network_layers"


@cache
def drawn(name: str, lang: str) -> Figure:
    """A figure of the chapter, with the test images where it shows some."""
    return figure(name, lang, images())


@cache
def images() -> Bytes:
    return read_examples("mnist", "test").pixels


def figure_folder(lang: str) -> str:
    """From the site's root."""
    return "figures/" if lang == api.LANGUAGES[0] else f"figures/{lang}/"


def share_file(lang: str) -> str:
    """From the site's root: the picture that goes with a shared link."""
    return f"{figure_folder(lang)}forward_pass.png"


def write_figures(dist: Path) -> None:
    """Every figure in every language."""
    orders: list[dict[str, Any]] = []
    for lang in api.LANGUAGES:
        folder = dist / figure_folder(lang)
        folder.mkdir(parents=True, exist_ok=True)
        svgs = {name: standalone(drawn(name, lang)) for name in FIGURES}
        for name, svg in svgs.items():
            (folder / f"{name}.svg").write_text(svg, encoding="utf-8")
        pictures = [(svg, PNG_WIDTH, folder / f"{name}.png") for name, svg in svgs.items()]
        pictures.append((share_picture(lang), SHARE_WIDTH, dist / share_file(lang)))
        orders += in_letters(lang, pictures)
    write_pngs(orders)


def in_letters(lang: str, pictures: list[tuple[str, int, Path]]) -> list[dict[str, Any]]:
    """Orders for PNGs of (svg, width, target), with the fonts that the words of the language take."""
    family, files = LATIN, []
    if lang in SOURCES:
        found = letters(lang, "".join(words(svg) for svg, _, _ in pictures))
        family, files = found.family, [str(file) for file in found.files]
    return [
        {
            "svg": svg.replace("<style>", f"<style>{ITALIC} ", 1),
            "width": width,
            "target": str(target),
            "family": family,
            "fonts": files,
        }
        for svg, width, target in pictures
    ]


def words(svg: str) -> str:
    """The text that a picture shows."""
    return "".join(re.findall(r">([^<]+)</t(?:ext|span)>", svg))


def write_pngs(orders: list[dict[str, Any]]) -> None:
    """Each order gives the text of an SVG, a width in pixels, where to put the PNG, the family of its letters and files with fonts."""
    fonts = sorted({Path(font) for order in orders for font in order["fonts"]})
    asked = json.dumps([order | {"target": "", "fonts": len(order["fonts"])} for order in orders])
    key = key_of(asked, [SCRIPT, ROOT / "package-lock.json", *fonts])
    folder = made("pngs", key, lambda folder: draw_pngs(orders, folder))
    for i, order in enumerate(orders):
        shutil.copyfile(folder / f"{i}.png", order["target"])


def draw_pngs(orders: list[dict[str, Any]], folder: Path) -> None:
    """By their number."""
    numbered = [order | {"target": str(folder / f"{i}.png")} for i, order in enumerate(orders)]
    with tempfile.TemporaryDirectory() as temporary:
        file = Path(temporary) / "orders.json"
        file.write_text(json.dumps(numbered), encoding="utf-8")
        run_node(SCRIPT, file)


def share_picture(lang: str) -> str:
    """1200 by 630: the name and one sentence beside the network."""
    _ = translator(lang).gettext
    light = {name: colours[0] for name, colours in COLOURS.items()}
    lines = wrap(_("Every number of a neural network, one step at a time"), SHARE_WORDS * FONT / SHARE_LETTER)
    return element(
        "svg",
        element("rect", width=SHARE_WIDTH, height=SHARE_HEIGHT, fill=light["surface"]),
        _text("Forward Pass", 250, 68, light["ink"], font_weight=600),
        *(_text(line, 326 + 50 * i, SHARE_LETTER, light["soft"]) for i, line in enumerate(lines)),
        _at_right(standalone(drawn(SHARED, lang))),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {SHARE_WIDTH} {SHARE_HEIGHT}",
        font_family="sans-serif",
    )


def _text(words: str, y: float, size: float, colour: str, font_weight: int = 400) -> Markup:
    return element("text", words, x=80, y=y, font_size=size, fill=colour, font_weight=font_weight)


def _at_right(svg: str) -> Markup:
    """The stand-alone figure in the right half."""
    size = f'x="620" y="20" width="{number(SHARE_WIDTH - 640)}" height="{number(SHARE_HEIGHT - 40)}"'
    opening, rest = svg.split(">", 1)
    without = " ".join(part for part in opening.split(" ") if not part.startswith(("width=", "height=")))
    return Markup(f"{without} {size}>{rest}")
