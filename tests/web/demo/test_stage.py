"""One stage: whatever step is asked for, the button just used, the title of the step and the whole drawing are on screen together, and nothing jumps."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from builder.pages.page import language_folder
from forwardpass.api import LANGUAGES

from ..conftest import OpenPage
from ..helpers.driver import MNIST, SIMPLE, Demo, without_python

SMALL, DIGITS = "demos/simple_forward_pass/", "demos/forward_pass_mnist/"
SIZES = [(1280, 800), (1366, 640), (1024, 768), (390, 844)]
COLUMNS = (700, 420)  # px
STEPS = {SIMPLE: 11, MNIST: 4}  # that are looked at
BOOK = """<!doctype html><html lang="{lang}"><head><link rel="icon" href="data:,"><meta name="viewport" content="width=device-width">
  <script type="module" src="../embed.js"></script>
  <style>p {{ height: 1200px }} div {{ max-width: 100%; }}</style></head><body><p>Before</p><div>{demos}</div><p>After</p></body></html>"""
# Where the parts are, and which of them are not all to be seen: beyond the window, or under something else.
LOOK = """demo => {
  const root = demo.shadowRoot;
  const parts = { next: ".next", title: ".question > *, .narration h3", drawing: ".stage > .picture svg" };
  const seen = (part, x, y) => { const found = root.elementFromPoint(x, y); return found && (part.contains(found) || found.contains(part)); };
  const places = {}, hidden = [];
  for (const [name, selector] of Object.entries(parts)) {
    const part = root.querySelector(selector);
    const { left, right, top, bottom } = part.getBoundingClientRect();
    const x = (left + right) / 2;
    if (top < -0.5 || bottom > innerHeight + 0.5 || left < -0.5 || right > innerWidth + 0.5) hidden.push(`${name}: ${top}–${bottom} of ${innerHeight}`);
    else if (!seen(part, x, top + 2) || !seen(part, x, bottom - 2)) hidden.push(`${name} is covered`);
    places[name] = [Math.round(left), Math.round(top)].join();
  }
  const controls = root.querySelector(".controls").getBoundingClientRect().top + scrollY;
  return { hidden, places, controls: Math.round(controls) };
}"""


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
        step_through(Demo(window), STEPS[element])


@pytest.mark.parametrize("lang", LANGUAGES)
def test_so_they_are_in_a_column_of_a_book(window: Page, lang: str) -> None:
    demos = "".join(f"<{element}></{element}>" for element in STEPS)
    window.route(
        "**/book/", lambda route: route.fulfill(body=BOOK.format(lang=lang, demos=demos), content_type="text/html")
    )
    for column in COLUMNS:
        window.goto("book/")
        window.locator("body > div").evaluate("(div, column) => { div.style.width = `${column}px`; }", column)
        for element, steps in STEPS.items():
            demo = Demo(window, element)
            demo.host.scroll_into_view_if_needed()
            step_through(demo.wait("a view", "demo => demo.view"), steps)


def step_through(demo: Demo, steps: int) -> None:
    found = []
    for index in range(1, steps):
        demo.part("next").click()
        demo.wait_for_index(index)
        seen = demo.host.evaluate(LOOK)
        assert (index, seen["hidden"]) == (index, [])
        found.append(seen["places"])
    assert all(places == found[0] for places in found), found


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
