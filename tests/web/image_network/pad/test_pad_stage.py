"""Where the reader draws, the pad and what answers are on screen together, from the first stroke on."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from builder.pages.page import language_folder
from forwardpass.api import LANGUAGES

from ....helpers.amounts import amount
from ...conftest import OpenPage
from ...helpers.driver import MNIST, Demo
from ...helpers.pad import PAGE, SEVEN, draw, wait_for_drawing
from ...helpers.stage import look

SIZES = [(1280, 800), (1366, 640), (1024, 768), (390, 844)]
FIRST, LAST = (f'.picture [data-neuron="2-{index}"]' for index in (0, 9))
HIDDEN = '.picture [data-neuron="1-9"]'
ANSWERING = {"sheet": ".sheet", "first output": FIRST, "last output": LAST, "last hidden neuron": HIDDEN}
SHEET = 208  # px, at least


@pytest.fixture(params=SIZES, ids=lambda size: "x".join(map(str, size)))
def window(open_page: OpenPage, request: pytest.FixtureRequest) -> Iterator[Page]:
    width, height = request.param
    with open_page(viewport={"width": width, "height": height}) as page:
        yield page


@pytest.mark.endure
@pytest.mark.parametrize("lang", amount(("en", "es", "ja"), LANGUAGES))
def test_pad_hidden_neurons_and_outputs_are_on_screen_on_the_front_page(window: Page, lang: str) -> None:
    window.goto(language_folder(lang))
    demo = Demo(window, MNIST).wait_for_state("live")
    before = look(demo, ANSWERING)
    assert before["hidden"] == []
    draw(demo, SEVEN)
    wait_for_drawing(demo, 7)
    assert look(demo, ANSWERING) == before
    assert demo.part("sheet").evaluate("sheet => sheet.clientWidth") >= SHEET
    assert window.evaluate("scrollY") == 0


def test_so_they_are_on_the_demos_own_page_in_its_mode(window: Page) -> None:
    window.goto(PAGE)
    demo = Demo(window).wait_for_state("live").mode("draw")
    draw(demo, SEVEN)
    wait_for_drawing(demo, 7)
    assert look(demo, ANSWERING)["hidden"] == []


def test_the_image_in_the_drawing_is_that_of_the_pad_and_on_a_phone_the_pad_alone_shows_it(window: Page) -> None:
    window.goto(PAGE)
    demo = Demo(window).wait_for_state("live").mode("draw")
    draw(demo, SEVEN)
    wait_for_drawing(demo, 7)
    image = ".picture .sample .sample-paper"
    below, clip = demo.host.evaluate(
        """(demo, image) => [image, ".picture"].map((name) => demo.shadowRoot.querySelector(name).getBoundingClientRect())
          .map(({ top, bottom }, i) => i ? top : bottom)""",
        image,
    )
    assert (below <= clip) == (window.evaluate("innerWidth") == 390)
