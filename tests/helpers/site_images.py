"""The test images as the built site has them."""

from pathlib import Path

from forwardpass.images.pixels import PIXELS


def read_classes(file: Path) -> bytes:
    """A class for each image, without the sum behind."""
    return file.read_bytes()[:-4]


def read_sample(mnist: Path, sample: int) -> tuple[list[int], int]:
    """The grey levels of a test image and its true class, from the folder of the digits."""
    images, labels = mnist / "images", mnist / "labels.bin"
    per_file = (images / "0.bin").stat().st_size // PIXELS
    number, place = divmod(sample, per_file)
    pixels = (images / f"{number}.bin").read_bytes()[place * PIXELS : (place + 1) * PIXELS]
    return list(pixels), labels.read_bytes()[sample]
