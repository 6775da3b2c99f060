"""Selecting in the drawing of the digit network: neurons and pixels, by pointer, finger and keys."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from forwardpass import api
from forwardpass.messages import MarkedInside
from forwardpass.words.catalogs import LANGUAGES

from ...helpers.mnist_images import images, labels
from ..conftest import LIVE_SECONDS, LiveDemo, OpenPage
from ..helpers.axe import faults
from ..helpers.driver import MNIST, Demo

PAGE = "demos/forward_pass_mnist/"


@pytest.fixture
def demo(live_demo: LiveDemo) -> Iterator[Demo]:
    demo = live_demo(PAGE)
    demo.part("picture").hover()  # brings the script
    expect(demo.part("inside")).to_be_attached()
    demo.page.mouse.move(0, 0)
    yield demo
    demo.page.mouse.move(0, 0)
    if demo.part("inside").is_visible():
        demo.part("inside").get_by_role("button").click()


def neuron(demo: Demo, key: str) -> Locator:
    return demo.part("picture").locator(f".neuron[data-neuron='{key}']")


def looked(key: str, sample: int = 0, lang: str = "en") -> MarkedInside:
    return api.look_inside(key, lang, sample=sample, pixels=images()[sample].tolist(), label=int(labels()[sample]))


def shows(demo: Demo, key: str, sample: int = 0) -> None:
    """The panel and the marks are those of the neuron, for this sample."""
    view = looked(key, sample)
    expect(demo.part("inside-words").locator("h3")).to_have_text(view["title"])
    demo.wait(
        f"the inside of {key} for image {sample}",
        """(demo, html, svg, drawing) => {
          const parsed = (markup) => { const t = document.createElement("template"); t.innerHTML = markup; return t.content; };
          const same = (name, markup) => { const panel = demo.shadowRoot.querySelector(name), wanted = parsed(markup);
            return panel.childNodes.length === wanted.childNodes.length && [...panel.childNodes].every((n, i) => n.isEqualNode(wanted.childNodes[i])); };
          return same(".inside-words", html) && same(".inside-picture", svg) && same(".picture", drawing);
        }""",
        view["html"],
        view["svg"],
        view["drawing"],
    )


@pytest.mark.parametrize("key", ["1-3", "2-7", "0-0"])
def test_a_click_shows_the_inside_and_the_same_of_the_next_image(demo: Demo, key: str) -> None:
    neuron(demo, key).click()
    demo.page.mouse.move(0, 0)
    shows(demo, key)
    demo.press("next").wait_for_view(1)
    shows(demo, key, 1)
    demo.part("inside").get_by_role("button", name="Close").click()
    expect(demo.part("inside")).to_be_hidden()
    assert demo.shows_its_view()


def test_a_click_beside_a_neuron_finds_it_and_escape_closes(demo: Demo) -> None:
    neuron(demo, "1-5").scroll_into_view_if_needed()
    box = neuron(demo, "1-5").bounding_box()
    assert box
    demo.page.mouse.click(box["x"] + box["width"] + 6, box["y"] + box["height"] / 2)
    shows(demo, "1-5")
    demo.page.keyboard.press("Escape")
    expect(demo.part("inside")).to_be_hidden()
    assert demo.shows_its_view()


def test_pointing_at_a_pixel_marks_its_input_neuron_and_leaving_unmarks_it(demo: Demo) -> None:
    paper = demo.part("picture").locator(".sample .sample-paper")
    paper.scroll_into_view_if_needed()
    box = paper.bounding_box()
    assert box
    row, column = 7, 9
    at = (box["x"] + (column + 0.5) / 28 * box["width"], box["y"] + (row + 0.5) / 28 * box["height"])
    demo.page.mouse.move(*at)
    marks = demo.part("marks")
    expect(marks.locator(".stand-in")).to_have_count(1)
    expect(marks.locator("text")).to_have_text(f"Pixel {row * 28 + column + 1}: {images()[0][row * 28 + column]}")
    expect(demo.part("inside")).to_be_hidden()
    demo.page.mouse.move(0, 0)
    expect(marks.locator("circle")).to_have_count(0)
    assert demo.shows_its_view()
    demo.page.mouse.move(*at)
    expect(marks.locator("text")).to_have_count(1)
    demo.page.mouse.click(*at)
    shows(demo, f"0-{row * 28 + column}")


def test_pointing_at_an_input_neuron_marks_its_pixel(demo: Demo) -> None:
    drawn = demo.part("picture").locator(".inputs .neuron").nth(5)
    number = drawn.get_attribute("data-pixel")
    drawn.hover()
    expect(demo.part("marks").locator(".pixel")).to_have_count(1)
    expect(demo.part("marks").locator("text")).to_have_text(
        f"Pixel {int(number or 0) + 1}: {images()[0][int(number or 0)]}"
    )
    expect(demo.part("marks").locator(".stand-in")).to_have_count(0)


def test_by_keyboard_alone_pixels_and_neurons_are_reached_looked_into_and_left(demo: Demo) -> None:
    keyboard, picture = demo.page.keyboard, demo.part("picture")
    picture.focus()
    keyboard.press("ArrowDown")
    expect(picture.locator(".sample")).to_be_focused()
    marked = demo.part("marks").locator("text")
    expect(marked).to_have_text(re.compile(r"Pixel \d+: \d+"))
    pixel = int(re.findall(r"\d+", marked.text_content() or "")[0]) - 1  # as an index
    keyboard.press("ArrowUp")
    expect(demo.part("pointed")).to_have_text(looked(f"0-{pixel - 28}")["title"])
    keyboard.press("Enter")
    shows(demo, f"0-{pixel - 28}")
    keyboard.press("Escape")
    expect(demo.part("inside")).to_be_hidden()
    keyboard.press("End")
    expect(demo.part("pointed")).to_have_text(looked(f"0-{pixel - 28 - pixel % 28 + 27}")["title"])
    keyboard.press("ArrowRight")
    expect(picture.locator(".inputs .neuron").first).to_be_focused()
    keyboard.press("End")
    expect(picture.locator(".inputs .neuron").last).to_be_focused()
    keyboard.press("Home")
    keyboard.press("ArrowRight")
    expect(neuron(demo, "1-0")).to_be_focused()
    keyboard.press("ArrowDown")
    keyboard.press("Enter")
    shows(demo, "1-1")
    keyboard.press("ArrowRight")
    keyboard.press("Space")
    shows(demo, "2-1")
    assert demo.view["numbers"]["sample"] == 0  # arrows did not take the next image
    keyboard.press("Escape")
    expect(demo.part("inside")).to_be_hidden()
    expect(neuron(demo, "2-1")).to_be_focused()


def test_below_the_image_the_arrow_keys_go_on_to_the_neurons(demo: Demo) -> None:
    picture = demo.part("picture")
    picture.focus()
    demo.page.keyboard.press("ArrowDown")
    beyond = picture.locator(".inputs .neuron:focus")
    for _ in range(28):
        if not beyond.count():
            demo.page.keyboard.press("ArrowDown")
    expect(picture.locator(".inputs .neuron").first).to_be_focused()


def test_another_language_keeps_the_panel(demo: Demo) -> None:
    neuron(demo, "1-2").click()
    for lang in (*LANGUAGES[1:], "en"):
        demo.host.evaluate("(demo, lang) => demo.setAttribute('lang', lang)", lang)
        expect(demo.part("inside-words").locator("h3")).to_have_text(looked("1-2", lang=lang)["title"])


def test_a_tap_on_a_phone_shows_the_inside_below_and_nothing_is_in_the_way_of_anybody(open_page: OpenPage) -> None:
    with open_page(viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True) as page:
        page.goto(PAGE)
        demo = Demo(page).wait_for_state("live", LIVE_SECONDS)
        for key in ("1-4", "2-7"):
            neuron(demo, key).tap()
            shows(demo, key)
            assert page.evaluate("document.documentElement.scrollWidth") <= 360
        demo.part("picture").locator(".sample .sample-paper").tap(
            position={"x": 30, "y": 24}
        )  # its middle is a ringed pixel
        expect(demo.part("inside-words").locator("h3")).to_contain_text("Pixel")
        assert faults(page, MNIST) == {}


def test_the_scripts_for_drawing_and_selecting_come_only_when_they_are_used(open_page: OpenPage) -> None:
    with open_page() as page:
        page.goto(PAGE)
        demo = Demo(page).wait_for_state("live", LIVE_SECONDS)
        assert not late(page)
        neuron(demo, "1-4").click()
        shows(demo, "1-4")
        assert {"look-inside", "look_inside"} <= late(page)


def late(page: Page) -> set[str]:
    """Which of the files of drawing and selecting the page has asked for; what the service worker fetches is its own affair."""
    urls = page.evaluate("performance.getEntriesByType('resource').map((entry) => entry.name)")
    return {
        name for name in ("drawing-pad", "drawing_pad", "look-inside", "look_inside") if any(name in u for u in urls)
    }
