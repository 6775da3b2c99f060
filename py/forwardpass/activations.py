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


def relu(z: Array) -> Array:
    """max(0, z), element by element."""
    return np.maximum(z, 0.0)


def sigmoid_slope(z: Array, a: Array) -> Array:
    """σ(z) × (1 - σ(z)), element by element."""
    return a * (1.0 - a)


def tanh_slope(z: Array, a: Array) -> Array:
    """1 - tanh(z)², element by element."""
    return 1.0 - a * a


def relu_slope(z: Array, a: Array) -> Array:
    """0 left of the kink, 1 right of it, element by element; in the kink, where there is none, 0 as usual."""
    return np.where(z > 0, 1.0, 0.0)


def softmax(z: Array) -> Array:
    """e^z over the sum of e^z along the last axis: positive, sums to 1 (Bridle 1990). Shifted by the maximum against overflow."""
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return np.asarray(e / e.sum(axis=-1, keepdims=True))


@dataclass(frozen=True)
class Activation:
    """A function of z, as formulas write it and with the numpy source that computes it, as a reader may type it."""

    function: Callable[[Array], Array]
    symbol: str
    code: str


@dataclass(frozen=True)
class Elementwise(Activation):
    """An activation of each z by itself. slope: its derivative, from z and a; slope_code: the same in numpy."""

    slope: Callable[[Array, Array], Array]
    slope_code: str


ELEMENTWISE: dict[str, Elementwise] = {
    "sigmoid": Elementwise(sigmoid, "σ", "1 / (1 + np.exp(-z))", sigmoid_slope, "a * (1 - a)"),
    "tanh": Elementwise(np.tanh, "tanh", "np.tanh(z)", tanh_slope, "1 - a ** 2"),
    "relu": Elementwise(relu, "ReLU", "np.maximum(0, z)", relu_slope, "np.where(z > 0, 1.0, 0.0)"),
    "identity": Elementwise(lambda z: z, "id", "z", lambda z, a: np.ones_like(z), "np.ones_like(z)"),
}
ACTIVATIONS: dict[str, Activation] = {
    **ELEMENTWISE,
    "softmax": Activation(softmax, "softmax", "np.exp(z - z.max()) / np.exp(z - z.max()).sum()"),
}
