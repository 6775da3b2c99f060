"""What all tests share: compiled catalogs, a gallery of drawings to compare with, the built site and one browser. Fixtures run when a test asks for them."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, expect, sync_playwright

from builder.browser import FLAGS, VARIABLE, chromium
from builder.catalogs import compile_catalogs
from builder.paths import DIST
from builder.site import build_site

GALLERY = Path(__file__).parent / "gallery"


def pytest_sessionstart() -> None:
    compile_catalogs()


@pytest.fixture
def gallery() -> Callable[[str, str], bool]:
    """gallery(name, text): whether text is what the gallery holds; UPDATE_GALLERY=1 writes it instead. The pictures are there to be looked at."""

    def same(name: str, text: str) -> bool:
        path = GALLERY / name
        if os.environ.get("UPDATE_GALLERY"):
            GALLERY.mkdir(exist_ok=True)
            path.write_text(text + "\n", encoding="utf-8")
        return path.read_text(encoding="utf-8") == text + "\n"

    return same


@pytest.fixture(scope="session")
def dist() -> Path:
    """The built site; `build.py test` has just made it."""
    if not (DIST / "index.html").is_file():
        build_site(DIST, None)
    return DIST


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """The only one: a second one in the same process fails."""
    expect.set_options(timeout=20_000)  # machines that test are busy
    with sync_playwright() as running:
        yield running


@pytest.fixture(scope="session")
def launch(playwright: Playwright) -> Callable[..., Browser]:
    """launch("--flag", …): a Chromium with an empty cache."""
    path = os.environ.get(VARIABLE) or chromium()
    return lambda *flags: playwright.chromium.launch(executable_path=path, args=[*FLAGS, *flags])


@pytest.fixture(scope="session")
def browser(launch: Callable[..., Browser]) -> Iterator[Browser]:
    running = launch()
    yield running
    running.close()
