"""Books made by real tools: their demos become live, stand where they should and speak the language of the chapter."""

import pytest
from playwright.sync_api import Page

from builder.shared.waiting import wait_until
from forwardpass.words.catalogs import LANGUAGES

from .conftest import Book, OpenPage
from .demo import MNIST, SIMPLE, Demo, expected
from .making.books import JEKYLL_FOLDERS

TOOLS = ("jekyll", "mkdocs", "mkdocs_material", "sphinx", "quarto")
PLACES = ("far", "near")
OUTSIDE = "nav, footer, .footer, .sphinxsidebar, .modal, td, th"


def chapter(book: Book, tool: str, lang: str) -> str:
    folder = JEKYLL_FOLDERS.get(lang, lang) if tool == "jekyll" else f"{tool}/{lang}"
    return f"{book.address}{folder}/neural_networks/"


@pytest.mark.parametrize("tool", TOOLS)
@pytest.mark.parametrize("book", PLACES, indirect=True)
def test_the_demos_of_a_chapter_become_live(book: Book, tool: str, page: Page) -> None:
    page.goto(chapter(book, tool, "es"))
    demos = Demo(page, SIMPLE), Demo(page, MNIST)
    for demo in demos:
        demo.go_live()
        assert demo.lang == "es"
    assert demos[0].view["text"] == expected("es")["text"]
    demos[0].next("es")
    assert demos[0].view["text"] == expected("es", step=1)["text"]
    demos[1].next("es")
    sample = "document.querySelector('forward-pass-mnist').view.numbers?.sample"
    wait_until(page, "the second image", lambda: page.evaluate(sample) == 1)


@pytest.mark.parametrize("tool", TOOLS)
def test_a_demo_speaks_the_language_of_its_chapter(far: Book, tool: str, open_page: OpenPage) -> None:
    with open_page(
        viewport={"width": 1280, "height": 90}
    ) as page:  # near the view, but not in it: Python does not start
        for lang in LANGUAGES:
            page.goto(chapter(far, tool, lang))
            demo = Demo(page)
            assert (demo.view["text"], demo.lang) == (expected(lang)["text"], lang)


@pytest.mark.parametrize("tool", TOOLS)
def test_a_demo_stands_where_the_author_put_it(far: Book, tool: str, open_page: OpenPage) -> None:
    with open_page(java_script_enabled=False) as page:
        page.goto(chapter(far, tool, "en"))
        blocks = page.locator(f":is(h1, p, table, {SIMPLE}, {MNIST}):not(:is({OUTSIDE}) *)")
        assert blocks.evaluate_all("found => found.map((block) => block.localName)") == [
            "h1",
            "p",
            SIMPLE,
            "p",
            MNIST,
            "table",
            "p",
        ]
        assert page.locator(f"p {SIMPLE}, p {MNIST}, pre, code").count() == 0
