"""Whatever is in a file, it is taken, or refused with a sentence: nothing else is ever raised, and nothing takes long."""

import json
import struct
import time
from typing import Any

import numpy as np
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from forwardpass.errors import Refused
from forwardpass.files.arrays import MOST_ARRAYS
from forwardpass.files.kinds import read_arrays
from forwardpass.files.networks import OF_IMAGES, Wanted, take
from forwardpass.files.report import how_read, menus
from forwardpass.words.catalogs import translator

from ..helpers.network_files import npz

SMALL = Wanted(None, None, "sigmoid")
WORDS = [
    "weights", "biases", "bias", "W1", "b1", "layers", "activation", "activations", "sizes", "cost", "inputLookup", "outputLookup", "options",
    "filters", "w", "layer_type", "fc", "dropout", "drop_prob", "relu", "softmax", "neurons", "connections", "coefs_", "intercepts_", "out_activation_",
    "0", "1", "2", "kernel", "gamma", "beta", "running_mean", "running_var", "moving_mean", "moving_variance", "num_batches_tracked", "pixels", "mean", "std",
    "classes", "orientation", "in x out", "0 to 255", "type", "class_name", "config", "input", "arr_0", "arr_1", "weight", "eps", "{", "{name}", "<b>", "\u202e",
]  # fmt: skip
LEAVES = st.one_of(
    st.sampled_from(WORDS), st.none(), st.booleans(), st.integers(-3, 300), st.integers(10**30, 10**31), st.floats(), st.text(max_size=5)
)  # fmt: skip
ROWS = st.integers(1, 4).flatmap(
    lambda n: st.lists(st.lists(st.floats(-2, 2), min_size=n, max_size=n), min_size=1, max_size=4)
)
TREES = st.recursive(
    LEAVES | ROWS,
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(st.sampled_from(WORDS), inside, max_size=6),
    max_leaves=25,
)
SHAPES = st.sampled_from([(), (1,), (2,), (3,), (4,), (2, 3), (3, 2), (3, 3), (1, 3), (3, 1), (1, 1), (0,), (0, 3), (1, 2, 3), (2, 2, 2), (10, 784), (784, 10), (10, 10), (10,), (784,)])  # fmt: skip


def outcome(content: bytes) -> None:
    """Takes it as both demos do; raises what is no Refused."""
    for wanted in (OF_IMAGES, SMALL):
        assert 5 < len(said(content, wanted)) < 900


def said(content: bytes, wanted: Wanted) -> str:
    try:
        taken = take(read_arrays(content), wanted)
    except Refused as refused:
        return str(refused.said(translator("fr")))
    assert "<b>" not in menus(taken, translator("en"))
    assert np.isfinite(taken.ready.layers[0].weights).all()
    return how_read("{sizes}", taken, translator("en"))


@settings(max_examples=400, deadline=None)
@given(TREES)
@example({"layers": [{"0": {}}, {"0": {"weights": {"0": 1}}}], "sizes": [], "inputLookup": [], "outputLookup": 3})
@example({"layers": {"weights": 1}, "sizes": 1, "inputLookup": None, "outputLookup": None})
@example({"coefs_": None, "intercepts_": [[1]]})
@example({"weights": [[[1.0]]], "biases": [[[1.0]]], "sizes": None})
@example({"layers": [{"layer_type": "fc", "filters": [{"w": None}], "biases": None}, 3]})
def test_json_of_any_shape_is_taken_or_refused(data: Any) -> None:
    outcome(json.dumps(data).encode())


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(st.sampled_from([*WORDS, "a.weight", "a.bias", "b.weight", "bn.weight"]), SHAPES, max_size=7), st.integers(0, 2))  # fmt: skip
def test_arrays_of_any_names_and_shapes_are_taken_or_refused(shapes: dict[str, tuple[int, ...]], kind: int) -> None:
    outcome(
        npz(
            **{
                name: np.full(shape, kind - 1, [float, int][kind % 2])
                for name, shape in shapes.items()
                if name != "file"
            }
        )
    )


HEADERS = st.dictionaries(
    st.sampled_from([*WORDS, "__metadata__"]),
    LEAVES
    | st.fixed_dictionaries(
        {
            "dtype": st.sampled_from(["F32", "F64", "I64", "BOOL", "X", ""]),
            "shape": st.lists(st.integers(-1, 5), max_size=3) | LEAVES,
            "data_offsets": st.tuples(st.integers(-1, 40), st.integers(-1, 40)) | LEAVES,
        }
    ),
    max_size=5,
)


@settings(max_examples=300, deadline=None)
@given(HEADERS)
def test_headers_of_safetensors_of_any_shape_are_taken_or_refused(header: dict[str, Any]) -> None:
    text = json.dumps(header).encode()
    outcome(struct.pack("<Q", len(text)) + text + bytes(40))


@settings(max_examples=300, deadline=None)
@given(st.binary(max_size=60), st.sampled_from([b"", b"PK\x03\x04", b"\x93NUMPY\x01\x00", b"\x80\x04", b"\x08\x01", b"{", b"\xff\xfe", b"<"]))  # fmt: skip
def test_bytes_behind_any_beginning_are_refused(content: bytes, beginning: bytes) -> None:
    outcome(beginning + content)


LARGE = {
    "many layers": lambda: npz(**{f"W{n}": np.ones((10, 10)) for n in range(MOST_ARRAYS - 1)}),
    "too many arrays": lambda: npz(**{f"W{n}": np.ones(1) for n in range(MOST_ARRAYS + 1)}),
    "sixteen layers in the worst order": lambda: npz(
        **{f"W{(7 * n) % 16}": np.ones((10, 784) if n == 15 else (10 + n % 2, 10 + (n // 2) % 2)) for n in range(16)}
    ),
    "lists in lists": lambda: b"[" * 100_000 + b"]" * 100_000,
    "objects in objects": lambda: b'{"layers":' * 50_000 + b"1" + b"}" * 50_000,
    "a text in a text, and so on": lambda: nested_text(12),
    "one large list": lambda: json.dumps({"weights": [0.5] * 500_000}).encode(),
    "many objects": lambda: json.dumps({"layers": [{"weights": [[1]]}] * 20_000}).encode(),
    "many words": lambda: json.dumps({f"word {n}": "x" * 100 for n in range(20_000)}).encode(),
}


def nested_text(depth: int) -> bytes:
    text = "[1]"
    for _ in range(depth):
        text = json.dumps(text)
    return text.encode()


@pytest.mark.parametrize("case", LARGE)
def test_large_and_deep_files_are_refused_soon(case: str) -> None:
    start = time.process_time()
    outcome(LARGE[case]())
    assert time.process_time() - start < 5
