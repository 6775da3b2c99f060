"""What kind of file it is: the first bytes tell, not the name. Files of networks are read; of others it is said what they are and what to do."""

from collections.abc import Callable, Iterator

from ..errors import Refused
from ..words.catalogs import N_
from .arrays import MOST_BYTES, Arrays, shortened
from .formats import foreign_lines as lines
from .formats.json_arrays import parse_json
from .formats.json_layouts import arrays_from
from .formats.npz import read_npz, unpacked
from .formats.safetensors import is_safetensors, read_safetensors
from .names import BIAS, WEIGHTS, parsed

MOST_NESTED = 2  # archives in archives
HEAD = 1024  # bytes that are looked at for a beginning

PACKED = (b"\x1f\x8b", b"7z\xbc\xaf\x27\x1c", b"Rar!", b"\xfd7zXZ", b"BZh", b"\x28\xb5\x2f\xfd")
PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"BM", b"II*\x00", b"MM\x00*", b"\x00\x00\x01\x00", b"\x00\x00\x00\x1cftyp", b"\x00\x00\x00\x18ftyp", b"\x00\x00\x00\x20ftyp")  # fmt: skip
TORCH_BEFORE_1_6 = b"\x80\x02\x8a\x0al\xfc\x9cF\xf9 j\xa8P\x19."
PICKLES = tuple(bytes([0x80, protocol]) for protocol in range(2, 6))


def read_arrays(content: bytes) -> Arrays:
    """Single numbers are words of the file, unless they are weights or biases. Raises Refused."""
    arrays = _read(content)
    for name, values in list(arrays.by_name.items()):
        if values.ndim == 0 and parsed(name).role not in (WEIGHTS, BIAS):
            arrays.words[name] = arrays.by_name.pop(name).item()
    return arrays


def _read(content: bytes, depth: int = 0) -> Arrays:
    if len(content) > MOST_BYTES:
        raise Refused(N_("The file is larger than {most} MB, the largest allowed."), most=MOST_BYTES // 10**6)
    if content[:4] == b"PK\x03\x04" or content[:4] == b"PK\x05\x06":
        return _from_zip(unpacked(content), depth)
    if is_safetensors(content):
        return read_safetensors(content)
    for is_it, refusal in FOREIGN:
        if is_it(content):
            raise refusal()
    if (data := parse_json(content)) is not None:
        return arrays_from(data)
    raise _text(content)


# --- archives


def _from_zip(files: dict[str, bytes], depth: int) -> Arrays:
    """Arrays of numpy, or a single file of another kind that can be read."""
    names = list(files)
    if any(name.endswith("data.pkl") for name in names):
        raise made_by("PyTorch (.pth)", lines.PYTORCH)
    if any(name.endswith(".weights.h5") for name in names):
        raise made_by("Keras (.keras)", lines.KERAS)
    if "schema.json" in names:
        raise made_by("skops (.skops)", lines.SKOPS)
    arrays = {name: data for name, data in files.items() if name.endswith(".npy")}
    if arrays:
        return read_npz(arrays)
    inside = [name for name in names if name.endswith((".npz", ".safetensors", ".json"))]
    if len(inside) == 1 and depth < MOST_NESTED:
        return _read(files[inside[0]], depth + 1)
    raise Refused(
        N_(
            "The file is a .zip archive without the arrays of a network; it holds: {names}. Unpack it and choose the file of the network."
        ),
        names=shortened(", ".join(names)) or "–",
    )


# --- files of others


def made_by(kind: str, code: str) -> Refused:
    return Refused(
        N_("The file is of the kind {kind}, which is not opened here. These lines of Python turn it into one that is:"),
        lines=code,
        kind=kind,
    )


def _is(*beginnings: bytes) -> Callable[[bytes], bool]:
    return lambda content: content.startswith(beginnings)


def _is_riff_picture(content: bytes) -> bool:
    return content[:4] == b"RIFF" and content[8:12] == b"WEBP"


def _has(*words: bytes) -> Callable[[bytes], bool]:
    """Among its first letters, whatever their case."""
    return lambda content: any(word in content[:HEAD].lower() for word in words)


def _is_protobuf(content: bytes) -> bool:
    """ONNX: its version, then who made it."""
    return content[:1] == b"\x08" and b"\x00" < content[1:2] < b"\x20" and content[2:3] in (b"\x12", b":", b"B")


def _begins_with_letters(content: bytes) -> bool:
    return content.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<"


def _picture() -> Refused:
    return Refused(N_("The file is a picture, not a network. A picture of a digit is read on the pad: “Draw a digit”."))


def _packed() -> Refused:
    return Refused(N_("The file is a packed archive. Unpack it and choose the file of the network in it."))


def _web_page() -> Refused:
    return Refused(N_("The file is a web page, not a network: often a download gives the page around a file. Open that page and download the file itself."))  # fmt: skip


def _pdf() -> Refused:
    return Refused(N_("The file is a document (PDF), not a network."))


def _empty() -> Refused:
    return Refused(N_("The file is empty."))


def _of_git() -> Refused:
    return Refused(N_("The file only says where Git LFS keeps the real one. Download that one: “Download raw file”, or git lfs pull."))  # fmt: skip


FOREIGN: tuple[tuple[Callable[[bytes], bool], Callable[[], Refused]], ...] = (
    (lambda content: not content.strip(b"\x00 \t\r\n"), _empty),
    (_is(b"\x93NUMPY"), lambda: made_by("NumPy (.npy)", lines.NPY)),
    (_is(b"MATLAB "), lambda: made_by("MATLAB (.mat)", lines.MATLAB)),
    (lambda content: content[:4] == b"\x89HDF" or content[512:516] == b"\x89HDF", lambda: made_by("HDF5 (.h5, .hdf5)", lines.KERAS_H5)),
    (_is(TORCH_BEFORE_1_6), lambda: made_by("PyTorch (.pth)", lines.PYTORCH)),
    (_is(*PICKLES), lambda: made_by("pickle (.pkl)", lines.PICKLE)),
    (_is_protobuf, lambda: made_by("ONNX (.onnx)", lines.ONNX)),
    (lambda content: content.startswith(PICTURES) or _is_riff_picture(content), _picture),
    (_is(*PACKED), _packed),
    (_is(b"%PDF"), _pdf),
    (_is(b"version https://git-lfs"), _of_git),
    (lambda content: _begins_with_letters(content) and _has(b"<svg")(content), _picture),
    (lambda content: _begins_with_letters(content) and _has(b"<!doctype html", b"<html", b"<head")(content), _web_page),
)  # fmt: skip


# --- text and bytes that are none of them


def _text(content: bytes) -> Refused:
    if content.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")[:1] in (b"{", b"["):
        return Refused(N_("The JSON is damaged or cut off."))
    if _is_text(content):
        return Refused(N_("The file is text, but not JSON. Its beginning: “{start}”. These lines of Python make a file that fits:"), lines=lines.ARRAYS, start=shortened(next(_lines(content), "")))  # fmt: skip
    return Refused(N_("The file is neither .npz nor .safetensors nor JSON: its first bytes fit none of them."))


def _is_text(content: bytes) -> bool:
    head = content[:HEAD]
    return b"\x00" not in head and sum(byte < 9 or 13 < byte < 32 for byte in head) == 0 and _decodes(head)


def _decodes(head: bytes) -> bool:
    return "\ufffd" not in head.decode("utf-8", "replace")[:-3]


def _lines(content: bytes) -> Iterator[str]:
    return (line.strip() for line in content[:HEAD].decode("utf-8", "replace").splitlines() if line.strip())
