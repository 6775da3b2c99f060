""".safetensors ⇄ arrays: eight bytes with the length of a JSON header, the header, the numbers. https://github.com/huggingface/safetensors#format"""

import json
from collections.abc import Iterator
from typing import Any

import numpy as np

from ...errors import Refused
from ...words.catalogs import N_
from ..arrays import MOST_ARRAYS, MOST_BYTES, Arrays, Numbers, shaped, shortened
from .json_arrays import parse_json

LONGEST_HEADER = 100_000  # bytes
TYPES = {"F64": "<f8", "F32": "<f4", "F16": "<f2", "BF16": "<u2"}
OTHER_TYPES = {"I64": "<i8", "I32": "<i4", "I16": "<i2", "I8": "|i1", "U64": "<u8", "U32": "<u4", "U16": "<u2", "U8": "|u1", "BOOL": "|u1"}  # fmt: skip


def is_safetensors(content: bytes) -> bool:
    return content[8:9] == b"{" and int.from_bytes(content[:8], "little") <= len(content) - 8


def read_safetensors(content: bytes) -> Arrays:
    """Its metadata are the file's own words."""
    length = int.from_bytes(content[:8], "little")
    header = parse_json(content[8 : 8 + length]) if length <= LONGEST_HEADER else None
    if not isinstance(header, dict) or len(header) > MOST_ARRAYS:
        raise Refused(N_("The header of the .safetensors file cannot be read."))
    metadata = header.pop("__metadata__", None)
    arrays = {str(name): tensor(str(name), entry, content[8 + length :]) for name, entry in header.items()}
    return Arrays(arrays, metadata if isinstance(metadata, dict) else {})


def tensor(name: str, entry: Any, data: bytes) -> Numbers:
    try:
        kind, shape, (start, stop) = entry["dtype"], tuple(entry["shape"]), entry["data_offsets"]
        fits = all(type(number) is int and 0 <= number <= MOST_BYTES for number in (*shape, start, stop))
    except (TypeError, KeyError, ValueError) as error:
        raise Refused(N_("The entry for array “{name}” is not valid .safetensors."), name=shortened(name)) from error
    found = (TYPES | OTHER_TYPES).get(str(kind))
    if not fits or found is None:
        raise Refused(
            N_("Array “{name}” is of type {kind}; expected one of {kinds}."),
            name=shortened(name),
            kind=shortened(kind),
            kinds=", ".join(TYPES),
        )
    numbers = shaped(name, data[start:stop], np.dtype(found), shape)
    if kind == "BF16":  # the upper half of a float32
        numbers = (numbers.astype(np.uint32) << 16).view(np.float32)
    return numbers.reshape(shape)


def write_safetensors(arrays: Arrays) -> bytes:
    header: dict[str, Any] = {"__metadata__": {name: _text(value) for name, value in arrays.words.items()}}
    header |= dict(_entries(arrays))
    text = json.dumps(header, separators=(",", ":"))
    text += " " * (-len(text) % 8)  # numbers begin at a multiple of eight
    numbers = b"".join(values.tobytes() for values in arrays.by_name.values())
    return len(text).to_bytes(8, "little") + text.encode() + numbers


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ",".join(value)


def _entries(arrays: Arrays) -> Iterator[tuple[str, dict[str, Any]]]:
    place = 0
    for name, values in arrays.by_name.items():
        entry = {"dtype": f"F{8 * values.itemsize}", "shape": list(values.shape)}
        yield name, entry | {"data_offsets": [place, place + values.nbytes]}
        place += values.nbytes
