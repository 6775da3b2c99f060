"""What a file says of its activations and of its pixels is understood, or refused by name; what a reader chooses goes before it."""

from typing import Any

import numpy as np
import pytest

from forwardpass.errors import Refused
from forwardpass.files.networks import Choices
from forwardpass.files.said import PIXELS_AS
from forwardpass.files.saving import WRITERS, write_network
from forwardpass.image_network.trained import load_network

from ..helpers.network_files import npz, tensors
from .reading import LAYERS, as_json, biases, probabilities, same, taken, told, weights

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
