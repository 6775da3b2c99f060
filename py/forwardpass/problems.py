"""Seeded problems for the 3-2-1 network: a data point, a guess that misses it and the best parameters, which hit it.

Only random.Random(seed).random() is drawn from: its stream is the same in every Python version. Change the order or the number of draws
and every link ever shared shows another problem, so such a change takes a new RECIPE number.
"""

import random
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from .activations import Array
from .forward import forward
from .network import Network, dense

RECIPE = 1
SIZES = (3, 2, 1)
LARGEST_SEED = 999_999_999
SMALLEST_MISS = 0.1
Y_DECIMALS = 2


@dataclass(frozen=True, eq=False)
class Problem:
    """x: (3,), one decimal, 0 to 3. y: two decimals. guess, best: one decimal, -1 to 1; best(x) rounds to y, guess(x) misses it."""

    seed: int
    x: Array
    y: float
    guess: Network
    best: Network

    def as_data(self) -> dict[str, Any]:
        return {
            "seed": self.seed,
            "x": self.x.tolist(),
            "y": self.y,
            "guess": self.guess.as_data(),
            "best": self.best.as_data(),
        }


def make_problem(seed: int) -> Problem:
    """The problem of a seed (0 to 999,999,999): the same one everywhere, for good. Raises ValueError for any other seed."""
    if not 0 <= seed <= LARGEST_SEED:
        raise ValueError(f"the seed is {seed}; expected a whole number from 0 to {LARGEST_SEED}")
    draw = random.Random(seed).random
    x = np.array([_one_decimal(draw(), 0, 30) for _ in range(SIZES[0])])
    best = _random_network(draw)
    y = round(float(forward(best, x).output[0]), Y_DECIMALS)
    guess = _random_network(draw)
    while squared_error(guess, x, y) < SMALLEST_MISS:
        guess = _random_network(draw)
    return Problem(seed, x, y, guess, best)


def squared_error(network: Network, x: Array, y: float) -> float:
    """(y - output)², the usual measure for regression on one data point."""
    return float((y - forward(network, x).output[0]) ** 2)


def _random_network(draw: Any) -> Network:
    layers = []
    for n_in, n_out in pairwise(SIZES):
        weights = [[_one_decimal(draw(), -10, 10) for _ in range(n_in)] for _ in range(n_out)]
        biases = [_one_decimal(draw(), -10, 10) for _ in range(n_out)]
        layers.append(dense(weights, biases, "sigmoid"))
    return Network(tuple(layers))


def _one_decimal(u: float, low: int, high: int) -> float:
    """u in [0, 1) to one of low/10 … high/10, all equally likely; -0.0 never comes out."""
    return (low + int(u * (high - low + 1))) / 10
