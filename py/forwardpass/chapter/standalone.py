"""A figure as a file of its own: with a margin, a background and a <style> of literal colours, light and dark."""

import re
from importlib.resources import files

from .. import svg
from ..svg.figure import Figure
from ..svg.markup import Markup, element, number

MARGIN = 20
COLOURS = {  # light and dark, those of web/palette.css that the figures use
    "surface": ("#fffdf9", "#1b1d24"),
    "ink": ("#1f1d1a", "#ebe7de"),
    "soft": ("#645f56", "#a9a59b"),
    "line": ("#ded7c8", "#363944"),
    "accent": ("#2b4bb5", "#9fb4ff"),
    "tint": ("#e9ecf8", "#262c47"),
    "positive": ("#1f6fb2", "#7fc0f7"),
    "negative": ("#c4581a", "#f0a46c"),
    "ring": ("#ffb000", "#ffb000"),
}
FONT = "system-ui, sans-serif"


def standalone(figure: Figure) -> str:
    """The text of an .svg file."""
    width, height = figure.width + 2 * MARGIN, figure.height + 2 * MARGIN
    back = element("rect", class_="back", x=-MARGIN, y=-MARGIN, width=width, height=height)
    opening, inside = figure.svg.split(">", 1)
    viewbox = f'viewBox="{-MARGIN} {-MARGIN} {number(width)} {number(height)}" width="{number(width)}" height="{number(height)}"'
    opening = re.sub(r'viewBox="[^"]*"', viewbox, opening)
    return f"{opening}>{_after_description(inside, _style() + back)}\n"


def stylesheet() -> str:
    """The rules of the figures as they stand in a page, with the palette's custom properties."""
    return files(svg).joinpath("figure.css").read_text(encoding="utf-8")


def _style() -> Markup:
    """The same rules with literal colours, because not every viewer of SVG knows custom properties."""
    rules = re.sub(r"\s+", " ", re.sub(r"/\*.*?\*/", "", stylesheet())) + ".figure .back { fill: var(--fp-surface); }"
    light, dark = (_with_colours(rules, scheme) for scheme in (0, 1))
    return element("style", Markup(f"{light} @media (prefers-color-scheme: dark) {{ {dark} }}"))


def _with_colours(rules: str, scheme: int) -> str:
    rules = rules.replace("var(--fp-font)", FONT)
    return re.sub(r"var\(--fp-(\w+)\)", lambda match: COLOURS[match[1]][scheme], rules)


def _after_description(inside: str, more: str) -> str:
    head, end, rest = inside.partition("</desc>")
    return head + end + more + rest
