"""JSON as libraries and books write it → arrays. What a layout says of activations and of the way round comes along as words of the file."""

from collections.abc import Callable
from typing import Any

from ...errors import Refused
from ...words.catalogs import N_
from ..arrays import Arrays, shortened
from ..said import IN_OUT, OUT_IN, is_about_activations, spelled
from . import foreign_lines as lines
from .json_arrays import as_list, deep, plain_arrays, put

Layout = dict[str, Any]


def arrays_from(data: Any) -> Arrays:
    """By the layout that the entries tell, else as names and arrays. Raises Refused."""
    if isinstance(data, dict):
        for is_it, read in LAYOUTS:
            if is_it(data):
                return read(data)
    return plain_arrays(data)


def has(*names: str) -> Callable[[Layout], bool]:
    return lambda data: all(name in data for name in names)


def _beside(data: Layout, *used: str) -> Arrays:
    """The entries that the layout does not explain, as they are."""
    others = {name: value for name, value in data.items() if name not in used}
    return plain_arrays(others)


def as_layers(layers: Any) -> list[Any]:
    """A list that has an item for each layer. Raises Refused for anything else."""
    if not isinstance(layers, list):
        raise Refused(N_("The JSON is damaged or cut off."))
    return layers


def _put_layers(arrays: Arrays, weights: Any, biases: Any) -> Arrays:
    for number, matrix in enumerate(as_layers(weights), start=1):
        put(arrays, f"weights_{number}", matrix)
    for number, vector in enumerate(as_layers(biases), start=1):
        put(arrays, f"biases_{number}", vector)
    arrays.is_ordered = True
    return arrays


# --- Michael Nielsen, Neural Networks and Deep Learning, network2.py: sigmoid everywhere, biases are columns


def _is_nielsen(data: Layout) -> bool:
    return has("sizes", "weights", "biases")(data) and deep(data["weights"]) >= 3 and deep(data["biases"]) >= 2


def _nielsen(data: Layout) -> Arrays:
    arrays = _beside(data, "sizes", "weights", "biases", "cost")
    arrays.layout = "network2.py"
    if not any(map(is_about_activations, arrays.words)):
        arrays.words["activations of layers"] = ["sigmoid"] * len(as_layers(data["weights"]))
    arrays.words.setdefault("orientation", OUT_IN)
    return _put_layers(arrays, data["weights"], data["biases"])


# --- scikit-learn: MLPClassifier.coefs_ and intercepts_


def _sklearn(data: Layout) -> Arrays:
    arrays = _beside(data, "coefs_", "intercepts_", "hidden_layer_sizes", "loss_curve_", "out_activation_")
    arrays.layout = "scikit-learn"
    arrays.words.setdefault("orientation", IN_OUT)
    if data.get("out_activation_") not in (None, "softmax"):
        arrays.words["output activation"] = data["out_activation_"]
    return _put_layers(arrays, data["coefs_"], data["intercepts_"])


# --- brain.js: toJSON() of version 1 (neurons by number) and of version 2 (lists); one activation for all layers


def _is_brain(data: Layout) -> bool:
    return has("sizes", "layers", "inputLookup", "outputLookup")(data)


def _brain(data: Layout) -> Arrays:
    arrays = Arrays(layout="brain.js")
    options = data.get("options") if isinstance(data.get("options"), dict) else {}
    activation = data.get("activation") or (options or {}).get("activation") or "sigmoid"
    layers = [layer for layer in map(_brain_layer, as_layers(data["layers"])[1:]) if layer]
    arrays.words = {"activations of layers": [activation] * len(layers), "orientation": OUT_IN}
    for place in (options or {}, data.get("trainOpts")):
        if isinstance(place, dict) and "leakyReluAlpha" in place:
            arrays.words["leakyReluAlpha"] = place["leakyReluAlpha"]
    for lookup in ("inputLookup", "outputLookup"):
        _check_lookup(lookup, data[lookup])
    return _put_layers(arrays, [weights for weights, _ in layers], [biases for _, biases in layers])


def _brain_layer(layer: Any) -> tuple[Any, Any] | None:
    if not isinstance(layer, dict):
        raise Refused(N_("The JSON is damaged or cut off."))
    if "weights" in layer:
        return layer["weights"], layer.get("biases", [])
    neurons = [layer.get(str(number)) for number in range(len(layer))]
    if not neurons or not all(isinstance(neuron, dict) for neuron in neurons):
        return None
    known = [neuron for neuron in neurons if neuron]
    return [as_list(neuron.get("weights")) for neuron in known], [neuron.get("bias", 0) for neuron in known]


