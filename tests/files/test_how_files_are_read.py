"""How a file is read is decided by shapes, then its own words, its order, numbers in names, and names last; what nothing tells is assumed and told."""

import io
import json
import zipfile
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from forwardpass.errors import Refused
from forwardpass.files.kinds import read_arrays
from forwardpass.files.networks import NO_CHOICES, Choices, Taken, read_network, take
from forwardpass.files.report import how_read, menus
from forwardpass.files.said import IN_OUT, OUT_IN, PIXELS_AS
from forwardpass.files.saving import WRITERS, write_network
from forwardpass.image_network.trained import load_network
from forwardpass.images.pixels import brightness
from forwardpass.network.forward import forward
from forwardpass.network.layers import Network
from forwardpass.words.catalogs import LANGUAGES, translator

from ..helpers.mnist_images import images
from ..helpers.network_files import npz, tensors, wide

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


# --- the way round


NAMES = {
    "W": ("W{}", "b{}"),
    "PyTorch": ("{}.weight", "{}.bias"),
    "kernels": ("dense_{}/kernel", "dense_{}/bias"),
    "no word that we know": ("matrix_of_{}", "vector_of_{}"),
}


@pytest.mark.parametrize("way", [OUT_IN, IN_OUT])
@pytest.mark.parametrize("names", NAMES)
@pytest.mark.parametrize("network", [DEEP, SQUARE], ids=["deep", "square"])
def test_shapes_tell_the_way_round_whatever_the_names(network: Network, names: str, way: str) -> None:
    weight, bias = NAMES[names]
    found: dict[str, Any] = {}
    for number, layer in enumerate(network.layers):
        found[weight.format(number)] = layer.weights.T if way == IN_OUT else layer.weights
        found[bias.format(number)] = layer.biases
    assert same(npz(**found), network)
    assert ("inputs × outputs" in told(npz(**found))) == (way == IN_OUT)
    arrays = [values.tolist() for values in found.values()]
    assert same(as_json(arrays), network)
    pairs = zip(arrays[::2], arrays[1::2], strict=True)
    assert same(as_json({"layers": [{"kernel": w, "bias": b} for w, b in pairs]}), network)


def test_a_choice_turns_the_square_matrices_and_is_kept_in_saved_files() -> None:
    content = npz(**{f"W{number}": values for number, values in enumerate(weights(SQUARE))})
    turned = taken(content, Choices(way=IN_OUT))
    first, second, last = turned.network.layers
    assert (first.weights == SQUARE.layers[0].weights).all()
    assert (second.weights == SQUARE.layers[1].weights.T).all()
    assert (last.weights == SQUARE.layers[2].weights.T).all()
    for kind in WRITERS:
        assert same(write_network(turned, kind), turned.network)
    assert taken(content).is_open
    assert not taken(npz(**{f"W{number}": values for number, values in enumerate(weights(DEEP))})).is_open


# --- the order


def shuffled(names: list[str]) -> bytes:
    """DEEP, its last layer first."""
    found = {name: layer.weights for name, layer in zip(names, DEEP.layers, strict=True)}
    return npz(**dict(reversed(found.items())))


@pytest.mark.parametrize("names", [["z", "m", "a"], ["w3", "w2", "w1"], ["out", "middle", "in"]])
def test_where_one_order_fits_names_and_the_order_in_the_file_do_not_count(names: list[str]) -> None:
    assert [layer.weights.shape for layer in taken(shuffled(names)).network.layers] == [(20, 784), (12, 20), (10, 12)]


def in_order(*names: str) -> list[float]:
    """A first layer, square ones that hold 1, 2, …, under names in the order of the file; gives what they hold in the order taken."""
    squares = {name: np.full((10, 10), float(number)) for number, name in enumerate(names[1:], start=1)}
    network = taken(npz(**{names[0]: np.ones((10, 784))}, **squares)).network
    return [float(layer.weights[0, 0]) for layer in network.layers[1:]]


def test_where_several_orders_fit_the_files_goes_before_names() -> None:
    assert in_order("in", "layer_two", "layer_three", "out") == [1, 2, 3]
    assert in_order("first", "zeta", "alpha") == [1, 2]
    assert "Its layers in order: W1, W3, W2." in told(
        npz(W1=np.ones((10, 784)), W3=np.ones((10, 10)), W2=np.ones((10, 10)))
    )


