"""Keys, focus and scroll of a demo stay inside it: the page around turns over by keys of its own."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from ..conftest import OpenPage
from ..helpers.driver import Demo
from ..helpers.near_book import open_book, open_to_change

TALL = "<div style='height: 1500px'>A chapter</div>"
HEARS = """<script>window.heard = [];
for (const type of ["keydown", "keypress", "keyup"])
  document.addEventListener(type, ({ key }) => heard.push(key));</script>"""


@pytest.fixture(scope="module")
def shared(open_page: OpenPage) -> Iterator[Demo]:
    with open_page(viewport={"width": 1280, "height": 900}) as page:
        yield open_to_change(page, f"{TALL}<simple-forward-pass seed='2'></simple-forward-pass>{TALL}", HEARS)


@pytest.fixture
def demo(shared: Demo) -> Demo:
    shared.page.evaluate("window.heard.length = 0")
    shared.button("restart").click()
    return shared.wait_for_index(0)


def heard(demo: Demo) -> list[str]:
    found: list[str] = demo.page.evaluate("window.heard")
    return found


@pytest.mark.parametrize("key", ["ArrowRight", "ArrowLeft", "End", "Home"])
def test_a_key_that_steps_the_lesson_turns_no_page(demo: Demo, key: str) -> None:
    demo.button("next").focus()
    demo.page.keyboard.press(key)
    assert heard(demo) == []


@pytest.mark.parametrize("key", [" ", "Enter"])
def test_a_button_that_is_pressed_is_pressed_alone(demo: Demo, key: str) -> None:
    demo.button("next").focus()
    demo.page.keyboard.press(key)
    demo.wait_for_index(1)
    assert heard(demo) == []


@pytest.mark.parametrize("key", ["-", "/", ".", "5", "ArrowRight", "ArrowDown", "Backspace", " "])
def test_what_is_typed_into_a_field_is_for_the_field(demo: Demo, key: str) -> None:
    demo.more().host.locator("input.number").focus()
    demo.page.keyboard.press(key)
    demo.host.locator("select.jump").focus()
    demo.page.keyboard.press(key)
    assert heard(demo) == []
    demo.host.locator("input.number").fill("2")


def test_a_number_that_is_typed_over_another_is_typed_as_a_whole(demo: Demo) -> None:
    demo.host.locator(".narration-handles [role]").first.focus()
    demo.page.keyboard.type("-.5")
    field = demo.host.locator(".number-box input")
    assert field.input_value() == "-.5"
    field.press("Escape")
    assert heard(demo) == []


@pytest.mark.parametrize("key", ["Tab", "F2", "Control+k", "j"])
def test_what_the_demo_has_no_use_for_goes_on(demo: Demo, key: str) -> None:
    demo.button("next").focus()
    demo.page.keyboard.press(key)
    assert key.rsplit("+", maxsplit=1)[-1] in heard(demo)


def test_escape_goes_on_where_there_is_nothing_to_close(demo: Demo) -> None:
    demo.button("next").focus()
    demo.page.keyboard.press("Escape")
    assert "Escape" in heard(demo)


def test_a_dialog_is_closed_and_nothing_else(demo: Demo) -> None:
    demo.more().host.locator("[data-action=embed]").click()
    demo.host.locator("dialog.embedding").wait_for(state="visible")
    demo.page.keyboard.press("ArrowRight")
    demo.page.keyboard.press("Escape")
    demo.host.locator("dialog.embedding").wait_for(state="hidden")
    assert heard(demo) == []


def test_nothing_that_is_done_in_a_demo_moves_the_page_around_it_but_to_show_what_was_pressed(demo: Demo) -> None:
    page = demo.page
    demo.host.evaluate("demo => scrollTo(0, demo.getBoundingClientRect().top + scrollY - 20)")
    demo.press("next").wait_for_index(1)  # the drawing is in view from here on
    before = page.evaluate("scrollY")
    for key in ("ArrowRight", "ArrowRight", "End", "Home"):
        demo.button("next").evaluate("button => button.focus({ preventScroll: true })")
        page.keyboard.press(key)
    demo.host.locator(".narration-handles [role]").first.evaluate("number => number.focus({ preventScroll: true })")
    for key in ("ArrowRight", "ArrowLeft", "Enter", "Escape"):
        page.keyboard.press(key)
    assert page.evaluate("scrollY") == before
    demo.host.locator("[role=tab][value=learn]").evaluate("tab => tab.click()")
    expect(demo.part("learning")).to_be_in_viewport()
    after = page.evaluate("scrollY")
    demo.host.locator("[role=tab][value=step]").evaluate("tab => tab.click()")
    expect(demo.part("learning")).to_be_hidden()
    assert page.evaluate("scrollY") == after


def next_three_times(demo: Demo) -> None:
    for index in (1, 2, 3):
        demo.button("next").evaluate("button => button.click()")
        demo.wait_for_index(index)


def test_what_clips_and_cannot_be_scrolled_stays_where_it_is(open_page: OpenPage) -> None:
    """As slides do: no reader would bring back what a script has scrolled there."""
    box = "<div id='slide' style='height: 200px; overflow: hidden'><simple-forward-pass seed='2'></simple-forward-pass></div>"
    with open_page(viewport={"width": 1280, "height": 900}) as page:
        next_three_times(open_book(page, f"{TALL}{box}{TALL}"))
        assert page.evaluate("document.querySelector('#slide').scrollTop") == 0


@pytest.mark.parametrize(("rule", "moves"), [("body { overflow: hidden }", False), ("* { overflow-x: hidden }", True)])
def test_a_window_moves_where_the_reader_could_move_it(open_page: OpenPage, rule: str, moves: bool) -> None:
    with open_page(viewport={"width": 1280, "height": 900}) as page:
        body = f"{TALL}<simple-forward-pass seed='2'></simple-forward-pass>{TALL}"
        demo = open_book(page, body, f"<style>{rule}</style>")
        demo.host.evaluate("demo => scrollTo(0, demo.getBoundingClientRect().top + scrollY - 700)")
        before = page.evaluate("scrollY")
        next_three_times(demo)
        assert (page.evaluate("scrollY") > before) is moves


def test_enter_and_go_work_in_a_sandbox_that_allows_no_forms(open_page: OpenPage) -> None:
    with open_page(allowed=("can escape its sandboxing",)) as page:
        enter_and_go(page)


def enter_and_go(page: Page) -> None:
    body = """<iframe sandbox="allow-scripts allow-same-origin" src="../embed/simple_forward_pass/" width="900" height="900"></iframe>"""
    page.route("**/worker.js", lambda route: None)
    page.route("**/book/", lambda route: route.fulfill(body=body, content_type="text/html"))
    page.goto("book/")
    frame = page.frame_locator("iframe")
    frame.locator(".extras-button").click()
    field = frame.locator("input.number")
    field.fill("4")
    field.press("Enter")
    host = frame.locator("simple-forward-pass")
    assert host.evaluate(
        "demo => new Promise((seen) => { const look = () => demo.view?.numbers?.seed === 4 ? seen(true) : requestAnimationFrame(look); look(); })"
    )
    frame.locator(".extras-button").click()
    field.fill("5")
    frame.get_by_role("button", name="Go", exact=True).click()
    assert host.evaluate(
        "demo => new Promise((seen) => { const look = () => demo.view?.numbers?.seed === 5 ? seen(true) : requestAnimationFrame(look); look(); })"
    )
