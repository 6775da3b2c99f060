"""Why Python could not start is told as it is, and at once where it is known."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from builder.publish.serve import Handler, serving

from ..conftest import OpenPage
from ..helpers.books import Book
from ..helpers.driver import SIMPLE, Demo, hold_back
from ..helpers.python_files import ANY_WORDS, before_the_worker

HOME = "demos/simple_forward_pass/"
NO_MEMORY = """WebAssembly.Memory = class { constructor() { throw new RangeError("WebAssembly.Memory(): could not allocate memory"); } };"""


@pytest.fixture
def book(tmp_path: Path, site: str, open_page: OpenPage) -> Book:
    return Book(tmp_path, site, open_page)


def test_a_browser_without_memory_says_so_before_anything_is_loaded(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    before_the_worker(page, NO_MEMORY)
    page.goto(HOME)
    demo = Demo(page).wait_for_state("error")
    expect(demo.part("failure")).to_contain_text("no memory")
    assert not [url for url in asked if url.endswith(".wasm")]


def test_a_sandbox_without_an_origin_is_named(open_page: OpenPage) -> None:
    frame = '<iframe sandbox="allow-scripts" src="../embed/simple_forward_pass/" width="900" height="900"></iframe>'
    with open_page(allowed=ANY_WORDS) as page:
        page.route("**/book/", lambda route: route.fulfill(body=frame, content_type="text/html"))
        page.goto("book/")
        inside = page.frame_locator("iframe")
        expect(inside.locator(".failure")).to_contain_text("allow-same-origin")
        inside.get_by_role("button", name="Next", exact=True).click()
        expect(inside.locator(".counter")).to_have_text("2 / 11")


def test_a_policy_by_nonce_that_lets_no_worker_in_is_named(open_page: OpenPage) -> None:
    html = f'<!doctype html><link rel="icon" href="data:,"><script nonce="n" type="module" src="../embed.js"></script><{SIMPLE}></{SIMPLE}>'
    headers = {"Content-Security-Policy": "script-src 'nonce-n'", "Content-Type": "text/html"}
    with open_page(allowed=ANY_WORDS) as page:
        page.route("**/book/", lambda route: route.fulfill(body=html, headers=headers))
        page.goto("book/")
        demo = Demo(page).wait_for_state("error")
        expect(demo.part("failure")).to_contain_text("security policy")
        expect(demo.part("failure")).to_contain_text("worker-src")


class Isolated(Handler):
    """With what serve.py sends already, a page of it is cross-origin isolated."""

    def end_headers(self) -> None:
        self.send_header("Cross-Origin-Opener-Policy", "same-origin")
        super().end_headers()


@contextmanager
def isolated(book: Book, allowed: tuple[str, ...] = ()) -> Iterator[Page]:
    with serving(book.folder, "", Isolated) as address, book.opened(address, allowed) as page:
        yield page


def bare(route: Route) -> None:
    answer = route.fetch()
    kept = {name: value for name, value in answer.headers.items() if not name.startswith("cross-origin-")}
    route.fulfill(response=answer, headers=kept)


def test_a_book_that_is_cross_origin_isolated_has_live_demos(book: Book) -> None:
    book.write(f"<{SIMPLE} seed=4711></{SIMPLE}>")
    with isolated(book) as page:
        page.goto("")
        assert page.evaluate("crossOriginIsolated")
        Demo(page).wait_for_view(4711)


def test_headers_that_an_isolated_book_misses_are_named(book: Book) -> None:
    book.write(f"<{SIMPLE}></{SIMPLE}>")
    with isolated(book, ANY_WORDS) as page:
        page.route("**/embed/runtime/", bare)
        page.goto("")
        demo = Demo(page).wait_for_state("error")
        expect(demo.part("failure")).to_contain_text("cross-origin isolated")


def test_the_words_above_do_not_go_on_saying_that_python_is_starting(open_page: OpenPage) -> None:
    with open_page(allowed=ANY_WORDS) as page:
        held = hold_back(page, "**/worker.js")
        page.goto(f"{HOME}?seed=4711")
        demo = Demo(page)
        expect(demo.part("narration")).to_contain_text("Python is starting")
        page.route("**/worker.js", lambda route: route.abort())  # the stock way asks for it again
        for route in held:
            route.abort()
        demo.wait_for_state("error")
        expect(demo.part("narration")).to_contain_text("it could not start")
        expect(demo.part("narration")).not_to_contain_text("Python is starting")


def test_arrays_that_a_page_has_taught_another_json_are_asked_about_all_the_same(open_page: OpenPage) -> None:
    """As old libraries did."""
    with open_page(allowed=ANY_WORDS) as page:
        page.add_init_script("Array.prototype.toJSON = function () { return `[${this.join(', ')}]`; };")
        page.goto(HOME)
        Demo(page).wait_for_state("live")
        answer = page.evaluate(
            "import('../../embed.js').then(({ python }) => python.call('another_network', "
            "{ seed: 7, sizes: [3, 3, 2], activations: ['tanh', 'identity'] }))"
        )
        assert answer["subject"]["problem"]
