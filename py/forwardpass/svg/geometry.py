"""Points, boxes and segments of drawings, how wide a text is, and what touches. Units are those of the SVG's viewBox."""

from dataclasses import dataclass
from functools import cache
from math import hypot

FONT = 18.0
CHARACTERS = {
    "−": 0.84,
    "=": 0.84,
    ".": 0.32,
    " ": 0.32,
    "\u00a0": 0.32,
}  # widths in em of DejaVu Sans, the widest of the usual system fonts
CHARACTER = 0.64
WIDE, FIRST_WIDE = 1.0, "\u2e80"  # Chinese, Japanese and Korean characters fill a square
CLEARANCE = 2.0
ARROW = 9.0


@dataclass(frozen=True)
class Point:
    x: float
    y: float


@dataclass(frozen=True)
class Box:
    """An upright rectangle round its centre."""

    center: Point
    width: float
    height: float

    @property
    def left(self) -> float:
        return self.center.x - self.width / 2

    @property
    def top(self) -> float:
        return self.center.y - self.height / 2

    @property
    def right(self) -> float:
        return self.center.x + self.width / 2

    @property
    def bottom(self) -> float:
        return self.center.y + self.height / 2


@dataclass(frozen=True)
class Segment:
    """A straight line from start to end."""

    start: Point
    end: Point

    def at(self, share: float) -> Point:
        return Point(
            self.start.x + share * (self.end.x - self.start.x), self.start.y + share * (self.end.y - self.start.y)
        )


def text_width(text: str) -> float:
    return FONT * sum(CHARACTERS.get(c, WIDE if c >= FIRST_WIDE else CHARACTER) for c in text)


@cache
def strokes(line: Segment) -> tuple[Segment, ...]:
    """The line and the two barbs of its arrow head."""
    length = hypot(line.end.x - line.start.x, line.end.y - line.start.y)
    ux, uy = (line.end.x - line.start.x) / length * ARROW, (line.end.y - line.start.y) / length * ARROW
    barbs = (Point(line.end.x - ux + side * uy * 0.55, line.end.y - uy - side * ux * 0.55) for side in (1, -1))
    return (line, *(Segment(line.end, barb) for barb in barbs))


def overlaps(one: Box, other: Box) -> bool:
    """Whether two boxes come closer than the clearance."""
    return (
        abs(one.center.x - other.center.x) < (one.width + other.width) / 2 + CLEARANCE
        and abs(one.center.y - other.center.y) < (one.height + other.height) / 2 + CLEARANCE
    )


def touches(box: Box, line: Segment) -> bool:
    """Whether a line comes closer to a box than the clearance (Liang-Barsky clipping against the grown box)."""
    enter, leave = 0.0, 1.0
    dx, dy = line.end.x - line.start.x, line.end.y - line.start.y
    for delta, low, high in (
        (dx, box.left - CLEARANCE - line.start.x, box.right + CLEARANCE - line.start.x),
        (dy, box.top - CLEARANCE - line.start.y, box.bottom + CLEARANCE - line.start.y),
    ):
        if delta == 0:
            if low > 0 or high < 0:
                return False
            continue
        first, last = sorted((low / delta, high / delta))
        enter, leave = max(enter, first), min(leave, last)
    return enter <= leave
