"""What all figures share: the <svg> with its title and text alternative, labels, arrows. Units are those of the viewBox.

A figure is 480 wide with text of 18, which is 10 px on the narrowest phone. Colours are those of figure.css, by class.
"""

from dataclasses import dataclass, replace
from math import hypot

from .geometry import Point, Segment, strokes, text_width
from .labels import label
from .markup import Markup, element, number

WIDTH = 480
LINE = 22  # from one line of text to the next


@dataclass(frozen=True)
class Figure:
    """A still. alt: what it shows, in whole sentences; svg: to stand in a page that has figure.css."""

    name: str
    title: str
    alt: str
    svg: Markup
    width: float
    height: float

    def as_high_as(self, height: float) -> "Figure":
        """The same with room below, so that what stands there stays where it is when another takes its place."""
        svg = Markup(self.svg.replace(_view_box(self.height), _view_box(height), 1))
        return replace(self, svg=svg, height=height)


def _view_box(height: float) -> str:
    return f"0 0 {WIDTH} {number(height)}"


def frame(name: str, title: str, alt: str, height: float, *parts: str, role: str = "img") -> Figure:
    """The parts as a figure. Ids carry its name, so that several can stand in one page. role: a group where some parts can be pressed."""
    svg = element(
        "svg",
        element("title", title, id=f"figure-{name}-title"),
        element("desc", alt, id=f"figure-{name}-description"),
        *parts,
        class_=f"drawing figure {name.replace('_', '-')}",
        viewBox=_view_box(height),
        role=role,
        aria_labelledby=f"figure-{name}-title",
        aria_describedby=f"figure-{name}-description",
        xmlns="http://www.w3.org/2000/svg",
    )
    return Figure(name, title, alt, svg, WIDTH, height)


def paragraph(
    words: str, x: float, y: float, width: float, classes: str | None = None, anchor: str = "middle"
) -> Markup:
    """Words broken into lines of so much width; y is the middle of the first. Centred ones near a side are moved into the picture."""
    lines = wrap(words, width)
    half = max(map(text_width, lines)) / 2
    at = min(max(x, half), WIDTH - half) if anchor == "middle" else x
    return element("g", *(label(line, at, y + i * LINE, classes, anchor) for i, line in enumerate(lines)))


def wrap(words: str, width: float) -> list[str]:
    """As many words a line as fit; a single word longer than that stays whole."""
    lines: list[str] = []
    for word in words.split(" "):  # not at no-break spaces
        if lines and text_width(f"{lines[-1]} {word}") <= width:
            lines[-1] += f" {word}"
        else:
            lines.append(word)
    return lines


def circle(center: Point, radius: float, classes: str | None = None) -> Markup:
    return element("circle", class_=classes, cx=center.x, cy=center.y, r=radius)


def line(segment: Segment, classes: str) -> Markup:
    return element("path", class_=classes, d=_path(segment))


def arrow(segment: Segment, classes: str = "connection") -> Markup:
    """A line with an arrow head at its end."""
    return element("path", class_=classes, d="".join(map(_path, strokes(segment))))


def _path(segment: Segment) -> str:
    start, end = segment.start, segment.end
    return f"M{number(start.x)} {number(start.y)}L{number(end.x)} {number(end.y)}"


def between(start: Point, start_radius: float, end: Point, end_radius: float) -> Segment:
    """The line from the rim of one circle to the rim of another."""
    whole, length = Segment(start, end), hypot(end.x - start.x, end.y - start.y)
    return Segment(whole.at((start_radius + 2) / length), whole.at(1 - (end_radius + 2) / length))


def named_circle(words: str, center: Point, radius: float, classes: str = "name") -> Markup:
    """A neuron with its name or value in it."""
    return element("g", circle(center, radius), label(words, center.x, center.y, classes), class_="neuron")


def tag(words: str, center: Point) -> Markup:
    """A short label on a line, which it hides."""
    width = text_width(words) + 4
    halo = element("rect", class_="halo", x=center.x - width / 2, y=center.y - 11, width=width, height=22, rx=4)
    return element("g", halo, label(words, center.x, center.y, "name"))
