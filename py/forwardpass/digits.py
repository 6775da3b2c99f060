"""Images of 28 × 28 pixels with their labels, and what a trained network says to one or to many at once."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from .activations import Array
from .data_sets import FIRST, data_set
from .forward import Trace, forward
from .network import Layer, Network
from .trained import Trained, find

if TYPE_CHECKING:
    from pathlib import Path

Bytes = NDArray[np.uint8]

SIDE = 28
PIXELS = SIDE * SIDE
CLASSES = 10
SAMPLES = 10_000
BRIGHTEST = 255
BATCH = 250  # images a pass: as float64 they take 1.6 MB, which stay in a processor's cache
IDX_IMAGES, IDX_LABELS = 2051, 2049  # the magic numbers of LeCun's IDX files: unsigned bytes with three axes, with one


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
        if self.number is not None and not 0 <= self.number < SAMPLES:
            raise ValueError(f"the sample is number {self.number}; expected 0 to {SAMPLES - 1}")
        if self.label is not None and not 0 <= self.label < CLASSES:
            raise ValueError(
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


# --- what networks say


def brightness(pixels: Bytes) -> Array:
    """What the network is fed: bytes 0 to 255 become 0 to 1."""
    return pixels / np.float64(BRIGHTEST)


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
        raise ValueError(f"the images have shape {pixels.shape}; expected (n, {PIXELS}), one image a row")
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


def pixels_from(values: Any) -> Bytes:
    """784 whole numbers from 0 to 255 as one image. Raises ValueError that names the value that does not fit."""
    pixels = np.asarray(values)
    if pixels.shape != (PIXELS,):
        raise ValueError(
            f"the image has {pixels.size} pixels in shape {pixels.shape}; expected {PIXELS} in one row after the other"
        )
    if not np.issubdtype(pixels.dtype, np.number):
        raise ValueError(f"the pixels are of type {pixels.dtype}; expected whole numbers from 0 to {BRIGHTEST}")
    fits = (pixels >= 0) & (pixels <= BRIGHTEST) & (pixels == np.floor(pixels))
    if not fits.all():
        wrong = int(np.argmin(fits))
        raise ValueError(
            f"pixel {wrong} is {pixels[wrong]}; expected a whole number from 0 (black) to {BRIGHTEST} (white)"
        )
    return pixels.astype(np.uint8)


def images_from_bytes(data: bytes) -> Bytes:
    """n * 784 bytes → (n, 784) uint8."""
    if len(data) % PIXELS:
        raise ValueError(f"the images take {len(data)} bytes; expected a multiple of {PIXELS}, one byte a pixel")
    return np.frombuffer(data, np.uint8).reshape(-1, PIXELS)


def labels_from_bytes(data: bytes) -> Bytes:
    """n bytes → (n,) uint8, each a class."""
    labels = np.frombuffer(data, np.uint8)
    if labels.size and labels.max() >= CLASSES:
        wrong = int(labels.argmax())
        raise ValueError(f"label {wrong} is {labels[wrong]}; expected a class from 0 to {CLASSES - 1}")
    return labels


def to_bytes(values: NDArray[Any]) -> bytes:
    """Images or labels, one byte a value, in order."""
    return values.astype(np.uint8).tobytes()


def read_idx(path: "Path") -> Bytes:
    """An MNIST file: images as (n, 784), labels as (n,). The format: http://yann.lecun.com/exdb/mnist, four-byte numbers, then bytes."""
    if not path.exists():
        raise FileNotFoundError(f"{path} is missing; expected a file of the MNIST set: run `npm ci`, which brings it")
    data = path.read_bytes()
    magic, count = (int.from_bytes(data[start : start + 4], "big") for start in (0, 4))
    if magic not in (IDX_IMAGES, IDX_LABELS):
        raise ValueError(
            f"{path} begins with {magic}; expected {IDX_IMAGES} (images) or {IDX_LABELS} (labels): is it an unpacked IDX file?"
        )
    values = images_from_bytes(data[16:]) if magic == IDX_IMAGES else labels_from_bytes(data[8:])
    if len(values) != count:
        raise ValueError(f"{path} holds {len(values)} items; expected {count}, as its head says: is it cut off?")
    return values
