"""A real browser on the built site. Every page fails its test on an error or warning in the console and on a request that leaves the site."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from builder.publish.serve import serving

from .helpers.driver import Demo

LIVE_SECONDS = 90
BLOCKED = "Service Worker registration blocked by Playwright"  # as we want it
OpenPage = Callable[..., AbstractContextManager[Page]]
LiveDemo = Callable[[str], Demo]


@pytest.fixture(scope="session")
def site(dist: Path) -> Iterator[str]:
    with serving(dist) as address:
        yield address


@pytest.fixture(scope="session")
def open_page(browser: Browser, site: str) -> OpenPage:
    """open_page(allowed=(…), **context options): a watched page. allowed: parts of the console's words that are expected.
    No service worker unless asked for: what it has kept, page.route() would not see."""

    @contextmanager
    def opened(
        allowed: tuple[str, ...] = (), within: Browser = browser, at: str = site, **options: Any
    ) -> Iterator[Page]:
        context = within.new_context(base_url=at, **{"service_workers": "block", **options})
        page = context.new_page()
        troubles = watch(page, at)
        try:
            yield page
        finally:
            context.close()
        assert [trouble for trouble in troubles if not any(words in trouble for words in allowed)] == []

    return opened


def watch(page: Page, site: str) -> list[str]:
    """Collects what should not happen on a page."""
    troubles: list[str] = []
    origin = site.split("/", 3)[2]

    def asked(url: str) -> None:
        if not url.startswith(("data:", "blob:")) and url.split("/", 3)[2] != origin:
            troubles.append(f"request outside the site: {url}")

    def said(kind: str, text: str) -> None:
        if kind in ("error", "warning") and text != BLOCKED:
            troubles.append(text)

    page.on("console", lambda message: said(message.type, message.text))
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on("request", lambda request: asked(request.url))
    return troubles


@pytest.fixture
def page(open_page: OpenPage) -> Iterator[Page]:
    with open_page(viewport={"width": 1280, "height": 900}) as opened:
        yield opened


@pytest.fixture(scope="session")
def live_demo(open_page: OpenPage) -> Iterator[LiveDemo]:
    """live_demo("es/demos/…/"): a demo whose Python is live, as a reader finds it. Tests share its page, which is loaded anew after one that has left something open."""
    opened: dict[str, tuple[AbstractContextManager[Page], Demo, str]] = {}

    def demo(path: str) -> Demo:
        if path not in opened:
            manager = open_page()
            found = Demo(manager.__enter__())
            opened[path] = manager, found, visit(found, path).everything
        _, found, everything = opened[path]
        return found if found.is_back_at(everything) else visit(found, path)

    yield demo
    for manager, _, _ in opened.values():
        manager.__exit__(None, None, None)


def visit(demo: Demo, path: str) -> Demo:
    demo.page.goto(path)
    return demo.wait_for_state("live", LIVE_SECONDS).start_over()
