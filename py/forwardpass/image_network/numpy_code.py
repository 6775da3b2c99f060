"""The numpy lines behind a reading: they run as they stand and compute the prediction, step by step. Comments are in the reader's language."""

import re
from collections.abc import Iterator
from gettext import NullTranslations

from ..images.pixels import PIXELS, SIDE, to_bytes
from ..network.activations import ACTIVATIONS
from .reading import Reading, Sample
from .trained import DEFAULT, is_own


def code(reading: Reading, t: NullTranslations) -> str:
    """Set-up and computation. A network that a reader brought is expected beside the code, as the page saves it: network.npz."""
    computed = steps(reading, "layers[{index}].weights", "layers[{index}].biases")
    return "\n".join((*set_up(reading, t), "", *computed))


def set_up(reading: Reading, t: NullTranslations) -> Iterator[str]:
    yield "import numpy as np"
    yield from _imports(reading.trained.name)
    yield ""
    yield from image_lines(reading, t)
    yield f"layers = {_network(reading.trained.name)}.layers"


def image_lines(reading: Reading, t: NullTranslations) -> Iterator[str]:
    """x, the image, as numbers from 0 to 1."""
    yield f"# {_about(reading.sample, t)}"
    yield from _image(reading.sample)
    yield "x = np.frombuffer(image, np.uint8) / 255  # (784,)"


def _about(sample: Sample, t: NullTranslations) -> str:
    if sample.number is None:
        said = t.gettext("your drawing: one row of {side} pixels per line, two hexadecimal digits per pixel")
    else:
        said = t.gettext("test image {number}: one row of {side} pixels per line, two hexadecimal digits per pixel")
    return said.format(number=sample.number, side=SIDE)


def _image(sample: Sample) -> Iterator[str]:
    yield "image = bytes.fromhex('''"
    data = to_bytes(sample.pixels)
    yield from (data[start : start + SIDE].hex() for start in range(0, PIXELS, SIDE))
    yield "''')"


def _imports(name: str) -> tuple[str, ...]:
    if is_own(name):
        return "from pathlib import Path", "from forwardpass import read_network"
    return ("from forwardpass import load_network",)


def _network(name: str) -> str:
    if is_own(name):
        return 'read_network(Path("network.npz").read_bytes())'
    return "load_network()" if name == DEFAULT else f'load_network("{name}")'


def steps(reading: Reading, weights: str, biases: str) -> Iterator[str]:
    """The computation, layer by layer. weights, biases: how those of a layer are written, with {index} from 0 and {number} from 1."""
    layers = reading.network.layers
    given = "x"
    for index, layer in enumerate(layers):
        number = index + 1
        name = "probabilities" if number == len(layers) else f"a{number}"
        function = re.sub(r"\bz\b", f"z{number}", ACTIVATIONS[layer.activation].code)
        matrix, vector = (text.format(index=index, number=number) for text in (weights, biases))
        yield f"z{number} = {matrix} @ {given} + {vector}  # ({layer.n_out},)"
        yield f"{name} = {function}"
        given = name
    yield "prediction = int(probabilities.argmax())"
