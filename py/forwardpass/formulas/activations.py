"""Activations as formulas: how each is written, and what it and its steepness are worth for printed numbers."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from ..network import activations as numbers
from ..svg.labels import MINUS
from ..svg.markup import Markup, element
from . import notation as n
from .expressions import Formula, Token, applied, row


@dataclass(frozen=True)
class ActivationFormulas:
    """symbol: what formulas call it."""

    symbol: str


@dataclass(frozen=True)
class ElementwiseFormulas(ActivationFormulas):
    """An activation of each z by itself.

    definition: what it is of z.
    value: what it is worth for a printed z, in as many digits as any line shows.
    steepness: its derivative, from the formula of a and, where a is a number, z; None for 1, which no product shows.
    """

    definition: Formula
    value: Callable[[Decimal], Decimal]
    steepness: Callable[[Formula, float | None], Formula | None]


def activated(activation: str, argument: Formula) -> Formula:
    """The activation of an argument: σ(…), tanh(…), ReLU(…); the identity is the argument itself."""
    if numbers.ELEMENTWISE[activation].changes_nothing:
        return argument
    written = ELEMENTWISE[activation]
    value = None if argument.value is None else written.value(argument.value)
    return applied(n.name(written.symbol), argument, value)


def definition(activation: str) -> Formula:
    """σ(z) = 1 / (1 + e⁻ᶻ), tanh(z) = (eᶻ - e⁻ᶻ) / (eᶻ + e⁻ᶻ), ReLU(z) = max(0, z) …"""
    return n.equal(activated(activation, n.name("z")), ELEMENTWISE[activation].definition)


# --- definitions


def largest(first: Formula, second: Formula, value: Decimal | None = None) -> Formula:
    """max(first, second)"""
    inside = row(first, Formula((Token(", ", element("mo", ",")),)), second).in_brackets()
    return _piece(f"max{inside.text}", element("mi", "max"), *(token.mathml for token in inside.tokens), value=value)


def _piece(text: str, *mathml: Markup, value: Decimal | None = None) -> Formula:
    return Formula((Token(text, element("mrow", *mathml)),), value)


def _power_of_e(sign: str = "") -> Markup:
    power = element("mi", "z") if not sign else element("mrow", element("mo", sign, form="prefix"), element("mi", "z"))
    return element("msup", element("mi", "e"), power)


def _sigmoid_fraction() -> Formula:
    below = element("mrow", element("mn", "1"), element("mo", "+"), _power_of_e(MINUS))
    return Formula((Token("1 / (1 + e^(-z))", element("mfrac", element("mn", "1"), below)),))


def _tanh_fraction() -> Formula:
    above, below = (
        element("mrow", _power_of_e(), element("mo", sign, form="infix"), _power_of_e(MINUS)) for sign in (MINUS, "+")
    )
    return Formula((Token("(e^z - e^(-z)) / (e^z + e^(-z))", element("mfrac", above, below)),))


# --- values and steepness


def _within(z: Decimal, most: int) -> Decimal:
    """Beyond it, a function that levels off does not change in any digit shown; nor may it come out as its limit."""
    return max(min(z, Decimal(most)), Decimal(-most))


def sigmoid_steepness(a: Formula, _z: float | None = None) -> Formula:
    """a × (1 - a)"""
    return a * _rest(a)


def _rest(a: Formula) -> Formula:
    """(1 - a)"""
    return (n.exact(1, 0) - a).in_brackets()


def _on_both_sides(symbol: str, left: float) -> Callable[[Formula, float | None], Formula]:
    """ReLU′(z): 1 right of the kink, another number left of it."""
    prime = Formula((Token(f"{symbol}′", element("msup", element("mi", symbol), element("mo", "′"))),))

    def steepness(_a: Formula, z: float | None) -> Formula:
        return applied(prime, n.name("z")) if z is None else n.exact(1 if z > 0 else left, 0)

    return steepness


ELEMENTWISE: dict[str, ElementwiseFormulas] = {
    "sigmoid": ElementwiseFormulas(
        symbol="σ",
        definition=_sigmoid_fraction(),
        value=lambda z: 1 / (1 + (-_within(z, 55)).exp()),
        steepness=sigmoid_steepness,
    ),
    "tanh": ElementwiseFormulas(
        symbol="tanh",
        definition=_tanh_fraction(),
        value=lambda z: 1 - 2 / ((2 * _within(z, 28)).exp() + 1),
        steepness=lambda a, _z: _rest(a.squared()),
    ),
    "relu": ElementwiseFormulas(
        symbol="ReLU",
        definition=largest(n.exact(0, 0), n.name("z")),
        value=lambda z: max(z, Decimal(0)),
        steepness=_on_both_sides("ReLU", 0),
    ),
    "leaky_relu": ElementwiseFormulas(
        symbol="LeakyReLU",
        definition=largest(n.exact(numbers.LEAK) * n.name("z"), n.name("z")),
        value=lambda z: max(Decimal(str(numbers.LEAK)) * z, z),
        steepness=_on_both_sides("LeakyReLU", numbers.LEAK),
    ),
    "identity": ElementwiseFormulas(
        symbol="id",
        definition=n.name("z"),
        value=lambda z: z,
        steepness=lambda _a, _z: None,
    ),
}
ACTIVATIONS: dict[str, ActivationFormulas] = {**ELEMENTWISE, "softmax": ActivationFormulas("softmax")}
