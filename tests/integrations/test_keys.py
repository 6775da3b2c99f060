"""Keys, focus and scroll of a demo stay inside it, in real books that listen to keys: what is done in a demo changes nothing of the page around it."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Error, Page

from builder.shared.waiting import wait_until

from ..helpers.amounts import amount
from ..web.helpers.driver import MNIST, SIMPLE, Demo, hold_back, let_go
from .conftest import OpenPage, ToolAt

TALL = {"width": 1280, "height": 1600}  # nothing a press changes is out of view, so that there is nothing to scroll
TURNS = {  # what these books do at a key of the reader's: turn a page, open a search
    "sphinx": "ArrowRight",
    "mkdocs_material": "n",
    "reveal": "ArrowRight",
    **amount({}, {"mdbook": "ArrowRight", "vitepress": "/", "docusaurus": "/"}),
}
IN_SHORT = [("sphinx", SIMPLE), ("mkdocs_material", MNIST), ("reveal", SIMPLE), ("reveal", MNIST)]
TOOLS = (*TURNS, "jekyll", "mkdocs", "quarto", "hugo", "astro", "react", "notebook")
CASES = amount(IN_SHORT, [(tool, name) for tool in TOOLS for name in (SIMPLE, MNIST)])
WHOLE_PAGES = ("react", "notebook")
TYPED = "-.5/s?fnp jk"  # searches, help, full screen, the next page, the one before, in one book or another

# All of the page but the demos, and what a page of ours says of the steps it hears: its address, its markup, where it is scrolled to, and whether the focus is in a demo.
AROUND = f"""() => {{
  const scrolled = [...document.querySelectorAll("*")].filter(({{ scrollTop, scrollLeft }}) => scrollTop || scrollLeft);
  return {{
    address: location.href,
    markup: document.documentElement.outerHTML.replace(/<({SIMPLE}|{MNIST})[^>]*>|<output>[^<]*/g, ""),
    scroll: scrolled.map(({{ localName, scrollTop, scrollLeft }}) => [localName, scrollTop, scrollLeft]),
    focus: document.activeElement.localName,
  }};
}}"""


def address(tool: str, name: str, tool_at: ToolAt) -> str:
    """Of a page with both demos; of slides, that with this demo."""
    if tool == "reveal":
        return f"{tool_at(tool)}#/{1 + (name == MNIST)}"
    return tool_at(tool) if tool in WHOLE_PAGES else f"{tool_at(tool)}es/neural_networks/"


@pytest.mark.endure
@pytest.mark.parametrize(("tool", "name"), CASES)
def test_what_is_done_in_a_demo_changes_nothing_around_it(
    tool: str, name: str, tool_at: ToolAt, open_page: OpenPage
) -> None:
    with open_page(viewport=TALL) as page:
        held = hold_back(page, "**/worker.js")
        page.goto(address(tool, name, tool_at))
        demo = Demo(page, name)
        demo.host.scroll_into_view_if_needed()
        demo.wait("a recorded view", "demo => demo.view?.numbers")
        steps(demo)
        let_go(page, held)
        demo.wait_for_state("live")
        steps(demo)
        demo.host.evaluate("demo => demo.removeAttribute('controls')")
        with nothing_changes_around(page, "in the end", may_scroll=True):
            (types_into_small if name == SIMPLE else types_into_digits)(demo)


@pytest.mark.endure
@pytest.mark.parametrize("tool", TURNS)
def test_the_book_does_listen(tool: str, tool_at: ToolAt, page: Page) -> None:
    """Else the test above would show nothing."""
    page.goto(address(tool, SIMPLE, tool_at))
    Demo(page, SIMPLE).wait("a view", "demo => demo.view")
    before = around(page)
    page.locator("body").press(TURNS[tool])
    wait_until(page, "what the book does at a key", lambda: around(page) != before, seconds=10)


def around(page: Page) -> dict[str, Any]:
    """Empty while a document goes and another one comes."""
    try:
        found: dict[str, Any] = page.evaluate(AROUND)
    except Error:
        return {}
    return found


@contextmanager
def nothing_changes_around(page: Page, what: str, may_scroll: bool = False) -> Iterator[None]:
    """may_scroll: as what the press changes may be out of view before it."""
    before = around(page)
    yield
    after = around(page)
    moved = {"scroll": after["scroll"]} if may_scroll else {}
    assert after == before | moved, what


def steps(demo: Demo) -> None:
    """By keys on Next, from the first step or image and back to it."""
    demo.button("next").click()
    demo.wait_for_index(1)
    for key, index in (("ArrowLeft", 0), ("ArrowRight", 1), (" ", 2), ("Enter", 3), ("ArrowLeft", 2)):
        with nothing_changes_around(demo.page, key):
            demo.page.keyboard.press(key)
            demo.wait_for_index(index)
    demo.press("back", 2).wait_for_index(0)


def types_into_small(demo: Demo) -> None:
    demo.more()
    types(demo, "input.number", TYPED)
    demo.part("extras-button").click()
    types(demo, ".narration-handles [role]", TYPED)
    demo.page.keyboard.press("Escape")
    demo.mode("code")
    types(demo, ".cm-content", TYPED)
    presses(demo, ".cm-content", "ArrowRight", "ArrowDown", "Enter", "Home", "End")


def types_into_digits(demo: Demo) -> None:
    demo.mode("inside")
    presses(demo, ".picture", "ArrowDown", "ArrowUp", "End", "ArrowRight", "Home")
    demo.mode("draw")
    presses(demo, ".sheet", "ArrowRight", "ArrowUp", " ", "ArrowDown", " ")


def types(demo: Demo, place: str, text: str) -> None:
    focus(demo, place)
    with nothing_changes_around(demo.page, f"{text} in {place}"):
        demo.page.keyboard.type(text)


def presses(demo: Demo, place: str, *keys: str) -> None:
    """What these keys change is in view after the first of them."""
    focus(demo, place)
    for key in keys:
        with nothing_changes_around(demo.page, f"{key} in {place}", may_scroll=key == keys[0]):
            demo.page.keyboard.press(key)


def focus(demo: Demo, place: str) -> None:
    demo.host.locator(place).first.focus()
