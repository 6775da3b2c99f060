"""The bubble at the first number that can be dragged: once for each reader, for the eye alone, and in nobody's way."""

import pytest
from playwright.sync_api import Page, expect

from ..conftest import LIVE_SECONDS, OpenPage
from ..helpers.axe import faults
from ..helpers.driver import SIMPLE, Demo
from ..helpers.small_network import PATH, number

AT = f"{PATH}?seed=7&step=input"
BUBBLE = "drag-me"


def opened(page: Page, path: str = AT) -> Demo:
    page.goto(path)
    return Demo(page).wait_for_state("live", LIVE_SECONDS)


def test_it_comes_with_the_first_numbers_and_goes_with_the_next_step_for_good(page: Page) -> None:
    demo = opened(page, f"{PATH}?seed=7&step=layer-2")
    expect(number(demo, "guess-w-0-0-0")).to_have_attribute("role", "spinbutton")
    expect(demo.part(BUBBLE)).to_have_count(0)
    demo.press("next")
    expect(demo.part(BUBBLE)).to_have_text("Drag me")
    demo.press("next")
    expect(demo.part(BUBBLE)).to_have_count(0)
    demo.press("back")
    expect(number(demo, "x-0")).to_have_attribute("role", "spinbutton")
    expect(demo.part(BUBBLE)).to_have_count(0)
    demo = opened(page)
    expect(number(demo, "x-0")).to_have_attribute("role", "spinbutton")
    expect(demo.part(BUBBLE)).to_have_count(0)


@pytest.mark.parametrize("way", ["drag", "key", "click"])
def test_it_goes_with_the_first_use_of_a_number(page: Page, way: str) -> None:
    demo = opened(page)
    expect(demo.part(BUBBLE)).to_be_visible()
    other = number(demo, "x-1")
    if way == "key":
        other.focus()
        page.keyboard.press("ArrowUp")
    elif way == "click":
        other.click()
    else:
        box = other.bounding_box()
        assert box
        page.mouse.move(box["x"] + 4, box["y"] + 4)
        page.mouse.down()
        page.mouse.move(box["x"] + 44, box["y"] + 4, steps=5)
        page.mouse.up()
    expect(demo.part(BUBBLE)).to_have_count(0)


def test_a_browser_that_keeps_nothing_shows_it_once_a_visit(page: Page) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError'); } })"
    )
    demo = opened(page)
    expect(demo.part(BUBBLE)).to_be_visible()
    demo.press("next").press("back")
    expect(number(demo, "x-0")).to_have_attribute("role", "spinbutton")
    expect(demo.part(BUBBLE)).to_have_count(0)


@pytest.mark.parametrize(("size", "said"), [((1280, 800), "Drag me"), ((390, 844), "Tap me"), ((320, 600), "Tap me")])
@pytest.mark.parametrize("lang", ["", "fr/"])
def test_it_covers_no_number_and_takes_no_press(
    open_page: OpenPage, size: tuple[int, int], said: str, lang: str
) -> None:
    width, height = size
    options = {"viewport": {"width": width, "height": height}, "has_touch": width < 500, "is_mobile": width < 500}
    with open_page(**options) as page:
        demo = opened(page, lang + AT)
        bubble = demo.part(BUBBLE)
        expect(bubble).to_be_visible()
        if not lang:
            expect(bubble).to_have_text(said)
        covered = demo.host.evaluate("""({ shadowRoot }) => {
          const box = (element) => element.getBoundingClientRect();
          const bubble = box(shadowRoot.querySelector(".drag-me"));
          const meets = ({ left, right, top, bottom }) => left < bubble.right && right > bubble.left && top < bubble.bottom && bottom > bubble.top;
          return [...shadowRoot.querySelectorAll(".picture text, .handles [role], .tabs [role=tab]")].filter((text) => text.textContent && meets(box(text))).map((text) => text.textContent);
        }""")
        assert covered == []
        assert bubble.evaluate("bubble => getComputedStyle(bubble).pointerEvents") == "none"
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_it_is_for_the_eye_alone_and_stands_still_where_motion_is_reduced_and_not_on_paper(page: Page) -> None:
    page.emulate_media(reduced_motion="reduce")
    demo = opened(page)
    bubble = demo.part(BUBBLE)
    expect(bubble).to_have_attribute("aria-hidden", "true")
    assert bubble.evaluate("bubble => getComputedStyle(bubble).animationName") == "none"
    assert faults(page, within=(SIMPLE, ".frame")) == {}
    page.emulate_media(media="print")
    expect(bubble).to_be_hidden()


def test_where_numbers_cannot_be_changed_there_is_none(page: Page) -> None:
    page.goto("embed/simple_forward_pass/?seed=7&step=input&controls=ask+next")
    demo = Demo(page).wait_for_state("live", LIVE_SECONDS)
    expect(demo.part("picture").locator("[role=button]").first).to_be_attached()
    expect(demo.part(BUBBLE)).to_have_count(0)