def _check_lookup(name: str, lookup: Any) -> None:
    """Raises Refused where the values have names in another order than that of numbers."""
    if isinstance(lookup, dict) and any(str(place) != key for key, place in lookup.items()):
        raise Refused(
            N_("“{name}” of brain.js puts the values in another order: {found}; expected 0, 1, 2, …"),
            name=name,
            found=shortened(", ".join(map(str, lookup))),
        )


# --- ConvNetJS: a list of typed layers; activations are layers of their own


def _is_convnet(data: Layout) -> bool:
    layers = data.get("layers")
    return isinstance(layers, list) and any(isinstance(layer, dict) and "layer_type" in layer for layer in layers)


def _convnet(data: Layout) -> Arrays:
    arrays = Arrays(layout="ConvNetJS", is_ordered=True)
    activations: list[Any] = []
    kept = 1.0  # what dropout leaves of each value, when it is not training
    for number, layer in enumerate(data["layers"], start=1):
        kind = layer.get("layer_type") if isinstance(layer, dict) else None
        if kind == "fc":
            _put_fully_connected(arrays, len(activations) + 1, layer, kept)
            activations.append("identity")
            kept = 1.0
        elif kind == "dropout":
            kept *= _share(layer.get("drop_prob"))
        elif kind not in ("input", "regression", "svm"):
            if kind not in CONVNET_ACTIVATIONS or not activations:
                raise _not_fully_connected(number, kind)
            activations[-1] = spelled(str(kind))
    arrays.words = {"activations of layers": activations, "orientation": OUT_IN}
    return arrays


CONVNET_ACTIVATIONS = ("relu", "sigmoid", "tanh", "softmax")


def _share(value: Any) -> float:
    """In tests ConvNetJS multiplies by the probability to drop."""
    return float(value) if isinstance(value, int | float) and 0 < value < 1 else 0.5


def _put_fully_connected(arrays: Arrays, number: int, layer: Layout, kept: float) -> None:
    filters = layer.get("filters")
    rows = [_volume(item) for item in filters] if isinstance(filters, list) else []
    if kept != 1 and all(isinstance(row, list) for row in rows):
        rows = [[value * kept if isinstance(value, int | float) else value for value in row] for row in rows]
    put(arrays, f"weights_{number}", rows)
    put(arrays, f"biases_{number}", _volume(layer.get("biases")))


def _volume(value: Any) -> Any:
    return as_list(value.get("w")) if isinstance(value, dict) else None


def _not_fully_connected(number: int, kind: Any) -> Refused:
    return Refused(
        N_("Layer {number} is of the kind “{kind}”; only dense layers are read here."),
        number=number,
        kind=shortened(kind),
    )


# --- lists of weights and of biases, as code with numpy often has them


def _is_lists(data: Layout) -> bool:
    return deep(data.get("weights")) >= 3 and isinstance(data.get("biases", []), list)


def _lists(data: Layout) -> Arrays:
    arrays = _beside(data, "weights", "biases")
    biases = data.get("biases", [])
    return _put_layers(arrays, data["weights"], biases)


# --- files that hold no weights


def _keras_architecture(_: Layout) -> Arrays:
    raise Refused(
        N_("The file holds the architecture of a Keras model, but not its weights. These lines of Python save both:"),
        lines=lines.KERAS,
    )


def _is_keras_architecture(data: Layout) -> bool:
    return has("class_name", "config")(data) or has("modelTopology", "weightsManifest")(data)


def _notebook(_: Layout) -> Arrays:
    raise Refused(N_("The file is a notebook, not a network. A cell with these lines saves one:"), lines=lines.ARRAYS)


def _not_dense(data: Layout) -> Arrays:
    raise Refused(
        N_("The file is in the layout of {library}: neurons and connections instead of layers. It is not read here; save the weights of each layer as an array."),
        library="Synaptic" if "optimized" not in data else "Neataptic",
        lines=lines.ARRAYS,
    )  # fmt: skip


LAYOUTS: tuple[tuple[Callable[[Layout], bool], Callable[[Layout], Arrays]], ...] = (
    (has("cells", "nbformat"), _notebook),
    (_is_keras_architecture, _keras_architecture),
    (has("neurons", "connections"), _not_dense),
    (_is_brain, _brain),
    (_is_convnet, _convnet),
    (_is_nielsen, _nielsen),
    (has("coefs_", "intercepts_"), _sklearn),
    (_is_lists, _lists),
)