def test_an_order_by_the_alphabet_gives_way_to_numbers_in_names() -> None:
    assert in_order("0.weight", "10.weight", "2.weight") == [2, 1]
    assert in_order("layer_one", "layer_three", "layer_two") == [2, 1]


# --- names and shapes


def named(weight: Callable[[int], str], bias: Callable[[int], str], column: str = "") -> bytes:
    """DEEP under names of layers 1, 2, 3. column: the biases as (n, 1) or (1, n)."""
    found: dict[str, Any] = {}
    for number, layer in enumerate(DEEP.layers, start=1):
        shape = {"n1": (-1, 1), "1n": (1, -1), "": (-1,)}[column]
        found |= {weight(number): layer.weights, bias(number): layer.biases.reshape(shape)}
    return npz(**found)


OF_LAYERS = ["hidden", "second", "output"]
NAMED = {
    "w1, b1": named("w{}".format, "b{}".format),
    "W1, B1": named("W{}".format, "B{}".format),
    "w_1": named("w_{}".format, "b_{}".format),
    "fc1_w": named("fc{}_w".format, "fc{}_b".format),
    "W_hidden": named(lambda n: f"W_{OF_LAYERS[n - 1]}", lambda n: f"b_{OF_LAYERS[n - 1]}"),
    "camels": named("hiddenWeights{}".format, "hiddenBiases{}".format),
    "columns": named("W{}".format, "b{}".format, "n1"),
    "rows": named("W{}".format, "b{}".format, "1n"),
    "biases counted from 0": named("W{}".format, lambda n: f"b{n - 1}"),
    "Chinese": named("权重{}".format, "偏置{}".format),
    "wrapped": named("module._orig_mod.net.{}.weight".format, "module._orig_mod.net.{}.bias".format),
    "all weights, then all biases": npz(**{f"arr_{n}": v for n, v in enumerate((*weights(DEEP), *biases(DEEP)))}),
    "input to hidden": npz(
        weights_input_hidden=weights(DEEP)[0], bias_hidden=biases(DEEP)[0], weights_hidden_second=weights(DEEP)[1],
        bias_second=biases(DEEP)[1], weights_second_output=weights(DEEP)[2], bias_output=biases(DEEP)[2],
    ),
    "axes of length 1": npz(**{f"W{n}": layer.weights[None] for n, layer in enumerate(DEEP.layers)}, **{f"b{n}": layer.biases[None, None] for n, layer in enumerate(DEEP.layers)}),
}  # fmt: skip


@pytest.mark.parametrize("way", NAMED)
def test_usual_names_and_shapes_are_taken(way: str) -> None:
    assert same(NAMED[way], DEEP)


def test_wih_and_who_without_biases_are_taken_and_it_is_said() -> None:
    network = wide(3, (20, "relu"))
    content = npz(wih=weights(network)[0], who=weights(network)[1])
    assert [layer.weights.shape for layer in taken(content).network.layers] == [(20, 784), (10, 20)]
    assert "It has no biases." in told(content)


def test_one_neuron_between_two_layers_fits() -> None:
    first, last = np.ones((784, 1)), np.arange(10.0).reshape(1, 10)
    network = taken(npz(arr_0=first, arr_1=np.ones(1), arr_2=last, arr_3=np.zeros(10))).network
    assert network.sizes == (784, 1, 10)
    assert network.layers[1].weights.ravel().tolist() == list(range(10))


@pytest.mark.parametrize(
    ("arrays", "message"),
    [
        ({"W1": np.ones((10, 784)), "weights1": np.ones((10, 784))}, "“W1” and “weights1” would both be in one place"),
        ({"W1": np.ones((10, 784)), "b1": np.ones(10), "B1": np.ones(10)}, "“b1” and “B1” would both be in one place"),
        ({"W1": np.ones((10, 785))}, "784 inputs and one more"),
        ({"W1": np.ones((10, 784)), "extra": np.ones(3)}, "“extra” belongs to no dense layer"),
        ({"W1": np.ones((10, 784)), "images": np.ones((5, 784))}, "“images” has shape"),
        ({"embedding.weight": np.ones((784, 10))}, "an embedding"),
        ({"W1": np.ones((10, 784)), "norm.weight": np.ones(10), "norm.bias": np.ones(10)}, "a layer normalisation"),
    ],
)
def test_what_cannot_be_told_is_named(arrays: dict[str, Any], message: str) -> None:
    with pytest.raises(Refused, match=message):
        taken(npz(**arrays))


