"""Seeded problems: a data point, a guess that misses it and the best parameters, which hit it; for the 3-2-1 network and for others.

Only random.Random(seed).random() is drawn from: its stream is the same in every Python version. Change the order or the number of draws
and every link ever shared shows another problem, so such a change takes a new RECIPE number.
"""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from ...errors import WrongArgument
from ...network.activations import Array
from ...network.forward import forward
from ...network.layers import Network, dense
from .architecture import Architecture

if TYPE_CHECKING:
    from ...messages import ProblemData

RECIPE = 1
DEFAULT = Architecture()
LARGEST_SEED = 999_999_999
SMALLEST_MISS = 0.1
MOST_GUESSES = 5000
Y_DECIMALS = 2
BY_HAND = 1  # decimals of a parameter


@dataclass(frozen=True, eq=False)
class Problem:
    """x: (n_in,), one decimal, 0 to 3. y: (n_out,), two decimals. guess, best: one decimal, -1 to 1; best(x) rounds to y, guess(x) misses it.

    edits: what a reader has set by hand, by place; for these the above may no longer hold.
    learned: where `best` was learned, how.
    """

    seed: int
    x: Array
    y: Array
    guess: Network
    best: Network
    edits: Mapping[str, float] = field(default_factory=dict)
    learned: "LearnedNetwork | None" = None

    @property
    def architecture(self) -> Architecture:
        return Architecture(self.guess.sizes, tuple(layer.activation for layer in self.guess.layers))

    def hits(self, network: Network) -> bool:
        """Whether the network's answer to x rounds to y."""
        return bool(np.array_equal(_rounded(forward(network, self.x).output), self.y))

    def is_edited(self, part: str) -> bool:
        """Whether a number of "x", "y", "guess" or "best" was set by hand."""
        return any(place.startswith(part) for place in self.edits)

    @property
    def keeps_learned(self) -> bool:
        """Whether some of the best parameters have more decimals than can be set by hand: they were learned."""
        best = (value for place, value in self.edits.items() if place.startswith("best"))
        return any(value != round(value, BY_HAND) for value in best)

    @property
    def guess_is_given(self) -> bool:
        """Whether most numbers of the guess were set: those of a file all are, though a drawn one may be the same by chance."""
        count = sum(layer.weights.size + layer.biases.size for layer in self.guess.layers)
        return 2 * sum(place.startswith("guess") for place in self.edits) > count

    def as_data(self) -> "ProblemData":
        """y is a number where the network has one output, else a list; best: those of the lesson, also where others were learned."""
        best = self.learned.start.best if self.learned else self.best
        return {
            "seed": self.seed,
            "x": self.x.tolist(),
            "y": self.y.tolist() if self.y.size > 1 else float(self.y[0]),
            "guess": self.guess.as_data(),
            "best": best.as_data(),
        }


@dataclass(frozen=True, eq=False)
class LearnedNetwork:
    """Parameters that were found by so many steps of gradient descent from the guess of a problem; rounded to so many decimals."""

    start: Problem
    steps: int
    rate: float
    decimals: int


@lru_cache(16, typed=True)  # 7.0 is another seed than 7: none at all
def make_problem(seed: int, architecture: Architecture = DEFAULT) -> Problem:
    """The problem of a seed (0 to 999,999,999): the same one everywhere, for good. Raises ValueError for any other seed.

    Where none of thousands of guesses misses y, it is the one that misses most.
    """
    if type(seed) is not int or not 0 <= seed <= LARGEST_SEED:
        raise WrongArgument(f"the seed is {seed}; expected a whole number from 0 to {LARGEST_SEED}")
    draw = random.Random(seed).random
    x = np.array([_one_decimal(draw(), 0, 30) for _ in range(architecture.sizes[0])])
    x.setflags(write=False)
    best = _random_network(draw, architecture)
    y = _rounded(forward(best, x).output)
    y.setflags(write=False)
    return Problem(seed, x, y, _guess(draw, architecture, x, y), best)


def squared_error(network: Network, x: Array, y: Array) -> float:
    """The sum of (y - output)² over the outputs, the usual measure for regression on one data point."""
    return float(((y - forward(network, x).output) ** 2).sum())


def _guess(draw: Callable[[], float], architecture: Architecture, x: Array, y: Array) -> Network:
    farthest, most = None, -1.0
    for _ in range(MOST_GUESSES):
        guess = _random_network(draw, architecture)
        miss = squared_error(guess, x, y)
        if miss >= SMALLEST_MISS:
            return guess
        if miss > most:
            farthest, most = guess, miss
    assert farthest is not None
    return farthest


def _random_network(draw: Callable[[], float], architecture: Architecture) -> Network:
    layers = []
    for (n_in, n_out), activation in zip(pairwise(architecture.sizes), architecture.activations, strict=True):
        weights = [[_one_decimal(draw(), -10, 10) for _ in range(n_in)] for _ in range(n_out)]
        biases = [_one_decimal(draw(), -10, 10) for _ in range(n_out)]
        layers.append(dense(weights, biases, activation))
    return Network(tuple(layers))


def _one_decimal(u: float, low: int, high: int) -> float:
    """u in [0, 1) to one of low/10 … high/10, all equally likely; -0.0 never comes out."""
    return (low + int(u * (high - low + 1))) / 10


def _rounded(output: Array) -> Array:
    """To the decimals of y; -0.0 never comes out."""
    return np.array([round(float(value), Y_DECIMALS) + 0.0 for value in output])
