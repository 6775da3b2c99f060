"""MkDocs with Material: its instant navigation and its palette switch."""

import pytest
from playwright.sync_api import Page

from .conftest import Book
from .demo import Demo, expected


@pytest.fixture
def chapter(near: Book, page: Page) -> Page:
    page.goto(f"{near.address}mkdocs_material/en/neural_networks/")
    return page


def test_a_demo_lives_on_after_instant_navigation(chapter: Page) -> None:
    chapter.evaluate("() => { window.sameDocument = true; }")
    Demo(chapter).go_live()
    chapter.locator("a[href$='es/neural_networks/']").first.evaluate("link => link.click()")
    chapter.get_by_role("heading", name="Redes neuronales").wait_for()
    demo = Demo(chapter)
    demo.go_live()
    assert demo.view["text"] == expected("es")["text"]
    assert chapter.evaluate("() => window.sameDocument"), "Material has loaded a new document: nothing was tested"
    assert len(chapter.workers) == 1


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
