"""Files ⇄ named arrays: .npz, .safetensors and JSON. Files are strangers': nothing is unpickled, and sizes are checked before anything is read."""

import io
import json
import math
import re
import struct
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from gettext import NullTranslations
from typing import Any

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[Any]

MOST_BYTES = 20_000_000  # of a file, and of what a compressed one becomes
MOST_ARRAYS = 100
LONGEST_HEADER = 100_000  # bytes, of a .safetensors file and of an array in a .npz
N_ = str  # marks a message for the catalogs; it is translated where it is said


class Refused(ValueError):
    """A file that does not fit: a message with {placeholders} and what fills them."""

    def __init__(self, message: str, **values: object) -> None:
        super().__init__(message.format(**values))
        self.message, self.values = message, values

    def said(self, t: NullTranslations) -> str:
        """The message in a reader's language."""
        return t.gettext(self.message).format(**self.values)


@dataclass
class Arrays:
    """The arrays of a file by name, in its order; activations: as the file names them, in the order of the layers."""

    by_name: dict[str, Numbers] = field(default_factory=dict)
    activations: list[str] | None = None


def read_arrays(content: bytes) -> Arrays:
    """Which format it is, the first bytes tell. Raises Refused."""
    if len(content) > MOST_BYTES:
        raise Refused(N_("The file is larger than {most} MB, the most that is taken."), most=MOST_BYTES // 10**6)
    for is_mine, read in FORMATS:
        if is_mine(content):
            return read(content)
    raise Refused(N_("The file is neither .npz nor .safetensors nor JSON: its first bytes fit none of them."))


# --- .npz: a zip archive of .npy files

ZIP_TROUBLES = (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, zlib.error, struct.error)
NPY_MAGIC = b"\x93NUMPY"
NPY_HEADER = re.compile(  # numbers, and text for the names of activations
    r"\{'descr': '([<>](?:f[248]|[iu][248]|U[1-9]\d?)|\|[iu]1)', 'fortran_order': (True|False), 'shape': \(([\d, ]{0,99})\), ?\}\s*"
)


def read_npz(content: bytes) -> Arrays:
    if content.count(b"PK\x01\x02") > MOST_ARRAYS:  # how each entry of its directory begins
        raise Refused(N_("The file holds more than {most} arrays."), most=MOST_ARRAYS)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            files = {info.filename: archive.read(info) for info in _bounded(archive.infolist())}
    except (*ZIP_TROUBLES, ValueError) as error:
        if isinstance(error, Refused):
            raise
        raise Refused(N_("The .npz file is damaged: it cannot be unpacked.")) from error
    arrays = Arrays({name.removesuffix(".npy"): read_npy(name, data) for name, data in files.items()})
    named = arrays.by_name.pop("activations", None)
    if named is not None:
        arrays.activations = [str(name) for name in named.ravel()[:MOST_ARRAYS]]
    return arrays


def _bounded(files: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    """By what the directory of the archive says; no more than that is unpacked."""
    if sum(info.file_size for info in files) > MOST_BYTES:
        raise Refused(
            N_("Unpacked, the file is larger than {most} MB, the most that is taken."), most=MOST_BYTES // 10**6
        )
    return files


def read_npy(name: str, data: bytes) -> Numbers:
    """An array as numpy writes it (format 1.0 and 2.0), its header read by hand: numpy's own reader evaluates it."""
    long = data[6:7] == b"\x02"
    start = 12 if long else 10
    length = int.from_bytes(data[8:start], "little")
    found = NPY_HEADER.fullmatch(data[start : start + min(length, LONGEST_HEADER)].decode("latin-1"))
    if data[:6] != NPY_MAGIC or not found:
        raise Refused(N_("Array “{name}” of the .npz file is not an array of numbers."), name=name)
    shape = tuple(int(size) for size in found[3].replace(" ", "").split(",") if size)
    order: Any = "F" if found[2] == "True" else "C"
    return shaped(name, data[start + length :], np.dtype(found[1]), shape).reshape(shape, order=order)


def shaped(name: str, data: bytes, kind: np.dtype[Any], shape: tuple[int, ...]) -> Numbers:
    """The numbers in a row. Raises Refused where there are not as many as the shape says."""
    if math.prod(shape) * kind.itemsize != len(data):
        raise Refused(
            N_("Array “{name}” has shape {shape}, but the file holds another number of values for it: is it cut off?"),
            name=name,
            shape=shape,
        )
    return np.frombuffer(data, kind)


# --- .safetensors: eight bytes with the length of a JSON header, the header, the numbers

TENSOR_TYPES = {"F64": "<f8", "F32": "<f4", "F16": "<f2", "BF16": "<u2"}


def is_safetensors(content: bytes) -> bool:
    return content[8:9] == b"{" and int.from_bytes(content[:8], "little") <= len(content) - 8


def read_safetensors(content: bytes) -> Arrays:
    """The format: https://github.com/huggingface/safetensors#format. Activations are taken from its metadata, with commas between."""
    length = int.from_bytes(content[:8], "little")
    header = parse_json(content[8 : 8 + length]) if length <= LONGEST_HEADER else None
    if not isinstance(header, dict) or len(header) > MOST_ARRAYS:
        raise Refused(N_("The header of the .safetensors file cannot be read."))
    metadata = header.pop("__metadata__", {})
    names = metadata.get("activations") if isinstance(metadata, dict) else None
    arrays = {str(name): tensor(str(name), entry, content[8 + length :]) for name, entry in header.items()}
    return Arrays(arrays, names.split(",") if isinstance(names, str) else None)


def tensor(name: str, entry: Any, data: bytes) -> Numbers:
    try:
        kind, shape, (start, stop) = entry["dtype"], tuple(entry["shape"]), entry["data_offsets"]
        fits = all(type(number) is int and 0 <= number <= MOST_BYTES for number in (*shape, start, stop))
    except (TypeError, KeyError, ValueError) as error:
        raise Refused(N_("Array “{name}” is not described as .safetensors files do."), name=name) from error
    if not fits or kind not in TENSOR_TYPES:
        raise Refused(
            N_("Array “{name}” is of type {kind}; expected one of {kinds}."),
            name=name,
            kind=str(kind)[:20],
            kinds=", ".join(TENSOR_TYPES),
        )
    numbers = shaped(name, data[start:stop], np.dtype(TENSOR_TYPES[kind]), shape)
    if kind == "BF16":  # the upper half of a float32
        numbers = (numbers.astype(np.uint32) << 16).view(np.float32)
    return numbers.reshape(shape)


# --- JSON: {"layers": [{"weights", "biases", "activation"}]}, as our own views have it, or names and arrays


def is_json(content: bytes) -> bool:
    return content.lstrip()[:1] == b"{"


def read_json(content: bytes) -> Arrays:
    data = parse_json(content)
    if not isinstance(data, dict):
        raise Refused(N_("The JSON is damaged or cut off."))
    layers = data.get("layers")
    if isinstance(layers, list):
        return _from_layers(layers)
    names = data.pop("activations", None)
    arrays = {str(name): numbers_from(str(name), values) for name, values in list(data.items())[:MOST_ARRAYS]}
    return Arrays(arrays, [str(name) for name in names] if isinstance(names, list) else None)


def _from_layers(layers: list[Any]) -> Arrays:
    arrays, names = Arrays(), []
    for number, layer in enumerate(layers[:MOST_ARRAYS], start=1):
        if not isinstance(layer, dict) or "weights" not in layer:
            raise Refused(N_("Layer {number} of the JSON has no “weights”."), number=number)
        for key in ("weights", "biases"):
            if key in layer:
                arrays.by_name[f"{key}_{number}"] = numbers_from(f"{key}_{number}", layer[key])
        names.append(layer.get("activation"))
    arrays.activations = [str(name) for name in names] if any(names) else None
    return arrays


def numbers_from(name: str, values: Any) -> Numbers:
    try:
        numbers = np.array(values)
    except (ValueError, OverflowError, RecursionError):  # rows of different lengths, for one
        numbers = np.array(None)
    if numbers.dtype.kind not in "fiu":
        raise Refused(N_("Array “{name}” is not an array of numbers with rows of one length."), name=name)
    return numbers


def parse_json(content: bytes) -> Any:
    """None where it is no JSON, or none that anybody would write."""
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return None


FORMATS: tuple[tuple[Callable[[bytes], bool], Callable[[bytes], Arrays]], ...] = (
    (lambda content: content[:2] == b"PK", read_npz),
    (is_safetensors, read_safetensors),
    (is_json, read_json),
)


# --- writing


def write_npz(arrays: Arrays) -> bytes:
    """numpy writes no time of day: the same arrays give the same bytes."""
    target = io.BytesIO()
    named: dict[str, Any] = {**arrays.by_name, "activations": np.array(arrays.activations)}
    np.savez(target, **named)
    return target.getvalue()


def write_safetensors(arrays: Arrays) -> bytes:
    header: dict[str, Any] = {"__metadata__": {"activations": ",".join(arrays.activations or [])}}
    header |= dict(_entries(arrays))
    text = json.dumps(header, separators=(",", ":"))
    text += " " * (-len(text) % 8)  # numbers begin at a multiple of eight
    numbers = b"".join(values.tobytes() for values in arrays.by_name.values())
    return len(text).to_bytes(8, "little") + text.encode() + numbers


def _entries(arrays: Arrays) -> Iterator[tuple[str, dict[str, Any]]]:
    place = 0
    for name, values in arrays.by_name.items():
        entry = {"dtype": f"F{8 * values.itemsize}", "shape": list(values.shape)}
        yield name, entry | {"data_offsets": [place, place + values.nbytes]}
        place += values.nbytes
