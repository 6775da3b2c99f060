"""One stage: whatever step is asked for, the button just used, the title of the step and the whole drawing are on screen together, and nothing jumps."""

from collections.abc import Iterable, Iterator

import pytest
from playwright.sync_api import Page, expect

from builder.pages.page import language_folder
from forwardpass.api import LANGUAGES

from ...helpers.amounts import amount
from ..conftest import LiveDemo, OpenPage
from ..helpers.driver import MNIST, SIMPLE, Demo, without_python
from ..helpers.pad import SEVEN, draw, opened
from ..helpers.stage import PARTS, look, step_through

SMALL, DIGITS = "demos/simple_forward_pass/", "demos/forward_pass_mnist/"
SIZES = [(1280, 800), (1366, 640), (1024, 768), (390, 844)]
SOME = amount(("en", "fr", "ja"), LANGUAGES)
COLUMNS = (700, 420)  # px
STEPS = {SIMPLE: 11, MNIST: 4}  # that are looked at
LAST_OF_A_DIGIT = 9
BOOK = """<!doctype html><html lang="{lang}"><head><link rel="icon" href="data:,"><meta name="viewport" content="width=device-width">
  <script type="module" src="../embed.js"></script>
  <style>p {{ height: 1200px }} div {{ max-width: 100%; }}</style></head><body><p>Before</p><div>{demos}</div><p>After</p></body></html>"""


@pytest.fixture(params=SIZES, ids=lambda size: "x".join(map(str, size)))
def window(open_page: OpenPage, request: pytest.FixtureRequest) -> Iterator[Page]:
    width, height = request.param
    with open_page(viewport={"width": width, "height": height}) as page:
        without_python(page)
        yield page


@pytest.mark.parametrize("lang", LANGUAGES)
def test_at_every_step_button_title_and_drawing_are_on_screen(window: Page, lang: str) -> None:
    for path, element in ((SMALL, SIMPLE), (DIGITS, MNIST)):
        window.goto(language_folder(lang) + path)
        step_through(Demo(window), 1, STEPS[element] - 1)


@pytest.mark.endure
@pytest.mark.parametrize("lang", SOME)
def test_so_they_are_in_a_column_of_a_book(window: Page, lang: str) -> None:
    for demo in in_columns(window, lang, STEPS):
        step_through(demo, 1, STEPS[demo.host.evaluate("demo => demo.localName")] - 1)


def in_columns(page: Page, lang: str, elements: Iterable[str]) -> Iterator[Demo]:
    """Each demo of a book, in each of the columns."""
    demos = "".join(f"<{element}></{element}>" for element in elements)
    page.route(
        "**/book/", lambda route: route.fulfill(body=BOOK.format(lang=lang, demos=demos), content_type="text/html")
    )
    for column in COLUMNS:
        page.goto("book/")
        page.locator("body > div").evaluate("(div, column) => { div.style.width = `${column}px`; }", column)
        for element in elements:
            demo = Demo(page, element)
            demo.host.scroll_into_view_if_needed()
            yield demo.wait("a view", "demo => demo.view")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_drawing_of_a_digit_is_on_screen_before_the_page_is_scrolled(window: Page, lang: str) -> None:
    window.goto(language_folder(lang) + DIGITS)
    seen = look(Demo(window).wait_for_view(0), {"drawing": PARTS["drawing"], "next": PARTS["next"]})
    assert seen["hidden"] == []
    assert window.evaluate("scrollY") == 0


@pytest.mark.endure
@pytest.mark.parametrize("lang", SOME)
def test_so_it_is_in_the_lesson_that_follows_a_digit(window: Page, lang: str) -> None:
    window.goto(language_folder(lang) + DIGITS)
    demo = Demo(window).wait_for_view(0)
    demo.host.locator("[data-action=follow]").click()
    demo.wait("the lesson", "demo => demo.view?.key === 'look'")
    expect(demo.part("counter")).to_be_visible()
    step_through(demo, 1, LAST_OF_A_DIGIT)


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_so_it_is_in_the_lesson_of_a_drawing(live_demo: LiveDemo, size: tuple[int, int]) -> None:
    demo = live_demo(DIGITS)
    usual = demo.page.viewport_size
    assert usual
    demo.page.set_viewport_size({"width": size[0], "height": size[1]})
    opened(demo)
    draw(demo, SEVEN)
    demo.press("See how it got there").wait("the lesson", "demo => demo.view?.key === 'look'")
    expect(demo.part("counter")).to_be_visible()
    step_through(demo, 1, LAST_OF_A_DIGIT)
    demo.press("Leave the lesson").press("Clear").mode("images")
    demo.page.set_viewport_size(usual)


# --- the image is what all is about

IMAGE = ".stage > .picture .sample .sample-paper"
WIDE_ENOUGH = 200  # px


def width_of_the_image(demo: Demo) -> float:
    width: float = demo.host.evaluate(
        "(demo, image) => demo.shadowRoot.querySelector(image).getBoundingClientRect().width", IMAGE
    )
    return width


def test_the_image_is_200_px_wide(window: Page) -> None:
    window.goto(DIGITS)
    demo = Demo(window).wait_for_view(0)
    assert width_of_the_image(demo) >= WIDE_ENOUGH
    demo.mode("draw")
    assert width_of_the_image(demo) >= WIDE_ENOUGH


def test_so_it_is_in_a_column_of_a_book(window: Page) -> None:
    for demo in in_columns(window, "en", [MNIST]):
        assert width_of_the_image(demo) >= WIDE_ENOUGH


# --- on a phone the drawing comes first, so that nothing above the words moves from step to step

PLACES = """demo => [".back", ".next", ".picture", ".narration"].map((name) => {
  const { x, y, width, height } = demo.shadowRoot.querySelector(name).getBoundingClientRect();
  return [x, y + scrollY, width, name === ".narration" ? 0 : height];
})"""


@pytest.fixture(params=[360, 390])
def phone(open_page: OpenPage, request: pytest.FixtureRequest) -> Iterator[Page]:
    with open_page(viewport={"width": request.param, "height": 740}, has_touch=True, is_mobile=True) as page:
        without_python(page)
        yield page


@pytest.mark.parametrize("folder", ["", "es/", "ja/"])
def test_buttons_drawing_and_the_beginning_of_the_words_stay_where_they_are(phone: Page, folder: str) -> None:
    phone.goto(folder + SMALL)
    demo = Demo(phone)
    demo.part("next").tap()  # which may have brought the stage into view
    found = set()
    for step in range(1, STEPS[SIMPLE]):
        demo.wait_for_view(1, step)
        found.add(str(demo.host.evaluate(PLACES)))
        demo.part("next").tap()
    assert len(found) == 1


@pytest.mark.parametrize("path", [SMALL, DIGITS])
def test_between_drawing_words_and_buttons_there_is_no_empty_room(phone: Page, path: str) -> None:
    phone.goto(path)
    demo = Demo(phone)
    sides = "part => { const { top, bottom } = part.getBoundingClientRect(); return [top, bottom]; }"
    heading, modes, picture, words, controls = (
        demo.part(name).evaluate(sides) for name in ("heading", "modes", "picture", "words", "controls")
    )
    assert [heading[1], modes[1], picture[1], words[1]] == pytest.approx(
        [modes[0], picture[0], words[0], controls[0]], abs=1
    )
    last = demo.part("words").locator("> :visible").last.evaluate(sides)
    assert words[1] - last[1] < 40
