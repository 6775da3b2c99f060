"""JSON in the layouts that people use, archives with one network in them, and files of other kinds, which are called by their names."""

import io
import json
import zipfile
from collections.abc import Callable
from typing import Any

import pytest

from forwardpass.errors import Refused
from forwardpass.files.networks import read_network

from ..helpers.network_files import npz, wide
from .reading import (
    DEEP,
    LAYERS,
    SQUARE,
    as_json,
    biases,
    lists,
    same,
    taken,
    told,
    weights,
)

# --- "bias", one text in another, marks in front


def test_bias_in_a_layer_is_understood_and_what_is_not_is_named() -> None:
    layers = [{"weights": w.tolist(), "bias": b.tolist(), "activation": "relu"} for w, b in zip(weights(DEEP), biases(DEEP), strict=True)]  # fmt: skip
    layers[-1]["activation"] = "softmax"
    assert same(as_json({"layers": layers}), DEEP)
    assert "left out: temper_1" in told(as_json({"layers": [LAYERS[0] | {"temper": 3}, LAYERS[1]]}))
    with pytest.raises(Refused, match="extra_1"):
        taken(as_json({"layers": [LAYERS[0] | {"extra": [1, 2, 3]}, LAYERS[1]]}))


ENCODED: dict[str, Callable[[str], bytes]] = {
    "a mark in front": lambda text: text.encode("utf-8-sig"),
    "UTF-16": lambda text: text.encode("utf-16"),
    "UTF-16 without a mark": lambda text: text.encode("utf-16-le"),
    "lines in front": lambda text: f"\r\n\t {text}\n".encode(),
    "a text in a text": lambda text: json.dumps(text).encode(),
    "a text in a text in a text": lambda text: json.dumps(json.dumps(text)).encode(),
}


@pytest.mark.parametrize("way", ENCODED)
def test_json_is_read_however_it_is_written(way: str) -> None:
    assert same(ENCODED[way](json.dumps(DEEP.as_data())), DEEP)


def row_of_numbers(values: Any) -> dict[str, float]:
    return {str(place): float(value) for place, value in enumerate(values)}


LAYOUTS = {
    "lists": lists(DEEP),
    "lists with columns": lists(DEEP) | {"biases": [b.reshape(-1, 1).tolist() for b in biases(DEEP)]},
    "lists of squares": lists(SQUARE),
    "a list of layers": DEEP.as_data()["layers"],
    "a list of pairs": [[w.tolist(), b.tolist()] for w, b in zip(weights(DEEP), biases(DEEP), strict=True)],
    "a list of arrays": [values.tolist() for pair in zip(weights(DEEP), biases(DEEP), strict=True) for values in pair],
    "neurons": {"layers": [{"neurons": [{"weights": w.tolist(), "bias": float(b)} for w, b in zip(layer.weights, layer.biases, strict=True)]} for layer in DEEP.layers]},
    "objects in objects": {"params": {f"Dense_{n}": {"kernel": layer.weights.T.tolist(), "bias": layer.biases.tolist()} for n, layer in enumerate(DEEP.layers)}},
    "typed arrays of JavaScript": {"layers": [{"weights": [row_of_numbers(row) for row in layer.weights], "biases": row_of_numbers(layer.biases)} for layer in DEEP.layers]},
    "weights as Keras' pairs": {"layers": [{"weights": [layer.weights.T.tolist(), layer.biases.tolist()]} for layer in DEEP.layers]},
    "a checkpoint": {"epoch": 3, "state_dict": {f"fc{n}.{kind}": getattr(layer, kinds).tolist() for n, layer in enumerate(DEEP.layers) for kind, kinds in (("weight", "weights"), ("bias", "biases"))}, "loss": 0.1},
}  # fmt: skip


@pytest.mark.parametrize("layout", LAYOUTS)
def test_usual_layouts_of_json_are_read(layout: str) -> None:
    data = LAYOUTS[layout]
    assert same(as_json(data), SQUARE if "squares" in layout else DEEP)


def test_the_layout_of_network2_is_read_with_its_sigmoids() -> None:
    network = wide(9, (30, "sigmoid"))
    data = {"sizes": [784, 30, 10], **lists(network), "cost": "CrossEntropyCost"}
    data["biases"] = [[[value] for value in row] for row in data["biases"]]
    assert same(as_json(data), network)
    assert "layout of network2.py" in told(as_json(data))
    assert "Instead of sigmoid at the end" in told(as_json(data))


# --- archives, foreign files


def zipped(**files: bytes) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name, content in files.items():
            archive.writestr(name.replace("__", "."), content)
    return target.getvalue()


def test_an_archive_with_one_network_in_it_is_opened() -> None:
    inside = npz(**{f"W{n}": values for n, values in enumerate(weights(DEEP))})
    assert taken(zipped(model__npz=inside, README__md=b"hello")).network.sizes == DEEP.sizes
    with pytest.raises(Refused, match=r"it holds: a\.npz, b\.npz"):
        taken(zipped(a__npz=inside, b__npz=inside))
    nested = zipped(a__npz=zipped(a__npz=zipped(a__npz=zipped(a__npz=inside))))
    with pytest.raises(Refused, match="holds: a"):
        taken(nested)


FOREIGN = {
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(50), "is a picture"),
    "JPEG": (b"\xff\xd8\xff\xe0" + bytes(50), "is a picture"),
    "WebP": (b"RIFF\x00\x00\x00\x00WEBPVP8 ", "is a picture"),
    "SVG": (b'<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"/>', "is a picture"),
    "PDF": (b"%PDF-1.7\n", "is a document"),
    "a web page": (b"\n<!DOCTYPE html><html><body>Not found</body></html>", "is a web page"),
    "Git LFS": (b"version https://git-lfs.github.com/spec/v1\noid sha256:1", "Git LFS"),
    "gzip": (b"\x1f\x8b\x08" + bytes(20), "is a packed archive"),
    "numbers in lines": (b"0.1,0.2,0.3\n0.4,0.5,0.6\n", "is text, but not JSON. Its beginning: “0.1,0.2,0.3”"),
    "Python": (b"W1 = np.array([[0.1]])\n", "is text, but not JSON"),
    "a notebook": (b'{"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}', "is a notebook"),
    "MATLAB 7.3": (b"MATLAB 7.3 MAT-file" + bytes(493) + b"\x89HDF", "MATLAB"),
    "TensorFlow": (b"\x08\x01\x12\x80\x04", "ONNX"),
    "skops": (zipped(schema__json=b"{}"), "skops"),
    "Synaptic": (b'{"neurons": [], "connections": []}', "Synaptic"),
    "noughts": (bytes(100), "is empty"),
    "noise": (bytes(range(128, 256)), "neither .npz nor"),
    "half a list": (b'[{"weights": [[', "damaged or cut off"),
    "a number": (b"7", "damaged or cut off"),
    "no numbers": (b'{"hello": "world"}', "holds 0 layers"),
}  # fmt: skip


@pytest.mark.parametrize("kind", FOREIGN)
def test_files_of_other_kinds_are_called_by_their_names(kind: str) -> None:
    content, message = FOREIGN[kind]
    with pytest.raises(Refused, match=message):
        read_network(content)
