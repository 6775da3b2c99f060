"""What tests of reading files ask: how a file was taken, whether it says the same as a network, what is told of it."""

import json
from typing import Any

import numpy as np
from numpy.typing import NDArray

from forwardpass.files.kinds import read_arrays
from forwardpass.files.networks import NO_CHOICES, Choices, Taken, take
from forwardpass.files.report import how_read
from forwardpass.images.pixels import brightness
from forwardpass.network.forward import forward
from forwardpass.network.layers import Network
from forwardpass.words.catalogs import translator

from ..helpers.mnist_images import images
from ..helpers.network_files import wide

English = translator("en")
DEEP = wide(5, (20, "relu"), (12, "relu"))
SQUARE = wide(7, (10, "relu"), (10, "relu"))


def probabilities(network: Network) -> NDArray[np.float64]:
    return forward(network, brightness(images()[:50])).output


def same(content: bytes, network: Network, choices: Choices = NO_CHOICES) -> bool:
    return bool(np.allclose(probabilities(taken(content, choices).ready), probabilities(network), atol=1e-12))


def taken(content: bytes, choices: Choices = NO_CHOICES) -> Taken:
    return take(read_arrays(content), choices=choices)


def told(content: bytes) -> str:
    return how_read("{sizes}: {activations}.", taken(content), English)


def lists(network: Network) -> dict[str, Any]:
    return {
        "weights": [layer.weights.tolist() for layer in network.layers],
        "biases": [layer.biases.tolist() for layer in network.layers],
    }


def as_json(data: Any) -> bytes:
    return json.dumps(data).encode()


def weights(network: Network) -> list[NDArray[np.float64]]:
    return [layer.weights for layer in network.layers]


def biases(network: Network) -> list[NDArray[np.float64]]:
    return [layer.biases for layer in network.layers]


LAYERS = [{"weights": w, "biases": [0.0] * len(w)} for w in (np.ones((20, 784)).tolist(), np.ones((10, 20)).tolist())]
