"""How a file is read is decided by shapes, then its own words, its order, numbers in names, and names last; what nothing tells is assumed and told."""

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from forwardpass.errors import Refused
from forwardpass.files.networks import Choices
from forwardpass.files.report import how_read, menus
from forwardpass.files.said import IN_OUT, OUT_IN
from forwardpass.files.saving import WRITERS, write_network
from forwardpass.network.layers import Network
from forwardpass.words.catalogs import LANGUAGES, translator

from ..helpers.network_files import npz, wide
from .reading import DEEP, SQUARE, as_json, biases, same, taken, told, weights

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


# --- what is told


def test_it_is_told_in_every_language_with_menus_for_what_may_be_otherwise() -> None:
    found = taken(npz(**{f"W{number}": values for number, values in enumerate(weights(SQUARE))}))
    said = {lang: how_read("{sizes}: {activations}.", found, translator(lang)) for lang in LANGUAGES}
    assert len(set(said.values())) == len(LANGUAGES)
    for lang in LANGUAGES:
        form = menus(found, translator(lang))
        assert [form.count(f'name="{name}"') for name in ("way", "activation", "pixels")] == [1, 2, 1]
