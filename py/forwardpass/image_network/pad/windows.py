"""What stands in a window round each pixel of a picture: the brightest, the darkest, the mean. Beyond its rim a picture goes on as it ends."""

from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ...network.activations import Array

Mask = NDArray[np.bool_]
Pixels = NDArray[Any]


def brightest(picture: Pixels, reach: int) -> Pixels:
    """The largest value within reach of each pixel, in a square of 2·reach + 1."""
    return _both_ways(picture, lambda rows: _largest(_continued(rows, reach), 2 * reach + 1))


def darkest(picture: Pixels, reach: int) -> Pixels:
    return np.asarray(-brightest(-picture, reach))


def mean(picture: Array, reach: int) -> Array:
    return _both_ways(picture, lambda rows: _average(_continued(rows, reach), 2 * reach + 1))


def grown(mask: Mask, reach: int) -> Mask:
    return brightest(mask.astype(np.int8), reach) > 0


def shrunk(mask: Mask, reach: int) -> Mask:
    return darkest(mask.astype(np.int8), reach) > 0


def _both_ways(picture: Pixels, along_rows: Callable[[Pixels], Pixels]) -> Pixels:
    return along_rows(along_rows(picture).T).T


def _continued(rows: Pixels, reach: int) -> Pixels:
    return np.pad(rows, ((reach, reach), (0, 0)), mode="edge")


def _largest(rows: Pixels, size: int) -> Pixels:
    """Of size rows from each on. A window of twice the size is the larger of two, so few steps reach any size."""
    span = 1
    while 2 * span <= size:
        rows, span = np.maximum(rows[:-span], rows[span:]), 2 * span
    return np.maximum(rows[: len(rows) - size + span], rows[size - span :])


def _average(rows: Array, size: int) -> Array:
    """Of size rows from each on, as differences of running sums."""
    sums = np.concatenate([np.zeros_like(rows[:1]), np.cumsum(rows, axis=0)])
    return np.asarray((sums[size:] - sums[:-size]) / size)
