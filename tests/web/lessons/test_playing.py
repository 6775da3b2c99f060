"""Play: a lesson goes on by itself, until its end or until the reader, or nobody, is there."""

import pytest
from playwright.sync_api import Page, expect

from builder.pages.page import language_folder
from forwardpass import api
from forwardpass.words.catalogs import translator

from ..conftest import OpenPage
from ..helpers.driver import Demo, outlast, without_python

SMALL, DIGITS = "demos/simple_forward_pass/", "demos/forward_pass_mnist/"
PACE = 3500  # ms a step
HIDDEN = "Object.defineProperty(document, 'visibilityState', { value: 'hidden' }), document.dispatchEvent(new Event('visibilitychange'))"


def opened(page: Page, path: str = SMALL) -> Demo:
    without_python(page)
    page.goto(path)
    return Demo(page).wait("a view", "demo => demo.view")


def started(page: Page, step: int = 0) -> Demo:
    demo = opened(page, f"{SMALL}?step={step}")
    demo.wait_for_index(step)
    demo.press("Play").wait_for_index(step + 1)
    expect(demo.button("Pause")).to_be_visible()
    return demo


def stays(demo: Demo) -> bool:
    before = demo.view["index"]
    outlast(demo.page, PACE)
    return bool(demo.view["index"] == before)


@pytest.mark.parametrize("lang", api.LANGUAGES)
def test_it_is_named_in_every_language_and_in_the_row_of_next(page: Page, lang: str) -> None:
    demo, t = opened(page, language_folder(lang) + SMALL), translator(lang)
    for width in (1280, 390, 320):
        page.set_viewport_size({"width": width, "height": 844})
        box, beside = (demo.button(name).bounding_box() for name in (t.pgettext("lesson", "Play"), t.gettext("Next")))
        assert box
        assert beside
        assert box["width"] >= 24
        assert width < 390 or abs(box["y"] + box["height"] / 2 - beside["y"] - beside["height"] / 2) < 2
        for button in demo.part("buttons").get_by_role("button").all():
            assert button.evaluate("b => b.scrollWidth <= b.clientWidth")


def test_it_goes_on_to_the_last_step_and_then_begins_again(page: Page) -> None:
    demo = started(page, 8)
    demo.wait_for_index(10)
    expect(demo.button("Play")).to_be_visible()
    assert stays(demo)
    demo.press("Play").wait_for_index(0)
    expect(demo.button("Pause")).to_be_visible()
    demo.press("Pause")
    expect(demo.button("Play")).to_be_visible()


@pytest.mark.parametrize(
    "end",
    [
        lambda demo: demo.part("narration").click(),
        lambda demo: demo.page.keyboard.press("ArrowRight"),
        lambda demo: demo.page.locator("h1").click(),
        lambda demo: demo.page.evaluate("document.body.style.paddingBottom = '300vh', scrollTo(0, 2 * innerHeight)"),
        lambda demo: demo.page.evaluate(HIDDEN),
        lambda demo: demo.host.evaluate("demo => demo.setAttribute('lang', 'es')"),
    ],
    ids=["a press", "a key", "a press elsewhere", "scrolled away", "hidden", "another language"],
)
def test_it_stops_when_the_reader_does_something_or_nobody_can_see_it(page: Page, end: object) -> None:
    demo = started(page)
    end(demo)  # type: ignore[operator]
    expect(demo.part("play")).not_to_have_attribute("data-playing", "", timeout=PACE + 2000)
    assert stays(demo)


def test_a_question_is_for_the_reader(open_page: OpenPage) -> None:
    with open_page(viewport={"width": 1280, "height": 900}) as page:
        page.goto(f"{SMALL}?step=3")
        demo = Demo(page).wait_for_state("live").press("Ask me first")
        expect(demo.button("Ask me first")).to_have_attribute("aria-pressed", "true")
        demo.press("Play")
        expect(demo.part("question")).to_be_visible()
        expect(demo.button("Play")).to_be_visible()


def test_the_digits_are_played_in_the_lesson_of_an_image(page: Page) -> None:
    demo = opened(page, DIGITS)
    expect(demo.part("play")).to_be_hidden()
    demo.press("See how it got there")
    demo.wait("the first step", "demo => demo.view?.key === 'look'")
    demo.press("Play").wait("the second step", "demo => demo.view?.key === 'numbers'")
    demo.wait("the third step", "demo => demo.view?.key === 'neuron'")


def test_it_is_a_control_of_its_own(page: Page) -> None:
    demo = opened(page)
    for controls, is_there in (("play next", True), ("bar", False), ("back next", False), ("all", True)):
        demo.host.evaluate("(demo, controls) => demo.setAttribute('controls', controls)", controls)
        expect(demo.part("play")).to_be_visible(visible=is_there)
