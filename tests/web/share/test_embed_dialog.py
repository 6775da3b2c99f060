"""The Embed button: its snippets do what they say, and its dialog is one for keyboards and small screens."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from builder.shared.paths import NODE_MODULES

from ..conftest import OpenPage
from ..helpers.books import Book
from ..helpers.driver import Demo

PATHS = ["demos/simple_forward_pass/?seed=7&step=3", "es/demos/forward_pass_mnist/?sample=12"]
AXE = NODE_MODULES / "axe-core" / "axe.min.js"


@pytest.fixture
def book(tmp_path: Path, site: str, open_page: OpenPage) -> Book:
    return Book(tmp_path, site, open_page)


def opened(page: Page, path: str) -> Demo:
    page.goto(path)
    demo = Demo(page).wait_for_state("live")
    demo.more().host.locator("[data-action=embed]").click()
    expect(demo.part("embedding")).to_be_visible()
    return demo


@pytest.mark.parametrize("path", PATHS)
def test_the_script_snippet_works_on_another_page(page: Page, book: Book, path: str) -> None:
    demo = opened(page, path)
    book.write(demo.part("script-snippet").inner_text(), head="")
    with book.open() as other:
        copy = Demo(other)
        copy.wait("a view with numbers", "demo => demo.view?.numbers")
        assert (copy.view["text"], copy.lang) == (demo.view["text"], demo.lang)


@pytest.mark.parametrize("path", PATHS)
def test_the_frame_snippet_works_on_another_page(page: Page, book: Book, path: str) -> None:
    demo = opened(page, path)
    book.write(demo.part("frame-snippet").inner_text(), head="")
    with book.open() as other:
        heading = other.frame_locator("iframe").locator(".narration h3")
        expect(heading).to_have_text(demo.host.locator(".narration h3").inner_text())


@pytest.mark.parametrize("path", PATHS)
def test_the_preview_shows_what_is_on_screen(page: Page, path: str) -> None:
    demo = opened(page, path)
    page.locator("iframe").scroll_into_view_if_needed()
    inside = page.frame_locator("iframe")
    expect(inside.locator(".narration h3")).to_have_text(demo.host.locator(".narration h3").inner_text())
    expect(inside.locator("[data-action=embed]")).to_be_hidden()


def test_escape_closes_and_focus_returns(page: Page) -> None:
    demo = opened(page, PATHS[0])
    before = demo.view["index"]
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Escape")
    expect(demo.part("embedding")).to_be_hidden()
    demo.wait_for_index(before)
    assert demo.host.evaluate("demo => demo.shadowRoot.activeElement.dataset.action") == "extras"
    assert page.locator("iframe").count() == 0


def test_copy_copies_the_snippet(open_page: OpenPage) -> None:
    with open_page(permissions=["clipboard-read", "clipboard-write"]) as page:
        demo = opened(page, PATHS[0])
        demo.host.locator("button[value=frame-snippet]").click()
        expect(demo.part("embedding").locator(".copied").last).to_be_visible()
        assert page.evaluate("navigator.clipboard.readText()") == demo.part("frame-snippet").inner_text()


@pytest.mark.parametrize("width", [320, 1280])
def test_the_dialog_fits_and_axe_finds_nothing(open_page: OpenPage, width: int) -> None:
    with open_page(viewport={"width": width, "height": 700}) as page:
        demo = opened(page, PATHS[0])
        box = demo.part("embedding").bounding_box()
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= width
        assert demo.part("embedding").evaluate("dialog => dialog.scrollWidth <= dialog.clientWidth")
        page.add_script_tag(path=AXE)
        result = page.evaluate("axe.run({ iframes: false })")
        assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in result["violations"]] == []
