"""Networks from PyTorch: one saved by it, kept among these tests, and, where PyTorch is installed, fresh ones in every way it saves them."""

import io
import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from forwardpass.files.networks import read_network
from forwardpass.image_network.face import PYTORCH
from forwardpass.image_network.reading import predict
from forwardpass.images.pixels import brightness
from forwardpass.network.forward import forward
from forwardpass.network.layers import Network

from ..helpers.mnist_images import images, labels
from ..helpers.pytorch_network import FILES, NAME, SHOWN, make, probabilities

TOLERANCE = 1e-5


def said(network: Network, count: int) -> Any:
    return forward(network, brightness(images()[:count])).output


def test_a_file_that_pytorch_saved_gives_the_probabilities_that_pytorch_gave() -> None:
    network = read_network((FILES / f"{NAME}.safetensors").read_bytes())
    assert network.sizes == (784, 16, 10)
    assert [layer.activation for layer in network.layers] == ["tanh", "softmax"]
    expected = np.array(json.loads((FILES / f"{NAME}.json").read_text()))
    assert said(network, SHOWN) == pytest.approx(expected, abs=TOLERANCE)
    assert (predict(images(), network) == labels()).mean() > 0.88


@pytest.fixture(scope="module")
def torch() -> Any:
    why = "PyTorch is not among the tools; CONTRIBUTING.md says how to run this"
    return pytest.importorskip("torch", reason=why)


@pytest.mark.pytorch
@pytest.mark.parametrize("way", ["safetensors", "npz", "json"])
def test_a_fresh_network_exported_from_pytorch_gives_its_probabilities(
    torch: Any, way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    model = make(torch)
    state = model.state_dict()
    if way == "safetensors":
        pytest.importorskip("safetensors.torch")
        monkeypatch.chdir(tmp_path)
        exec(PYTORCH.replace("relu,", "tanh,"), {"model": model})
        content = (tmp_path / "network.safetensors").read_bytes()
    elif way == "npz":
        target = io.BytesIO()
        np.savez(target, activations=["tanh", "softmax"], **{name: v.numpy() for name, v in state.items()})
        content = target.getvalue()
    else:
        arrays = {name: v.tolist() for name, v in state.items()}
        content = json.dumps({"activations": ["tanh", "softmax"], **arrays}).encode()
    expected = np.array(probabilities(torch, model, 1000))
    assert said(read_network(content), 1000) == pytest.approx(expected, abs=TOLERANCE)
