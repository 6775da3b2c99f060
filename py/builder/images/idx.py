"""The IDX files that MNIST comes in."""

from pathlib import Path

from forwardpass.images.pixels import Bytes, images_from_bytes, labels_from_bytes

IDX_IMAGES, IDX_LABELS = 2051, 2049  # the magic numbers of LeCun's IDX files: unsigned bytes with three axes, with one


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
