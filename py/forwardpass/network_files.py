"""Files ⇄ networks: whose arrays are the weights and biases of which layer, and whether they fit together.

Names: weights_1, biases_1, … (ours), 0.weight, 0.bias, … (PyTorch's state_dict), …/kernel, …/bias (Keras) or arr_0, arr_1, … (numpy.savez of Keras' weights).
Layers are taken in the order of their names, 2 before 10.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from gettext import NullTranslations

import numpy as np

from .array_files import N_, Arrays, Numbers, Refused, read_arrays, write_npz, write_safetensors
from .digits import CLASSES, PIXELS
from .network import Layer, Network
from .trained import Score
from .wording import listed

MOST_LAYERS = 16  # as many as the drawing has room for
LARGEST = 1e6  # of a weight: beyond it, sums may overflow
HIDDEN = ("relu", "sigmoid", "tanh", "identity")
LAST = "softmax"
OTHER_NAMES = {"linear": "identity", "none": "identity", "id": "identity", "logistic": "sigmoid"}
IGNORED = {"test_score", "train_score"}
NAME = re.compile(r"(?P<before>.*?)(?P<kind>weights?|kernel|bias(?:es)?|[Wb])(?P<after>[_.]?\d*)(?::0)?", re.DOTALL)
ROW = re.compile(r"arr_(\d{1,4})")
TRANSPOSED = ("kernel", "arr")  # kinds of arrays that are (n_in, n_out), as Keras has them


@dataclass
class Parts:
    """What was found of a layer. kind: the word for its weights."""

    weights: tuple[str, Numbers] | None = None
    biases: tuple[str, Numbers] | None = None
    kind: str = ""


def read_network(content: bytes) -> Network:
    """The network in a file. Activations that it does not name are relu, and softmax for the last layer. Raises Refused."""
    return network_from(read_arrays(content))


def network_from(arrays: Arrays, n_in: int = PIXELS, n_out: int = CLASSES) -> Network:
    parts = sorted_layers(arrays)
    layers = stacked(parts, n_in, _activations(arrays.activations, len(parts)))
    if layers[-1].n_out != n_out:
        name, weights = parts[-1].weights or ("", np.zeros(0))
        raise Refused(
            N_("The last layer, “{name}” of shape {shape}, has {found} outputs; expected {expected}."),
            name=shortened(name),
            shape=weights.shape,
            found=layers[-1].n_out,
            expected=n_out,
        )
    return Network(tuple(layers))


def stacked(parts: list[Parts], n_in: int, activations: list[str]) -> list[Layer]:
    """Each layer fed by the one before, the first by n_in values."""
    layers: list[Layer] = []
    for part, activation in zip(parts, activations, strict=True):
        layers.append(_layer(part, layers[-1].n_out if layers else n_in, activation))
    return layers


def sorted_layers(arrays: Arrays) -> list[Parts]:
    """The arrays by layer, in the order of their names."""
    layers: dict[str, Parts] = {}
    for name, values in arrays.by_name.items():
        if name not in IGNORED:
            _put(layers, name, values)
    if not 1 <= len(layers) <= MOST_LAYERS:
        raise Refused(
            N_("The file holds {count} layers; expected 1 to {most}, each with weights and biases."),
            count=len(layers),
            most=MOST_LAYERS,
        )
    return [layers[name] for name in sorted(layers, key=natural)]


def _put(layers: dict[str, Parts], name: str, values: Numbers) -> None:
    """Into the layer that its name tells."""
    row, found = ROW.fullmatch(name), NAME.fullmatch(name)
    if row:
        layer, kind, is_bias = str(int(row[1]) // 2), "arr", int(row[1]) % 2 == 1
    elif found:
        kind = found["kind"]
        layer, is_bias = found["before"] + found["after"], kind[0] == "b"
    else:
        raise Refused(
            N_(
                "Array “{name}” belongs to no dense layer: expected names such as weights_1 and biases_1, 0.weight and 0.bias, or dense/kernel and dense/bias."
            ),
            name=shortened(name),
        )
    parts = layers.setdefault(layer, Parts())
    if is_bias:
        parts.biases = name, values
    else:
        parts.weights, parts.kind = (name, values), kind


def natural(name: str) -> list[tuple[int, str]]:
    """A key to sort by, in which numbers count as numbers: 2 before 10."""
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in re.split(r"(\d{1,9})", name)]


def _layer(parts: Parts, n_in: int, activation: str) -> Layer:
    if parts.weights is None:
        name = parts.biases[0] if parts.biases else ""
        raise Refused(N_("There are biases, “{name}”, without weights of the same name."), name=shortened(name))
    name, weights = parts.weights
    weights = _oriented(name, checked(name, weights), n_in, parts)
    biases = np.zeros(len(weights))
    if parts.biases is not None:
        biases = checked(*parts.biases)
        if biases.shape != (len(weights),):
            raise Refused(
                N_("Array “{name}” has shape {shape}; expected {expected}, one value for each neuron of its layer."),
                name=shortened(parts.biases[0]),
                shape=biases.shape,
                expected=(len(weights),),
            )
    return Layer(weights, biases, activation)


def _oriented(name: str, weights: Numbers, n_in: int, parts: Parts) -> Numbers:
    """As (n_out, n_in). Where both ways fit, the kind of the name decides: kernels are (n_in, n_out)."""
    if weights.ndim == 2:
        ways = [weights.T, weights] if parts.kind in TRANSPOSED else [weights, weights.T]
        fitting = [way for way in ways if way.shape[1] == n_in]
        if fitting and fitting[0].shape[0]:
            return np.ascontiguousarray(fitting[0])
    expected = f"({n_in}, n)" if parts.kind in TRANSPOSED else f"(n, {n_in})"
    raise Refused(
        N_("Array “{name}” has shape {shape}; expected {expected}, since its layer is fed with {n_in} values."),
        name=shortened(name),
        shape=weights.shape,
        expected=expected,
        n_in=n_in,
    )


def checked(name: str, values: Numbers) -> Numbers:
    """As float64, read-only. Raises Refused where something is no number or too large a one."""
    if values.dtype.kind not in "fiu":
        raise Refused(N_("Array “{name}” is not an array of numbers with rows of one length."), name=shortened(name))
    numbers = np.array(values, dtype=np.float64)
    if not (np.abs(numbers) <= LARGEST).all():  # false also for what is not a number
        raise Refused(
            N_("Array “{name}” holds a value that is not a number, or is beyond ±{largest}."),
            name=shortened(name),
            largest=f"{LARGEST:.0f}",
        )
    numbers.setflags(write=False)
    return numbers


def _activations(named: list[str] | None, count: int) -> list[str]:
    """One a layer. Scores without an activation at the end get their softmax."""
    if named is None:
        return [*["relu"] * (count - 1), LAST]
    names = [spelled(name) for name in named]
    if names and names[-1] == "identity":
        names[-1] = LAST
    return allowed_names(names, [*[HIDDEN] * (count - 1), (LAST,)])


def spelled(name: str) -> str:
    """The name of an activation as we write it."""
    return OTHER_NAMES.get(name.strip().lower(), name.strip().lower())


def allowed_names(names: list[str], allowed: Sequence[tuple[str, ...]]) -> list[str]:
    """The names of activations, each among those of its layer. Raises Refused."""
    if len(names) != len(allowed):
        raise Refused(
            N_("The file names {found} activations; expected {count}, one a layer."),
            found=len(names),
            count=len(allowed),
        )
    for number, (name, known) in enumerate(zip(names, allowed, strict=True), start=1):
        if name not in known:
            raise Refused(
                N_("The activation of layer {number} is “{name}”; expected {allowed}."),
                number=number,
                name=shortened(name),
                allowed=", ".join(known),
            )
    return names


def shortened(name: str) -> str:
    """A stranger's name as a sentence can hold it."""
    return "".join(letter for letter in name[:40] if letter.isprintable())


