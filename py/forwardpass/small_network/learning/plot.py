"""The error of every step of a descent as a curve, with the present step marked."""

from collections.abc import Iterator, Sequence
from gettext import NullTranslations
from math import floor, log10

from ...svg.geometry import Point
from ...svg.labels import label
from ...svg.markup import Markup, element, number
from ...words.wording import count
from .descent import Descent

WIDTH, HEIGHT = 360.0, 204.0
LEFT, RIGHT, TOP, BOTTOM = 84.0, 336.0, 34.0, 152.0
MOST_TICKS = 6
FINEST = (1, 2, 5)
SMALLEST = 1e-6  # of the largest error of a curve


def plot(descent: Descent, iteration: int, title: str, description: str, t: NullTranslations) -> Markup:
    """The curve as <svg>: a line up to the present step, a thin one beyond. title, description: what a screen reader says."""
    errors = [state.error for state in descent.states]
    scale = Scale(errors)
    points = [scale.at(step, error) for step, error in enumerate(errors)]
    return element(
        "svg",
        element("title", title, id="plot-title"),
        element("desc", description, id="plot-description"),
        element("g", *_axes(scale, t), class_="axes"),
        element("path", class_="future", d=_path(points[iteration:])),
        element("path", class_="past", d=_path(points[: iteration + 1])),
        element("circle", class_="present", cx=points[iteration].x, cy=points[iteration].y, r=6),
        class_="plot",
        viewBox=f"0 0 {number(WIDTH)} {number(HEIGHT)}",
        role="img",
        aria_labelledby="plot-title",
        aria_describedby="plot-description",
        xmlns="http://www.w3.org/2000/svg",
    )


class Scale:
    """Steps from left to right, errors from zero upwards."""

    def __init__(self, errors: Sequence[float]) -> None:
        self.most = max(*errors, SMALLEST)
        self.last = max(len(errors) - 1, 1)

    def at(self, step: float, error: float) -> Point:
        share = error / self.most
        return Point(LEFT + (RIGHT - LEFT) * step / self.last, BOTTOM - (BOTTOM - TOP) * share)

    def errors(self) -> Iterator[tuple[float, str]]:
        """Those that are written on the axis, and how."""
        power = floor(log10(self.most / MOST_TICKS))
        times = next(k for k in (*FINEST, 10) if self.most / (k * 10.0**power) <= MOST_TICKS)
        for place in range(int(self.most / (times * 10.0**power)) + 1):
            error = place * times * 10.0**power
            yield error, f"{error:.{max(-power, 0)}f}"

    def steps(self) -> range:
        """The steps that are written on the axis."""
        power = 10 ** max(floor(log10(self.last / MOST_TICKS)), 0)
        apart = next(power * k for k in (*FINEST, 10) if self.last / (power * k) <= MOST_TICKS)
        return range(0, self.last + 1, apart)


def _axes(scale: Scale, t: NullTranslations) -> Iterator[Markup]:
    _ = t.gettext
    yield element("path", class_="axis", d=f"M{number(LEFT)} {number(TOP - 8)}V{number(BOTTOM)}H{number(RIGHT)}")
    for error, written in scale.errors():
        y = scale.at(0, error).y
        yield element("path", class_="grid", d=f"M{number(LEFT)} {number(y)}H{number(RIGHT)}")
        yield label(written, LEFT - 8, y, anchor="end")
    for step in scale.steps():
        yield label(count(step, t), scale.at(step, 1).x, BOTTOM + 16)
    yield label(_("error"), LEFT - 8, TOP - 22, "name")
    yield label(_("step"), (LEFT + RIGHT) / 2, HEIGHT - 14, "name")


def _path(points: Sequence[Point]) -> str:
    return "M" + "L".join(f"{number(p.x)} {number(p.y)}" for p in points)