def test_counters_are_passed_over_and_what_is_not_understood_is_named() -> None:
    content = npz(
        W1=np.ones((10, 784)), step=np.int64(5), epochs=np.array([3]), losses=np.ones(40), temper=np.array(2.0)
    )
    assert told(content).endswith("Not understood and left out: temper.")


# --- activations


def two_layers(**words: Any) -> dict[str, Any]:
    return {"W1": np.ones((20, 784)).tolist(), "W2": np.ones((10, 20)).tolist(), **words}


SAID = [
    {"activations": "sigmoid,softmax"},
    {"activations": "sigmoid -> softmax"},
    {"activations": ["Sigmoid", "Softmax"]},
    {"activations": "['sigmoid', 'softmax']"},
    {"activations": ["torch.nn.Sigmoid()", None]},
    {"activation": "sigmoid"},
    {"activation": "logistic", "out_activation_": "softmax"},
    {"act": ["sigmoid", "linear"]},
    {"config": {"hidden_activation": "sigmoid"}},
    {"activations": [{"class_name": "Sigmoid"}, {"class_name": "Softmax", "config": {"axis": -1}}]},
    {"activations": "[Sigmoid(), Softmax(dim=1)]"},
    {"activations": "<function sigmoid at 0x7f3a>, <ufunc 'identity'>"},
]


@pytest.mark.parametrize("said", SAID)
def test_what_a_file_says_of_activations_is_understood(said: dict[str, Any]) -> None:
    found = taken(as_json(two_layers(**said)))
    assert [layer.activation for layer in found.network.layers] == ["sigmoid", "softmax"]
    assert "sigmoid" not in found.assumed
    assert found.assumed == ()


def test_the_leak_that_an_activation_has_here_is_understood() -> None:
    for said in ("LeakyReLU(0.01), Softmax()", "nn.LeakyReLU(negative_slope=0.01, inplace=True) -> softmax"):
        assert taken(as_json(two_layers(activations=said))).network.layers[0].activation == "leaky_relu"
    assert taken(as_json(two_layers(activation="leaky-relu", alpha=0.01))).network.layers[0].activation == "leaky_relu"


def test_metadata_and_texts_in_npz_are_words_of_the_file_too() -> None:
    arrays = {name: np.array(values) for name, values in two_layers().items()}
    for name in ("activation", "act", "activations"):
        for content in (tensors(arrays, {name: "tanh"}), npz(**arrays, **{name: np.array("tanh")})):
            assert taken(content).network.layers[0].activation == "tanh"


LAYERS = [{"weights": w, "biases": [0.0] * len(w)} for w in (np.ones((20, 784)).tolist(), np.ones((10, 20)).tolist())]


@pytest.mark.parametrize(
    "data",
    [
        {"layers": LAYERS, "activations": "sigmoid,softmax"},
        {"layers": [LAYERS[0] | {"activation": "sigmoid"}, LAYERS[1]]},
        {"layers": [LAYERS[0] | {"act": "sigmoid"}, LAYERS[1] | {"act": "softmax"}]},
        {"layers": [LAYERS[0], {"type": "sigmoid"}, LAYERS[1], {"type": "softmax"}]},
        [LAYERS[0] | {"config": {"activation": "sigmoid"}}, LAYERS[1]],
    ],
)
def test_beside_and_in_a_list_of_layers_they_are_understood(data: Any) -> None:
    assert [layer.activation for layer in taken(as_json(data)).network.layers] == ["sigmoid", "softmax"]