def score_from(arrays: Arrays) -> Score | None:
    """How the network does on the test images, as train_digits.py stores it."""
    stored = arrays.by_name.get("test_score", np.zeros(0))
    return Score(int(stored[0]), int(stored[1])) if stored.shape == (2,) and stored.dtype.kind in "iu" else None


def described(message: str, network: Network, t: NullTranslations) -> str:
    """The message with the {sizes} and {activations} of a network."""
    activations = listed((layer.activation for layer in network.layers), t)
    return message.format(sizes="-".join(map(str, network.sizes)), activations=activations)


# --- saving


def write_network(network: Network, kind: str) -> bytes:
    """The network as a file of a kind: npz, safetensors or json; what is read from it gives the same probabilities."""
    if kind not in WRITERS:
        raise ValueError(f"there is no kind of file {kind!r}; expected one of {', '.join(WRITERS)}")
    return WRITERS[kind](network)


def _npz(network: Network) -> bytes:
    return write_npz(Arrays(dict(_named(network, "weights_{}", "biases_{}", 1)), _names(network)))


def _safetensors(network: Network) -> bytes:
    return write_safetensors(Arrays(dict(_named(network, "{}.weight", "{}.bias", 0)), _names(network)))


def _json(network: Network) -> bytes:
    return json.dumps(network.as_data(), separators=(",", ":")).encode()


WRITERS = {"npz": _npz, "safetensors": _safetensors, "json": _json}


def _named(network: Network, weights: str, biases: str, first: int) -> Iterator[tuple[str, Numbers]]:
    for number, layer in enumerate(network.layers, start=first):
        yield weights.format(number), compact(layer.weights)
        yield biases.format(number), compact(layer.biases)


def _names(network: Network) -> list[str]:
    return [layer.activation for layer in network.layers]


def compact(values: Numbers) -> Numbers:
    """As float32 where nothing is lost by it."""
    small = values.astype(np.float32)
    return np.ascontiguousarray(small if (small == values).all() else values)
