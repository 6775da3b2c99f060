"""The forward pass: every pre-activation z and activation a on the way from the input to the output.

With a⁽⁰⁾ = x, each layer l = 1, 2, … computes z⁽ˡ⁾ = W⁽ˡ⁾·a⁽ˡ⁻¹⁾ + b⁽ˡ⁾ and a⁽ˡ⁾ = activation(z⁽ˡ⁾). The last a is the output ŷ.
"""

from dataclasses import dataclass

import numpy as np

from .activations import ACTIVATIONS, Array
from .layers import Network

MANY = 32  # inputs from which on einsum is faster


@dataclass(frozen=True, eq=False)
class Trace:
    """What a forward pass computed.

    x: the input, (n_in,).
    z, a: the pre-activations and the activations, an array (n_out,) a layer; z[0] and a[0] are those of the first layer with weights.
    Of a batch, each array has one leading axis more: (batch, n_in), (batch, n_out).
    """

    x: Array
    z: tuple[Array, ...]
    a: tuple[Array, ...]

    @property
    def output(self) -> Array:
        """ŷ, the activations of the last layer."""
        return self.a[-1]

    def inputs_of(self, layer: int) -> Array:
        """What layer number `layer` (0 is the first with weights) is fed: x, or the activations before it."""
        return self.x if layer == 0 else self.a[layer - 1]


def forward(network: Network, x: Array) -> Trace:
    """Run an input x, (n_in,), or a batch of them, (batch, n_in), through the network. Raises ValueError for another length."""
    if x.shape[-1] != network.sizes[0]:
        raise ValueError(f"the input has {x.shape[-1]} values; expected {network.sizes[0]}, one per input neuron")
    z, a = [], [x]
    for layer in network.layers:
        z.append(weighted_sums(layer.weights, a[-1]) + layer.biases)  # (..., n_out)
        a.append(ACTIVATIONS[layer.activation].function(z[-1]))  # (..., n_out)
    return Trace(x, tuple(z), tuple(a[1:]))


def weighted_sums(weights: Array, a: Array) -> Array:
    """W·a: (n_out, n_in) and (..., n_in) → (..., n_out).

    For a batch of many inputs by einsum: where numpy has no BLAS, as in the browser, that takes half the time of matmul.
    """
    if a.ndim == 1 or a.shape[-1] < MANY:
        return np.asarray(a @ weights.T)
    return np.asarray(np.einsum("...i,ji->...j", a, weights))
