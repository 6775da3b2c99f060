"""The lines of arithmetic of a step, each true as printed."""

from . import notation as n
from .forward import Trace
from .lesson import Neuron, Step
from .network import Layer
from .notation import Formula
from .problems import Problem

VALUE_DECIMALS = 2
ERROR_DECIMALS = 3


def target(problem: Problem) -> Formula:
    return n.exact(problem.y, VALUE_DECIMALS)


def answer(step: Step, decimals: int = VALUE_DECIMALS) -> Formula:
    """The network's output, to so many decimals."""
    return n.rounded(float(step.trace.output[0]), decimals)


def value(step: Step, neuron: Neuron) -> Formula:
    """The value of a neuron as drawing and description print it: an input in full, an activation to two decimals."""
    column, index = neuron
    if column == 0:
        return n.exact(float(step.trace.x[index]))
    return n.rounded(float(step.trace.a[column - 1][index]), VALUE_DECIMALS)


def parameters(step: Step, layer: int) -> list[Formula]:
    """W = [...] and b = [...] of a layer."""
    data = step.network.layers[layer]
    weights = n.equal(n.name("W", layer=layer + 1), n.matrix(data.weights.tolist()))
    return [weights, n.equal(n.name("b", layer=layer + 1), n.vector(data.biases.tolist()))]


def inputs(step: Step) -> list[Formula]:
    """x₁ = …, x₂ = …"""
    return [n.equal(n.name("x", i + 1), n.exact(float(value))) for i, value in enumerate(step.trace.x)]


def neuron_name(step: Step, neuron: Neuron) -> Formula:
    """x₁ for an input, a₁ for a hidden neuron, ŷ for the output."""
    column, index = neuron
    return n.name("x", index + 1) if column == 0 else activation_name(step, column - 1, index)


def pre_activation_name(step: Step, layer: int, unit: int) -> Formula:
    """z for the output; z₁ for a hidden neuron, with the layer's number where there are several hidden layers."""
    return _unit_name("z", "z", step, layer, unit)


def activation_name(step: Step, layer: int, unit: int) -> Formula:
    """ŷ for the output; a₁ for a hidden neuron."""
    return _unit_name("a", "ŷ", step, layer, unit)


def _unit_name(hidden: str, output: str, step: Step, layer: int, unit: int) -> Formula:
    if layer == len(step.network.layers) - 1:
        return n.name(output)
    return n.name(hidden, unit + 1, layer + 1 if len(step.network.layers) > 2 else None)


def unit_lines(step: Step, layer: int, unit: int) -> tuple[Formula, Formula]:
    """z = w × x + … + b = …, and a = σ(z) ≈ …, with the same z in both."""
    z, a = float(step.trace.z[layer][unit]), float(step.trace.a[layer][unit])
    z_name, a_name = pre_activation_name(step, layer, unit), activation_name(step, layer, unit)
    decimals = VALUE_DECIMALS
    while True:
        activated, a_shown = n.settle(lambda d: n.sigmoid(n.rounded(z, d)), a, VALUE_DECIMALS, decimals)
        z_decimals = n.decimals_of(activated)
        summed, z_shown = n.settle(
            lambda d: _sum(step.network.layers[layer], step.trace, layer, unit, d), z, z_decimals
        )
        if n.decimals_of(z_shown) == z_decimals:
            return n.equal(z_name, summed, z_shown), n.equal(a_name, n.sigmoid(z_name), activated, a_shown)
        decimals = n.decimals_of(z_shown)


def whole_pass(step: Step) -> list[Formula]:
    """A line a neuron: a = σ(w × x + … + b) ≈ …"""
    return [
        _pass_line(step, layer, unit) for layer, data in enumerate(step.network.layers) for unit in range(data.n_out)
    ]


def _pass_line(step: Step, layer: int, unit: int) -> Formula:
    a = float(step.trace.a[layer][unit])
    left, shown = n.settle(
        lambda d: n.sigmoid(_sum(step.network.layers[layer], step.trace, layer, unit, d)), a, VALUE_DECIMALS
    )
    return n.equal(activation_name(step, layer, unit), left, shown)


def _sum(data: Layer, trace: Trace, layer: int, unit: int, decimals: int) -> Formula:
    given = [float(value) for value in trace.inputs_of(layer)]
    shown = [n.exact(value) if layer == 0 else n.rounded(value, decimals) for value in given]
    return n.weighted_sum([n.exact(float(w)) for w in data.weights[unit]], shown, n.exact(float(data.biases[unit])))


def squared_error_line(step: Step, problem: Problem, word: str) -> Formula:
    """error = (y - ŷ)² = (… - …)² ≈ …"""
    miss = float((problem.y - step.trace.output[0]) ** 2)
    left, shown = n.settle(lambda d: n.squared_difference(target(problem), answer(step, d)), miss, ERROR_DECIMALS)
    return n.equal(n.word(word), n.squared_difference(n.name("y"), n.name("ŷ")), left, shown)
