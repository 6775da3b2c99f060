"""The calls of the demo of the digits."""

from typing import TYPE_CHECKING

import numpy as np

from ..errors import WrongArgument
from ..files import report, saving
from ..files.encoded import from_base64
from ..images.pixels import Bytes, classes_from, images_from_bytes, labels_from_bytes
from ..words.catalogs import LANGUAGES, translator
from . import own_network, script, view
from .data_sets import FIRST
from .follow import view as following
from .inside import grid
from .inside import view as inside
from .pad import address, brought
from .pad import view as pad
from .reading import Sample, answers, read
from .samples import count
from .samples import thumbnails as captioned
from .trained import DEFAULT, find, is_own

if TYPE_CHECKING:
    from .. import messages as m

__all__ = [
    "classify",
    "count_answers",
    "follow",
    "forward_pass_mnist",
    "hidden_neurons",
    "image_script",
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
) -> "m.ImageLesson":
    """The one view of a test image: pixels are its 784 grey levels, 0 to 255, row by row; label is its true class, where known.

    network: the name of the one that reads it; data: the name of the set that the image is from.
    drawing: the code of a reader's drawing, in place of a test image.
    """
    t, trained = translator(lang), find(network)
    if drawing == "":
        return {"views": [view.empty_view(t, trained, data)]}
    return {"views": [view.view(_image(sample, pixels, label, data, drawing), t, trained)]}


def image_script(
    sample: int | None = None,
    pixels: list[int] | None = None,
    label: int | None = None,
    lang: str = LANGUAGES[0],
    network: str = DEFAULT,
    data: str = FIRST,
    drawing: str | None = None,
) -> "m.Script":
    """What the network says to an image, as a script for plain numpy. The arguments are those of forward_pass_mnist."""
    reading = read(_image(sample, pixels, label, data, drawing), find(network))
    return {"code": script.script(reading, translator(lang))}


def look_inside(
    neuron: str,
    lang: str = LANGUAGES[0],
    network: str = DEFAULT,
    sample: int | None = None,
    pixels: list[int] | None = None,
    label: int | None = None,
    data: str = FIRST,
    drawing: str | None = None,
) -> "m.MarkedInside":
    """A neuron of the network that reads an image, by its key in the drawing ("1-3"), and the drawing with it marked. The rest as for forward_pass_mnist."""
    return inside.marked_view(
        read(_image(sample, pixels, label, data, drawing), find(network)), neuron, translator(lang)
    )


def hidden_neurons(
    lang: str = LANGUAGES[0],
    network: str = DEFAULT,
    sample: int | None = None,
    pixels: list[int] | None = None,
    label: int | None = None,
    data: str = FIRST,
    drawing: str | None = None,
) -> "m.Html":
    """All hidden neurons of the network that reads an image, as buttons. The arguments as for forward_pass_mnist."""
    return {"html": grid.grid(read(_image(sample, pixels, label, data, drawing), find(network)), translator(lang))}


def follow(
    lang: str = LANGUAGES[0],
    network: str = DEFAULT,
    sample: int | None = None,
    pixels: list[int] | None = None,
    label: int | None = None,
    data: str = FIRST,
    drawing: str | None = None,
    neuron: str | None = None,
    voted: int | None = None,
    rival: int | None = None,
) -> "m.FollowLesson":
    """The lesson that follows an image through a network, step by step. neuron, voted, rival: what is looked at more closely; the rest as for forward_pass_mnist."""
    reading = read(_image(sample, pixels, label, data, drawing), find(network))
    return following.lesson(reading, neuron, voted, rival, translator(lang))


def while_drawing(
    ink: str, width: int, is_raw: bool, lang: str, network: str = DEFAULT, data: str = FIRST
) -> "m.Watched":
    """What the pad shows of an unfinished drawing. ink: bytes in base64, 0 to 255, row by row; is_raw: fed as it is, merely shrunk."""
    return pad.watch(_rows(ink, width), is_raw, data, find(network), translator(lang))


def ink_of(
    picture: str,
    width: int,
    lang: str = LANGUAGES[0],
    crop: list[float] | None = None,
    turns: int = 0,
    is_bright: bool | None = None,
) -> "m.Ink":
    """The ink of a picture from elsewhere, as while_drawing wants it, and what was taken for it. picture: four bytes a pixel (red, green, blue, opacity) in base64.

    What the reader knows better: crop, the left, top, right and bottom of what to look at, 0 to 1; turns, quarters clockwise, before that; is_bright, whether the ink is brighter than the paper.
    """
    return brought.bring(_rows(picture, 4 * width).reshape(-1, width, 4), crop, turns, is_bright, translator(lang))


def classify(pixels: str | bytes, network: str = DEFAULT) -> "m.Classified":
    """The predicted class of each of n images, given as n·784 bytes or those in base64, and its probability."""
    predicted, probabilities = answers(_images(pixels), find(network).network)
    return {"predicted": predicted.tolist(), "probabilities": probabilities.tolist()}


def count_answers(
    labels: str,
    predicted: list[int],
    lang: str,
    data: str = FIRST,
    network: str = DEFAULT,
    probabilities: list[float] | None = None,
) -> "m.Counted":
    """What the answers of `classify` to all images of a set come to. labels: a byte an image in base64; network: whose answers they are, by name."""
    known = None if probabilities is None else np.array(probabilities)
    said = count.Answers(labels_from_bytes(from_base64(labels)), classes_from(predicted), known)
    return count.counted(said, data, translator(lang), is_own(network))


def thumbnails(
    numbers: list[int],
    pixels: str,
    labels: list[int],
    lang: str,
    data: str = FIRST,
    predicted: list[int] | None = None,
    probabilities: list[float] | None = None,
) -> "m.Html":
    """Images to choose from: with labels alone or also what a network predicted a grid, with its probabilities a list with captions."""
    shown = captioned.Shown(numbers, _images(pixels), labels, predicted, probabilities)
    return {"html": captioned.pictures(shown, data, translator(lang))}


def take_network(
    name: str,
    content: str,
    lang: str,
    way: str | None = None,
    activations: list[str] | None = None,
    pixels: str | None = None,
) -> "m.TakenNetwork":
    """From now on the network in a file, as bytes in base64, has this name. Raises WrongFile, with the lines that make a file that fits, where there are some.

    way, activations, pixels: what the menus say; they are those of files.report.
    """
    return own_network.take(name, content, report.choices_from(way, activations, pixels), translator(lang))


def save_network(kind: str, network: str = DEFAULT) -> "m.SavedFile":
    """A network as a file of a kind, npz, safetensors or json: its name and its bytes in base64."""
    trained = find(network)
    return saving.save(trained.taken or trained.network, kind)


def _images(pixels: str | bytes) -> Bytes:
    return images_from_bytes(pixels if isinstance(pixels, bytes) else from_base64(pixels))


def _image(sample: int | None, pixels: list[int] | None, label: int | None, data: str, drawing: str | None) -> Sample:
    if drawing is None:
        if pixels is None:
            raise WrongArgument("neither pixels nor the code of a drawing; expected one of them")
        return Sample(sample, np.array(pixels), label, data)
    return Sample(None, address.decode(drawing), None, data)


def _rows(data: str, length: int) -> Bytes:
    """Bytes in base64 → (n, length), n > 0. Raises WrongArgument where the last row is not whole."""
    values = np.frombuffer(from_base64(data), np.uint8)
    if length < 1 or values.size % length or not values.size:
        raise WrongArgument(f"the picture has {values.size} bytes; expected whole rows of {length}, at least one")
    return values.reshape(-1, length)
