"""The frame: it tells its height, and the lines that the README gives the parent follow it."""

import pytest
from playwright.sync_api import Page

from builder.shared.waiting import wait_until

from .conftest import Book, OpenPage
from .demo import Demo
from .making.readme import block


def open_frame(page: Page, book: Book, listening: bool) -> Demo:
    listener = block("Without scripts", "html", book.site, 1) if listening else ""
    page.goto(book.page("height", block("Without scripts", "html", book.site) + listener))
    return Demo(page.frames[1])


def wait_until_fitted(page: Page, demo: Demo) -> None:
    wait_until(page, "a frame as high as what is in it", lambda: is_fitted(page, demo), seconds=10)


def is_fitted(page: Page, demo: Demo) -> bool:
    """Whether the frame is as high as what is in it, to a pixel or two."""
    inside = demo.host.evaluate("demo => demo.ownerDocument.documentElement.scrollHeight")
    content = demo.host.evaluate("demo => demo.getBoundingClientRect().bottom + scrollY")
    height = page.evaluate("() => document.querySelector('iframe').clientHeight")
    return bool(inside <= height + 1 and height - 40 <= content <= height + 1)


@pytest.mark.parametrize("width", [1000, 360])
@pytest.mark.parametrize("book", ["far", "near"], indirect=True)
def test_the_frame_fits_its_content(book: Book, width: int, open_page: OpenPage) -> None:
    with open_page(viewport={"width": width, "height": 800}) as page:
        demo = open_frame(page, book, listening=True)
        demo.go_live()
        wait_until_fitted(page, demo)
        demo.host.locator("[role=tab][value=code]").click()
        wait_until_fitted(page, demo)


def test_a_frame_whose_parent_does_not_listen_can_be_scrolled(far: Book, open_page: OpenPage) -> None:
    with open_page(viewport={"width": 360, "height": 800}) as page:
        demo = open_frame(page, far, listening=False)
        demo.go_live()
        demo.next("es")
        assert demo.view["index"] == 1
