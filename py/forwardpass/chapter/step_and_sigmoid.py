"""The step of the perceptron and the sigmoid in one picture: one jumps, the other rises."""

from collections.abc import Iterator
from gettext import NullTranslations

from ..formulas import notation as n
from ..svg.figure import Figure, frame, line
from ..svg.geometry import Point, Segment
from ..svg.labels import label
from ..svg.markup import Markup, element
from ..words.wording import decimal
from .curves import AXIS, CURVES, FURTHEST, HEIGHT, axes, path

NEAR, DECIMALS = 0.1, 3  # where the two are compared
LEGEND = Point(286, 176)
SAMPLE = 34.0


def step_and_sigmoid(t: NullTranslations) -> Figure:
    curve = CURVES["sigmoid"]
    return frame(
        "step_and_sigmoid",
        t.gettext("The step and the sigmoid"),
        _words(t),
        HEIGHT,
        element("g", *axes(curve, "a"), class_="axes"),
        element("path", class_="curve", d=path(curve)),
        element("g", *_step()),
        element("g", *_legend(t)),
    )


def near() -> tuple[str, str]:
    """What the sigmoid gives just left and just right of 0."""
    below, above = (n.rounded(CURVES["sigmoid"].value(z), DECIMALS).text for z in (-NEAR, NEAR))
    return below, above


def _words(t: NullTranslations) -> str:
    below, above = near()
    return t.gettext(
        "Two curves over z from −6 to 6. The step is 0 up to z = 0 and 1 right of it: it jumps. The sigmoid is an S that rises smoothly from nearly 0 to nearly 1 and is {half} at z = 0. "
        "From z = −{near} to z = {near} the step goes from 0 to 1, the sigmoid from about {below} to about {above}."
    ).format(half=decimal("0.5", t), near=decimal(f"{NEAR:g}", t), below=decimal(below, t), above=decimal(above, t))


def _step() -> Iterator[Markup]:
    curve = CURVES["sigmoid"]
    low, foot, head, high = (curve.at(z, value) for z, value in ((-FURTHEST, 0), (0, 0), (0, 1), (FURTHEST, 1)))
    yield line(Segment(low, foot), "step")
    yield line(Segment(head, high), "step")
    yield line(Segment(foot, head), "step jump")


def _legend(t: NullTranslations) -> Iterator[Markup]:
    names = (t.pgettext("curve", "step"), t.pgettext("curve", "sigmoid"))
    for row, (name, classes) in enumerate(zip(names, ("step", "curve"), strict=True)):
        y = LEGEND.y + 32 * row
        assert y < AXIS
        yield line(Segment(Point(LEGEND.x, y), Point(LEGEND.x + SAMPLE, y)), classes)
        yield label(name, LEGEND.x + SAMPLE + 10, y, anchor="start")
