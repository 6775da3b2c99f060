"""The numpy lines behind a step: they run as they stand, set-up included, and end by printing what the step is about."""

from collections.abc import Iterable, Iterator

from ..network.activations import ACTIVATIONS
from ..network.layers import Network
from .problem.problems import Problem
from .steps import Kind, Step


def code(step: Step, problem: Problem) -> str:
    """Source text for the step; after it ran, its variables hold the numbers of the step."""
    return "\n".join(["import numpy as np", "", *_lines(step, problem)]) + "\n"


def script(network: Network, problem: Problem) -> str:
    """The whole pass of a network through a problem, for plain numpy."""
    everything = range(len(network.layers))
    lines = [
        *("import numpy as np", "", f"x = np.array({problem.x.tolist()})", f"y = {_target(problem)}"),
        *parameters(network, everything),
        *activations(network, everything),
        *_pass(network),
    ]
    return "\n".join(lines) + "\n"


def _lines(step: Step, problem: Problem) -> Iterator[str]:
    everything = range(len(step.network.layers))
    if step.kind in (Kind.LAYER, Kind.BEST):
        yield from parameters(step.network, [step.layer] if step.kind is Kind.LAYER else everything)
        yield f"print({', '.join(f'W{i + 1}, b{i + 1}' for i in ([step.layer] if step.kind is Kind.LAYER else everything))})"
        return
    yield f"x = np.array({problem.x.tolist()})"
    if step.kind is Kind.INPUT:
        yield "print(x)"
        return
    if step.kind is Kind.DATA:
        yield from (f"y = {_target(problem)}", "print(x, y)")
        return
    if step.kind is not Kind.NEURON:
        yield f"y = {_target(problem)}"
    needed = range(step.layer + 1) if step.kind is Kind.NEURON else everything
    yield from parameters(step.network, needed)
    yield from activations(step.network, needed)
    yield from _unit(step) if step.kind is Kind.NEURON else _pass(step.network)


def _target(problem: Problem) -> str:
    return str(float(problem.y[0])) if problem.y.size == 1 else f"np.array({problem.y.tolist()})"


def parameters(network: Network, layers: Iterable[int]) -> Iterator[str]:
    """W1 = …, b1 = … for the layers of these numbers, from 0."""
    for i in layers:
        yield f"W{i + 1} = np.array({network.layers[i].weights.tolist()})"
        yield f"b{i + 1} = np.array({network.layers[i].biases.tolist()})"


def activations(network: Network, layers: Iterable[int]) -> Iterator[str]:
    """A function for each activation that these layers use; the identity needs none."""
    for name in dict.fromkeys(network.layers[i].activation for i in layers):
        if not ACTIVATIONS[name].changes_nothing:
            yield from ("", f"def {name}(z):\n    return {ACTIVATIONS[name].code}", "")


def activated(network: Network, layer: int, argument: str) -> str:
    """The call of a layer's activation."""
    name = network.layers[layer].activation
    return argument if ACTIVATIONS[name].changes_nothing else f"{name}({argument})"


def _given(layer: int) -> str:
    return "x" if layer == 0 else f"a{layer}"


def _hidden(network: Network, count: int) -> Iterator[str]:
    for i in range(count):
        yield f"a{i + 1} = {activated(network, i, f'W{i + 1} @ {_given(i)} + b{i + 1}')}"


def _unit(step: Step) -> Iterator[str]:
    yield from _hidden(step.network, step.layer)
    i, unit = step.layer + 1, step.unit
    yield f"z = W{i}[{unit}] @ {_given(step.layer)} + b{i}[{unit}]"
    yield from (f"a = {activated(step.network, step.layer, 'z')}", "print(z, a)")


def _pass(network: Network) -> Iterator[str]:
    last = len(network.layers)
    yield from _hidden(network, last - 1)
    yield f"y_hat = {activated(network, last - 1, f'W{last} @ {_given(last - 1)} + b{last}')}"
    several = network.sizes[-1] > 1
    yield "error = ((y - y_hat) ** 2).sum()" if several else "error = (y - y_hat[0]) ** 2"
    yield "print(y_hat, error)"
