"""A point of an activation function: its value and its slope, computed and printed."""

from dataclasses import dataclass

import numpy as np

from .. import expressions as e
from .. import notation as n
from ..activations import ELEMENTWISE
from ..notation import Formula, Token
from ..svg import Markup, element

Z_DECIMALS, DECIMALS = 1, 3


def value_and_slope(name: str, z: float) -> tuple[float, float]:
    """What the activation of a name gives at z, and how steep it is there."""
    activation, at = ELEMENTWISE[name], np.array(z)
    a = activation.function(at)
    return float(a), float(activation.slope(at, a))


@dataclass(frozen=True)
class Reading:
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


def read_sigmoid(z: float) -> Reading:
    """σ(z), and its slope σ(z) × (1 - σ(z))."""
    shown = n.exact(round(z, Z_DECIMALS), 0)
    exact, steepness = value_and_slope("sigmoid", float(shown.text))
    activated, value = n.settle(lambda _: e.sigmoid(shown), exact, DECIMALS)
    product, slope = n.settle(
        lambda d: _times_rest(n.rounded(exact, d)),
        steepness,
        DECIMALS,
        DECIMALS,
    )
    of_z = e.sigmoid(n.name("z"))
    return Reading(
        shown,
        n.equal(activated, _brief(value, activated)),
        n.equal(_prime("σ", n.name("z")), _times_rest(of_z), product, _brief(slope, product)),
    )


def read_relu(z: float) -> Reading:
    """max(0, z), and its slope."""
    shown = n.exact(round(z, Z_DECIMALS), 0)
    height, steepness = value_and_slope("relu", float(shown.text))
    value, slope = n.exact(height, 0), n.rounded(steepness, 0)
    slope_line = n.equal(_prime("R", shown), slope) if shown.value else None
    of_z = Formula((Token("R", element("mi", "R")), *_in_brackets(shown)), value.value)
    largest = Formula((Token(f"max(0, {shown.text})", _max(shown)),), value.value)
    return Reading(shown, n.equal(of_z, largest, value), slope_line)


def _brief(shown: Formula, left: Formula) -> Formula:
    """Without zeros at its end where they say nothing: where left, what it rounds, is exactly that."""
    return n.exact(float(shown.text), 0) if left.value == shown.value else shown


def _times_rest(value: Formula) -> Formula:
    """value × (1 - value)"""
    one = n.rounded(1, 0)
    rest = (*n.symbol("(").tokens, *one.tokens, *n.symbol("−", text=" - ").tokens, *value.tokens, *n.symbol(")").tokens)
    known = value.value * (1 - value.value) if value.value is not None else None
    return Formula((*value.tokens, *n.symbol("×").tokens, *rest), known)


def _prime(letter: str, argument: Formula) -> Formula:
    """The derivative at some z: σ′(z)."""
    prime = element("mrow", element("mi", letter), element("mo", "′"))
    return Formula((Token(f"{letter}′", prime), *_in_brackets(argument)))


def _in_brackets(argument: Formula) -> tuple[Token, ...]:
    return (*n.symbol("(").tokens, *argument.tokens, *n.symbol(")").tokens)


def _max(z: Formula) -> Markup:
    opening, closing = (n.symbol(bracket).tokens[0].mathml for bracket in "()")
    inside = (element("mn", "0"), element("mo", ","), z.tokens[0].mathml)
    return element("mrow", element("mi", "max"), opening, *inside, closing)
