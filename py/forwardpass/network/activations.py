"""Activation functions in numbers: what a layer does to its pre-activations z to get its activations a, and how steeply.

A function of each z by itself has a derivative here, which backpropagation multiplies by. The softmax has none: each of its outputs depends on all z.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import inf

import numpy as np
from numpy.typing import NDArray

Array = NDArray[np.float64]


@dataclass(frozen=True, kw_only=True)
class Activation:
    """How activations a are computed from pre-activations z, arrays of any shape.

    function: z → a, of the same shape.
    code: the same as a line of numpy that a reader may type.
    bounds: what no a is below, and none above.
    aliases: what other libraries call it, in lower case.
    """

    function: Callable[[Array], Array]
    code: str
    bounds: tuple[float, float] = (-inf, inf)
    aliases: tuple[str, ...] = ()

    @property
    def changes_nothing(self) -> bool:
        """Whether a is z, so that nothing needs to be computed."""
        return self.code == "z"


@dataclass(frozen=True, kw_only=True)
class Elementwise(Activation):
    """An activation of each z by itself.

    derivative: (z, a) → da/dz, element by element; of the two it takes the one that is less work.
    derivative_code: the same in numpy.
    """

    derivative: Callable[[Array, Array], Array]
    derivative_code: str


def sigmoid(z: Array) -> Array:
    """σ(z) = 1 / (1 + e^-z), between 0 and 1. e is only raised to what is not positive: nothing overflows, whatever z."""
    e = np.exp(-np.abs(z))
    return np.where(z >= 0, 1.0, e) / (1.0 + e)


def relu(z: Array) -> Array:
    """max(0, z): the rectified linear unit (Nair and Hinton 2010)."""
    return np.maximum(z, 0.0)


LEAK = 0.01  # as PyTorch has it by default


def leaky_relu(z: Array) -> Array:
    """max(0.01 z, z): like the ReLU, but what is negative leaks through, so that the slope is never 0 (Maas, Hannun and Ng 2013)."""
    return np.maximum(LEAK * z, z)


def softmax(z: Array) -> Array:
    """e^z over the sum of e^z along the last axis: positive, sums to 1 (Bridle 1990). Shifted by the maximum against overflow."""
    e = np.exp(z - z.max(axis=-1, keepdims=True))
    return np.asarray(e / e.sum(axis=-1, keepdims=True))


ELEMENTWISE: dict[str, Elementwise] = {
    "sigmoid": Elementwise(
        function=sigmoid,
        code="1 / (1 + np.exp(-z))",
        derivative=lambda z, a: a * (1.0 - a),
        derivative_code="a * (1 - a)",
        bounds=(0.0, 1.0),
        aliases=("logistic", "logsig", "expit"),
    ),
    "tanh": Elementwise(
        function=np.tanh,
        code="np.tanh(z)",
        derivative=lambda z, a: 1.0 - a * a,
        derivative_code="1 - a ** 2",
        bounds=(-1.0, 1.0),
        aliases=("tansig", "hyperbolic tangent"),
    ),
    "relu": Elementwise(
        function=relu,
        code="np.maximum(0, z)",
        derivative=lambda z, a: np.where(z > 0, 1.0, 0.0),  # in the kink, where there is none, 0 as usual
        derivative_code="np.where(z > 0, 1.0, 0.0)",
        bounds=(0.0, inf),
        aliases=("rectifier", "rectified linear", "poslin"),
    ),
    "leaky_relu": Elementwise(
        function=leaky_relu,
        code="np.maximum(0.01 * z, z)",
        derivative=lambda z, a: np.where(z > 0, 1.0, LEAK),
        derivative_code="np.where(z > 0, 1.0, 0.01)",
        aliases=("leakyrelu", "leaky relu", "lrelu"),
    ),
    "identity": Elementwise(
        function=lambda z: z,
        code="z",
        derivative=lambda z, a: np.ones_like(z),
        derivative_code="np.ones_like(z)",
        aliases=("linear", "none", "id", "purelin", "passthrough"),
    ),
}
ACTIVATIONS: dict[str, Activation] = {
    **ELEMENTWISE,
    "softmax": Activation(
        function=softmax,
        code="np.exp(z - z.max()) / np.exp(z - z.max()).sum()",
        bounds=(0.0, 1.0),
    ),
}
