"""What a file comes to before anybody asks what it means: its arrays by name, and its own words beside them."""

import math
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from ..errors import Refused
from ..words.catalogs import N_

Numbers = NDArray[Any]

MOST_BYTES = 20_000_000  # of a file, and of what a compressed one becomes
MOST_ARRAYS = 200
LARGEST = 1e6  # of a weight: beyond it, sums may overflow
LONGEST_NAME = 40  # characters of a stranger's name in a sentence


@dataclass
class Arrays:
    """The arrays of a file, in its order.

    words: what the file says beside them, by name: text, lists of text and single numbers.
    layout: whose layout it is, where that is known. is_ordered: whether the order is meant, as in a list of layers.
    """

    by_name: dict[str, Numbers] = field(default_factory=dict)
    words: dict[str, Any] = field(default_factory=dict)
    layout: str = ""
    is_ordered: bool = False


def shortened(name: object) -> str:
    """A stranger's name or word as a sentence can hold it."""
    return "".join(letter for letter in str(name)[:LONGEST_NAME] if letter.isprintable())


def shaped(name: str, data: bytes, kind: np.dtype[Any], shape: tuple[int, ...]) -> Numbers:
    """The numbers in a row. Raises Refused where there are not as many as the shape says."""
    if math.prod(shape) * kind.itemsize != len(data):
        raise Refused(
            N_(
                "Array “{name}” has shape {shape}, but the file holds a different number of values for it. Is it cut off?"
            ),
            name=shortened(name),
            shape=shape,
        )
    return np.frombuffer(data, kind)


def checked(name: str, values: Numbers) -> Numbers:
    """As float64, read-only. Raises Refused where something is no number or too large a one."""
    if values.dtype.kind not in "fiu":
        raise no_array(name)
    numbers = np.array(values, dtype=np.float64)
    if not (np.abs(numbers) <= LARGEST).all():  # false also for what is not a number
        raise Refused(
            N_("Array “{name}” holds a value that is not a number, or is beyond ±{largest}."),
            name=shortened(name),
            largest=f"{LARGEST:.0f}",
        )
    numbers.setflags(write=False)
    return numbers


def no_array(name: str) -> Refused:
    return Refused(
        N_("Array “{name}” is not an array of numbers with rows of equal length."),
        name=shortened(name),
    )
