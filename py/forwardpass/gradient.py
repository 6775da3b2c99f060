"""Backpropagation: how fast the squared error of a network grows with each of its weights and biases."""

from dataclasses import dataclass

import numpy as np

from .activations import ELEMENTWISE, Array
from .forward import Trace
from .network import Network


@dataclass(frozen=True, eq=False)
class Gradient:
    """Slopes of the error, shaped like the parameters. weights: (n_out, n_in) a layer; biases: (n_out,) a layer."""

    weights: tuple[Array, ...]
    biases: tuple[Array, ...]


def gradient(network: Network, trace: Trace, y: Array) -> Gradient:
    """∂E/∂W and ∂E/∂b of every layer, for E = Σ (y - ŷ)² (Rumelhart, Hinton and Williams 1986). trace: a forward pass; y: (n_out,).

    Raises ValueError for an activation that is no function of each z by itself, as the softmax.
    """
    weights: list[Array] = []
    biases: list[Array] = []
    upstream = 2 * (trace.output - y)  # ∂E/∂a of the layer, (n_out,)
    for layer in reversed(range(len(network.layers))):
        delta = upstream * _slope(network, trace, layer)  # ∂E/∂z, (n_out,)
        weights.insert(0, np.outer(delta, trace.inputs_of(layer)))
        biases.insert(0, delta)
        upstream = network.layers[layer].weights.T @ delta
    return Gradient(tuple(weights), tuple(biases))


def _slope(network: Network, trace: Trace, layer: int) -> Array:
    name = network.layers[layer].activation
    if name not in ELEMENTWISE:
        raise ValueError(f"no gradient for the activation {name!r}; expected one of {', '.join(ELEMENTWISE)}")
    return ELEMENTWISE[name].slope(trace.z[layer], trace.a[layer])
