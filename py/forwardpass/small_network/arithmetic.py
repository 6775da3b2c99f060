"""The lines of arithmetic of a step, each true as printed."""

import re

from ..formulas import activations as act
from ..formulas import expressions as e
from ..formulas import notation as n
from ..formulas.expressions import Formula
from ..network.activations import ACTIVATIONS
from .problem.places import bias_place, input_place, target_place, weight_place
from .problem.problems import Problem, squared_error
from .steps import Neuron, Step

VALUE_DECIMALS, MOST_VALUE_DECIMALS = 2, 4
ERROR_DECIMALS = 3
SAME = 1e-9  # two machines agree on so much


def input_vector(problem: Problem) -> Formula:
    """x as a column."""
    return n.vector(problem.x, [input_place(i) for i in range(len(problem.x))])


def target(problem: Problem) -> Formula:
    """y: a number, or a vector where there are several outputs."""
    shown = [target_value(problem, unit) for unit in range(problem.y.size)]
    return shown[0] if len(shown) == 1 else n.column(shown)


def target_value(problem: Problem, unit: int) -> Formula:
    return n.exact(float(problem.y[unit]), VALUE_DECIMALS, target_place(unit))


def answer(step: Step, unit: int, decimals: int = VALUE_DECIMALS) -> Formula:
    """An output of the network, to so many decimals."""
    return n.rounded(float(step.trace.output[unit]), decimals)


def answer_line(step: Step) -> Formula:
    """ŷ ≈ …, or = where that is exact."""
    shown = [answer(step, unit) for unit in range(len(step.trace.output))]
    misses = [abs(float(n.value_of(a)) - float(b)) for a, b in zip(shown, step.trace.output, strict=True)]
    line = n.equal if max(misses) < SAME else n.about
    return line(n.name("ŷ"), shown[0] if len(shown) == 1 else n.column(shown))


def value(step: Step, neuron: Neuron) -> Formula:
    """The value of a neuron as drawing and description print it: an input in full, an activation to two decimals or less."""
    column, index = neuron
    if column == 0:
        return n.exact(float(step.trace.x[index]))
    return n.brief(float(step.trace.a[column - 1][index]))


def parameters(step: Step, layer: int) -> list[Formula]:
    """W = [...] and b = [...] of a layer."""
    data = step.network.layers[layer]
    units, sources = range(data.n_out), range(data.n_in)
    weights = [[weight_place(step.in_force, layer, unit, source) for source in sources] for unit in units]
    biases = [bias_place(step.in_force, layer, unit) for unit in units]
    return [
        n.equal(n.name("W", layer=layer + 1), n.matrix(data.weights.tolist(), weights)),
        n.equal(n.name("b", layer=layer + 1), n.vector(data.biases.tolist(), biases)),
    ]


def inputs(step: Step) -> list[Formula]:
    """x₁ = …, x₂ = …"""
    return [n.equal(n.name("x", i + 1), input_value(step, i)) for i in range(len(step.trace.x))]


def input_value(step: Step, number: int) -> Formula:
    return n.exact(float(step.trace.x[number]), place=input_place(number))


def neuron_name(sizes: tuple[int, ...], neuron: Neuron) -> Formula:
    """x₁ for an input; a₁ for a hidden neuron, with the layer's number where several layers have an a₁; ŷ for the output, ŷ₁ for one of several."""
    column, index = neuron
    if column == 0:
        return n.name("x", index + 1)
    if column == len(sizes) - 1:
        return n.name("ŷ", index + 1 if sizes[-1] > 1 else None)
    return n.name("a", index + 1, column if _has_layers_to_tell(sizes) else None)


def pre_activation_name(sizes: tuple[int, ...], neuron: Neuron) -> Formula:
    """z for the only output; z₁ for another neuron, with the layer's number where several layers have a z₁."""
    column, index = neuron
    if column == len(sizes) - 1 and sizes[-1] == 1:
        return n.name("z")
    return n.name("z", index + 1, column if _has_layers_to_tell(sizes) else None)


def _has_layers_to_tell(sizes: tuple[int, ...]) -> bool:
    """Whether more than one layer holds neurons that are called by number."""
    return len(sizes) > (3 if sizes[-1] == 1 else 2)


