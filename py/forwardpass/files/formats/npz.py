""".npz ⇄ arrays: a zip archive of .npy files. Nothing is unpickled, and sizes are checked before anything is unpacked."""

import io
import re
import struct
import zipfile
import zlib
from typing import Any

import numpy as np

from ...errors import Refused
from ...words.catalogs import N_
from ..arrays import MOST_ARRAYS, MOST_BYTES, Arrays, Numbers, no_array, shaped, shortened
from ..names import WEIGHTS, parsed
from .foreign_lines import ARRAYS

TROUBLES = (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError, zlib.error, struct.error, ValueError)  # fmt: skip
NPY_MAGIC = b"\x93NUMPY"
LONGEST_HEADER = 100_000  # bytes
HEADER = re.compile(  # numbers, and text for the file's own words
    r"\{'descr': '([<>|=]?(?:f[248]|[iu][1248]|b1|[US][1-9]\d{0,3}|O))', 'fortran_order': (True|False), 'shape': \(([\d, ]{0,99})\), ?\}\s*"
)


def unpacked(content: bytes) -> dict[str, bytes]:
    """The files of a zip archive by name, folders and what macOS adds left out. Raises Refused."""
    if content.count(b"PK\x01\x02") > MOST_ARRAYS:  # how each entry of its directory begins
        raise Refused(N_("The file holds more than {most} arrays."), most=MOST_ARRAYS)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return {info.filename: archive.read(info) for info in _bounded(archive.infolist())}
    except TROUBLES as error:
        if isinstance(error, Refused):
            raise
        raise Refused(N_("The .npz file is damaged: it cannot be unpacked.")) from error


def _bounded(files: list[zipfile.ZipInfo]) -> list[zipfile.ZipInfo]:
    """By what the directory of the archive says; no more than that is unpacked."""
    if sum(info.file_size for info in files) > MOST_BYTES:
        raise Refused(N_("Unpacked, the file is larger than {most} MB, the largest allowed."), most=MOST_BYTES // 10**6)
    return [info for info in files if not info.is_dir() and not info.filename.startswith("__MACOSX/")]


def read_npz(files: dict[str, bytes]) -> Arrays:
    """Text is the file's own words, numbers are arrays."""
    arrays = Arrays()
    for file, data in files.items():
        name = file.removesuffix(".npy")
        values = read_npy(name, data)
        if values.dtype.kind in "US":
            if parsed(name).role == WEIGHTS:
                raise no_array(name)
            arrays.words[name] = _text(name, values)
        else:
            arrays.by_name[name] = values
    return arrays


def read_npy(name: str, data: bytes) -> Numbers:
    """An array as numpy writes it (all versions of the format), its header read by hand: numpy's own reader evaluates it."""
    start = 10 if data[6:7] == b"\x01" else 12
    length = int.from_bytes(data[8:start], "little")
    found = HEADER.fullmatch(data[start : start + min(length, LONGEST_HEADER)].decode("latin-1"))
    if data[:6] != NPY_MAGIC or not found:
        raise Refused(N_("Array “{name}” of the .npz file is not an array of numbers."), name=shortened(name))
    if found[1].endswith("O"):
        raise Refused(
            N_(
                "“{name}” of the .npz file is not an array of numbers but a list or dictionary of Python, which is not opened here, since that would run code. Save each array under a name of its own:"
            ),
            lines=ARRAYS,
            name=shortened(name),
        )
    shape = tuple(int(size) for size in found[3].replace(" ", "").split(",") if size)
    order: Any = "F" if found[2] == "True" else "C"
    values = shaped(name, data[start + length :], np.dtype(found[1]), shape).reshape(shape, order=order)
    return values.astype(np.uint8) if values.dtype.kind == "b" else values


def _text(name: str, values: Numbers) -> Any:
    """A text, or a list of them."""
    try:
        texts = values.astype(str).tolist()
    except ValueError:
        raise no_array(name) from None
    return texts if isinstance(texts, str) else [str(text) for text in np.ravel(texts)[:MOST_ARRAYS]]


def write_npz(arrays: Arrays) -> bytes:
    """numpy writes no time of day: the same arrays give the same bytes."""
    target = io.BytesIO()
    words = {name: np.array(value) for name, value in arrays.words.items()}
    named: dict[str, Any] = {**arrays.by_name, **words}
    np.savez(target, **named)
    return target.getvalue()
