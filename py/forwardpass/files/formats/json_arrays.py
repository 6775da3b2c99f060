"""JSON → arrays: a list of layers, lists of weights and of biases, or names and arrays, however deep in objects. Layouts of libraries are in json_layouts.py."""

import json
from collections.abc import Iterator
from typing import Any

import numpy as np

from ...errors import Refused
from ...words.catalogs import N_
from ..arrays import MOST_ARRAYS, Arrays, Numbers, no_array, shortened
from ..names import BIAS, WEIGHTS, parsed
from ..said import is_about_activations, is_understood, spelled

DEEPEST = 8  # objects in objects, and texts in texts
WITHOUT_WEIGHTS = {"input", "inputlayer", "flatten", "dropout", "reshape"}  # layers that change nothing


def parse_json(content: bytes) -> Any:
    """None where it is no JSON, or none that anybody would write. UTF-8, 16 and 32, with and without a mark in front."""
    try:
        data = json.loads(content)
        for _ in range(DEEPEST):
            if isinstance(data, str):  # JSON that was written as a text into JSON
                data = json.loads(data)
        return data
    except (ValueError, RecursionError):
        return None


def plain_arrays(data: Any) -> Arrays:
    """What is in JSON of no library's own layout. Raises Refused."""
    if isinstance(data, list):
        return _from_list(data)
    if not isinstance(data, dict):
        raise Refused(N_("The JSON is damaged or cut off."))
    layers = data.get("layers")
    if isinstance(layers, list) and any(isinstance(layer, dict) for layer in layers):
        return _from_layers(layers, {name: value for name, value in data.items() if name != "layers"})
    arrays = Arrays()
    for name, value in flattened(data):
        put(arrays, name, value)
    return arrays


def put(arrays: Arrays, name: str, value: Any) -> None:
    """An entry of an object: numbers, or a word of the file. Raises Refused where there are too many."""
    if len(arrays.by_name) >= MOST_ARRAYS:
        raise Refused(N_("The file holds more than {most} arrays."), most=MOST_ARRAYS)
    if is_word(name, value):
        arrays.words[name] = value
    else:
        arrays.by_name[name] = numbers_from(name, value)


def is_word(name: str, value: Any) -> bool:
    role = parsed(name).role
    if isinstance(value, list):
        return is_understood(name) or (bool(value) and all(isinstance(item, str) for item in value))
    if value is None:
        return role != WEIGHTS
    return isinstance(value, str | bool | dict) or role not in (WEIGHTS, BIAS)


def flattened(data: dict[str, Any], before: str = "", depth: int = 0) -> Iterator[tuple[str, Any]]:
    """The entries of objects in objects, names joined by dots; a list of arrays gives an entry each."""
    for key, value in list(data.items())[:MOST_ARRAYS]:
        name = f"{before}{key}"
        values = as_list(value)
        if isinstance(values, dict) and depth < DEEPEST:
            yield from flattened(values, f"{name}.", depth + 1)
        elif is_list_of_arrays(name, values):
            yield from ((f"{name}.{number}", item) for number, item in enumerate(values))
        else:
            yield name, values


def is_list_of_arrays(name: str, values: Any) -> bool:
    """Whether each layer has an item in it: a list of matrices, or of vectors that are biases."""
    if not isinstance(values, list):
        return False
    role = parsed(name).role
    depth = max((deep(item) for item in values), default=0)
    return depth >= 2 or (role == BIAS and depth == 1 and any(_longer(item) for item in values))


def _longer(item: Any) -> bool:
    return isinstance(item, list) and len(item) > 1


def deep(values: Any) -> int:
    """How many lists are in one another, by the first items; 0 is a number."""
    depth = 0
    while isinstance(values, list) and depth < DEEPEST:
        depth, values = depth + 1, (values[0] if values else None)
    return depth


def as_list(value: Any) -> Any:
    """{"0": 0.1, "1": 0.2, …}, which JavaScript makes of typed arrays, as a list; all else as it is."""
    if isinstance(value, dict) and value and all(isinstance(item, int | float) for item in value.values()):
        numbers = [value.get(str(place)) for place in range(len(value))]
        return value if None in numbers else numbers
    if isinstance(value, list) and value and isinstance(value[0], dict):
        return [as_list(item) for item in value]
    return value


