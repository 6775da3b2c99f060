"""A demo alone in a frame: for pages that allow no scripts, and for those that listen to its height."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from builder.pages.frames import WIDTH
from builder.shared.waiting import wait_until
from forwardpass.api import DEMOS

from ..conftest import OpenPage
from ..helpers.books import Book
from ..helpers.frames import LISTENER, frame, inside

MOST_SPARE = 120  # px below the demo
HEIGHTS = {f"embed/{demo.name}/": demo.face.height for demo in DEMOS}
PATHS = list(HEIGHTS)


@pytest.fixture
def book(tmp_path: Path, site: str, open_page: OpenPage) -> Book:
    return Book(tmp_path, site, open_page)


@pytest.mark.parametrize("path", PATHS)
def test_a_frame_shows_nothing_but_the_demo_and_becomes_live(page: Page, path: str) -> None:
    page.goto(path)
    expect(page.locator("[state=live]")).to_be_attached()
    assert page.locator("main > :not(h1, noscript)").count() == 1
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgba(0, 0, 0, 0)"


def test_the_address_says_what_the_frame_shows(page: Page) -> None:
    page.goto(f"{PATHS[0]}?lang=es&seed=7&step=3&theme=dark&controls=next%20back")
    demo = page.locator("simple-forward-pass")
    expect(demo.get_by_role("button", name="Siguiente", exact=True)).to_be_visible()
    view = demo.evaluate("demo => demo.view")
    assert (view["numbers"]["seed"], view["index"]) == (7, 3)
    assert demo.get_attribute("theme") == "dark"
    assert page.evaluate("getComputedStyle(document.documentElement).colorScheme") == "dark"


def test_a_page_that_forbids_scripts_holds_a_frame(book: Book) -> None:
    policy = f"default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-src {book.site.rstrip('/')}"
    book.write(frame(book, PATHS[0], "?lang=es&amp;seed=4711"), head="", policy=policy)
    with book.open() as page:
        expect(inside(page).locator("[state=live]")).to_be_attached()
        inside(page).get_by_role("button", name="Siguiente", exact=True).click()
        expect(inside(page).locator(".counter")).to_have_text("2 / 11")


@pytest.mark.parametrize("path", PATHS)
def test_the_frame_is_as_high_as_its_demo(book: Book, path: str) -> None:
    book.write(frame(book, path), head=LISTENER)
    with book.open() as page:
        expect(inside(page).locator("[state=live]")).to_be_attached()
        height = "document.querySelector('iframe').clientHeight"
        wait_until(page, "a frame that has grown", lambda: page.evaluate(height) > 500)
        within = page.frames[1]
        for width in (1280, 360):
            page.set_viewport_size({"width": width, "height": 900})
            wait_until(
                page,
                f"a frame as high as its demo at {width} px",
                lambda: within.evaluate(
                    "document.scrollingElement.scrollHeight === innerHeight &&"
                    " Math.abs(document.body.clientHeight - innerHeight) <= 1"
                ),
            )


@pytest.mark.parametrize("path", PATHS)
def test_the_snippet_s_height_is_enough_for_a_page_that_does_not_listen(open_page: OpenPage, path: str) -> None:
    with open_page(viewport={"width": WIDTH, "height": 900}) as page:
        page.goto(path)
        expect(page.locator("[state=live]")).to_be_attached()
        assert 0 <= HEIGHTS[path] - page.evaluate("document.body.clientHeight") <= MOST_SPARE


def test_links_leave_the_frame(book: Book) -> None:
    book.write(frame(book, PATHS[0]), head="")
    with book.open() as page:
        expect(inside(page).locator("base")).to_have_attribute("target", "_blank")


@pytest.mark.parametrize("path", PATHS)
def test_without_scripts_a_frame_shows_the_first_view(open_page: OpenPage, path: str) -> None:
    with open_page(java_script_enabled=False) as page:
        page.goto(path)
        expect(page.locator(".narration h3")).to_be_visible()
        expect(page.locator(".picture svg")).to_be_visible()
