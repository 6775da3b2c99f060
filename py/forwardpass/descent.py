"""Gradient descent: from the guess downhill, step by step, until the network hits y."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

import numpy as np

from .activations import Array
from .forward import Trace, forward
from .gradient import Gradient, gradient
from .network import Layer, Network
from .problems import Y_DECIMALS, Problem

RATES = (0.01, 0.1, 0.5, 1.0, 5.0, 20.0)
USUAL_RATE = (
    0.5  # hits y in each of 2,000 problems, in 45 steps at the median; 0.1 takes 230, and 20 mostly leaps past it
)
MOST_STEPS = 1000
LARGEST = 100.0  # a parameter beyond it has run away


class Outcome(StrEnum):
    """How a descent ends."""

    HIT = "hit"
    OFF = "off"
    RUNAWAY = "runaway"


@dataclass(frozen=True, eq=False)
class State:
    """The network after so many steps, what it computes and its squared error, summed over the outputs."""

    network: Network
    trace: Trace
    error: float


@dataclass(frozen=True, eq=False)
class Descent:
    """states: that of the guess, then one for each step."""

    rate: float
    states: tuple[State, ...]
    outcome: Outcome

    @property
    def last(self) -> int:
        """How many steps there are."""
        return len(self.states) - 1

    @cached_property
    def largest(self) -> float:
        """The largest absolute value of a parameter on the way."""
        return max(float(np.abs(values).max()) for state in self.states for values in _parameters(state.network))


def descend(problem: Problem, rate: float) -> Descent:
    """Steps against the gradient until the output rounds to y, 1,000 of them are done, or the next would carry a parameter beyond ±100.

    Raises ValueError for a rate that is not offered.
    """
    if rate not in RATES:
        raise ValueError(f"the learning rate is {rate}; expected one of {', '.join(f'{rate:g}' for rate in RATES)}")
    states = tuple(_path(problem, rate))
    if hits(states[-1], problem):
        return Descent(rate, states, Outcome.HIT)
    return Descent(rate, states, Outcome.OFF if len(states) > MOST_STEPS else Outcome.RUNAWAY)


def _path(problem: Problem, rate: float) -> Iterator[State]:
    network = problem.guess
    for _ in range(MOST_STEPS + 1):
        trace = forward(network, problem.x)
        state = State(network, trace, float(np.sum((problem.y - trace.output) ** 2)))
        yield state
        if hits(state, problem):
            return
        network = downhill(network, gradient(network, trace, problem.y), rate)
        if not _is_within_reach(network):
            return


def hits(state: State, problem: Problem) -> bool:
    """Whether every output rounds to its y."""
    return bool((state.trace.output.round(Y_DECIMALS) == problem.y).all())


def downhill(network: Network, slopes: Gradient, rate: float) -> Network:
    """The network with every parameter moved by -rate times its slope."""
    parts = zip(network.layers, slopes.weights, slopes.biases, strict=True)
    return Network(
        tuple(Layer(layer.weights - rate * dw, layer.biases - rate * db, layer.activation) for layer, dw, db in parts)
    )


def _is_within_reach(network: Network) -> bool:
    return all(bool((np.abs(values) <= LARGEST).all()) for values in _parameters(network))


def _parameters(network: Network) -> Iterator[Array]:
    for layer in network.layers:
        yield from (layer.weights, layer.biases)
