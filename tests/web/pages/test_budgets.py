"""What a page costs until its first view is there and Next works: every byte that the server sends, headers too, by gzip."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from builder.bench.link import Link, linked
from builder.pages.chapters import chapter_folder
from builder.pages.page import language_folder
from forwardpass import api

from ..conftest import OpenPage
from ..helpers.driver import Demo, hold_back

MOST_OF_A_DEMO, MOST_OF_THE_FRONT, MOST_OF_A_CHAPTER = 80_000, 120_000, 190_000
PATHS = {f"demos/{demo.name}/": MOST_OF_A_DEMO for demo in api.DEMOS} | {"": MOST_OF_THE_FRONT}


@pytest.fixture(scope="module")
def link() -> Link:
    return Link()


@pytest.fixture(scope="module")
def counted(dist: Path, link: Link) -> Iterator[str]:
    with linked(dist, link) as address:
        yield address


@pytest.mark.parametrize("lang", api.LANGUAGES)
@pytest.mark.parametrize("path", PATHS)
def test_a_page_keeps_to_its_budget(open_page: OpenPage, counted: str, link: Link, path: str, lang: str) -> None:
    with open_page(at=counted) as page:
        assert 20_000 < sent_until_next_works(page, link, language_folder(lang) + path) <= PATHS[path]


@pytest.mark.parametrize("lang", api.LANGUAGES)
def test_a_chapter_keeps_to_its_budget(open_page: OpenPage, counted: str, link: Link, lang: str) -> None:
    with open_page(at=counted) as page:
        assert 60_000 < sent_until_next_works(page, link, chapter_folder(lang)) <= MOST_OF_A_CHAPTER


def sent_until_next_works(page: Page, link: Link, path: str) -> int:
    """Bytes of an address, until the first demo of its page has gone a step on."""
    link.clear()
    hold_back(page, "**/python/**")
    hold_back(page, "**/worker.js")  # which fetches them
    page.goto(path)
    demo = Demo(page)
    demo.host.scroll_into_view_if_needed()
    demo.host.locator("[data-action=next]").click()
    demo.wait_for_view(1, 1)
    page.wait_for_load_state()
    page.evaluate("document.fonts.ready.then(() => true)")
    sent = link.bytes_until(time.time())
    print(f"{path}: {sent:,} bytes")
    return sent
