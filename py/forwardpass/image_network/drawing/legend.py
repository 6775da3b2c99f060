"""What stands around a network for images: how large its layers are, and what the look of a connection says."""

from collections.abc import Iterator
from gettext import NullTranslations

from ...svg.labels import text
from ...svg.markup import Markup, element
from ...words.wording import labelled
from .layout import ASIDE, HEADINGS, LINE, SAMPLE_BOTTOM, SAMPLE_LEFT, Places

INPUTS = 41  # what the heading of the image stands on
LEGEND = SAMPLE_BOTTOM - 2  # the same of its last line
SIGN = 26  # how wide one is


def headings(where: Places, t: NullTranslations) -> Iterator[Markup]:
    """What a layer is called, and how many neurons it has."""
    inputs, *hidden, outputs = where.sizes
    yield _heading(t.gettext("inputs"), str(inputs), ASIDE, INPUTS, t)
    if hidden:
        yield _heading(t.gettext("hidden"), _sizes(hidden), SAMPLE_LEFT, HEADINGS, t)
    yield _heading(t.gettext("outputs"), str(outputs), where.names_left, HEADINGS, t)


def _sizes(hidden: list[int]) -> str:
    """How many layers there are, where there is no room for the sizes of all."""
    has_room = len(hidden) == 1 or (len(hidden) == 2 and max(hidden) < 1000)
    return " · ".join(map(str, hidden)) if has_room else f"{len(hidden)} ×"


def _heading(word: str, size: str, x: float, y: float, t: NullTranslations) -> Markup:
    return text(labelled(word, size, t), x, y, "quiet", "start")


def legend(t: NullTranslations) -> Iterator[Markup]:
    """What the look of a connection says, beside the image."""
    entries = (
        (t.gettext("positive"), "positive", (3, 3)),
        (t.gettext("negative"), "negative", (3, 3)),
        (t.gettext("stronger"), "strength", (1, 4)),
    )
    top = LEGEND - len(entries) * LINE
    yield text(t.gettext("weights"), ASIDE, top, "label by-weight", "start")
    yield text(t.gettext("flow"), ASIDE, top, "label by-flow", "start")
    for line, (word, kind, widths) in enumerate(entries, start=1):
        yield _sign(kind, ASIDE, top + line * LINE - 6, widths)
        yield text(word, ASIDE + SIGN + 8, top + line * LINE, "quiet", "start")


def _sign(kind: str, left: float, y: float, widths: tuple[int, int]) -> Markup:
    right = left + SIGN
    if kind == "strength":
        low, high = widths
        return element(
            "path",
            class_="wedge",
            d=f"M{left} {y - low / 2:.1f}L{right} {y - high / 2:.1f}V{y + high / 2:.1f}L{left} {y + low / 2:.1f}z",
        )
    return element("g", element("path", d=f"M{left} {y:.1f}H{right}", stroke_width=3), class_=f"connections {kind}")
