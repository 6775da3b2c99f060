"""Image files, of every kind that people have, become drawings, or are refused by the reason."""

import base64
from collections.abc import Callable, Iterator
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import expect

from forwardpass.image_network.pad.address import decode

from ....helpers.image_files import deep_png, moving_png, palette_png, png, rgba_png, svg, with_orientation
from ....helpers.mnist_images import images
from ....helpers.photos import note_on_a_dark_desk, seven, written
from ....helpers.photos import photo as in_colours
from ...conftest import LiveDemo
from ...helpers.driver import Demo
from ...helpers.pad import ONE, draw, give, wait_for_drawing, wait_for_empty, with_pad


@pytest.fixture
def demo(live_demo: LiveDemo) -> Iterator[Demo]:
    yield from with_pad(live_demo)


def photo(sample: int, enlarged: int = 6) -> bytes:
    """A test image as dark ink on bright paper, larger."""
    grey = 235 - images()[sample].reshape(28, 28).astype(np.int64) * 200 // 255
    return png(grey.repeat(enlarged, axis=0).repeat(enlarged, axis=1))


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
    expect(demo.part("pad-notice")).to_contain_text("“<b>notes</b>.txt” is not an image")
    assert demo.part("pad-notice").locator("b").count() == 0
    assert demo.link.endswith(code)


def test_an_empty_sheet_of_paper_holds_no_ink(demo: Demo) -> None:
    give(demo, "file", png(np.full((40, 40), 250)), "image/png", "paper.png")
    expect(demo.part("pad-notice")).to_contain_text("No ink can be seen in “paper.png”")


# --- files as people have them


def jpeg(demo: Demo, content: bytes) -> bytes:
    """The same picture as a JPEG of this browser."""
    script = """async (content) => {
      const image = await createImageBitmap(await (await fetch("data:image/png;base64," + content)).blob());
      const canvas = new OffscreenCanvas(image.width, image.height);
      canvas.getContext("2d").drawImage(image, 0, 0);
      const bytes = await (await canvas.convertToBlob({ type: "image/jpeg" })).arrayBuffer();
      return btoa(String.fromCharCode(...new Uint8Array(bytes)));
    }"""
    return base64.b64decode(demo.page.evaluate(script, base64.b64encode(content).decode()))


FILES: dict[str, Callable[[], bytes]] = {
    "grey.png": lambda: png(seven()),
    "deep.png": lambda: deep_png(seven()),
    "palette.png": lambda: palette_png(seven()),
    "opacity.png": lambda: rgba_png(in_colours(np.zeros((300, 400)), 255 * written(images()[0]))),
    "moving.png": lambda: moving_png(seven(), np.full((300, 400), 240)),
    "desk.png": lambda: png(note_on_a_dark_desk(written(images()[0]), np.random.default_rng(1)).clip(0, 255)),
    "lines.svg": lambda: svg("M7 5h10L11 20"),
}


@pytest.mark.parametrize("name", FILES)
def test_image_files_of_every_kind_are_read(demo: Demo, name: str) -> None:
    kind = "image/svg+xml" if name.endswith("svg") else "image/png"
    give(demo, "file", FILES[name](), kind, name)
    wait_for_drawing(demo, 7)
    expect(demo.part("pad-notice")).to_have_text("")


@pytest.mark.parametrize(("orientation", "turns"), [(1, 0), (3, 2), (6, 1), (8, 3)])
def test_a_photo_stands_upright_as_the_camera_was_held(demo: Demo, orientation: int, turns: int) -> None:
    sideways = jpeg(demo, png(np.rot90(seven(), turns)))
    give(demo, "file", with_orientation(sideways, orientation), "image/jpeg", "photo.jpg")
    wait_for_drawing(demo, 7)


def test_thin_strokes_of_a_large_picture_are_kept(demo: Demo) -> None:
    """12 of 4,000 pixels wide: a 7, whose bar must not go."""
    paper = np.full((3000, 4000), 250, np.uint8)
    paper[700:712, 1500:2400] = 20
    for row in range(700, 2400):
        left = 2390 - (row - 700) * 3 // 10
        paper[row, left : left + 12] = 20
    give(demo, "file", png(paper), "image/png", "large.png")
    wait_for_drawing(demo, 7)
    assert max(demo.view["numbers"]["pixels"]) > 200


@pytest.mark.parametrize("enlarged", [1, 3, 10, 41])
@pytest.mark.parametrize("on_white", [False, True])
def test_an_image_of_mnist_is_fed_as_its_pixels(demo: Demo, enlarged: int, on_white: bool) -> None:
    for sample in (8, 18):
        pixels = images()[sample].reshape(28, 28)
        grey = (255 - pixels if on_white else pixels).repeat(enlarged, axis=0).repeat(enlarged, axis=1)
        give(demo, "file", png(grey), "image/png", f"{sample}.png")
        expect(demo.part("photo-told")).to_contain_text("28 × 28")
        wanted = ",".join(map(str, images()[sample]))
        demo.wait(
            f"the pixels of image {sample}", "({ view }, wanted) => view.numbers?.pixels?.join() === wanted", wanted
        )
        assert (decode(demo.link.split("drawing=")[1]) == images()[sample]).all()


HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(400)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.png", b"", "is an empty file"),
        ("IMG_1.HEIC", HEIC, "format HEIC, which this browser cannot read"),
        ("renamed.jpg", HEIC, "format HEIC, which this browser cannot read"),
        ("cut.png", png(np.full((40, 40), 250))[:30], "is not an image this browser can read"),
        ("notes.svg", b"<p>no drawing</p>", "is not an image this browser can read"),
        ("paper.pdf", b"%PDF-1.7 ...", "is not an image this browser can read"),
    ],
)
def test_what_cannot_be_read_is_told_by_its_reason_and_the_drawing_stays(
    demo: Demo, name: str, content: bytes, said: str
) -> None:
    draw(demo, ONE)
    code = wait_for_drawing(demo)
    give(demo, "file", content, "image/svg+xml" if name.endswith("svg") else "image/png", name)
    expect(demo.part("pad-notice")).to_contain_text(f"“{name}” {said}" if "HEIC" not in said else said)
    assert demo.link.endswith(code)


def test_a_file_that_is_too_large_is_told(demo: Demo, tmp_path: Path) -> None:
    (tmp_path / "huge.png").write_bytes(bytes(20_000_001))
    demo.part("picture-file").set_input_files(tmp_path / "huge.png")
    expect(demo.part("pad-notice")).to_contain_text("“huge.png” is too large")


def test_the_same_file_can_be_chosen_again(demo: Demo) -> None:
    give(demo, "file", png(seven()), "image/png", "seven.png")
    wait_for_drawing(demo, 7)
    demo.button("Clear").click()
    wait_for_empty(demo)
    assert demo.part("picture-file").evaluate("field => field.value") == ""
    give(demo, "file", png(seven()), "image/png", "seven.png")
    wait_for_drawing(demo, 7)


def test_one_undo_after_a_picture_shows_what_was_before(demo: Demo) -> None:
    draw(demo, ONE)
    one = wait_for_drawing(demo)
    give(demo, "file", png(seven()), "image/png", "seven.png")
    wait_for_drawing(demo, 7)
    expect(demo.part("pad-photo")).to_be_visible()
    demo.button("Undo").click()
    demo.page.wait_for_url(f"**/?drawing={one}")
    expect(demo.part("pad-photo")).to_be_hidden()
