"""A point of an activation function: its value and its slope, computed and printed."""

from dataclasses import dataclass

import numpy as np

from ..formulas import activations as act
from ..formulas import notation as n
from ..formulas.expressions import Formula, Token, applied
from ..network.activations import ELEMENTWISE
from ..svg.markup import element

Z_DECIMALS, DECIMALS = 1, 3


def value_and_slope(name: str, z: float) -> tuple[float, float]:
    """What the activation of a name gives at z, and how steep it is there."""
    activation, at = ELEMENTWISE[name], np.array(z)
    a = activation.function(at)
    return float(a), float(activation.derivative(at, a))


@dataclass(frozen=True)
class CurvePoint:
    """A point of a curve as printed: z, and the lines that end in the value there and in the slope, None in a kink."""

    z: Formula
    value_line: Formula
    slope_line: Formula | None

    @property
    def value(self) -> str:
        """= 0.5 or ≈ 0.818"""
        return _end(self.value_line)

    @property
    def slope(self) -> str | None:
        """= 0.25 or ≈ 0.149"""
        return _end(self.slope_line) if self.slope_line else None


def _end(line: Formula) -> str:
    """The last sign and number of a line."""
    return "".join(token.text for token in line.tokens[-2:]).strip()


def read_sigmoid(z: float) -> CurvePoint:
    """σ(z), and its slope σ(z) × (1 - σ(z))."""
    shown = n.exact(round(z, Z_DECIMALS), 0)
    exact, steepness = value_and_slope("sigmoid", float(shown.text))
    activated, value = n.settle(lambda _: act.activated("sigmoid", shown), exact, DECIMALS)
    product, slope = n.settle(lambda d: act.sigmoid_steepness(n.rounded(exact, d)), steepness, DECIMALS, DECIMALS)
    of_z = act.activated("sigmoid", n.name("z"))
    return CurvePoint(
        shown,
        n.equal(activated, _brief(value, activated)),
        n.equal(_prime("σ", n.name("z")), act.sigmoid_steepness(of_z), product, _brief(slope, product)),
    )


def read_relu(z: float) -> CurvePoint:
    """max(0, z), and its slope."""
    shown = n.exact(round(z, Z_DECIMALS), 0)
    height, steepness = value_and_slope("relu", float(shown.text))
    value, slope = n.exact(height, 0), n.rounded(steepness, 0)
    slope_line = n.equal(_prime("R", shown), slope) if shown.value else None
    of_z, largest = applied(n.name("R"), shown, value.value), act.largest(n.exact(0, 0), shown, value.value)
    return CurvePoint(shown, n.equal(of_z, largest, value), slope_line)


def _brief(shown: Formula, left: Formula) -> Formula:
    """Without zeros at its end where they say nothing: where left, what it rounds, is exactly that."""
    return n.exact(float(shown.text), 0) if left.value == shown.value else shown


def _prime(letter: str, argument: Formula) -> Formula:
    """The derivative at some z: σ′(z)."""
    prime = element("mrow", element("mi", letter), element("mo", "′"))
    return applied(Formula((Token(f"{letter}′", prime),)), argument)
