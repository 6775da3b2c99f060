"""Networks out of files and into them: any sensible way of naming arrays, the same probabilities, and a message for every file that does not fit."""

import io
import json
import random
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest
from numpy.typing import NDArray

from builder.shared.paths import WEB
from forwardpass.errors import Refused
from forwardpass.files.arrays import MOST_BYTES
from forwardpass.files.networks import read_network
from forwardpass.files.saving import WRITERS, write_network
from forwardpass.image_network.face import KERAS, PYTORCH
from forwardpass.image_network.trained import load_network
from forwardpass.images.pixels import brightness
from forwardpass.network.activations import ELEMENTWISE
from forwardpass.network.forward import forward
from forwardpass.network.layers import Network

from ..helpers.mnist_images import images
from ..helpers.network_files import NETWORK, TORCH, WAYS, npz, tensors, wide

KINDS = list(WRITERS)


def probabilities(network: Network, count: int = 50) -> NDArray[np.float64]:
    return forward(network, brightness(images()[:count])).output


# --- saving and loading


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "network",
    [load_network(), load_network("mnist_784_128_10"), wide(1), wide(6, (9, "tanh"), (30, "identity"), (4, "sigmoid"))],
    ids=lambda network: "-".join(map(str, network.sizes)),
)
def test_a_saved_network_loads_to_the_same_probabilities(network: Network, kind: str) -> None:
    content = write_network(network, kind)
    loaded = read_network(content)
    assert [layer.activation for layer in loaded.layers] == [layer.activation for layer in network.layers]
    assert (probabilities(loaded) == probabilities(network)).all()
    assert write_network(loaded, kind) == content


def softmax(z: NDArray[np.float64]) -> NDArray[np.float64]:
    e = np.exp(z - z.max(axis=1, keepdims=True))
    return np.asarray(e / e.sum(axis=1, keepdims=True))


def test_a_saved_npz_and_json_compute_the_same_in_plain_numpy(tmp_path: Path) -> None:
    network = load_network("mnist_784_32_10")
    x = images()[:50] / 255
    (tmp_path / "network.npz").write_bytes(write_network(network, "npz"))
    with np.load(tmp_path / "network.npz", allow_pickle=False) as data:
        assert data["activations"].tolist() == ["relu", "softmax"]
        hidden = np.maximum(x @ data["weights_1"].T + data["biases_1"], 0)
        found = softmax(hidden @ data["weights_2"].T + data["biases_2"])
    assert found == pytest.approx(probabilities(network), abs=1e-6)
    first, second = json.loads(write_network(network, "json"))["layers"]
    hidden = np.maximum(x @ np.array(first["weights"]).T + first["biases"], 0)
    assert softmax(hidden @ np.array(second["weights"]).T + second["biases"]) == pytest.approx(
        probabilities(network), abs=1e-12
    )


# --- names and shapes of others


@pytest.mark.parametrize("way", WAYS)
def test_arrays_named_by_others_make_the_same_network(way: str) -> None:
    assert probabilities(read_network(WAYS[way])) == pytest.approx(probabilities(NETWORK), abs=1e-12)


@pytest.mark.parametrize(("kind", "tolerance"), [("F32", 1e-6), ("F16", 0.02), ("BF16", 0.2)])
def test_shorter_numbers_are_close(kind: str, tolerance: float) -> None:
    small = {name: v / 20 for name, v in TORCH.items()}
    exact = read_network(tensors(small, kind="F64"))
    assert probabilities(read_network(tensors(small, kind=kind))) == pytest.approx(probabilities(exact), abs=tolerance)


def test_layer_10_comes_after_layer_2() -> None:
    layers = NETWORK.layers
    named = {f"{n}.{key}": v for n, layer in zip((0, 2, 10), layers, strict=True) for key, v in (("weight", layer.weights), ("bias", layer.biases))}  # fmt: skip
    assert probabilities(read_network(npz(**named))) == pytest.approx(probabilities(NETWORK))