def test_a_layer_without_one_is_relu_and_told_as_assumed() -> None:
    content = as_json({"layers": [LAYERS[0], LAYERS[1] | {"activation": "softmax"}]})
    assert "Assumed, since the file does not say: relu." in told(content)
    assert taken(content).network.layers[0].activation == "relu"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (two_layers(activations="gelu,softmax"), "layer 1 is “gelu”"),
        (two_layers(activations=["relu", "relu", "softmax"]), "names 3 activations; expected 2"),
        (two_layers(activations="relu,softmax", activation="tanh"), "two activations for layer 1: “relu” and “tanh”"),
        ({"layers": [LAYERS[0] | {"activation": "relu"}, LAYERS[1]], "activations": "tanh,softmax"}, "two activations"),
        (two_layers(activations="LeakyReLU(negative_slope=0.2), softmax"), "is “LeakyReLU"),
        (
            two_layers(activations=[{"class_name": "LeakyReLU", "config": {"negative_slope": 0.3}}, "softmax"]),
            "is “LeakyReLU",
        ),
        (two_layers(activations="leaky_relu,softmax", negative_slope=0.2), "“0.2” for “negative_slope”"),
        (two_layers(pixels="blurred"), "“blurred” for “pixels”"),
        (two_layers(classes=[1, 0, 2, 3, 4, 5, 6, 7, 8, 9]), "stand for 1, 0, 2"),
    ],
)
def test_what_a_file_says_is_refused_by_name_where_it_is_not_understood(data: Any, message: str) -> None:
    with pytest.raises(Refused, match=message):
        taken(as_json(data))


@pytest.mark.parametrize("last", ["sigmoid", "log_softmax", "LogSoftmax", "tanh", "relu"])
def test_another_activation_at_the_end_gives_the_same_answer_and_that_is_said(last: str) -> None:
    network = load_network("mnist_784_32_10")
    arrays = {f"{kind}{n}": values for kind, found in (("W", weights(network)), ("b", biases(network))) for n, values in enumerate(found)}  # fmt: skip
    content = npz(**arrays, activations=np.array(["relu", last]))
    assert "at the end, softmax is shown: the same answer" in told(content)
    assert same(content, network)


def test_what_a_reader_chooses_goes_before_what_the_file_says_and_is_kept() -> None:
    content = as_json(two_layers(activations="sigmoid,softmax"))
    chosen = taken(content, Choices(activations=("tanh",), pixels="0 to 255"))
    for kind in WRITERS:
        again = taken(write_network(chosen, kind))
        assert [layer.activation for layer in again.network.layers] == ["tanh", "softmax"]
        assert again.pixels == "0 to 255"
        assert again.assumed == ()
        assert write_network(again, kind) == write_network(chosen, kind)


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


# --- pixels


@pytest.mark.parametrize("pixels", PIXELS_AS)
def test_a_network_for_other_pixels_says_the_same_when_it_is_told_so_and_that_is_kept(pixels: str) -> None:
    network = load_network("mnist_784_32_10")
    mean, deviation = PIXELS_AS[pixels]
    first = weights(network)[0] * deviation
    arrays = {
        "W1": first,
        "b1": biases(network)[0] + (weights(network)[0] * mean).sum(axis=1),
        "W2": weights(network)[1],
        "b2": biases(network)[1],
    }
    chosen = taken(npz(**arrays), Choices(pixels=pixels))
    assert probabilities(chosen.ready) == pytest.approx(probabilities(network), abs=1e-9)
    again = taken(write_network(chosen, "safetensors"))
    assert again.pixels == pixels
    assert probabilities(again.ready) == pytest.approx(probabilities(network), abs=1e-9)
    assert again.network.layers[0].weights == pytest.approx(first)


@pytest.mark.parametrize(
    ("said", "pixels"),
    [("0-255", "0 to 255"), ([0, 255], "0 to 255"), ("[0, 1]", "0 to 1"), ("[-1, 1]", "-1 to 1"), ("normalized", "mean 0.1307, deviation 0.3081"), ({"mean": 0.1307, "std": 0.3081}, "mean 0.1307, deviation 0.3081")],
)  # fmt: skip
def test_what_a_file_says_of_its_pixels_is_understood(said: Any, pixels: str) -> None:
    assert taken(as_json(two_layers(pixels=said))).pixels == pixels
    if isinstance(said, dict):
        assert taken(as_json(two_layers(**said))).pixels == pixels


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


# --- what is told


def test_it_is_told_in_every_language_with_menus_for_what_may_be_otherwise() -> None:
    found = taken(npz(**{f"W{number}": values for number, values in enumerate(weights(SQUARE))}))
    said = {lang: how_read("{sizes}: {activations}.", found, translator(lang)) for lang in LANGUAGES}
    assert len(set(said.values())) == len(LANGUAGES)
    for lang in LANGUAGES:
        form = menus(found, translator(lang))
        assert [form.count(f'name="{name}"') for name in ("way", "activation", "pixels")] == [1, 2, 1]
