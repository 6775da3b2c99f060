"""The calls of the demo of the digits."""

import base64
from typing import Any

import numpy as np

from . import digit_lesson, digits
from .data_sets import FIRST
from .trained import DEFAULT, find
from .translation import LANGUAGES, translator

View = dict[str, Any]
Lesson = dict[str, Any]

__all__ = [
    "classify",
    "count_answers",
    "forward_pass_mnist",
    "ink_of",
    "look_inside",
    "save_network",
    "take_network",
    "thumbnails",
    "while_drawing",
]


def forward_pass_mnist(
    sample: int | None = None,
    pixels: list[int] | None = None,
    label: int | None = None,
    lang: str = LANGUAGES[0],
    network: str = DEFAULT,
    data: str = FIRST,
    drawing: str | None = None,
) -> Lesson:
    """The one view of a test image: pixels are its 784 grey levels, 0 to 255, row by row; label is its true class, where known.

    network: the name of the one that reads it; data: the name of the set that the image is from.
    drawing: the code of a reader's drawing, in place of a test image.
    """
    t, trained = translator(lang), find(network)
    if drawing == "":
        return {"views": [digit_lesson.empty_view(t, trained, data)]}
    return {"views": [digit_lesson.view(_image(sample, pixels, label, data, drawing), t, trained)]}


def look_inside(neuron: str, lang: str = LANGUAGES[0], network: str = DEFAULT, **image: Any) -> View:
    """A neuron of the network that reads an image, by its key in the drawing ("1-3"), and the drawing with it marked. image: as for forward_pass_mnist."""
    from .look_inside import marked_view  # noqa: PLC0415  a demo starts sooner without it

    return marked_view(digits.read(_image(**image), find(network)), neuron, translator(lang))


def while_drawing(ink: str, width: int, is_raw: bool, lang: str, network: str = DEFAULT, data: str = FIRST) -> View:
    """What the pad shows of an unfinished drawing. ink: bytes in base64, 0 to 255, row by row; is_raw: fed as it is, merely shrunk."""
    from .while_drawing import watch  # noqa: PLC0415

    return watch(_rows(ink, width), is_raw, data, find(network), translator(lang))


def ink_of(picture: str, width: int) -> dict[str, str]:
    """The ink of a picture from elsewhere, as while_drawing wants it. picture: four bytes a pixel (red, green, blue, opacity) in base64."""
    from .handwriting import ink_of as ink  # noqa: PLC0415

    return {"ink": base64.b64encode(ink(_rows(picture, 4 * width).reshape(-1, width, 4)).tobytes()).decode()}


def classify(pixels: str | bytes, network: str = DEFAULT) -> dict[str, list[Any]]:
    """The predicted class of each of n images, given as n·784 bytes or those in base64, and its probability."""
    predicted, probabilities = digits.answers(_images(pixels), find(network).network)
    return {"predicted": predicted.tolist(), "probabilities": probabilities.tolist()}


def count_answers(
    labels: str, predicted: list[int], probabilities: list[float], lang: str, data: str = FIRST
) -> dict[str, Any]:
    """What the answers of `classify` to all images of a set come to. labels: a byte an image in base64."""
    from .all_samples import Answers, counted  # noqa: PLC0415  a demo starts sooner without it

    known = digits.labels_from_bytes(base64.b64decode(labels))
    return counted(Answers(known, np.array(predicted, np.int64), np.array(probabilities)), data, translator(lang))


def thumbnails(numbers: list[int], pixels: str, lang: str, data: str = FIRST, **said: list[Any]) -> dict[str, str]:
    """Images to choose from: with labels alone or also what a network predicted a grid, with its probabilities a list with captions."""
    from .thumbnails import Shown, pictures  # noqa: PLC0415

    return {"html": pictures(Shown(numbers, _images(pixels), **said), data, translator(lang))}


def take_network(name: str, content: str, lang: str) -> dict[str, str]:
    """From now on the network in a file, as bytes in base64, has this name. What does not fit comes back as {"refused": message}."""
    from .network_calls import take  # noqa: PLC0415

    return take(name, content, translator(lang))


def save_network(kind: str, network: str = DEFAULT) -> dict[str, str]:
    """A network as a file of a kind, npz, safetensors or json: its name and its bytes in base64."""
    from .network_calls import save  # noqa: PLC0415

    return save(find(network).network, kind)


def _images(pixels: str | bytes) -> digits.Bytes:
    return digits.images_from_bytes(pixels if isinstance(pixels, bytes) else base64.b64decode(pixels))


def _image(
    sample: int | None = None,
    pixels: list[int] | None = None,
    label: int | None = None,
    data: str = FIRST,
    drawing: str | None = None,
) -> digits.Sample:
    if drawing is None:
        return digits.Sample(sample, np.array(pixels), label, data)
    from .packed_digit import decode  # noqa: PLC0415

    return digits.Sample(None, decode(drawing), None, data)


def _rows(data: str, length: int) -> digits.Bytes:
    """Bytes in base64 → (n, length). Raises ValueError where the last row is not whole."""
    values = np.frombuffer(base64.b64decode(data), np.uint8)
    if length < 1 or values.size % length:
        raise ValueError(f"the picture has {values.size} bytes; expected rows of {length}")
    return values.reshape(-1, length)