# --- lists at the top


def _from_list(items: list[Any]) -> Arrays:
    """Layers as objects, pairs of weights and biases, arrays one after the other, or one matrix."""
    if any(isinstance(item, dict) for item in items):
        return _from_layers(items, {})
    if all(_is_pair(item) for item in items):
        items = [array for pair in items for array in pair]
    elif max((deep(item) for item in items), default=0) < 2 and not _is_ragged(items):
        items = [items]
    arrays = Arrays()
    for number, item in enumerate(items[: MOST_ARRAYS + 1]):
        put(arrays, f"arr_{number}", item)
    return arrays


def _is_pair(item: Any) -> bool:
    """[weights, biases]: a matrix and a vector, or a column."""
    return isinstance(item, list) and len(item) == 2 and deep(item[0]) == 2 and deep(item[1]) in (1, 2)


def _is_ragged(items: list[Any]) -> bool:
    return len({deep(item) for item in items}) > 1


# --- a list of layers


def _from_layers(layers: list[Any], beside: dict[str, Any]) -> Arrays:
    """Each layer an object. Weights and biases by any of their names; what else is in it is a word of the file."""
    arrays, activations = Arrays(is_ordered=True), list[Any]()
    for number, layer in enumerate(layers[:MOST_ARRAYS], start=1):
        if not isinstance(layer, dict):
            raise _without_weights(number)
        _put_layer(arrays, activations, number, layer)
    if any(activations):
        arrays.words["activations of layers"] = activations
    for name, value in flattened(beside):
        put(arrays, name, value)
    return arrays


def _put_layer(arrays: Arrays, activations: list[Any], number: int, layer: dict[str, Any]) -> None:
    if isinstance(layer.get("neurons"), list):
        layer = layer | _from_neurons(number, layer["neurons"])
    entries = {key: value for key, value in flattened(layer) if key != "neurons"}
    named = [key for key in entries if is_about_activations(key)]
    activation = entries[named[0]] if named else None
    roles = {key: _role(key, value) for key, value in entries.items() if key not in named}
    if WEIGHTS not in roles.values():
        return _put_modifier(activations, number, entries, activation)
    for key, role in roles.items():
        put(arrays, f"{role}_{number}" if role in (WEIGHTS, BIAS) else f"{key}_{number}", entries[key])
    activations.append(activation)
    return None


def _role(key: str, value: Any) -> str:
    """What an entry of a layer is. In Keras' lists of [weights, biases] the vector is the biases."""
    role = parsed(key).role
    return BIAS if role == WEIGHTS and deep(value) == 1 and key.endswith(".1") else role


def _put_modifier(activations: list[Any], number: int, layer: dict[str, Any], activation: Any) -> None:
    """A layer without weights: an activation by itself, or one that changes nothing."""
    kind = spelled(str(layer.get("type") or layer.get("class_name") or activation or ""))
    if kind in WITHOUT_WEIGHTS:
        return
    if not kind or not activations or any(deep(value) for value in layer.values()):
        raise _without_weights(number)
    activations[-1] = kind


def _without_weights(number: int) -> Refused:
    return Refused(N_("Layer {number} of the JSON has no “weights”."), number=number)


def _from_neurons(number: int, neurons: list[Any]) -> dict[str, Any]:
    """A layer as a list of neurons, each with its weights and its bias."""
    if not all(isinstance(neuron, dict) and "weights" in neuron for neuron in neurons):
        raise _without_weights(number)
    found = {"weights": [as_list(neuron["weights"]) for neuron in neurons]}
    if any("bias" in neuron for neuron in neurons):
        found["biases"] = [neuron.get("bias", 0) for neuron in neurons]
    return found


def numbers_from(name: str, values: Any) -> Numbers:
    try:
        numbers = np.array(values)
    except (ValueError, OverflowError, RecursionError):  # rows of different lengths, for one
        numbers = np.array(None)
    if numbers.dtype.kind not in "fiu":
        raise no_array(shortened(name))
    return numbers
