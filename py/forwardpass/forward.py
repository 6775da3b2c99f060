"""The forward pass: every pre-activation z and activation a on the way from the input to the output."""

from dataclasses import dataclass

import numpy as np

from .activations import ACTIVATIONS, Array
from .network import Network

MANY = 32  # inputs from which on einsum is faster


@dataclass(frozen=True, eq=False)
class Trace:
    """What a forward pass computed. x: (n_in,); z and a: one array (n_out,) a layer. Batches keep their leading axis."""

    x: Array
    z: tuple[Array, ...]
    a: tuple[Array, ...]

    @property
    def output(self) -> Array:
        return self.a[-1]

    def inputs_of(self, layer: int) -> Array:
        """What layer number `layer` (0 is the first with weights) is fed: x, or the activations before it."""
        return self.x if layer == 0 else self.a[layer - 1]


def forward(network: Network, x: Array) -> Trace:
    """Run x, (n_in,) or (batch, n_in), through the network: z = W·a + b, a = activation(z), layer by layer."""
    if x.shape[-1] != network.sizes[0]:
        raise ValueError(f"the input has {x.shape[-1]} values; expected {network.sizes[0]}, one per input neuron")
    z, a = [], [x]
    for layer in network.layers:
        z.append(weighted_sums(layer.weights, a[-1]) + layer.biases)  # (..., n_out)
        a.append(ACTIVATIONS[layer.activation].function(z[-1]))
    return Trace(x, tuple(z), tuple(a[1:]))


def weighted_sums(weights: Array, a: Array) -> Array:
    """W·a. For a batch of many inputs by einsum: where numpy has no BLAS, as in the browser, that takes half the time of matmul."""
    if a.ndim == 1 or a.shape[-1] < MANY:
        return np.asarray(a @ weights.T)  # (..., n_out)
    return np.asarray(np.einsum("...i,ji->...j", a, weights))  # (..., n_out)
