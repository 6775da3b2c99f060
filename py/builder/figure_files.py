"""The figures as files under /figures/, SVG and PNG, and a picture for those who share a link. PNG by resvg, in a font that npm brings."""

import json
import tempfile
from functools import cache
from pathlib import Path

from forwardpass import api
from forwardpass.digits import Bytes, read_idx
from forwardpass.figures import COLOURS, FIGURES, Figure, figure, standalone
from forwardpass.svg import Markup, element, number
from forwardpass.translation import translator

from .mnist import FOLDER, IMAGES
from .node import run_node

SCRIPT = Path(__file__).with_name("png.mjs")
PNG_WIDTH = 1040  # two pixels for each unit
LATIN = ("en", "es", "fr")  # the languages whose letters the font of the PNGs has
SHARE_WIDTH, SHARE_HEIGHT = 1200, 630
SHARED = "network_layers"


@cache
def drawn(name: str, lang: str) -> Figure:
    """A figure of the chapter, with the test images where it shows some."""
    return figure(name, lang, images())


@cache
def images() -> Bytes:
    return read_idx(FOLDER / IMAGES)


def figure_folder(lang: str) -> str:
    """From the site's root."""
    return "figures/" if lang == api.LANGUAGES[0] else f"figures/{lang}/"


def share_file(lang: str) -> str:
    """From the site's root: the picture that goes with a shared link."""
    return f"{figure_folder(lang if lang in LATIN else api.LANGUAGES[0])}forward_pass.png"


def write_figures(dist: Path) -> None:
    """Every figure in every language, and the PNGs where the font has the letters."""
    orders: list[dict[str, str | int]] = []
    for lang in api.LANGUAGES:
        folder = dist / figure_folder(lang)
        folder.mkdir(parents=True, exist_ok=True)
        for name in FIGURES:
            svg = standalone(drawn(name, lang))
            (folder / f"{name}.svg").write_text(svg, encoding="utf-8")
            if lang in LATIN:
                orders.append({"svg": svg, "width": PNG_WIDTH, "target": str(folder / f"{name}.png")})
        if lang in LATIN:
            orders.append({"svg": share_picture(lang), "width": SHARE_WIDTH, "target": str(dist / share_file(lang))})
    write_pngs(orders)


def write_pngs(orders: list[dict[str, str | int]]) -> None:
    """Each order gives the text of an SVG, a width in pixels and where to put the PNG."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "orders.json"
        file.write_text(json.dumps(orders), encoding="utf-8")
        run_node(SCRIPT, file)


def share_picture(lang: str) -> str:
    """1200 by 630: the name and one sentence beside the network."""
    _ = translator(lang).gettext
    light = {name: colours[0] for name, colours in COLOURS.items()}
    words = _("Every number of a neural network, one step at a time")
    return element(
        "svg",
        element("rect", width=SHARE_WIDTH, height=SHARE_HEIGHT, fill=light["surface"]),
        _text("Forward Pass", 250, 68, light["ink"], font_weight=600),
        *(_text(line, 326 + 50 * i, 36, light["soft"]) for i, line in enumerate(_lines(words, 26))),
        _at_right(standalone(drawn(SHARED, lang))),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {SHARE_WIDTH} {SHARE_HEIGHT}",
        font_family="sans-serif",
    )


def _text(words: str, y: float, size: float, colour: str, font_weight: int = 400) -> Markup:
    return element("text", words, x=80, y=y, font_size=size, fill=colour, font_weight=font_weight)


def _lines(words: str, most: int) -> list[str]:
    """Words in lines of so many letters at most."""
    lines = [""]
    for word in words.split():
        if len(lines[-1]) + 1 + len(word) > most:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def _at_right(svg: str) -> Markup:
    """The stand-alone figure in the right half."""
    size = f'x="620" y="20" width="{number(SHARE_WIDTH - 640)}" height="{number(SHARE_HEIGHT - 40)}"'
    opening, rest = svg.split(">", 1)
    without = " ".join(part for part in opening.split(" ") if not part.startswith(("width=", "height=")))
    return Markup(f"{without} {size}>{rest}")
