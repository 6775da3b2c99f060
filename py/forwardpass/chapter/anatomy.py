"""A biological neuron, what it does at its simplest, and the artificial one: three rows whose parts stand above each other."""

from collections.abc import Iterator
from gettext import NullTranslations

from ..formulas.notation import subscript
from ..svg.figure import Figure, arrow, between, frame, line, named_circle, paragraph, tag
from ..svg.geometry import Point, Segment
from ..svg.labels import label
from ..svg.markup import Markup, element
from .neuron import halves
from .organic import Limb, grow, round_shape

BODY_X = 190
CELL_Y, MODEL_Y, UNIT_Y = 160, 414, 610
HEIGHT = 696
SMALL, LARGE = 23, 38  # radii

Branches = tuple[Limb, ...]


def neuron_anatomy(t: NullTranslations) -> Figure:
    """What became of the parts of a nerve cell."""
    _ = t.gettext
    return frame(
        "neuron_anatomy",
        _("From the biological neuron to the artificial one"),
        _(
            "Three drawings, one below the other, with matching parts in line. At the top a biological neuron: dendrites on the left branch "
            "into a cell body with a nucleus; from it a long axon runs to the right and ends in axon terminals. In the middle its "
            "simplified model: three inputs lead into a body, one output leaves it. At the bottom the artificial neuron: the "
            "inputs x₁, x₂ and x₃ are multiplied by the weights w₁, w₂ and w₃, added up (Σ) and sent through an activation function (σ); "
            "the result is the output {output}."
        ).format(output="a"),
        HEIGHT,
        element("g", *_cell(t)),
        element("g", *_model(t)),
        element("g", *_unit(t)),
    )


# --- the biological neuron: a body with limbs, in one outline


def _twigs(*ends: tuple[float, float]) -> Branches:
    return tuple(Limb(Point(x, y), 2.2) for x, y in ends)


DENDRITES = (
    (
        Point(-26, -22),
        Limb(
            Point(128, 98),
            7,
            (
                Limb(Point(104, 66), 4.5, _twigs((98, 40), (76, 52))),
                Limb(Point(84, 92), 4.5, _twigs((56, 76), (50, 100))),
            ),
        ),
    ),
    (
        Point(-34, 2),
        Limb(
            Point(112, 158),
            7,
            (
                Limb(Point(74, 142), 4.5, _twigs((42, 128), (34, 150))),
                Limb(Point(78, 178), 4.5, _twigs((40, 176), (48, 200))),
            ),
        ),
    ),
    (
        Point(-24, 26),
        Limb(
            Point(136, 220),
            7,
            (
                Limb(Point(98, 228), 4.5, _twigs((66, 222), (70, 246))),
                Limb(Point(122, 252), 4.5, _twigs((98, 268), (128, 276))),
            ),
        ),
    ),
    (Point(6, -32), Limb(Point(192, 96), 6, _twigs((176, 60), (212, 62)))),
    (Point(8, 32), Limb(Point(204, 224), 6, _twigs((188, 258), (224, 256)))),
)  # direction from the center of the cell body, and limb
AXON = Limb(
    Point(300, 172),
    6,
    (
        Limb(
            Point(388, 160),
            6,
            (
                Limb(Point(418, 132), 4, (Limb(Point(432, 104), 3, bulb=6.5), Limb(Point(458, 120), 3, bulb=6.5))),
                Limb(Point(432, 166), 4, (Limb(Point(464, 158), 3, bulb=6.5), Limb(Point(456, 192), 3, bulb=6.5))),
                Limb(Point(420, 200), 3, bulb=6.5),
            ),
        ),
    ),
)


def _cell(t: NullTranslations) -> Iterator[Markup]:
    center = Point(BODY_X, CELL_Y)
    yield label(t.gettext("Biological neuron"), 4, 14, "heading", "start")
    yield element("path", class_="cell", d="".join(_cell_outlines(center)))
    yield element("ellipse", class_="nucleus", cx=center.x + 1, cy=center.y + 1, rx=14, ry=12.5)
    yield line(Segment(Point(center.x + 12, center.y - 10), Point(248, 92)), "leader")
    yield label(t.gettext("nucleus"), 252, 82, anchor="start")
    yield label(t.gettext("dendrites"), 4, 287, anchor="start")
    yield paragraph(t.gettext("cell body"), 236, 214, 110, anchor="start")
    yield label(t.gettext("axon"), 318, 146)
    yield paragraph(t.gettext("axon terminals"), 476, 226, 150, anchor="end")


def _cell_outlines(center: Point) -> Iterator[str]:
    yield round_shape(center, 29)
    for heading, limb in DENDRITES:
        start = Point(center.x + heading.x * 0.5, center.y + heading.y * 0.5)
        yield from grow(limb, start, heading, 38)
    yield from grow(AXON, Point(center.x + 8, center.y), Point(1, 0.25), 44)


# --- the simplified model: the same parts, straightened


def _model(t: NullTranslations) -> Iterator[Markup]:
    yield label(t.gettext("Simplified model"), 4, MODEL_Y - 80, "heading", "start")
    yield element("path", class_="cell", d="".join(_model_outlines(Point(BODY_X, MODEL_Y))))
    yield label(t.gettext("inputs"), 4, MODEL_Y, anchor="start")
    yield label(t.gettext("body"), BODY_X, MODEL_Y + 50)
    yield label(t.gettext("output"), 476, MODEL_Y, anchor="end")


def _model_outlines(center: Point) -> Iterator[str]:
    yield round_shape(center, 29)
    for dx, dy in ((-76, -46), (-86, 0), (-76, 46), (204, 0)):
        yield from grow(Limb(Point(center.x + dx, center.y + dy), 4, bulb=5), center, Point(dx, dy), 16)


# --- the artificial neuron: numbers instead of signals


def _unit(t: NullTranslations) -> Iterator[Markup]:
    center, output = Point(BODY_X, UNIT_Y), Point(440, UNIT_Y)
    yield label(t.gettext("Artificial neuron"), 4, UNIT_Y - 108, "heading", "start")
    for number, dy in enumerate((-60, 0, 60), start=1):
        given = Point(40, UNIT_Y + dy)
        connection = between(given, SMALL, center, LARGE)
        yield arrow(connection)
        yield tag(f"w{subscript(number)}", connection.at(0.42))
        yield named_circle(f"x{subscript(number)}", given, SMALL)
    yield arrow(between(center, LARGE, output, SMALL))
    yield named_circle("a", output, SMALL)
    yield halves(center, LARGE)
