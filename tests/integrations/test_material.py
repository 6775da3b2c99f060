"""MkDocs with Material: its palette switch."""

import pytest
from playwright.sync_api import Page

from .conftest import Book
from .demo import Demo


@pytest.fixture
def chapter(near: Book, page: Page) -> Page:
    page.goto(f"{near.address}mkdocs_material/en/neural_networks/")
    return page


def test_a_demo_follows_the_palette(chapter: Page) -> None:
    demo = Demo(chapter)
    demo.wait_for_view()
    light = ground(demo)
    chapter.locator("label[for=__palette_1]").click()
    assert ground(demo) != light
    chapter.locator("label[for=__palette_0]").click()
    assert ground(demo) == light


def ground(demo: Demo) -> str:
    return str(demo.host.locator(".frame").evaluate("frame => getComputedStyle(frame).backgroundColor"))
