"""Formulas with a value: sums, products, squares and activations of what is printed, computed in decimals from exactly that."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from . import notation as n
from .activations import ACTIVATIONS
from .notation import Formula, Token
from .svg import Markup, element, join


def weighted_sum(
    weights: Sequence[Formula], inputs: Sequence[Formula], bias: Formula, terms: Sequence[str] | None = None
) -> Formula:
    """w × x + w × x + … + b. terms: names of the products and of the bias, to find them by in a page."""
    parts = [product(weight, given) for weight, given in zip(weights, inputs, strict=True)]
    parts.append(total([bias]))
    return added([_term(part, name) for part, name in zip(parts, terms, strict=True)] if terms else parts)


def added(parts: Sequence[Formula]) -> Formula:
    """part + part + …"""
    tokens, value = list(parts[0].tokens), _value_or_none(parts)
    for part in parts[1:]:
        tokens += [*n.symbol("+", breaks=True).tokens, *part.tokens]
    return Formula(tuple(tokens), value)


def total(numbers: Sequence[Formula]) -> Formula:
    """number + number + …, negative ones in brackets."""
    return added([Formula(n.operand(number), number.value) for number in numbers])


def _value_or_none(parts: Sequence[Formula]) -> Decimal | None:
    return None if any(part.value is None for part in parts) else sum((n.value_of(part) for part in parts), Decimal(0))


def product(left: Formula, right: Formula) -> Formula:
    """left × right"""
    return Formula((*n.operand(left), *n.symbol("×").tokens, *n.operand(right)), n.value_of(left) * n.value_of(right))


def quotient(left: Formula, right: Formula) -> Formula:
    """left ÷ right"""
    return Formula((*n.operand(left), *n.symbol("÷").tokens, *n.operand(right)), n.value_of(left) / n.value_of(right))


def _term(part: Formula, name: str) -> Formula:
    inside = element("mrow", *(token.mathml for token in part.tokens), data_term=name)
    return Formula((Token(part.text, inside),), part.value)


def squared_difference(left: Formula, right: Formula) -> Formula:
    """(left - right)²"""
    square = element("msup", element("mo", ")", stretchy="false", form="postfix"), element("mn", "2"))
    minus = n.symbol("−", text=" - ")
    tokens = (*n.symbol("(").tokens, *n.operand(left), *minus.tokens, *n.operand(right), Token(")²", square))
    known = left.value is not None and right.value is not None
    return Formula(tokens, (n.value_of(left) - n.value_of(right)) ** 2 if known else None)


def sigmoid(argument: Formula) -> Formula:
    """σ(argument)"""
    return activated("sigmoid", argument)


def activated(activation: str, argument: Formula) -> Formula:
    """The activation of an argument: σ(…), tanh(…), ReLU(…); the identity is the argument itself."""
    if activation == "identity":
        return argument
    letters = ACTIVATIONS[activation].symbol
    value = VALUES[activation](argument.value) if argument.value is not None else None
    function = Token(letters, element("mi", letters))
    return Formula((function, *n.symbol("(").tokens, *argument.tokens, *n.symbol(")").tokens), value)


def _within(z: Decimal, most: int) -> Decimal:
    """Beyond it, a function that levels off does not change in any digit shown; nor may it come out as its limit."""
    return max(min(z, Decimal(most)), Decimal(-most))


VALUES: dict[str, Callable[[Decimal], Decimal]] = {
    "sigmoid": lambda z: 1 / (1 + (-_within(z, 55)).exp()),
    "tanh": lambda z: 1 - 2 / ((2 * _within(z, 28)).exp() + 1),
    "relu": lambda z: max(z, Decimal(0)),
}


def definition(activation: str) -> Formula:
    """σ(z) = 1 / (1 + e⁻ᶻ), tanh(z) = (eᶻ - e⁻ᶻ) / (eᶻ + e⁻ᶻ), ReLU(z) = max(0, z); the identity has none."""
    return n.equal(activated(activation, n.name("z")), Formula((DEFINITIONS[activation](),)))


def _sigmoid_fraction() -> Token:
    below = element("mrow", element("mn", "1"), element("mo", "+"), _power_of_e("−"))
    return Token("1 / (1 + e^(-z))", element("mfrac", element("mn", "1"), below))


def _tanh_fraction() -> Token:
    above, below = (
        element("mrow", _power_of_e(), element("mo", sign, form="infix"), _power_of_e("−")) for sign in "−+"
    )
    return Token("(e^z - e^(-z)) / (e^z + e^(-z))", element("mfrac", above, below))


def _largest() -> Token:
    comma = element("mo", ",")
    inside = (
        *n.symbol("(").tokens,
        Token("0, ", join(element("mn", "0"), comma)),
        *n.name("z").tokens,
        *n.symbol(")").tokens,
    )
    return Token("max(0, z)", element("mrow", element("mi", "max"), *(token.mathml for token in inside)))


def _power_of_e(sign: str = "") -> Markup:
    power = element("mi", "z") if not sign else element("mrow", element("mo", sign, form="prefix"), element("mi", "z"))
    return element("msup", element("mi", "e"), power)


DEFINITIONS: dict[str, Callable[[], Token]] = {"sigmoid": _sigmoid_fraction, "tanh": _tanh_fraction, "relu": _largest}
