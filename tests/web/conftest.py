"""A real browser on the built site. Every page fails its test on an error or warning in the console and on a request that leaves the site."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from builder.serve import serving

from .driver import Demo

HERE = Path(__file__).parent
LIVE_SECONDS = 60
BLOCKED = "Service Worker registration blocked by Playwright"  # as we want it
OpenPage = Callable[..., AbstractContextManager[Page]]
LiveDemo = Callable[[str], Demo]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.browser)


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
        yield page
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
    """live_demo("es/demos/…/"): a demo whose Python is live, shared by all tests that ask for it, at its first view."""
    opened: dict[str, tuple[AbstractContextManager[Page], Demo]] = {}

    def demo(path: str) -> Demo:
        if path not in opened:
            manager = open_page()
            page = manager.__enter__()
            page.goto(path)
            opened[path] = manager, Demo(page)
            opened[path][1].wait_for_state("live", LIVE_SECONDS)
        found = opened[path][1]
        found.start_over()
        return found

    yield demo
    for manager, _ in opened.values():
        manager.__exit__(None, None, None)
