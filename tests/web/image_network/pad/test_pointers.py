"""Fingers, pens and mice on the pad, also where they come together or one of them is lost."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import CDPSession, expect

from ...conftest import LiveDemo
from ...helpers.driver import Demo
from ...helpers.pad import ONE, SEVEN, Points, draw, ink, wait_for_drawing, wait_for_empty, with_pad


class Hand:
    """What touches the sheet: places are shares of its side."""

    def __init__(self, demo: Demo) -> None:
        demo.part("sheet").scroll_into_view_if_needed()
        box = demo.part("sheet").bounding_box()
        assert box
        self.box = box
        self.session: CDPSession = demo.page.context.new_cdp_session(demo.page)

    def at(self, x: float, y: float) -> dict[str, float]:
        return {"x": self.box["x"] + x * self.box["width"], "y": self.box["y"] + y * self.box["height"]}

    def touch(self, kind: str, *places: tuple[float, float]) -> None:
        points = [{**self.at(*place), "id": number} for number, place in enumerate(places)]
        self.session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    def mouse(self, kind: str, place: tuple[float, float], buttons: int, by: str = "mouse") -> None:
        event: dict[str, Any] = {"type": kind, **self.at(*place), "buttons": buttons, "pointerType": by}
        if kind != "mouseMoved" or buttons:
            event |= {"button": "left", "clickCount": int(kind != "mouseMoved")}
        self.session.send("Input.dispatchMouseEvent", event)

    def stroke(self, places: Points, by: str = "mouse") -> None:
        self.mouse("mousePressed", places[0], 1, by)
        for place in places[1:]:
            self.mouse("mouseMoved", place, 1, by)
        self.mouse("mouseReleased", places[-1], 0, by)


@pytest.fixture
def demo(live_demo: LiveDemo) -> Iterator[Demo]:
    yield from with_pad(live_demo)


def test_a_pen_draws_though_a_palm_lies_there_first_and_the_palm_leaves_nothing(demo: Demo) -> None:
    hand = Hand(demo)
    hand.touch("touchStart", (0.9, 0.9))
    hand.touch("touchMove", (0.92, 0.94))
    assert ink(demo) > 0
    hand.stroke(SEVEN, by="pen")
    hand.touch("touchMove", (0.8, 0.95))
    hand.touch("touchEnd")
    code = wait_for_drawing(demo, 7)
    demo.button("Clear").click()
    wait_for_empty(demo)
    Hand(demo).stroke(SEVEN, by="pen")
    assert wait_for_drawing(demo, 7) == code


def test_a_palm_beside_the_pen_leaves_nothing(demo: Demo) -> None:
    hand = Hand(demo)
    hand.mouse("mousePressed", ONE[0], 1, by="pen")
    hand.touch("touchStart", (0.9, 0.9))
    hand.touch("touchMove", (0.8, 0.94))
    for place in ONE[1:]:
        hand.mouse("mouseMoved", place, 1, by="pen")
    hand.touch("touchEnd")
    hand.mouse("mouseReleased", ONE[-1], 0, by="pen")
    wait_for_drawing(demo, 1)


def test_two_fingers_draw_one_stroke(demo: Demo) -> None:
    hand = Hand(demo)
    hand.touch("touchStart", ONE[0])
    hand.touch("touchStart", ONE[0], (0.9, 0.5))
    for place in ONE[1:]:
        hand.touch("touchMove", place, (0.8, 0.6))
    hand.touch("touchEnd")
    wait_for_drawing(demo, 1)


def test_a_release_that_was_lost_draws_nothing_on_hover_and_the_next_press_draws(demo: Demo) -> None:
    hand = Hand(demo)
    hand.mouse("mousePressed", ONE[0], 1)
    for place in ONE[1:]:
        hand.mouse("mouseMoved", place, 1)
    hand.mouse("mouseMoved", (0.6, 0.5), 0)  # released where nobody heard it
    drawn = ink(demo)
    hand.mouse("mouseMoved", (0.9, 0.1), 0)
    assert ink(demo) == drawn
    hand.stroke([(0.2, 0.9), (0.8, 0.9)])
    assert ink(demo) > drawn


def test_a_capture_that_was_lost_ends_the_stroke_and_the_next_press_draws(demo: Demo) -> None:
    hand = Hand(demo)
    sheet = demo.part("sheet")
    sheet.evaluate("sheet => sheet.addEventListener('pointerdown', (e) => { sheet.lastPointer = e.pointerId; })")
    hand.mouse("mousePressed", ONE[0], 1)
    hand.mouse("mouseMoved", ONE[2], 1)
    sheet.evaluate("sheet => sheet.releasePointerCapture(sheet.lastPointer)")
    hand.mouse("mouseMoved", ONE[3], 1)
    drawn = ink(demo)
    hand.mouse("mouseMoved", (0.9, 0.1), 1)
    assert ink(demo) == drawn
    hand.mouse("mouseReleased", (0.9, 0.1), 0)
    hand.stroke([(0.2, 0.9), (0.8, 0.9)])
    assert ink(demo) > drawn


def test_other_buttons_and_keys_beside_the_mouse_draw_nothing(demo: Demo) -> None:
    before = ink(demo)
    demo.part("sheet").click(button="right")
    assert ink(demo) == before
    draw(demo, ONE)
    assert ink(demo) > before
    expect(demo.part("pad-notice")).to_have_text("")
