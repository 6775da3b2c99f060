"""Images of 28 × 28 pixels with their labels, and what a trained network says to one or to many at once."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..errors import WrongArgument
from ..images.pixels import BRIGHTEST, CLASSES, PIXELS, Bytes, brightness, check_sample, pixels_from
from ..network.activations import Array
from ..network.forward import Trace, forward
from ..network.layers import Layer, Network
from .data_sets import FIRST, data_set
from .trained import Trained, find

BATCH = 250  # images a pass: as float64 they take 1.6 MB, which stay in a processor's cache


@dataclass(frozen=True, eq=False)
class Sample:
    """One of the 10,000 test images of a data set; or a drawing, which has no number.

    pixels: (784,) uint8, row by row, 0 is black and 255 is white ink; made from any 784 such whole numbers.
    label: the true class, None where it is not known.
    data: the name of the set.
    """

    number: int | None
    pixels: Bytes
    label: int | None = None
    data: str = FIRST

    def __post_init__(self) -> None:
        data_set(self.data)
        if self.number is not None:
            check_sample(self.number)
        if self.label is not None and not 0 <= self.label < CLASSES:
            raise WrongArgument(
                f"the label is {self.label}; expected a class from 0 to {CLASSES - 1}, or None where it is not known"
            )
        object.__setattr__(self, "pixels", pixels_from(self.pixels))


@dataclass(frozen=True, eq=False)
class Reading:
    """What a network makes of a sample."""

    sample: Sample
    trained: Trained
    trace: Trace

    @property
    def network(self) -> Network:
        return self.trained.network

    @property
    def probabilities(self) -> list[float]:
        return [float(p) for p in self.trace.output]

    @property
    def ranking(self) -> list[int]:
        """The classes, most probable first."""
        return sorted(range(CLASSES), key=lambda digit: -self.trace.output[digit])

    @property
    def predicted(self) -> int:
        return self.ranking[0]

    @property
    def is_right(self) -> bool:
        return self.predicted == self.sample.label

    def importance(self, layer: int) -> Array:
        """How much each neuron of a hidden layer has to say: the size of what it sends on, to the answer or, from an earlier layer, to all neurons after it."""
        weights = np.abs(self.network.layers[layer + 1].weights)
        is_last = layer == len(self.network.layers) - 2
        sent: Array = np.abs(self.trace.a[layer]) * (weights[self.predicted] if is_last else weights.sum(axis=0))
        return sent

    def most_important(self, layer: int, count: int) -> tuple[int, ...]:
        """So many neurons of a hidden layer, or all there are; in their order."""
        return tuple(sorted(np.argsort(-self.importance(layer), kind="stable")[:count].tolist()))


# --- what networks say


def read(sample: Sample, trained: Trained | None = None) -> Reading:
    """The forward pass of a sample; through the default network where none is given."""
    trained = trained or find()
    return Reading(sample, trained, forward(trained.network, brightness(sample.pixels)))


def predict(pixels: Bytes, network: Network | None = None) -> NDArray[np.int64]:
    """The class with the largest probability for each image. pixels: (n, 784) uint8 → (n,)."""
    return answers(pixels, network)[0]


def answers(pixels: Bytes, network: Network | None = None) -> tuple[NDArray[np.int64], Array]:
    """The class with the largest probability for each image, and that probability. pixels: (n, 784) uint8 → (n,), (n,)."""
    if pixels.ndim != 2 or pixels.shape[1] != PIXELS:
        raise WrongArgument(f"the images have shape {pixels.shape}; expected (n, {PIXELS}), one image a row")
    fed_bytes = for_bytes(network or find().network)
    outputs = [forward(fed_bytes, batch.astype(np.float64)).output for batch in _batches(pixels)]
    probabilities = np.concatenate(outputs) if outputs else np.zeros((0, CLASSES))  # (n, 10)
    return probabilities.argmax(axis=1), probabilities.max(axis=1)


def for_bytes(network: Network) -> Network:
    """The same network for bytes as they are: its first weights are divided, and not each of many pixels."""
    first, *others = network.layers
    return Network((Layer(first.weights / BRIGHTEST, first.biases, first.activation), *others))


def _batches(pixels: Bytes) -> Iterator[Bytes]:
    return (pixels[start : start + BATCH] for start in range(0, len(pixels), BATCH))


# --- images and labels ⇄ numbers and bytes