def test_without_biases_they_are_0_and_without_activations_they_are_relu_and_softmax() -> None:
    network = read_network(npz(**{name: v for name, v in TORCH.items() if "weight" in name}))
    assert all((layer.biases == 0).all() for layer in network.layers)
    assert [layer.activation for layer in network.layers] == ["relu", "relu", "softmax"]


@pytest.mark.parametrize("last", ["softmax", "identity", "linear"])
def test_named_activations_are_taken_and_bare_scores_get_a_softmax(last: str) -> None:
    named = ["Tanh", "sigmoid", last]
    for content in (npz(**TORCH, activations=np.array(named)), tensors(TORCH, {"activations": ", ".join(named)})):
        assert [layer.activation for layer in read_network(content).layers] == ["tanh", "sigmoid", "softmax"]


def test_a_square_matrix_is_turned_by_the_kind_of_its_name() -> None:
    square = np.arange(100.0).reshape(10, 10)
    first = np.ones((10, 784))
    ours = read_network(npz(weights_1=first, weights_2=square))
    keras = read_network(npz(**{"a1/kernel": first.T, "a2/kernel": square}))
    assert (ours.layers[1].weights == square).all()
    assert (keras.layers[1].weights == square.T).all()


def test_the_lines_for_keras_that_the_page_shows_make_a_file_that_fits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    two = [a for layer in wide(5, (32, "relu")).layers for a in (layer.weights.T, layer.biases)]
    exec(KERAS, {"model": SimpleNamespace(get_weights=lambda: two)})
    network = read_network((tmp_path / "network.npz").read_bytes())
    assert probabilities(network) == pytest.approx(probabilities(wide(5, (32, "relu"))), abs=1e-12)


def test_the_lines_for_authors_are_those_of_the_page() -> None:
    readme = (WEB / "integrations" / "README.md").read_text(encoding="utf-8")
    assert PYTORCH in readme
    assert KERAS in readme


# --- what does not fit

ONES = np.ones((10, 784), np.float32)