def unit_lines(step: Step, layer: int, unit: int) -> tuple[Formula, Formula]:
    """z = w × x + … + b = …, and a = σ(z) ≈ …, with the same z in both."""
    z, a = float(step.trace.z[layer][unit]), float(step.trace.a[layer][unit])
    activation, decimals = step.network.layers[layer].activation, VALUE_DECIMALS
    sizes, neuron = step.network.sizes, (layer + 1, unit)
    z_name, a_name = pre_activation_name(sizes, neuron), neuron_name(sizes, neuron)
    while True:
        activated, a_shown = n.settle(
            lambda d: act.activated(activation, n.rounded(z, d)), a, _value_decimals(a), decimals
        )
        z_decimals = n.decimals_of(activated)
        summed, z_shown = n.settle(lambda d: _sum(step, layer, unit, d), z, z_decimals)
        if n.decimals_of(z_shown) == z_decimals:
            break
        decimals = n.decimals_of(z_shown)
    links = [a_shown] if ACTIVATIONS[activation].changes_nothing else [activated, a_shown]
    return n.equal(z_name, summed, z_shown), n.equal(a_name, act.activated(activation, z_name), *links)


def has_more_decimals(line: Formula, step: Step) -> bool:
    """Whether a number that is computed with has more decimals than values are printed with elsewhere, and than parameters have."""
    *computed_with, _result = re.split("[=≈]", line.text)
    usual = max(VALUE_DECIMALS, _parameter_decimals(step))
    return any(re.search(rf"\d\.\d{{{usual + 1},}}", side) for side in computed_with)


def _parameter_decimals(step: Step) -> int:
    layers = step.network.layers
    every = (float(value) for layer in layers for value in (*layer.weights.flat, *layer.biases))
    return max(n.decimals_of(n.exact(value)) for value in every)


def _value_decimals(a: float) -> int:
    """Two; more where a small activation would be printed as 0, unless it is too small for that as well."""
    if n.rounded(a, VALUE_DECIMALS).value:
        return VALUE_DECIMALS
    needed = n.decimals_to_see(a, VALUE_DECIMALS)
    return needed if needed <= MOST_VALUE_DECIMALS else VALUE_DECIMALS


def whole_pass(step: Step) -> list[Formula]:
    """A line a neuron: a = σ(w × x + … + b) ≈ …"""
    return [
        _pass_line(step, layer, unit) for layer, data in enumerate(step.network.layers) for unit in range(data.n_out)
    ]


def _pass_line(step: Step, layer: int, unit: int) -> Formula:
    activation, a = step.network.layers[layer].activation, float(step.trace.a[layer][unit])
    left, shown = n.settle(lambda d: act.activated(activation, _sum(step, layer, unit, d)), a, _value_decimals(a))
    return n.equal(neuron_name(step.network.sizes, (layer + 1, unit)), left, shown)


def _sum(step: Step, layer: int, unit: int, decimals: int) -> Formula:
    data, given = step.network.layers[layer], step.trace.inputs_of(layer)
    shown = [input_value(step, i) if layer == 0 else n.rounded(float(given[i]), decimals) for i in range(data.n_in)]
    weights = [
        n.exact(float(data.weights[unit, i]), place=weight_place(step.in_force, layer, unit, i))
        for i in range(data.n_in)
    ]
    bias = n.exact(float(data.biases[unit]), place=bias_place(step.in_force, layer, unit))
    return e.weighted_sum(
        weights, shown, bias, [*(f"{layer}-{i}-{unit}" for i in range(data.n_in)), f"{layer}-b-{unit}"]
    )


def squared_error_line(step: Step, problem: Problem, word: str) -> Formula:
    """error = (y - ŷ)² = (… - …)² ≈ …; the sum of these where there are several outputs."""
    units = range(problem.y.size)
    miss = squared_error(step.network, problem.x, problem.y)
    left, shown = n.settle(
        lambda d: e.total([(target_value(problem, u) - answer(step, u, d)).squared() for u in units]),
        miss,
        ERROR_DECIMALS,
    )
    numbers = [u + 1 if len(units) > 1 else None for u in units]
    named = e.total([(n.name("y", u) - n.name("ŷ", u)).squared() for u in numbers])
    return n.equal(n.word(word), named, left, shown)
