"""The network: layers of weights and biases. Plain data, frozen; it imports nothing of the project but the activation table."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np

from .activations import ACTIVATIONS, ELEMENTWISE, Array

MOST_LAYERS, MOST_NEURONS = 4, 6  # layers with weights; neurons in a column, inputs included


@dataclass(frozen=True)
class Architecture:
    """The shape of a small network: neurons per column, inputs first, and the activation of each layer with weights.

    Raises ValueError for what the lesson cannot show.
    """

    sizes: tuple[int, ...] = (3, 2, 1)
    activations: tuple[str, ...] = ("sigmoid", "sigmoid")

    def __post_init__(self) -> None:
        if not 2 <= len(self.sizes) <= MOST_LAYERS + 1:
            raise ValueError(f"{len(self.sizes)} columns of neurons; expected 2 to {MOST_LAYERS + 1}")
        for size in self.sizes:
            if not 1 <= size <= MOST_NEURONS:
                raise ValueError(f"{size} neurons in a column; expected 1 to {MOST_NEURONS}")
        if len(self.activations) != len(self.sizes) - 1:
            raise ValueError(f"{len(self.activations)} activations; expected {len(self.sizes) - 1}, one a layer")
        for activation in self.activations:
            if activation not in ELEMENTWISE:
                raise ValueError(f"unknown activation {activation!r}; expected one of {', '.join(ELEMENTWISE)}")


@dataclass(frozen=True, eq=False)
class Layer:
    """One dense layer.

    weights: (n_out, n_in), the weight from input j to neuron i in row i, column j.
    biases: (n_out,).
    activation: a name from ACTIVATIONS.
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
        return int(self.weights.shape[0])

    @property
    def n_in(self) -> int:
        return int(self.weights.shape[1])

    def as_data(self) -> dict[str, Any]:
        """The layer as JSON-able data."""
        return {"weights": self.weights.tolist(), "biases": self.biases.tolist(), "activation": self.activation}


@dataclass(frozen=True, eq=False)
class Network:
    """Dense layers in order, each fed by the one before. Raises ValueError where two of them do not fit."""

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

    def as_data(self) -> dict[str, Any]:
        """The network as JSON-able data: {"layers": [...]}."""
        return {"layers": [layer.as_data() for layer in self.layers]}


def dense(weights: Sequence[Sequence[float]], biases: Sequence[float], activation: str) -> Layer:
    """A layer from plain lists, its arrays made read-only."""
    w, b = np.array(weights, dtype=np.float64), np.array(biases, dtype=np.float64)
    w.setflags(write=False)
    b.setflags(write=False)
    return Layer(w, b, activation)
