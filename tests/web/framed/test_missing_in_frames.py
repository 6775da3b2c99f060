"""A frame whose scripts do not come says so, in the language that its address asks for."""

from pathlib import Path

import pytest
from playwright.sync_api import Route, expect

from builder.shared.waiting import wait_until

from ..conftest import OpenPage
from ..helpers.books import Book
from ..helpers.driver import MNIST
from ..helpers.frames import LISTENER, frame, inside

PATH = "embed/forward_pass_mnist/"
ALLOWED = ("Failed to load",)


def missing(route: Route) -> None:
    route.fulfill(status=404)


@pytest.mark.parametrize("script", ["chunk-*.js", "frame.js"])
def test_a_script_that_does_not_come_is_told_and_retry_works(open_page: OpenPage, script: str) -> None:
    with open_page(allowed=ALLOWED) as page:
        page.route(f"**/{script}", missing)
        page.goto(f"{PATH}?lang=es-MX&sample=3")
        line = page.locator(".missing:visible")
        expect(line).to_contain_text("El archivo embed.js no llegó")
        page.unroute_all()
        line.get_by_role("button", name="Reintentar").click()
        expect(page.locator(f"{MNIST}[state=live]")).to_be_attached()
        expect(page.locator(".missing:visible")).to_have_count(0)


def test_the_frame_is_as_high_as_the_line(tmp_path: Path, site: str, open_page: OpenPage) -> None:
    book = Book(tmp_path, site, open_page)
    book.write(frame(book, PATH), head=LISTENER)
    with book.open(allowed=ALLOWED) as page:
        page.route("**/chunk-*.js", missing)
        page.reload()
        expect(inside(page).locator(".missing:visible")).to_contain_text("The file embed.js could not be loaded")
        height = "document.querySelector('iframe').clientHeight"
        wait_until(page, "a low frame", lambda: 60 < page.evaluate(height) < 200)
