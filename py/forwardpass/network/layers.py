"""What a network is made of: dense layers of weights and biases, one after the other. Plain data that is never changed; `forward` computes with it."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np

from .activations import ACTIVATIONS, Array

if TYPE_CHECKING:
    from ..messages import LayerNumbers, NetworkNumbers


@dataclass(frozen=True, eq=False)
class Layer:
    """One dense layer: every neuron is connected to every input. It turns an input x, (n_in,), into activation(W·x + b), (n_out,).

    weights: W, (n_out, n_in): in row i and column j the weight from input j to neuron i.
    biases: b, (n_out,): one a neuron.
    activation: a name from ACTIVATIONS.
    Raises ValueError where the shapes do not fit, or for a name that is not there.
    """

    weights: Array
    biases: Array
    activation: str

    def __post_init__(self) -> None:
        if self.weights.ndim != 2:
            raise ValueError(f"weights have shape {self.weights.shape}; expected two axes (n_out, n_in)")
        if self.biases.shape != (self.n_out,):
            raise ValueError(
                f"biases have shape {self.biases.shape}; expected ({self.n_out},), one per row of the weights"
            )
        if self.activation not in ACTIVATIONS:
            raise ValueError(f"unknown activation {self.activation!r}; expected one of {', '.join(ACTIVATIONS)}")

    @property
    def n_out(self) -> int:
        """How many neurons it has, each of which gives one value."""
        return int(self.weights.shape[0])

    @property
    def n_in(self) -> int:
        """How many values it takes."""
        return int(self.weights.shape[1])

    def as_data(self) -> "LayerNumbers":
        """The layer as JSON-able data."""
        return {"weights": self.weights.tolist(), "biases": self.biases.tolist(), "activation": self.activation}


@dataclass(frozen=True, eq=False)
class Network:
    """Dense layers in order, each fed by the one before: layers[0] takes the input, layers[-1] gives the output.

    Raises ValueError where two of them do not fit.
    """

    layers: tuple[Layer, ...]

    def __post_init__(self) -> None:
        for number, (before, after) in enumerate(pairwise(self.layers), start=2):
            if after.n_in != before.n_out:
                raise ValueError(
                    f"layer {number} takes {after.n_in} values; expected {before.n_out}, what the layer before gives"
                )

    @property
    def sizes(self) -> tuple[int, ...]:
        """Neurons per layer, inputs first: (3, 2, 1)."""
        return (self.layers[0].n_in, *(layer.n_out for layer in self.layers))

    def as_data(self) -> "NetworkNumbers":
        """The network as JSON-able data: {"layers": [...]}."""
        return {"layers": [layer.as_data() for layer in self.layers]}


def dense(weights: Sequence[Sequence[float]], biases: Sequence[float], activation: str) -> Layer:
    """A layer from plain lists, its arrays made read-only. weights: a row a neuron."""
    w, b = np.array(weights, dtype=np.float64), np.array(biases, dtype=np.float64)
    w.setflags(write=False)
    b.setflags(write=False)
    return Layer(w, b, activation)
