"""Activation functions: what a layer does to its pre-activations z to get its activations a."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


def sigmoid(z: Array) -> Array:
    """1 / (1 + e^-z), element by element, without overflow for any finite z."""
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, e) / (1.0 + e)


def softmax(z: Array) -> Array:
    """e^z over the sum of e^z along the last axis: positive, sums to 1 (Bridle 1990). Shifted by the maximum against overflow."""
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return np.asarray(e / e.sum(axis=-1, keepdims=True))


@dataclass(frozen=True)
class Activation:
    """A function of z with the numpy source that computes it, as a reader may type it."""

    function: Callable[[Array], Array]
    symbol: str
    code: str


ACTIVATIONS: dict[str, Activation] = {
    "sigmoid": Activation(sigmoid, "σ", "1 / (1 + np.exp(-z))"),
    "softmax": Activation(softmax, "softmax", "np.exp(z - z.max()) / np.exp(z - z.max()).sum()"),
}
