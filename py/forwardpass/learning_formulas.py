"""The arithmetic of a step of gradient descent, worked for one weight or bias, each line true as printed."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from math import floor, log10, prod

import numpy as np

from . import notation as n
from .activations import Array
from .formulas import VALUE_DECIMALS, neuron_name
from .gradient import Gradient
from .lesson import Neuron, Step
from .notation import MOST_DECIMALS, Formula, Token
from .svg import element

SLOPE_DECIMALS = 3
PARAMETER_DECIMALS = 2
MOST_FOR_A_CHANGE = 4
WEIGHT, BIAS = "w", "b"


@dataclass(frozen=True)
class Parameter:
    """A weight, by the neurons that its connection leads from and to; without a source, the bias of the target."""

    source: Neuron | None
    target: Neuron

    @property
    def letter(self) -> str:
        return BIAS if self.source is None else WEIGHT

    def value(self, step: Step) -> float:
        layer = step.network.layers[self.target[0] - 1]
        return self._among(layer.weights, layer.biases)

    def slope(self, slopes: Gradient) -> float:
        layer = self.target[0] - 1
        return self._among(slopes.weights[layer], slopes.biases[layer])

    def _among(self, weights: Array, biases: Array) -> float:
        unit = self.target[1]
        return float(biases[unit] if self.source is None else weights[unit, self.source[1]])


def most_moved(slopes: Gradient) -> Parameter:
    """The weight of the output layer that a step moves most; a bias where it moves none of the weights."""
    last, weights, biases = len(slopes.weights), np.abs(slopes.weights[-1]), np.abs(slopes.biases[-1])
    if not weights.any() and biases.any():
        return Parameter(None, (last, int(biases.argmax())))
    target, source = np.unravel_index(int(weights.argmax()), weights.shape)
    return Parameter((last - 1, int(source)), (last, int(target)))


def slope_name(of: str = WEIGHT) -> Formula:
    """∂E/∂w"""
    above, below = (element("mrow", element("mo", "∂", form="prefix"), element("mi", letter)) for letter in ("E", of))
    return Formula((Token(f"∂E/∂{of}", element("mfrac", above, below)),))


def rule(rate: float) -> Formula:
    """w ← w - rate × ∂E/∂w"""
    return _becomes(WEIGHT, _moved(n.name(WEIGHT), rate, slope_name()))


def worked_lines(before: Step, y: float, worked: Parameter, slope: float, rate: float) -> tuple[Formula, Formula]:
    """∂E/∂w = 2 × (ŷ - y) × slope × a = … ≈ …, and w ← w - rate × ∂E/∂w ≈ …, with the same ∂E/∂w in both; of a bias without a.

    before: the network that takes the step, with its parameters in full; worked: one of the output layer; slope: its ∂E/∂w.
    """
    old, least = worked.value(before), _decimals(slope, SLOPE_DECIMALS)
    for decimals in range(least, MOST_DECIMALS + 1):
        product, shown = n.settle(lambda d: _numbers(before, y, worked, d), slope, decimals)
        moved = _settle_move(old, old - rate * slope, rate, shown, at_last=decimals == MOST_DECIMALS)
        if moved:
            first = n.equal(slope_name(worked.letter), _names(before, worked), product, shown)
            return first, _becomes(worked.letter, n.equal(*moved))
    raise ValueError(
        f"no line with up to {MOST_DECIMALS} decimals is true for a parameter of {old} and a slope of {slope}"
    )


def _settle_move(old: float, new: float, rate: float, slope: Formula, at_last: bool) -> tuple[Formula, Formula] | None:
    """weight - rate × slope and the new weight, with the fewest decimals that show a change; at_last with any that make it true."""
    least = _decimals(new - old, PARAMETER_DECIMALS)
    for decimals in range(least, MOST_DECIMALS + 1 if at_last else least + 1):
        shown = n.rounded(new, decimals)
        moves = (_moved(n.rounded(old, d), rate, slope) for d in range(decimals, MOST_DECIMALS + 1))
        if move := next((move for move in moves if n.is_true(move, shown)), None):
            return move, shown
    return None


def _decimals(value: float, least: int) -> int:
    """As many as it takes for a digit other than 0, within limits."""
    needed = -floor(log10(abs(value))) if value else 0
    return min(max(least, needed), MOST_FOR_A_CHANGE)


def _becomes(letter: str, right: Formula) -> Formula:
    """w ← …"""
    return Formula((*n.name(letter).tokens, *n.symbol("←", breaks=True).tokens, *right.tokens), right.value)


def _moved(weight: Formula, rate: float, slope: Formula) -> Formula:
    """weight - rate × slope"""
    return _difference(weight, _product(n.exact(rate, 0), slope))


def _names(step: Step, worked: Parameter) -> Formula:
    """2 × (ŷ - y) × slope × a"""
    sizes, (layer, unit) = step.network.sizes, (worked.target[0] - 1, worked.target[1])
    y_hat, y = neuron_name(sizes, worked.target), n.name("y", unit + 1 if sizes[-1] > 1 else None)
    steepness = STEEPNESS[step.network.layers[layer].activation](y_hat, None)
    a = [] if worked.source is None else [neuron_name(sizes, worked.source)]
    return _product(n.exact(2, 0), _in_brackets(_difference(y_hat, y)), *steepness, *a)


def _numbers(step: Step, y: float, worked: Parameter, decimals: int) -> Formula:
    layer, unit = worked.target[0] - 1, worked.target[1]
    y_hat, z = n.rounded(float(step.trace.a[layer][unit]), decimals), float(step.trace.z[layer][unit])
    steepness = STEEPNESS[step.network.layers[layer].activation](y_hat, z)
    a = [] if worked.source is None else [_given(step, worked.source, decimals)]
    return _product(
        n.exact(2, 0), _in_brackets(_difference(y_hat, n.exact(y, VALUE_DECIMALS))), *steepness, *a, broken=True
    )


def _given(step: Step, source: Neuron, decimals: int) -> Formula:
    """What comes along a connection: an input as it is, an activation rounded."""
    column, index = source
    value = float(step.trace.inputs_of(column)[index])
    return n.exact(value) if column == 0 else n.rounded(value, decimals)


def _sigmoid_steepness(a: Formula, z: float | None) -> list[Formula]:
    """a × (1 - a)"""
    return [a, _in_brackets(_difference(n.exact(1, 0), a))]


def _tanh_steepness(a: Formula, z: float | None) -> list[Formula]:
    """(1 - a²)"""
    return [_in_brackets(_difference(n.exact(1, 0), _square(a)))]


def _relu_steepness(a: Formula, z: float | None) -> list[Formula]:
    """ReLU′(z): 1 right of the kink, else 0."""
    if z is not None:
        return [n.exact(float(z > 0), 0)]
    prime = element("msup", element("mi", "ReLU"), element("mo", "′"))
    return [Formula((Token("ReLU′", prime), *_in_brackets(n.name("z")).tokens))]


STEEPNESS: dict[str, Callable[[Formula, float | None], list[Formula]]] = {
    "sigmoid": _sigmoid_steepness,
    "tanh": _tanh_steepness,
    "relu": _relu_steepness,
    "identity": lambda a, z: [],
}


# --- parts; where a name is among them they have no value


def _product(*factors: Formula, broken: bool = False) -> Formula:
    tokens = list(_operand(factors[0]))
    for factor in factors[1:]:
        tokens += [*n.symbol("×", breaks=broken).tokens, *_operand(factor)]
    values = [factor.value for factor in factors if factor.value is not None]
    return Formula(tuple(tokens), prod(values, start=Decimal(1)) if len(values) == len(factors) else None)


def _difference(left: Formula, right: Formula) -> Formula:
    known = left.value is not None and right.value is not None
    tokens = (*_operand(left), *n.symbol("−", text=" - ").tokens, *_operand(right))
    return Formula(tokens, left.value - right.value if known else None)  # type: ignore[operator]


def _square(of: Formula) -> Formula:
    if len(of.tokens) > 1:
        raise ValueError(f"{of.text!r} is no single number or name; expected one to be squared")
    inside = element("mrow", *(token.mathml for token in _operand(of)))
    text = "".join(token.text for token in _operand(of)) + "²"
    return Formula(
        (Token(text, element("msup", inside, element("mn", "2"))),), None if of.value is None else of.value**2
    )


def _in_brackets(inside: Formula) -> Formula:
    return Formula((*n.symbol("(").tokens, *inside.tokens, *n.symbol(")").tokens), inside.value)


def _operand(formula: Formula) -> tuple[Token, ...]:
    """A negative number stands in brackets."""
    negative = formula.value is not None and formula.value < 0 and len(formula.tokens) == 1
    return _in_brackets(formula).tokens if negative else formula.tokens
