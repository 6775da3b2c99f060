"""The 3-2-1 network with the names of its layers."""

from collections.abc import Iterator
from dataclasses import replace
from gettext import NullTranslations

from ...formulas.notation import subscript
from ...small_network.drawing.layout import RADIUS, Layout, make_layout
from ...small_network.problem.problems import DEFAULT
from ...svg.figure import Figure, arrow, frame, named_circle, paragraph
from ...svg.geometry import Point, Segment
from ...svg.markup import Markup, element

BAND = 2 * RADIUS + 22  # the width of what frames a layer
BAND_TOP, PADDING = 56, 20
DROP = BAND_TOP + PADDING - 28  # how much lower the network stands than in the demo, to leave room for names


def network_layers(t: NullTranslations) -> Figure:
    """Layers are counted without the inputs, which compute nothing."""
    _ = t.gettext
    layout = make_layout(DEFAULT.sizes)
    bottom = max(point.y for column in layout.neurons for point in column) + DROP + RADIUS + PADDING
    return frame(
        "network_layers",
        _("A 3-2-1 network and its layers"),
        _(
            "A network with three columns of neurons, from left to right: an input layer with x₁, x₂ and x₃, a hidden layer with a₁ and a₂, "
            "and an output layer with ŷ. Every neuron is connected to every neuron of the next layer, by 6 and by 2 arrows. "
            "The hidden layer counts as layer 1 and the output layer as layer 2; the input layer is not counted, as it computes nothing."
        ),
        bottom + 50,
        element("g", *_bands(layout, bottom)),
        element("g", *(arrow(_dropped(c.line)) for c in layout.connections), class_="connections"),
        element("g", *_neurons(layout), class_="neurons"),
        element("g", *_names(layout, bottom, t)),
    )


def _bands(layout: Layout, bottom: float) -> Iterator[Markup]:
    for number, column in enumerate(layout.neurons):
        left = column[0].x - BAND / 2
        classes = "band counted" if number else "band"
        yield element("rect", class_=classes, x=left, y=BAND_TOP, width=BAND, height=bottom - BAND_TOP, rx=14)


def _neurons(layout: Layout) -> Iterator[Markup]:
    names = (tuple(f"x{subscript(i)}" for i in (1, 2, 3)), tuple(f"a{subscript(i)}" for i in (1, 2)), ("ŷ",))
    for column, words in zip(layout.neurons, names, strict=True):
        yield from (named_circle(word, _lower(p), RADIUS) for word, p in zip(words, column, strict=True))


def _names(layout: Layout, bottom: float, t: NullTranslations) -> Iterator[Markup]:
    _ = t.gettext
    above = (_("input layer"), _("hidden layer"), _("output layer"))
    below = (_("not counted"), *(_("layer {number}").format(number=number) for number in (1, 2)))
    for column, name, count in zip(layout.neurons, above, below, strict=True):
        yield paragraph(name, column[0].x, 14, BAND, "heading")
        yield paragraph(count, column[0].x, bottom + 18, BAND, "quiet")


def _dropped(segment: Segment) -> Segment:
    return Segment(_lower(segment.start), _lower(segment.end))


def _lower(point: Point) -> Point:
    return replace(point, y=point.y + DROP)
