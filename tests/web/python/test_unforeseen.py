"""An exception that nobody foresaw costs neither the page's fast Python nor what the reader made: it is told, with a way on, and the console has its traceback."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from builder.demos.words import words
from forwardpass.small_network.problem.address import encode
from forwardpass.small_network.problem.editing import with_edits
from forwardpass.small_network.problem.problems import make_problem
from forwardpass.words.catalogs import translator

from ..conftest import LiveDemo, OpenPage
from ..helpers.driver import Demo
from ..helpers.python_files import STOCK, answer, changed, marks

PATH = "es/demos/simple_forward_pass/"
EDITED = encode(with_edits(make_problem(7), {"x-0": 2.5}))
TOLD = words(translator("es"))["error_unforeseen"]
TRACEBACK = "Traceback (most recent call last)"
EDITING = ("editing.pyc", b"quantize", b"quantise")  # a slip as anybody makes one: there is no such method
VIEWING = ("small_network/view.pyc", b"tolist", b"tolizt")
REFUSAL = """([name, args]) => import(new URL('embed.js', document.querySelector('script[src*=assets]').src))
  .then(({ python }) => python.call(name, args)).then(() => undefined, ({ name, code, message }) => [name, code, message])"""
CALL = "(make) => import(new URL('embed.js', document.querySelector('script[src*=assets]').src)).then(({ python }) => python.call('edit', { seed: 7, place: 'x-0', index: 0, lang: 'en', ...eval(make) })).then(() => undefined, ({ code }) => code)"


def with_a_slip(page: Page, slip: tuple[str, bytes, bytes]) -> list[str]:
    """A module of the page's Python has a mistake in it. Gives what the console says."""
    file, right, wrong = slip
    archive = "forwardpass.zip.gz"

    def slipped(name: str, content: bytes) -> bytes:
        if not name.endswith(f"/{file}"):
            return content
        assert right in content
        return content.replace(right, wrong)

    answer(page, archive, body=changed(archive, slipped))
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    return said


def tracebacks(said: list[str]) -> list[str]:
    return [text for text in said if TRACEBACK in text]


@pytest.fixture
def page(open_page: OpenPage) -> Iterator[Page]:
    with open_page(allowed=(TRACEBACK,), viewport={"width": 1280, "height": 900}) as opened:
        yield opened


def expect_to_go_on(page: Page, demo: Demo) -> None:
    """Python is what it was: live, and fast."""
    assert demo.state == "live"
    assert STOCK not in marks(page)
    assert len(page.workers) == 1


def test_an_edit_that_fails_is_told_and_costs_nothing(page: Page) -> None:
    said = with_a_slip(page, EDITING)
    page.goto(f"{PATH}?problem={EDITED}&step=3")
    demo = Demo(page).wait_for_state("live").wait_for_index(3)
    before, link = demo.shown, demo.link
    number = demo.part("narration-handles").get_by_role("spinbutton").first
    number.focus()
    number.press("ArrowUp")
    expect(demo.part("failure")).to_be_visible()
    expect(demo.part("failure").locator("span")).to_have_text(TOLD)
    assert (demo.shown, demo.link) == (before, link)
    (traceback,) = tracebacks(said)
    assert "editing.py" in traceback
    assert "has no attribute 'quantise'" in traceback
    expect_to_go_on(page, demo)
    demo.press("retry")
    expect(demo.part("failure")).to_be_hidden()
    demo.press("next").wait_for_index(4)
    assert f"problem={EDITED}" in demo.link
    expect_to_go_on(page, demo)


def test_what_was_typed_stays_in_its_field(page: Page) -> None:
    with_a_slip(page, EDITING)
    page.goto(f"{PATH}?problem={EDITED}&step=3")
    demo = Demo(page).wait_for_state("live").wait_for_index(3)
    demo.part("narration-handles").get_by_role("spinbutton").first.press("Enter")
    field = demo.part("number-box").locator("input")
    field.fill("0,5")
    field.press("Enter")
    expect(demo.part("failure").locator("span")).to_have_text(TOLD)
    expect(field).to_have_value("0,5")
    expect(demo.part("wrong-number")).to_have_text("")


def test_a_problem_that_cannot_be_computed_leaves_the_last_one_on_screen(page: Page) -> None:
    said = with_a_slip(page, VIEWING)
    page.goto(f"{PATH}?seed=3&step=2")
    demo = Demo(page).wait_for_state("live").wait_for_view(3, 2)
    before = demo.shown
    demo.choose("4711")
    expect(demo.part("failure").locator("span")).to_have_text(TOLD)
    assert demo.shown == before
    assert tracebacks(said)
    expect_to_go_on(page, demo)
    demo.press("retry")
    expect(demo.part("failure").locator("span")).to_have_text(TOLD)
    assert demo.shown == before
    demo.choose("3").wait_for_view(3)
    expect(demo.part("failure")).to_be_hidden()


def test_a_changed_problem_that_cannot_be_computed_is_no_damaged_link(page: Page) -> None:
    with_a_slip(page, VIEWING)
    page.goto(f"{PATH}?problem={EDITED}&step=3")
    demo = Demo(page).wait_for_state("live")
    expect(demo.part("failure").locator("span")).to_have_text(TOLD)
    expect(demo.part("notice")).to_be_hidden()
    assert f"problem={EDITED}" in demo.link
    assert f"problem={EDITED}" in page.url


def test_a_caller_of_ours_hears_of_it_by_its_code(page: Page) -> None:
    said = with_a_slip(page, EDITING)
    page.goto(PATH)
    demo = Demo(page).wait_for_state("live")
    before = demo.shown
    asked: dict[str, Any] = {"seed": 7, "place": "x-0", "index": 0, "lang": "en", "delta": 0.1}
    name, code, message = page.evaluate(REFUSAL, ["edit", asked])
    assert (name, code) == ("PythonError", "unforeseen")
    assert "quantise" in message
    assert len(tracebacks(said)) == 1
    assert demo.shown == before
    expect_to_go_on(page, demo)


@pytest.mark.parametrize(
    "arguments",
    ["{ delta: NaN }", "{ delta: Infinity }", "{ delta: 'NaN' }", "{ delta: 1n }", "{ place: null }", "{ index: -1 }"],
)
def test_arguments_that_cannot_be_cost_nobody_else(live_demo: LiveDemo, arguments: str) -> None:
    demo = live_demo(PATH)
    code = "wrong_step" if "index" in arguments else "wrong_argument"
    assert demo.page.evaluate(CALL, f"({arguments})") == code
    expect_to_go_on(demo.page, demo)
    assert demo.press("next").wait_for_index(1).state == "live"
