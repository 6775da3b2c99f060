"""The demos on a phone: the drawing first, so that nothing above the words moves from step to step."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from ..conftest import OpenPage
from ..helpers.driver import Demo, without_python

STEPS = 11
SMALL, DIGITS = "demos/simple_forward_pass/", "demos/forward_pass_mnist/"
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
    demo.part("next").scroll_into_view_if_needed()
    found = set()
    for step in range(STEPS):
        demo.wait_for_view(1, step)
        found.add(str(demo.host.evaluate(PLACES)))
        demo.part("next").tap()
    assert len(found) == 1


@pytest.mark.parametrize("path", [SMALL, DIGITS])
def test_between_drawing_words_and_buttons_there_is_no_empty_room(phone: Page, path: str) -> None:
    phone.goto(path)
    demo = Demo(phone)
    sides = "part => { const { top, bottom } = part.getBoundingClientRect(); return [top, bottom]; }"
    heading, picture, words, controls = (
        demo.part(name).evaluate(sides) for name in ("heading", "picture", "narration", "controls")
    )
    assert [heading[1], picture[1], words[1]] == pytest.approx([picture[0], words[0], controls[0]], abs=1)
    last = demo.part("narration").locator("> :last-child").evaluate(sides)
    assert words[1] - last[1] < 40
