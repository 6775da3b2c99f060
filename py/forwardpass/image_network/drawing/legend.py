"""What stands around a network for images: how large its layers are, and what the look of a connection says."""

from collections.abc import Iterator
from gettext import NullTranslations

from ...svg.labels import text
from ...svg.markup import Markup, element
from .layout import LINE, SAMPLE_LEFT, Places

INPUTS_ASIDE = 20  # from the right side of the image, as the next heading is near
LEGEND_TOP, LEGEND_COLUMNS = 538, (120, 280)


def headings(where: Places, t: NullTranslations) -> Iterator[Markup]:
    """How many neurons a layer has, and what it is called. Those of the outer columns lean outwards, where there is room."""
    *hidden, last = (column[0] for column in where.neurons[1:])
    yield from _heading(SAMPLE_LEFT + where.sample_size - INPUTS_ASIDE, str(where.sizes[0]), t.gettext("inputs"), "end")
    if hidden:
        yield from _hidden_headings([float(neuron.x) for neuron in hidden], where.sizes[1:-1], t)
    yield from _heading(last.x - last.radius, str(where.sizes[-1]), t.gettext("outputs"), "start")


def _hidden_headings(columns: list[float], sizes: tuple[int, ...], t: NullTranslations) -> Iterator[Markup]:
    """One name for all of them, and their number where there is no room for their sizes."""
    middle = sum(columns) / len(columns)
    has_room = len(columns) == 1 or (len(columns) == 2 and max(sizes) < 1000)
    for x, label in zip(columns, map(str, sizes), strict=True) if has_room else [(middle, f"{len(columns)} ×")]:
        yield text(label, x, LINE, "label")
    yield text(t.gettext("hidden"), middle, 2 * LINE, "quiet")


def _heading(x: float, size: str, word: str, anchor: str) -> Iterator[Markup]:
    yield text(size, x, LINE, "label", anchor)
    yield text(word, x, 2 * LINE, "quiet", anchor)


def legend(t: NullTranslations) -> Iterator[Markup]:
    """What the look of a connection says."""
    left, right = LEGEND_COLUMNS
    entries = (
        (t.gettext("positive"), "positive", (3, 3), left, LEGEND_TOP),
        (t.gettext("negative"), "negative", (3, 3), right, LEGEND_TOP),
        (t.gettext("stronger"), "strength", (1, 4), left, LEGEND_TOP + LINE + 2),
    )
    yield text(t.gettext("weights"), SAMPLE_LEFT, LEGEND_TOP, "label by-weight", "start")
    yield text(t.gettext("flow"), SAMPLE_LEFT, LEGEND_TOP, "label by-flow", "start")
    for word, kind, widths, x, y in entries:
        yield _sign(kind, x, y - 6, widths)
        yield text(word, x + 34, y, "quiet", "start")


def _sign(kind: str, left: float, y: float, widths: tuple[int, int]) -> Markup:
    right = left + 26
    if kind == "strength":
        low, high = widths
        return element(
            "path",
            class_="wedge",
            d=f"M{left} {y - low / 2}L{right} {y - high / 2}V{y + high / 2}L{left} {y + low / 2}z",
        )
    return element("g", element("path", d=f"M{left} {y}H{right}", stroke_width=3), class_=f"connections {kind}")
