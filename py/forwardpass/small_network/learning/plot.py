"""The error of every step of a descent as a curve, on a logarithmic scale, with the present step marked."""

from collections.abc import Iterator, Sequence
from gettext import NullTranslations
from math import ceil, floor, log10

from ...svg.geometry import Point
from ...svg.labels import label
from ...svg.markup import Markup, element, number
from ...words.wording import count
from .descent import Descent

WIDTH, HEIGHT = 360.0, 256.0
LEFT, RIGHT, TOP, BOTTOM = 84.0, 336.0, 34.0, 204.0
LEAST = 1e-6  # smaller errors are drawn here
MOST_TICKS = 6
FINEST = (1, 2, 5)


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
    """Steps from left to right, powers of ten from bottom to top."""

    def __init__(self, errors: Sequence[float]) -> None:
        logarithms = [log10(max(error, LEAST)) for error in errors]
        self.bottom = floor(min(logarithms))
        self.top = max(ceil(max(logarithms)), self.bottom + 1)
        self.last = max(len(errors) - 1, 1)

    def at(self, step: float, error: float) -> Point:
        share = (log10(max(error, LEAST)) - self.bottom) / (self.top - self.bottom)
        return Point(LEFT + (RIGHT - LEFT) * step / self.last, BOTTOM - (BOTTOM - TOP) * share)

    def powers(self) -> range:
        """The exponents that are written on the axis."""
        return range(self.bottom, self.top + 1, ceil((self.top - self.bottom) / MOST_TICKS))

    def steps(self) -> range:
        """The steps that are written on the axis."""
        power = 10 ** max(floor(log10(self.last / MOST_TICKS)), 0)
        apart = next(power * k for k in (*FINEST, 10) if self.last / (power * k) <= MOST_TICKS)
        return range(0, self.last + 1, apart)


def _axes(scale: Scale, t: NullTranslations) -> Iterator[Markup]:
    _ = t.gettext
    yield element("path", class_="axis", d=f"M{number(LEFT)} {number(TOP - 8)}V{number(BOTTOM)}H{number(RIGHT)}")
    for exponent in scale.powers():
        y = scale.at(0, 10.0**exponent).y
        yield element("path", class_="grid", d=f"M{number(LEFT)} {number(y)}H{number(RIGHT)}")
        yield label(power_of_ten(exponent), LEFT - 8, y, anchor="end")
    for step in scale.steps():
        yield label(count(step, t), scale.at(step, 1).x, BOTTOM + 16)
    yield label(_("error"), LEFT - 8, TOP - 22, "name")
    yield label(_("step"), (LEFT + RIGHT) / 2, HEIGHT - 14, "name")


def power_of_ten(exponent: int) -> str:
    """0.001, 1, 100"""
    return f"{10.0**exponent:.{max(-exponent, 0)}f}"


def _path(points: Sequence[Point]) -> str:
    return "M" + "L".join(f"{number(p.x)} {number(p.y)}" for p in points)
