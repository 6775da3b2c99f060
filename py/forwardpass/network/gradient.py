"""Backpropagation (Rumelhart, Hinton and Williams 1986): how fast the squared error grows with each weight and bias.

For E = Σ (y - ŷ)², from the last layer back to the first, with ⊙ element by element:

    ∂E/∂a = 2 (ŷ - y)                   of the last layer; ∂E/∂a⁽ˡ⁾ = W⁽ˡ⁺¹⁾ᵀ · ∂E/∂z⁽ˡ⁺¹⁾ of any other
    ∂E/∂z = ∂E/∂a ⊙ activation′(z)      what is called δ
    ∂E/∂W = δ · aᵀ                      with the activations a that the layer is fed
    ∂E/∂b = δ
"""

from dataclasses import dataclass

import numpy as np

from .activations import ELEMENTWISE, Array
from .forward import Trace
from .layers import Network


@dataclass(frozen=True, eq=False)
class Gradient:
    """The slopes of the error, shaped like the parameters, layer by layer.

    weights: ∂E/∂W, (n_out, n_in) each; biases: ∂E/∂b, (n_out,) each.
    """

    weights: tuple[Array, ...]
    biases: tuple[Array, ...]


def gradient(network: Network, trace: Trace, y: Array) -> Gradient:
    """∂E/∂W and ∂E/∂b of every layer. trace: the forward pass of one input; y: what should have come out, (n_out,).

    Raises ValueError for an activation that is no function of each z by itself, as the softmax.
    """
    weights: list[Array] = []
    biases: list[Array] = []
    upstream = 2 * (trace.output - y)  # ∂E/∂a of the layer, (n_out,)
    for layer in reversed(range(len(network.layers))):
        delta = upstream * _derivative(network, trace, layer)  # ∂E/∂z, (n_out,)
        weights.insert(0, np.outer(delta, trace.inputs_of(layer)))  # (n_out, n_in)
        biases.insert(0, delta)
        upstream = network.layers[layer].weights.T @ delta  # ∂E/∂a of the layer before, (n_in,)
    return Gradient(tuple(weights), tuple(biases))


def _derivative(network: Network, trace: Trace, layer: int) -> Array:
    """activation′(z) of a layer, (n_out,)."""
    name = network.layers[layer].activation
    if name not in ELEMENTWISE:
        raise ValueError(f"no gradient for the activation {name!r}; expected one of {', '.join(ELEMENTWISE)}")
    return ELEMENTWISE[name].derivative(trace.z[layer], trace.a[layer])
