"""Test images as bytes: their sizes, their grey levels, and the ways between bytes and arrays."""

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import WrongArgument
from ..network.activations import Array

Bytes = NDArray[np.uint8]


SIDE = 28


PIXELS = SIDE * SIDE


CLASSES = 10


SAMPLES = 10_000


BRIGHTEST = 255


def brightness(pixels: Bytes) -> Array:
    """What the network is fed: bytes 0 to 255 become 0 to 1."""
    return pixels / np.float64(BRIGHTEST)


def pixels_from(values: Any) -> Bytes:
    """784 whole numbers from 0 to 255 as one image. Raises ValueError that names the value that does not fit."""
    pixels = np.asarray(values)
    if pixels.shape != (PIXELS,):
        raise WrongArgument(
            f"the image has {pixels.size} pixels in shape {pixels.shape}; expected {PIXELS} in one row after the other"
        )
    if not np.issubdtype(pixels.dtype, np.number):
        raise WrongArgument(f"the pixels are of type {pixels.dtype}; expected whole numbers from 0 to {BRIGHTEST}")
    fits = (pixels >= 0) & (pixels <= BRIGHTEST) & (pixels == np.floor(pixels))
    if not fits.all():
        wrong = int(np.argmin(fits))
        raise WrongArgument(
            f"pixel {wrong} is {pixels[wrong]}; expected a whole number from 0 (black) to {BRIGHTEST} (white)"
        )
    return pixels.astype(np.uint8)


def images_from_bytes(data: bytes) -> Bytes:
    """n * 784 bytes → (n, 784) uint8."""
    if len(data) % PIXELS:
        raise WrongArgument(f"the images take {len(data)} bytes; expected a multiple of {PIXELS}, one byte a pixel")
    return np.frombuffer(data, np.uint8).reshape(-1, PIXELS)


def labels_from_bytes(data: bytes) -> Bytes:
    """n bytes → (n,) uint8, each a class."""
    check_classes(data)
    return np.frombuffer(data, np.uint8)


def classes_from(numbers: Sequence[int]) -> NDArray[np.int64]:
    """(n,), each a class."""
    check_classes(numbers)
    return np.array(numbers, np.int64)


def check_classes(numbers: Iterable[int]) -> None:
    """Raises WrongArgument that names the one that is no class."""
    for place, number in enumerate(numbers):
        if not 0 <= number < CLASSES:
            raise WrongArgument(f"label {place} is {number}; expected a class from 0 to {CLASSES - 1}")


def check_sample(number: int) -> None:
    """Raises WrongArgument where there is no test image of that number."""
    if not 0 <= number < SAMPLES:
        raise WrongArgument(f"the sample is number {number}; expected 0 to {SAMPLES - 1}")


def check_probabilities(values: Iterable[float]) -> None:
    """Raises WrongArgument that names the one that is none."""
    for place, value in enumerate(values):
        if not 0 <= value <= 1:
            raise WrongArgument(f"probability {place} is {value}; expected a number from 0 to 1")


def to_bytes(values: NDArray[Any]) -> bytes:
    """Images or labels, one byte a value, in order."""
    return values.astype(np.uint8).tobytes()
