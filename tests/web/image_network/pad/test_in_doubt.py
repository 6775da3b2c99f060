"""Where a picture may hold more than one digit, or the wrong way round, the reader sees what was taken and can frame, turn and invert it."""

from collections.abc import Iterator

import numpy as np
import pytest
from playwright.sync_api import expect

from forwardpass.words.catalogs import LANGUAGES, translator

from ....helpers.image_files import png
from ....helpers.mnist_images import images
from ....helpers.photos import seven, written
from ...conftest import LiveDemo
from ...helpers.driver import Demo
from ...helpers.pad import draw, give, ink, wait_for_drawing, with_pad


@pytest.fixture
def demo(live_demo: LiveDemo) -> Iterator[Demo]:
    yield from with_pad(live_demo)


def has_ink(demo: Demo, x: float, y: float) -> bool:
    return ink(demo, x, y, 0.005) > 0


def two_digits() -> bytes:
    return png(np.hstack([240 - 220 * written(images()[sample], 300, 220) for sample in (0, 1)]))


def drag_over(demo: Demo, left: float, top: float, right: float, bottom: float) -> None:
    frame = demo.part("photo-frame")
    frame.scroll_into_view_if_needed()
    box = frame.bounding_box()
    assert box
    mouse = demo.page.mouse
    mouse.move(box["x"] + left * box["width"], box["y"] + top * box["height"])
    mouse.down()
    mouse.move(box["x"] + right * box["width"], box["y"] + bottom * box["height"], steps=5)
    mouse.up()


def test_in_doubt_the_reader_sees_what_was_taken_and_frames_the_digit(demo: Demo) -> None:
    give(demo, "file", two_digits(), "image/png", "two.png")
    wait_for_drawing(demo)
    expect(demo.part("photo-frame")).to_be_visible()
    expect(demo.part("photo-told")).to_contain_text("More than one thing in the image may be the digit.")
    for left, right, digit in ((0.02, 0.5, 7), (0.5, 0.98, 2)):
        drag_over(demo, left, 0.02, right, 0.98)
        wait_for_drawing(demo, digit)
        expect(demo.part("photo-told")).to_have_text("Taken for ink: what is darker than the paper around it.")
    demo.button("Whole image").click()
    expect(demo.part("photo-told")).to_contain_text("More than one thing")


def test_by_keyboard_the_frame_is_moved_and_sized(demo: Demo) -> None:
    give(demo, "file", two_digits(), "image/png", "two.png")
    wait_for_drawing(demo)
    demo.part("photo-frame").focus()
    keyboard = demo.page.keyboard
    keyboard.press("ArrowUp")  # a frame in the middle, half as wide and high
    for key, times in (("ArrowUp", 10), ("ArrowLeft", 10), ("Shift+ArrowDown", 20)):
        for _ in range(times):
            keyboard.press(key)
    wait_for_drawing(demo, 7)
    for _ in range(20):
        keyboard.press("ArrowRight")
    wait_for_drawing(demo, 2)


def test_a_picture_is_turned_and_taken_the_other_way_round(demo: Demo) -> None:
    give(demo, "file", png(np.rot90(seven())), "image/png", "sideways.png")
    wait_for_drawing(demo)
    demo.part("pad-photo").locator("summary").click()
    demo.button("Turn").click()
    wait_for_drawing(demo, 7)
    demo.button("Invert").click()
    expect(demo.part("photo-told")).to_contain_text("brighter than the paper")
    demo.button("Invert").click()
    wait_for_drawing(demo, 7)


def test_strokes_over_a_picture_stay_when_it_is_looked_at_otherwise(demo: Demo) -> None:
    give(demo, "file", two_digits(), "image/png", "two.png")
    wait_for_drawing(demo)
    draw(demo, [(0.1, 0.95), (0.9, 0.95)])
    drag_over(demo, 0.02, 0.02, 0.5, 0.98)
    expect(demo.part("photo-told")).to_have_text("Taken for ink: what is darker than the paper around it.")
    assert has_ink(demo, 0.5, 0.95)
    demo.button("Undo").click()
    wait_for_drawing(demo, 7)
    assert not has_ink(demo, 0.5, 0.95)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_was_taken_is_told_in_every_language(demo: Demo, lang: str) -> None:
    demo.host.evaluate("(demo, lang) => demo.setAttribute('lang', lang)", lang)
    t = translator(lang)
    expect(demo.part("pad").get_by_role("button").first).to_have_text(t.gettext("Undo"))
    give(demo, "file", two_digits(), "image/png", "two.png")
    expect(demo.part("photo-told")).to_contain_text(t.gettext("More than one thing in the image may be the digit."))
    give(demo, "file", b"", "image/png", "empty.png")
    message = t.gettext("“{name}” is an empty file; choose an image. The drawing is unchanged.")
    expect(demo.part("pad-notice")).to_have_text(message.format(name="empty.png"))
    demo.host.evaluate("demo => demo.setAttribute('lang', 'en')")
    expect(demo.part("pad").get_by_role("button").first).to_have_text("Undo")
