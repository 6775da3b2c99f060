"""A neuron of two inputs that answers 1 where its sum is above zero: its line, its half of a square, on which side a point lies."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from ...errors import WrongArgument
from ...formulas import expressions as e
from ...formulas import notation as n
from ...formulas.expressions import Formula
from ...svg.geometry import Point, Segment

DECIMALS = 1  # of weights and biases
LARGEST = 100
STEADY = 9  # decimals of a sum that a rounding error does not reach

Polygon = list[Point]


@dataclass(frozen=True)
class Boundary:
    """The neuron's weights and bias, to one decimal. Points are those of the plane of its inputs."""

    weights: tuple[float, float]
    bias: float

    def sum_at(self, point: Point) -> float:
        return round(self.weights[0] * point.x + self.weights[1] * point.y + self.bias, STEADY)

    def answer(self, point: Point) -> int:
        return int(self.sum_at(point) > 0)

    @property
    def opposite(self) -> "Boundary":
        """With the same line, but 1 on its other side."""
        return Boundary((-self.weights[0], -self.weights[1]), -self.bias)

    def sum_formula(self) -> Formula:
        """w₁ × x₁ + w₂ × x₂ + b with the numbers of the weights and of the bias."""
        inputs = [n.name("x", number) for number in (1, 2)]
        return e.weighted_sum([n.exact(weight) for weight in self.weights], inputs, n.exact(self.bias))

    def half_of(self, polygon: Polygon) -> Polygon:
        """The part of a convex polygon where the sum is not below zero (Sutherland and Hodgman); all or nothing where there is no line."""
        if self.weights == (0, 0):
            return polygon if self.bias > 0 else []
        kept: Polygon = []
        for start, end in pairwise([*polygon, *polygon[:1]]):
            before, after = self.sum_at(start), self.sum_at(end)
            if before >= 0:
                kept.append(start)
            if before * after < 0:
                kept.append(Segment(start, end).at(before / (before - after)))
        return kept

    def line_in(self, polygon: Polygon) -> Segment | None:
        """The stretch of the line within a convex polygon, if it has length."""
        if self.weights == (0, 0):
            return None
        on_line = dict.fromkeys(point for point in self.half_of(polygon) if abs(self.sum_at(point)) < 10**-6)
        ends = sorted(on_line, key=lambda point: (round(point.x, 6), point.y))
        return Segment(ends[0], ends[-1]) if len(ends) > 1 else None


def boundary(weights: Sequence[float], bias: float) -> Boundary:
    """Numbers are taken to one decimal. Raises WrongArgument."""
    if len(weights) != 2:
        raise WrongArgument(f"{len(weights)} weights; expected 2")
    for value in (*weights, bias):
        if not -LARGEST <= value <= LARGEST:
            raise WrongArgument(f"a weight or the bias is {value}; expected numbers from -{LARGEST} to {LARGEST}")
    first, second = (round(float(weight), DECIMALS) + 0.0 for weight in weights)
    return Boundary((first, second), round(float(bias), DECIMALS) + 0.0)
