"""A square of the plane as it is drawn: rim, ticks and names of its axes, regions, lines, crosses and circles."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot

from ...formulas.notation import subscript
from ...svg.figure import arrow, circle, line
from ...svg.geometry import Point, Segment
from ...svg.labels import label, minus
from ...svg.markup import Markup, element, number
from .boundary import Boundary, Polygon

MARK = 7.0  # half a cross
RING = 14.0  # round a point on the wrong side
NORMAL = 26.0  # the arrow that points to the side of 1


@dataclass(frozen=True)
class Square:
    """left, top and size: of its picture; low and high: of either input; ticks: where numbers stand."""

    left: float
    top: float
    size: float
    low: float
    high: float
    ticks: tuple[float, ...]

    @property
    def corners(self) -> Polygon:
        low, high = self.low, self.high
        return [Point(low, low), Point(high, low), Point(high, high), Point(low, high)]

    def at(self, inputs: Point) -> Point:
        """Where a point of the plane stands in the picture."""
        unit = self.size / (self.high - self.low)
        return Point(self.left + unit * (inputs.x - self.low), self.top + unit * (self.high - inputs.y))

    def frame(self) -> Iterator[Markup]:
        bottom, right = self.top + self.size, self.left + self.size
        yield element("rect", class_="rim", x=self.left, y=self.top, width=self.size, height=self.size)
        for value in self.ticks:
            x, y = self.at(Point(value, 0)).x, self.at(Point(0, value)).y
            yield line(Segment(Point(x, bottom), Point(x, bottom + 6)), "axis")
            yield label(minus(f"{value:g}"), x, bottom + 18, "quiet")
            yield line(Segment(Point(self.left - 6, y), Point(self.left, y)), "axis")
            yield label(minus(f"{value:g}"), self.left - 11, y, "quiet", "end")
        yield label(f"x{subscript(1)}", right + 18, bottom - 6, "name")
        yield label(f"x{subscript(2)}", self.left, self.top - 16, "name")

    def grid(self) -> Iterator[Markup]:
        """The lines on which one of the inputs is 0."""
        for start, end in ((Point(self.low, 0), Point(self.high, 0)), (Point(0, self.low), Point(0, self.high))):
            yield line(Segment(self.at(start), self.at(end)), "zero")

    def region(self, polygon: Polygon) -> Markup:
        points = (self.at(point) for point in polygon)
        return element(
            "polygon", class_="region", points=" ".join(f"{number(p.x)},{number(p.y)}" for p in points) or None
        )

    def line_of(self, neuron: Boundary, classes: str) -> Iterator[Markup]:
        """Its line, and an arrow from the middle of it to the side where it answers 1."""
        if stretch := neuron.line_in(self.corners):
            drawn = Segment(self.at(stretch.start), self.at(stretch.end))
            yield line(drawn, classes)
            yield arrow(self._normal(drawn.at(0.5), neuron), "normal")

    def _normal(self, start: Point, neuron: Boundary) -> Segment:
        w1, w2 = neuron.weights
        length = NORMAL / hypot(w1, w2)
        return Segment(start, Point(start.x + w1 * length, start.y - w2 * length))


def cross(center: Point) -> Markup:
    x, y = (number(value) for value in (center.x - MARK, center.y - MARK))
    side = number(2 * MARK)
    return element("path", class_="cross", d=f"M{x} {y}l{side} {side}m0 -{side}l-{side} {side}")


def nought(center: Point) -> Markup:
    return circle(center, MARK + 0.5, "nought")


def mark(center: Point, is_cross: bool, is_right: bool) -> Iterator[Markup]:
    """A point of class 1 or 0; with a ring where its answer is wrong."""
    if not is_right:
        yield circle(center, RING, "missed")
    yield (cross if is_cross else nought)(center)
