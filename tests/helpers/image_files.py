"""Image files as people have them, made without a library: PNG of every kind, and a photo that says how the camera was held."""

import struct
import zlib

from forwardpass.images.pixels import Bytes
from forwardpass.network.activations import Array

SIGNATURE = b"\x89PNG\r\n\x1a\n"
GREY, PALETTE, RGBA = 0, 3, 6


def png(grey: Array | Bytes) -> bytes:
    """(height, width) grey levels, 0 to 255."""
    return _file(grey, 8, GREY, _rows(grey.astype("u1")))


def deep_png(grey: Array | Bytes) -> bytes:
    """With 16 bits a pixel."""
    return _file(grey, 16, GREY, _rows((grey.astype(">u2") * 257).astype(">u2")))


def palette_png(grey: Array | Bytes) -> bytes:
    """Each pixel the number of a colour, of which the first is white."""
    colours = bytes(255 - level for level in range(256) for _ in range(3))
    return _file(grey, 8, PALETTE, _rows((255 - grey).astype("u1")), (b"PLTE", colours))


def rgba_png(picture: Bytes) -> bytes:
    """(height, width, 4), with opacity."""
    return _file(picture, 8, RGBA, _rows(picture))


def moving_png(first: Bytes, second: Bytes) -> bytes:
    """Two frames, a second each."""
    height, width = first.shape
    data = zlib.compress(_rows(second.astype("u1")))

    def control(number: int) -> bytes:
        return struct.pack(">IIIIIHHBB", number, width, height, 0, 0, 1, 1, 0, 0)

    before = (b"acTL", struct.pack(">II", 2, 0)), (b"fcTL", control(0))
    after = (b"fcTL", control(1)), (b"fdAT", struct.pack(">I", 2) + data)
    return _file(first, 8, GREY, _rows(first.astype("u1")), *before, after=after)


def svg(path: str) -> bytes:
    """Strokes as a path in a square of 24, without a size of its own."""
    return f"""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><rect width="24" height="24" fill="white"/>
    <path d="{path}" fill="none" stroke="black" stroke-width="2"/></svg>""".encode()


def with_orientation(jpeg: bytes, orientation: int) -> bytes:
    """The JPEG with what EXIF says of the camera: 6, it was turned a quarter to the left, 3, it was upside down."""
    entry = struct.pack(">HHIHH", 0x0112, 3, 1, orientation, 0)
    exif = b"Exif\0\0" + b"MM\0*" + struct.pack(">IH", 8, 1) + entry + bytes(4)
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(exif) + 2) + exif + jpeg[2:]


def _file(
    picture: Array | Bytes,
    bits: int,
    kind: int,
    rows: bytes,
    *before: tuple[bytes, bytes],
    after: tuple[tuple[bytes, bytes], ...] = (),
) -> bytes:
    height, width = picture.shape[:2]
    head = struct.pack(">IIBBBBB", width, height, bits, kind, 0, 0, 0)
    chunks = [(b"IHDR", head), *before, (b"IDAT", zlib.compress(rows, 1)), *after, (b"IEND", b"")]
    return SIGNATURE + b"".join(_chunk(*chunk) for chunk in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _rows(pixels: Bytes) -> bytes:
    return b"".join(b"\0" + row.tobytes() for row in pixels)