def bomb() -> bytes:
    """A small archive that unpacks to more than is taken."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("weights_1.npy", bytes(MOST_BYTES + 1))
    return target.getvalue()


WRONG: dict[str, tuple[Callable[[], bytes], str]] = {
    "the first layer": (lambda: npz(weights_1=np.ones((10, 100))), r"“weights_1” has shape \(10, 100\); expected \(n, 784\)"),
    "a kernel": (lambda: npz(**{"d/kernel": np.ones((100, 10))}), r"“d/kernel” has shape \(100, 10\); expected \(784, n\)"),
    "the second layer": (lambda: npz(weights_1=np.ones((32, 784)), weights_2=np.ones((10, 31))), r"“weights_2” has shape \(10, 31\); expected \(n, 32\)"),
    "the last layer": (lambda: npz(weights_1=np.ones((11, 784))), r"“weights_1” of shape \(11, 784\), has 11 outputs; expected 10"),
    "biases": (lambda: npz(weights_1=ONES, biases_1=np.ones(9)), r"“biases_1” has shape \(9,\); expected \(10,\)"),
    "biases alone": (lambda: npz(biases_1=np.ones(10)), "“biases_1”, without weights"),
    "a convolution": (lambda: npz(**{"0.weight": np.ones((8, 1, 3, 3))}), r"“0.weight” has shape \(8, 1, 3, 3\)"),
    "other arrays": (lambda: npz(weights_1=ONES, running_mean=np.ones(3)), "“running_mean” belongs to no dense layer"),
    "no layer": (lambda: npz(test_score=np.array([1, 2])), "holds 0 layers; expected 1 to 16"),
    "many layers": (lambda: npz(**{f"{n}.weight": ONES for n in range(17)}), "holds 17 layers; expected 1 to 16"),
    "not finite": (lambda: npz(weights_1=ONES * np.nan), "“weights_1” holds a value that is not a number"),
    "too large": (lambda: npz(weights_1=ONES * 1e7), "beyond ±1000000"),
    "an activation": (lambda: npz(weights_1=ONES, activations=np.array(["swish"])), "layer 1 is “swish”; expected softmax"),
    "a hidden softmax": (lambda: npz(weights_1=ONES, weights_2=np.ones((10, 10)), activations=np.array(["softmax", "softmax"])), f"expected {', '.join(ELEMENTWISE)}"),
    "the number of activations": (lambda: npz(weights_1=ONES, activations=np.array(["relu", "softmax"])), "names 2 activations; expected 1"),
    "objects, pickled": (lambda: npz(weights_1=np.array([{}], dtype=object)), "not an array of numbers"),
    "text": (lambda: npz(weights_1=np.array(["a"])), "not an array of numbers"),
    "a bomb": (bomb, "Unpacked, the file is larger than 20 MB"),
    "too large a file": (lambda: bytes(MOST_BYTES + 1), "larger than 20 MB"),
    "an empty file": (lambda: b"", "The file is empty"),
    "a pickle": (lambda: b"\x80\x04\x95" + bytes(50), "of the kind pickle"),
    "rows of several lengths": (lambda: b'{"weights_1": [[1, 2], [3]]}', "rows of equal length"),
    "cut JSON": (lambda: b'{"weights_1": [[1, 2', "damaged or cut off"),
    "deep JSON": (lambda: b'{"a":' + b"[" * 100_000, "damaged or cut off"),
    "a layer without weights": (lambda: b'{"layers": [{}]}', "Layer 1 of the JSON has no “weights”"),
    "a tensor's type": (lambda: tensors({"0.weight": ONES}).replace(b"F32", b"C64"), "of type C64; expected one of F64, F32"),
    "a tensor's place": (lambda: tensors({"0.weight": ONES})[:-4], "a different number of values"),
    "a tensor's entry": (lambda: struct.pack("<Q", 15) + b'{"0.weight": 1}', "not valid .safetensors"),
    "a tensor's header": (lambda: struct.pack("<Q", 7) + b'{"0.wei', "header"),
}  # fmt: skip


@pytest.mark.parametrize("case", WRONG)
def test_what_does_not_fit_is_named_with_what_was_expected(case: str) -> None:
    make, message = WRONG[case]
    with pytest.raises(Refused, match=message):
        read_network(make())


def test_500_random_damaged_and_oversized_files_get_a_message_and_no_other_exception() -> None:
    generator = random.Random(1)
    whole = [*WAYS.values(), *(write_network(NETWORK, kind) for kind in KINDS)]
    messages = [message(spoiled(generator, generator.choice(whole))) for _ in range(500)]
    assert all(10 < len(said) < 400 for said in messages if said)
    assert sum(bool(said) for said in messages) > 400  # a changed bit in a weight is another weight


def message(content: bytes) -> str:
    """Why the file is refused; nothing if it is not."""
    try:
        read_network(content)
    except Refused as error:
        return str(error)
    return ""


def spoiled(generator: random.Random, content: bytes) -> bytes:
    """Random bytes, with or without a right beginning; a file cut off, or with bytes of its beginning or end changed; one too large."""
    way = generator.randrange(6)
    place = generator.randrange(len(content))
    if way == 0:
        return generator.randbytes(generator.randrange(2000))
    if way == 1:
        return content[: generator.randrange(1, 60)] + generator.randbytes(generator.randrange(2000))
    if way == 2:
        return content[:place]
    if way == 3:
        return content + bytes(MOST_BYTES) if place % 10 == 0 else content[place:]
    changed = bytearray(content)
    for _ in range(generator.randrange(1, 20)):
        end = generator.randrange(300)
        changed[end if way == 4 else -1 - end] = generator.randrange(256)
    return bytes(changed)
