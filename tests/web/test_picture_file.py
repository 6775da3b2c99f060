"""Pictures from elsewhere become drawings: opened, pasted and dropped."""

import struct
import zlib
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from ..mnist_images import images
from .conftest import LiveDemo
from .driver import Demo
from .pad import ONE, draw, give, wait_for_drawing, with_pad


@pytest.fixture
def demo(live_demo: LiveDemo) -> Iterator[Demo]:
    yield from with_pad(live_demo)


def png(rows: list[list[int]]) -> bytes:
    """A grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 0, 0, 0, 0)
    body = zlib.compress(b"".join(b"\0" + bytes(row) for row in rows))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def photo(sample: int, enlarged: int = 6) -> bytes:
    """A test image as dark ink on bright paper, larger."""
    rows = [
        [235 - int(v) * 200 // 255 for v in row for _ in range(enlarged)] for row in images()[sample].reshape(28, 28)
    ]
    return png([row for row in rows for _ in range(enlarged)])


@pytest.mark.parametrize("way", ["file", "paste", "drop"])
def test_a_picture_can_be_opened_pasted_and_dropped(demo: Demo, way: str) -> None:
    give(demo, way, photo(0), "image/png", "seven.png")
    wait_for_drawing(demo, 7)
    expect(demo.part("pad-notice")).to_have_text("")


@pytest.mark.parametrize("way", ["file", "paste", "drop"])
def test_a_text_is_refused_and_the_drawing_stays(demo: Demo, way: str) -> None:
    draw(demo, ONE)
    code = wait_for_drawing(demo)
    give(demo, way, b"no picture <img src=x onerror=alert(1)>", "text/plain", "<b>notes</b>.txt")
    expect(demo.part("pad-notice")).to_contain_text("“<b>notes</b>.txt” is no image")
    assert demo.part("pad-notice").locator("b").count() == 0
    assert demo.link.endswith(code)


def test_an_empty_sheet_of_paper_holds_no_ink(demo: Demo) -> None:
    give(demo, "file", png([[250] * 40] * 40), "image/png", "paper.png")
    expect(demo.part("pad-notice")).to_contain_text("“paper.png” there is no ink")
