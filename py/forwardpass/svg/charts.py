"""Charts of a sum and of its activation: bars of which each begins where the last one ended, and a curve with a dot on it. Words are for others to add."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import isfinite

import numpy as np

from ..network.activations import Elementwise
from .markup import Markup, element, number

EDGE = 6.0  # how far a curve is drawn at least


# --- bars


@dataclass(frozen=True)
class Axis:
    """Where values stand: `zero` is the x of 0, and 1 is `per` long."""

    zero: float
    per: float

    def at(self, value: float) -> float:
        return self.zero + value * self.per


def axis_of(values: Sequence[float], left: float, right: float) -> Axis:
    """Zero and all the values have room between left and right."""
    low, high = min(0.0, *values), max(0.0, *values)
    per = (right - left) / ((high - low) or 1.0)
    return Axis(left - low * per, per)


def running(amounts: Sequence[float]) -> list[tuple[float, float]]:
    """From where to where each amount leads, one after the other."""
    ends = [*accumulate(amounts)]
    return [*zip([0.0, *ends[:-1]], ends, strict=True)]


def bar(axis: Axis, start: float, end: float, y: float, height: float, is_sum: bool = False) -> Markup:
    kind = "for" if end >= start else "against"
    left, width = axis.at(min(start, end)), abs(end - start) * axis.per
    return element("rect", class_=f"{kind} whole" if is_sum else kind, x=left, y=y, width=width, height=height)


def link(axis: Axis, value: float, y: float, length: float) -> Markup:
    """From the end of a bar down to the next one."""
    return element("path", class_="plumb", d=f"M{number(axis.at(value))} {number(y)}v{number(length)}")


# --- the curve of an activation


@dataclass(frozen=True)
class Plot:
    """Where a curve has room."""

    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True)
class DrawnCurve:
    """parts: the curve, its axes, its limits, and a dot at (z, a). It reaches from z = low to high and up to `most`; x of z = 0."""

    parts: tuple[Markup, ...]
    low: float
    high: float
    most: float
    zero: float


def curve(activation: Elementwise, z: float, a: float, plot: Plot, steps: int, radius: float) -> DrawnCurve:
    low, high = min(-EDGE, z - 1), max(EDGE, z + 1)
    zs = np.union1d(np.linspace(low, high, steps + 1), [0.0])  # a ReLU bends there
    values = activation.function(zs)
    limits = [limit for limit in activation.bounds if isfinite(limit)]
    least, most = min(0.0, *limits, float(values.min())), max(0.0, *limits, float(values.max()))

    def at(x: float, y: float) -> tuple[str, str]:
        return (
            number(plot.left + (x - low) / (high - low) * (plot.right - plot.left)),
            number(plot.bottom - (y - least) / (most - least) * (plot.bottom - plot.top)),
        )

    (dot_x, dot_y), (zero_x, zero_y) = at(z, a), at(0, 0)
    across = f"M{number(plot.left)} {{}}H{number(plot.right)}"
    drawn = "L".join(" ".join(at(float(x), float(y))) for x, y in zip(zs, values, strict=True))
    parts = (
        *(element("path", class_="asymptote", d=across.format(at(0, limit)[1])) for limit in limits if limit),
        element("path", class_="axis", d=f"{across.format(zero_y)}M{zero_x} {number(plot.top)}V{number(plot.bottom)}"),
        element("path", class_="plumb", d=f"M{dot_x} {zero_y}V{dot_y}H{zero_x}"),
        element("path", class_="curve", d=f"M{drawn}"),
        element("circle", class_="dot", cx=dot_x, cy=dot_y, r=radius),
    )
    return DrawnCurve(parts, low, high, most, float(zero_x))
