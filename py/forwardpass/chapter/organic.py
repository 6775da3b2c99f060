"""Organic shapes: limbs that taper and fork, drawn as one outline."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, hypot, pi, sin

from ..svg.geometry import Point
from ..svg.markup import number

SAMPLES = 6  # points on each side of a limb
CORNERS = 8  # of what a circle is pulled from
REACH = 0.4  # how far a limb keeps the direction of the one it grows from, as a share of its length


@dataclass(frozen=True)
class Limb:
    """From where its parent ends to `end`, there `width` wide; forks into branches, or ends in a bulb of some radius."""

    end: Point
    width: float
    branches: tuple["Limb", ...] = ()
    bulb: float = 0


def grow(limb: Limb, start: Point, heading: Point, width: float) -> Iterator[str]:
    """The outlines of a limb and all its branches as closed subpaths, all turning the same way, so that they fill as one."""
    length = hypot(limb.end.x - start.x, limb.end.y - start.y)
    size = hypot(heading.x, heading.y)
    bend = Point(start.x + heading.x / size * length * REACH, start.y + heading.y / size * length * REACH)
    center = [_quadratic(start, bend, limb.end, i / (SAMPLES - 1)) for i in range(SAMPLES)]
    widths = [limb.width + (width - limb.width) * (1 - i / (SAMPLES - 1)) ** 2 for i in range(SAMPLES)]
    yield closed(_outline(_overshot(center, limb.width / 2), [width, *widths, limb.width]))
    if limb.bulb:
        yield round_shape(limb.end, limb.bulb)
    onward = Point(limb.end.x - bend.x, limb.end.y - bend.y)
    for branch in limb.branches:
        yield from grow(branch, limb.end, onward, limb.width)


def round_shape(center: Point, radius: float, squeeze: float = 1) -> str:
    """A circle, or with squeeze a flatter ellipse, that turns the same way as limbs do."""
    angles = (2 * pi * i / CORNERS for i in range(CORNERS))
    return closed([Point(center.x + radius * cos(a), center.y + squeeze * radius * sin(a)) for a in angles])


def closed(points: Sequence[Point]) -> str:
    """A smooth closed curve: through the middle of each side, pulled towards each corner."""
    corners = points if _turns_right(points) else points[::-1]
    middles = [_middle(a, b) for a, b in zip(corners, (*corners[1:], corners[0]), strict=True)]
    bends = (f"Q{_xy(corner)} {_xy(middle)}" for corner, middle in zip(corners, middles, strict=True))
    return f"M{_xy(middles[-1])}{''.join(bends)}Z"


def _quadratic(start: Point, bend: Point, end: Point, t: float) -> Point:
    a, b, c = (1 - t) ** 2, 2 * t * (1 - t), t * t
    return Point(a * start.x + b * bend.x + c * end.x, a * start.y + b * bend.y + c * end.y)


def _overshot(center: Sequence[Point], by: float) -> list[Point]:
    """Longer at both ends, where `closed` rounds the outline off, so that limbs join at full width."""
    (a, b), (c, d) = center[:2], center[-2:]
    return [_beyond(b, a, by), *center, _beyond(c, d, by)]


def _beyond(start: Point, end: Point, by: float) -> Point:
    share = by / hypot(end.x - start.x, end.y - start.y)
    return Point(end.x + share * (end.x - start.x), end.y + share * (end.y - start.y))


def _outline(center: Sequence[Point], widths: Sequence[float]) -> list[Point]:
    """Along one side of the center line and back along the other."""
    left, right = [], []
    for i, (point, width) in enumerate(zip(center, widths, strict=True)):
        before, after = center[max(i - 1, 0)], center[min(i + 1, len(center) - 1)]
        length = hypot(after.x - before.x, after.y - before.y)
        dx, dy = (after.y - before.y) / length * width / 2, (before.x - after.x) / length * width / 2
        left.append(Point(point.x + dx, point.y + dy))
        right.append(Point(point.x - dx, point.y - dy))
    return [*left, *reversed(right)]


def _turns_right(points: Sequence[Point]) -> bool:
    pairs = zip(points, (*points[1:], points[0]), strict=True)
    return sum(a.x * b.y - b.x * a.y for a, b in pairs) > 0


def _middle(a: Point, b: Point) -> Point:
    return Point((a.x + b.x) / 2, (a.y + b.y) / 2)


def _xy(point: Point) -> str:
    return f"{number(round(point.x, 1))} {number(round(point.y, 1))}"
