"""A drawn digit as a short text for addresses, and back: version, checksum and packed pixels, all checked."""

import binascii
import re
import zlib
from base64 import urlsafe_b64decode, urlsafe_b64encode

import numpy as np

from ...errors import WrongArgument
from ...images.pixels import PIXELS, Bytes, to_bytes

VERSION = "1"
CHECKSUM = 4  # bytes of CRC-32 before the pixels
RAW = -15  # deflate without head and checksum of its own
LONGEST = 1100  # characters: noise, which cannot be packed, takes 1055
PATTERN = f"[A-Za-z0-9_-]{{0,{LONGEST}}}"


class WrongDrawing(WrongArgument):
    """The code of a drawing that is damaged, or is none."""

    code = "wrong_drawing"


def encode(pixels: Bytes) -> str:
    """(784,) → letters, digits, - and _: at most 1,100 of them; an image without ink is the empty text."""
    if not pixels.any():
        return ""
    data = to_bytes(pixels)
    packer = zlib.compressobj(9, zlib.DEFLATED, RAW)
    packed = packer.compress(data) + packer.flush()
    return VERSION + urlsafe_b64encode(zlib.crc32(data).to_bytes(CHECKSUM, "big") + packed).decode().rstrip("=")


def decode(code: str) -> Bytes:
    """(784,) of a code. Raises WrongDrawing where it is none of this version, is damaged, or holds anything but 784 pixels."""
    if not code:
        return np.zeros(PIXELS, np.uint8)
    if not re.fullmatch(PATTERN, code):
        raise WrongDrawing(
            f"the drawing's code has {len(code)} characters; expected at most {LONGEST} letters, digits, - and _"
        )
    if code[0] != VERSION:
        raise WrongDrawing(f"the drawing's code is of version {code[0]!r}; expected {VERSION}")
    try:
        data = _unpacked(code[1:])
    except (zlib.error, binascii.Error) as error:
        raise WrongDrawing(
            f"the drawing's code is damaged ({error}); expected the whole code as it was copied"
        ) from None
    return np.frombuffer(data, np.uint8)


def _unpacked(text: str) -> bytes:
    stored = urlsafe_b64decode(text + "=" * (-len(text) % 4))
    checksum, packed = stored[:CHECKSUM], stored[CHECKSUM:]
    unpacker = zlib.decompressobj(RAW)
    data = unpacker.decompress(packed, PIXELS + 1)
    if len(data) != PIXELS or not unpacker.eof or unpacker.unused_data:
        raise zlib.error(f"it does not unpack to {PIXELS} pixels")
    if zlib.crc32(data).to_bytes(CHECKSUM, "big") != checksum:
        raise zlib.error("its checksum differs")
    return data
