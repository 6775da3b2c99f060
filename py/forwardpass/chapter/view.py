"""A figure that moves, as plain data: its drawing, and what is said of its numbers as markup and as text."""

from typing import TYPE_CHECKING

from ..svg.figure import Figure
from ..svg.markup import join
from ..words.blocks import Block

if TYPE_CHECKING:
    from .. import messages as m


def shown(figure: Figure, blocks: tuple[Block, ...]) -> "m.LiveFigure":
    html = join(*(block.html for block in blocks))
    text = "\n".join(block.text for block in blocks)
    return {"title": figure.title, "svg": figure.svg, "html": html, "text": text, "alt": figure.alt}
