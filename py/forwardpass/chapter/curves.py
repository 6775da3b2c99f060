"""Activation functions as curves, with a point that can be moved: its value and its slope."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from gettext import NullTranslations

import numpy as np

from ..errors import WrongArgument
from ..formulas import notation as n
from ..network.activations import Array
from ..svg.figure import Figure, circle, frame, line
from ..svg.geometry import Point, Segment
from ..svg.labels import label, minus, text
from ..svg.markup import Markup, element, join, number
from .curve_points import CurvePoint, read_relu, read_sigmoid, value_and_slope

FURTHEST = 6  # the curves reach from -6 to 6
CENTER, BASE, AXIS, TOP = 240, 256, 272, 40
UNIT = 36  # a step of 1 in z
TALL = BASE - TOP
EDGE = 4
HEIGHT = 306
TANGENT = 96  # half its length


@dataclass(frozen=True)
class Curve:
    """An activation function as a figure.

    start: where the point of the still stands; knots: the z between which the curve is drawn straight; top: the value at the upper edge;
    readout: where the numbers of the point stand, which the curve leaves free, and their text-anchor.
    """

    name: str
    symbol: str
    read: Callable[[float], CurvePoint]
    start: float
    knots: Array
    top: float
    ticks: tuple[float, ...]
    asymptotes: tuple[float, ...]
    readout: tuple[Point, str]
    formula: Callable[[], Markup]

    def at(self, z: float, value: float) -> Point:
        return Point(CENTER + UNIT * z, BASE - TALL * value / self.top)

    def value(self, z: float) -> float:
        return value_and_slope(self.name, z)[0]

    def slope(self, z: float) -> float:
        return value_and_slope(self.name, z)[1]


def sigmoid_figure(t: NullTranslations) -> Figure:
    return draw(CURVES["sigmoid"], CURVES["sigmoid"].start, t)


def relu_figure(t: NullTranslations) -> Figure:
    return draw(CURVES["relu"], CURVES["relu"].start, t)


def check(z: float) -> None:
    """Raises WrongArgument where z is not on the picture."""
    if not -FURTHEST <= z <= FURTHEST:
        raise WrongArgument(f"z is {z}; expected a number from {-FURTHEST} to {FURTHEST}, which the picture shows")


def draw(curve: Curve, z: float, t: NullTranslations) -> Figure:
    """The curve with the point at z. Raises WrongArgument where z is not on the picture."""
    check(z)
    reading = curve.read(z)
    title, description = _words(curve, t)
    return frame(
        curve.name,
        title,
        f"{description} {_point_in_words(reading, t)}",
        HEIGHT,
        element("g", *axes(curve, f"{curve.symbol}(z)"), class_="axes"),
        curve.formula(),
        element("path", class_="curve", d=path(curve)),
        element("g", *_point(curve, reading), class_="point"),
        element("g", *_readout(curve, reading, t), class_="readout"),
    )


def _point_in_words(reading: CurvePoint, t: NullTranslations) -> str:
    message = t.gettext("The marked point is at {z}: {value}, {slope}.")
    z = n.equal(n.name("z"), reading.z).text
    return message.format(z=z, value=reading.value_line.text, slope=_slope_in_words(reading, t))


def _slope_in_words(reading: CurvePoint, t: NullTranslations) -> str:
    return t.gettext("slope {value}").format(value=reading.slope) if reading.slope else t.gettext("no slope")


def _words(curve: Curve, t: NullTranslations) -> tuple[str, str]:
    _ = t.gettext
    if curve.name == "sigmoid":
        return _("The sigmoid"), _(
            "The curve of the sigmoid, σ(z) = 1 / (1 + e^(-z)): 1 divided by the sum of 1 and e to the power of minus z. An S that rises from left to "
            "right, shown from z = -6 to z = 6. It comes ever closer to 0 on the left and to 1 on the right, reaches neither, and is 0.5 at z = 0."
        )
    return _("The ReLU"), _(
        "The curve of the ReLU, R(z) = max(0, z): the larger of 0 and z. Shown from z = -6 to z = 6: left of 0 it lies flat at 0, "
        "at z = 0 it has a kink, and right of it it rises as a straight line, 1 up for each 1 to the right."
    )


def axes(curve: Curve, name: str) -> Iterator[Markup]:
    """Both, with the name of the upright one."""
    left, right = CENTER - UNIT * FURTHEST - 10, CENTER + UNIT * FURTHEST + 6
    yield line(Segment(Point(left, AXIS), Point(right, AXIS)), "axis")
    yield line(Segment(Point(CENTER, AXIS), Point(CENTER, 18)), "axis")
    for value in curve.asymptotes:
        yield line(Segment(Point(left, curve.at(0, value).y), Point(right, curve.at(0, value).y)), "asymptote")
    for z in range(-FURTHEST, FURTHEST + 1, 2):
        yield line(Segment(Point(CENTER + UNIT * z, AXIS), Point(CENTER + UNIT * z, AXIS + 6)), "axis")
        yield label(minus(str(z)), CENTER + UNIT * z, AXIS + 20, "quiet")
    for value in curve.ticks:
        y = curve.at(0, value).y
        yield line(Segment(Point(CENTER - 6, y), Point(CENTER, y)), "axis")
        yield label(f"{value:g}", CENTER - 15, y - (12 if value in curve.asymptotes else 0), "quiet halo-text", "end")
    yield label("z", right + 12, AXIS, "name")
    yield label(name, CENTER + 10, 16, "name", "start")


def path(curve: Curve) -> str:
    points = (curve.at(float(z), curve.value(float(z))) for z in curve.knots)
    return "M" + "L".join(f"{number(p.x)} {number(p.y)}" for p in points)


def _point(curve: Curve, reading: CurvePoint) -> Iterator[Markup]:
    """The point, dotted lines to both axes, and the tangent where there is one."""
    z = float(reading.z.text)
    place = curve.at(z, curve.value(z))
    yield line(Segment(place, Point(place.x, AXIS)), "plumb")
    yield line(Segment(place, Point(CENTER, place.y)), "plumb")
    if reading.slope_line:
        yield line(_tangent(place, curve.slope(z) * TALL / curve.top / UNIT), "tangent")
    yield circle(place, 7, "dot")


def _tangent(place: Point, rise: float) -> Segment:
    """Of the same length everywhere, but not beyond the picture and the axis."""
    dx = TANGENT / float(np.hypot(1, rise))
    back = min(dx, place.x - EDGE, (AXIS - EDGE - place.y) / rise if rise else dx)
    on = min(dx, 2 * CENTER - EDGE - place.x, (place.y - EDGE) / rise if rise else dx)
    return Segment(Point(place.x - back, place.y + back * rise), Point(place.x + on, place.y - on * rise))


def _readout(curve: Curve, reading: CurvePoint, t: NullTranslations) -> Iterator[Markup]:
    place, anchor = curve.readout
    value = f"{curve.symbol}({reading.z.text}) {reading.value}"
    yield label(minus(value), place.x, place.y, "halo-text", anchor)
    yield label(minus(_slope_in_words(reading, t)), place.x, place.y + 28, "halo-text", anchor)


def _sigmoid_formula() -> Markup:
    """σ(z) = 1 over 1 + e to the -z."""
    power = element("tspan", "−z", dy="-0.5em", font_size=18)
    below = text(join("1 + e", power), 154, 122, font_size=24)
    return element(
        "g",
        label("σ(z) =", 92, 96, anchor="end", font_size=24),
        label("1", 154, 78, font_size=24),
        line(Segment(Point(104, 96), Point(204, 96)), "bar"),
        below,
        class_="formula",
    )


def _relu_formula() -> Markup:
    return element("g", label("R(z) = max(0, z)", 12, 96, anchor="start", font_size=22), class_="formula")


CURVES = {
    "sigmoid": Curve(
        name="sigmoid",
        symbol="σ",
        read=read_sigmoid,
        start=0.0,
        knots=np.linspace(-FURTHEST, FURTHEST, 121),
        top=1,
        ticks=(0.5, 1),
        asymptotes=(0, 1),
        readout=(Point(472, 190), "end"),
        formula=_sigmoid_formula,
    ),
    "relu": Curve(
        name="relu",
        symbol="R",
        read=read_relu,
        start=2.0,
        knots=np.array([-FURTHEST, 0.0, FURTHEST]),
        top=FURTHEST,
        ticks=(2, 4, 6),
        asymptotes=(),
        readout=(Point(12, 150), "start"),
        formula=_relu_formula,
    ),
}
