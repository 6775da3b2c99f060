"""The numpy lines behind a step: they run as they stand, set-up included, and end by printing what the step is about."""

from collections.abc import Iterator

from .activations import ACTIVATIONS
from .lesson import Kind, Step
from .network import Network
from .problems import Problem

SIGMOID = f"def sigmoid(z):\n    return {ACTIVATIONS['sigmoid'].code}\n"


def code(step: Step, problem: Problem) -> str:
    """Source text for the step; after it ran, its variables hold the numbers of the step."""
    return "\n".join(["import numpy as np", "", *_lines(step, problem)]) + "\n"


def _lines(step: Step, problem: Problem) -> Iterator[str]:
    everything = range(len(step.network.layers))
    if step.kind in (Kind.LAYER, Kind.BEST):
        yield from _parameters(step.network, [step.layer] if step.kind is Kind.LAYER else everything)
        yield f"print({', '.join(f'W{i + 1}, b{i + 1}' for i in ([step.layer] if step.kind is Kind.LAYER else everything))})"
        return
    yield f"x = np.array({problem.x.tolist()})"
    if step.kind is Kind.INPUT:
        yield "print(x)"
        return
    if step.kind is Kind.DATA:
        yield from (f"y = {problem.y}", "print(x, y)")
        return
    if step.kind is not Kind.NEURON:
        yield f"y = {problem.y}"
    needed = range(step.layer + 1) if step.kind is Kind.NEURON else everything
    yield from _parameters(step.network, needed)
    yield from ("", SIGMOID)
    yield from _unit(step) if step.kind is Kind.NEURON else _pass(step.network)


def _parameters(network: Network, layers: range | list[int]) -> Iterator[str]:
    for i in layers:
        yield f"W{i + 1} = np.array({network.layers[i].weights.tolist()})"
        yield f"b{i + 1} = np.array({network.layers[i].biases.tolist()})"


def _hidden(count: int) -> Iterator[str]:
    for i in range(count):
        yield f"a{i + 1} = sigmoid(W{i + 1} @ {'x' if i == 0 else f'a{i}'} + b{i + 1})"


def _unit(step: Step) -> Iterator[str]:
    yield from _hidden(step.layer)
    given = "x" if step.layer == 0 else f"a{step.layer}"
    yield f"z = W{step.layer + 1}[{step.unit}] @ {given} + b{step.layer + 1}[{step.unit}]"
    yield from ("a = sigmoid(z)", "print(z, a)")


def _pass(network: Network) -> Iterator[str]:
    last = len(network.layers)
    yield from _hidden(last - 1)
    yield f"y_hat = sigmoid(W{last} @ {'x' if last == 1 else f'a{last - 1}'} + b{last})"
    yield from ("error = (y - y_hat[0]) ** 2", "print(y_hat, error)")
