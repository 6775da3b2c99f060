"""The arithmetic of a step of gradient descent, worked for one weight or bias, each line true as printed."""

from dataclasses import dataclass
from functools import reduce
from operator import mul

import numpy as np

from ...formulas import activations as act
from ...formulas import notation as n
from ...formulas.expressions import Formula, Token, row, symbol
from ...formulas.notation import MOST_DECIMALS, MOST_WHERE_THEY_CANCEL, NoTrueLine
from ...network.activations import Array
from ...network.gradient import Gradient
from ...svg.markup import element
from ..arithmetic import VALUE_DECIMALS, neuron_name
from ..steps import Neuron, Step

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
    """∂E/∂w = 2 × (ŷ - y) × slope × a = … ≈ …, and w ← w - rate × ∂E/∂w ≈ …, with the same ∂E/∂w in both; of a bias without a. Raises NoTrueLine.

    before: the network that takes the step, with its parameters in full; worked: one of the output layer; slope: its ∂E/∂w.
    """
    old, least = worked.value(before), _decimals(slope, SLOPE_DECIMALS)
    for decimals in range(least, MOST_WHERE_THEY_CANCEL + 1):
        product, shown = n.settle(lambda d: _numbers(before, y, worked, d), slope, decimals)
        moved = _settle_move(old, old - rate * slope, rate, shown, at_last=decimals >= MOST_DECIMALS)
        if moved:
            first = n.equal(slope_name(worked.letter), _names(before, worked), product, shown)
            return first, _becomes(worked.letter, n.equal(*moved))
    raise NoTrueLine(
        f"no line with up to {MOST_WHERE_THEY_CANCEL} decimals is true for a parameter of {old} and a slope of {slope}"
    )


def _settle_move(old: float, new: float, rate: float, slope: Formula, at_last: bool) -> tuple[Formula, Formula] | None:
    """weight - rate × slope and the new weight, with the fewest decimals that show a change; at_last with any that make it true."""
    least = _decimals(new - old, PARAMETER_DECIMALS)
    for decimals in range(least, MOST_DECIMALS + 1 if at_last else least + 1):
        shown = n.rounded(new, decimals)
        most = MOST_WHERE_THEY_CANCEL if at_last else MOST_DECIMALS
        moves = (_moved(n.rounded(old, d), rate, slope) for d in range(decimals, most + 1))
        if move := next((move for move in moves if n.is_true(move, shown)), None):
            return move, shown
    return None


def _decimals(value: float, least: int) -> int:
    """As many as it takes to see it, within limits."""
    return min(n.decimals_to_see(value, least), MOST_FOR_A_CHANGE)


def _becomes(letter: str, right: Formula) -> Formula:
    """w ← …"""
    return row(n.name(letter), symbol("←", breaks=True), right, value=right.value)


def _moved(weight: Formula, rate: float, slope: Formula) -> Formula:
    """weight - rate × slope"""
    return weight - n.exact(rate, 0) * slope


def _names(step: Step, worked: Parameter) -> Formula:
    """2 × (ŷ - y) × slope × a"""
    sizes, unit = step.network.sizes, worked.target[1]
    y_hat, y = neuron_name(sizes, worked.target), n.name("y", unit + 1 if sizes[-1] > 1 else None)
    a = neuron_name(sizes, worked.source) if worked.source else None
    return _chain(y_hat, y, _steepness(step, worked, y_hat, None), a)


def _numbers(step: Step, y: float, worked: Parameter, decimals: int) -> Formula:
    layer, unit = worked.target[0] - 1, worked.target[1]
    y_hat, z = n.rounded(float(step.trace.a[layer][unit]), decimals), float(step.trace.z[layer][unit])
    a = _given(step, worked.source, decimals) if worked.source else None
    factors = _chain(y_hat, n.exact(y, VALUE_DECIMALS), _steepness(step, worked, y_hat, z), a)
    return factors.breaking_at("×")


def _steepness(step: Step, worked: Parameter, a: Formula, z: float | None) -> Formula | None:
    return act.ELEMENTWISE[step.network.layers[worked.target[0] - 1].activation].steepness(a, z)


def _chain(y_hat: Formula, y: Formula, *others: Formula | None) -> Formula:
    """2 × (ŷ - y) × …: what the chain rule multiplies; a factor that is None is left out."""
    factors = [n.exact(2, 0), (y_hat - y).in_brackets(), *(factor for factor in others if factor)]
    return reduce(mul, factors)


def _given(step: Step, source: Neuron, decimals: int) -> Formula:
    """What comes along a connection: an input as it is, an activation rounded."""
    column, index = source
    value = float(step.trace.inputs_of(column)[index])
    return n.exact(value) if column == 0 else n.rounded(value, decimals)
