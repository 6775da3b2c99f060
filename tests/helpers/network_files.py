"""Networks for images as files that others would write, independently of our own writers."""

import io
import json
import struct
from typing import Any

import numpy as np
from numpy.typing import NDArray

from forwardpass.network.layers import Network, dense

Arrays = dict[str, NDArray[Any]]


def wide(seed: int, *hidden: tuple[int, str]) -> Network:
    """A random 784-…-10 network."""
    rng = np.random.default_rng(seed)
    layers, n_in = [], 784
    for n_out, activation in (*hidden, (10, "softmax")):
        layers.append(dense(rng.normal(size=(n_out, n_in)).tolist(), rng.normal(size=n_out).tolist(), activation))
        n_in = n_out
    return Network(tuple(layers))


def npz(**arrays: Any) -> bytes:
    target = io.BytesIO()
    np.savez(target, **arrays)
    return target.getvalue()


def tensors(arrays: Arrays, metadata: dict[str, str] | None = None, kind: str = "F32") -> bytes:
    """A .safetensors file, written independently of ours."""
    header: dict[str, Any] = {"__metadata__": metadata} if metadata else {}
    data = b""
    for name, values in sorted(arrays.items()):
        packed = bfloat16(values) if kind == "BF16" else values.astype({"F16": "<f2", "F32": "<f4", "F64": "<f8"}[kind])
        header[name] = {
            "dtype": kind,
            "shape": list(values.shape),
            "data_offsets": [len(data), len(data) + packed.nbytes],
        }
        data += packed.tobytes()
    text = json.dumps(header).encode()
    return struct.pack("<Q", len(text)) + text + data


def bfloat16(values: NDArray[Any]) -> NDArray[np.uint16]:
    return (values.astype("<f4").view("<u4") >> 16).astype("<u2")


NETWORK = wide(5, (20, "relu"), (12, "relu"))


def arrays(pattern: str, bias: str, transposed: bool = False, first: int = 0) -> Arrays:
    found: Arrays = {}
    for number, layer in enumerate(NETWORK.layers, start=first):
        found[pattern.format(number)] = layer.weights.T if transposed else layer.weights
        found[bias.format(number)] = layer.biases
    return found


TORCH = arrays("{}.weight", "{}.bias")
WAYS: dict[str, bytes] = {
    "ours": npz(**arrays("weights_{}", "biases_{}", first=1)),
    "PyTorch, npz": npz(**TORCH),
    "PyTorch in a module": npz(**arrays("net.fc{}.weight", "net.fc{}.bias")),
    "PyTorch, safetensors": tensors(TORCH, kind="F64"),
    "Keras, weights by weights": npz(**{f"arr_{i}": v for i, v in enumerate(arrays("{}k", "{}b", True).values())}),
    "Keras, by name": npz(
        **{
            name.replace("_0/", "/"): v
            for name, v in arrays("dense_{}/kernel:0", "dense_{}/bias:0", transposed=True).items()
        }
    ),
    "textbook": npz(**arrays("W{}", "b{}", first=1)),
    "JSON of arrays": json.dumps({name: v.tolist() for name, v in TORCH.items()}).encode(),
    "columns first": npz(**{name: np.asfortranarray(v) for name, v in TORCH.items()}),
    "other end first": npz(**{name: v.astype(">f8") for name, v in TORCH.items()}),
}
