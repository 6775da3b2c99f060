"""A reading as a script for plain numpy: the image, the weights and all."""

import base64
from collections.abc import Iterator
from gettext import NullTranslations

import numpy as np

from ..network.activations import Array
from .numpy_code import image_lines, steps
from .reading import Reading

STORED = (np.float16, np.float32, np.float64)  # the smallest kind that holds the numbers as they are


def script(reading: Reading, t: NullTranslations) -> str:
    """Complete: it needs nothing but numpy, computes the prediction and prints it with its probabilities."""
    return "\n".join(_lines(reading, t)) + "\n"


def _lines(reading: Reading, t: NullTranslations) -> Iterator[str]:
    yield from ("import base64", "", "import numpy as np", "", "")
    yield from ("def array(text, kind, *shape):",)
    yield "    return np.frombuffer(base64.b64decode(text), kind).reshape(shape).astype(float)"
    yield from ("", "")
    yield from image_lines(reading, t)
    for number, layer in enumerate(reading.network.layers, start=1):
        yield f"W{number} = {_array(layer.weights)}"
        yield f"b{number} = {_array(layer.biases)}"
    yield ""
    yield from steps(reading, "W{number}", "b{number}")
    yield "print(prediction, probabilities)"


def _array(values: Array) -> str:
    kind = next(kind for kind in STORED if np.array_equal(values.astype(kind), values))
    text = base64.b64encode(np.ascontiguousarray(values, kind).tobytes()).decode()
    return f'array("{text}", "<f{np.dtype(kind).itemsize}", {", ".join(map(str, values.shape))})'
