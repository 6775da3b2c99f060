"""A network → a file: .npz, .safetensors or JSON. What is read from it gives the same answers: activations and pixels are in it, and the way round where shapes do not tell."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

import numpy as np

from ..errors import WrongArgument
from ..network.layers import Network
from .arrays import Arrays, Numbers
from .encoded import to_base64
from .formats.npz import write_npz
from .formats.safetensors import write_safetensors
from .networks import Taken
from .said import OUT_IN, UNIT

if TYPE_CHECKING:
    from ..messages import SavedFile


def write_network(network: Network | Taken, kind: str) -> bytes:
    """The network as a file of a kind: npz, safetensors or json."""
    if kind not in WRITERS:
        raise WrongArgument(f"there is no kind of file {kind!r}; expected one of {', '.join(WRITERS)}")
    return WRITERS[kind](network if isinstance(network, Taken) else Taken(network))


def save(network: Network | Taken, kind: str) -> "SavedFile":
    """A network as a file of a kind, npz, safetensors or json: its name and its bytes in base64."""
    return {"name": f"network.{kind}", "content": to_base64(write_network(network, kind))}


def _npz(taken: Taken) -> bytes:
    return write_npz(Arrays(dict(_named(taken.network, "weights_{}", "biases_{}", 1)), _words(taken)))


def _safetensors(taken: Taken) -> bytes:
    return write_safetensors(Arrays(dict(_named(taken.network, "{}.weight", "{}.bias", 0)), _words(taken)))


def _json(taken: Taken) -> bytes:
    return json.dumps(taken.network.as_data() | _beside(taken), separators=(",", ":")).encode()


WRITERS = {"npz": _npz, "safetensors": _safetensors, "json": _json}


def _words(taken: Taken) -> dict[str, str | list[str]]:
    return {"activations": [layer.activation for layer in taken.network.layers], **_beside(taken)}


def _beside(taken: Taken) -> dict[str, str]:
    """What is said only where it is not what is taken for granted."""
    all_square = all(layer.n_in == layer.n_out for layer in taken.network.layers)
    found = {"pixels": taken.pixels} if taken.pixels != UNIT else {}
    return found | ({"orientation": OUT_IN} if all_square else {})


def _named(network: Network, weights: str, biases: str, first: int) -> Iterator[tuple[str, Numbers]]:
    for number, layer in enumerate(network.layers, start=first):
        yield weights.format(number), compact(layer.weights)
        yield biases.format(number), compact(layer.biases)


def compact(values: Numbers) -> Numbers:
    """As float32 where nothing is lost by it."""
    small = values.astype(np.float32)
    return np.ascontiguousarray(small if (small == values).all() else values)
