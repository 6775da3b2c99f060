"""Gradient descent: from the guess downhill, step by step, until the network hits y."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

import numpy as np

from ...errors import WrongArgument
from ...network.activations import Array
from ...network.forward import Trace, forward
from ...network.gradient import Gradient, gradient
from ...network.layers import Layer, Network
from ..problem.problems import Y_DECIMALS, Problem

RATES = (0.01, 0.1, 0.5, 1.0, 5.0, 20.0)
USUAL_RATE = (
    0.5  # hits y in each of 2,000 problems, in 45 steps at the median; 0.1 takes 230, and 20 mostly leaps past it
)
MOST_STEPS = 1000
LARGEST = 100.0  # a parameter beyond it has run away
STILL = 1e-9  # in 1,000 steps that move no parameter farther, nothing is learned


class Outcome(StrEnum):
    """How a descent ends."""

    HIT = "hit"
    OFF = "off"
    RUNAWAY = "runaway"
    STUCK = "stuck"


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
    """Steps against the gradient until the output rounds to y, 1,000 of them are done, or the next would carry a parameter beyond ±100 or move none.

    Raises ValueError for a rate that is not offered.
    """
    if rate not in RATES:
        raise WrongArgument(f"the learning rate is {rate}; expected one of {', '.join(f'{rate:g}' for rate in RATES)}")
    states: list[State] = []
    after, end = problem.guess, None
    while end is None:
        states.append(_state(after, problem))
        after = downhill(after, gradient(after, states[-1].trace, problem.y), rate)
        end = _end(states, after, problem)
    return Descent(rate, tuple(states), end)


def _state(network: Network, problem: Problem) -> State:
    trace = forward(network, problem.x)
    return State(network, trace, float(np.sum((problem.y - trace.output) ** 2)))


def _end(states: list[State], after: Network, problem: Problem) -> Outcome | None:
    """Why the step to the network `after` is not taken, if it is not."""
    if hits(states[-1], problem):
        return Outcome.HIT
    if len(states) > MOST_STEPS:
        return Outcome.OFF
    if not _is_within_reach(after):
        return Outcome.RUNAWAY
    return Outcome.STUCK if _is_still(states[-1].network, after) else None


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


def _is_still(before: Network, after: Network) -> bool:
    moves = (b - a for a, b in zip(_parameters(before), _parameters(after), strict=True))
    return all(bool((np.abs(move) <= STILL).all()) for move in moves)


def _parameters(network: Network) -> Iterator[Array]:
    for layer in network.layers:
        yield from (layer.weights, layer.biases)
