"""Books that turn their pages over without loading a document: a demo goes with its page, another one comes, and they have one Python, which ends when it is not needed."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from builder.shared.waiting import wait_until

from ..helpers.amounts import amount
from ..web.helpers.driver import Demo, wait_until_idle
from .conftest import OpenPage, ToolAt
from .demo import expected

TOOLS = amount(("mkdocs_material",), ("mkdocs_material", "vitepress", "docusaurus", "astro", "react"))
HASHES = {"": "#", "en": "#another", "es": "#chapter"}  # of React's page
HEADINGS = {"en": "Neural networks", "es": "Redes neuronales"}
# Links know their addresses, however they are written.
FOLLOW = "(address) => [...document.links].find(({ href }) => href === address).click()"


def place(tool: str, lang: str, tool_at: ToolAt) -> str:
    """The address of a chapter, or of the first page, which has no demo."""
    if tool == "react":
        return tool_at(tool) + HASHES[lang]
    return f"{tool_at(tool)}{lang}/neural_networks/" if lang else tool_at(tool)


@pytest.mark.endure
@pytest.mark.parametrize("tool", TOOLS)
def test_demos_come_and_go_with_their_pages(tool: str, tool_at: ToolAt, site: str, open_page: OpenPage) -> None:
    with open_page() as page:
        page.clock.install()
        page.goto(place(tool, "es", tool_at))
        page.evaluate("window.sameDocument = true")
        lives(page, "es")
        follow(page, place(tool, "en", tool_at))
        lives(page, "en")
        page.go_back()
        lives(page, "es")
        assert len(page.workers) == 1, "one Python for all that came and went"
        wait_until_idle(page, f"{site}/")
        follow(page, place(tool, "", tool_at))
        expect(page.locator("simple-forward-pass, forward-pass-mnist")).to_have_count(0)
        page.clock.fast_forward("01:01")
        wait_until(page, "the end of Python", lambda: not page.workers)
        page.go_back()
        lives(page, "es")
        assert page.evaluate("window.sameDocument"), "a new document was loaded: nothing was tested"


def follow(page: Page, address: str) -> None:
    page.evaluate(FOLLOW, address)


def lives(page: Page, lang: str) -> None:
    """The small demo of the chapter in this language: it is live, and goes on."""
    page.get_by_role("heading", name=HEADINGS[lang]).first.wait_for()
    demo = Demo(page, "simple-forward-pass")
    demo.host.scroll_into_view_if_needed()
    demo.wait_for_state("live")
    assert demo.view["text"] == expected(lang)["text"]
    demo.press("next").wait_for_index(1)
    assert demo.view["text"] == expected(lang, step=1)["text"]


@pytest.fixture
def app(tool_at: ToolAt, open_page: OpenPage) -> Iterator[Page]:
    """A page that a server has rendered, in React's StrictMode, which mounts everything twice."""
    with open_page() as page:
        page.goto(tool_at("react"))
        yield page


@pytest.mark.endure
@pytest.mark.skipif(not amount(False, True), reason="React is installed by `build.py endure` alone")
def test_react_hears_each_step_once_and_changes_attributes(app: Page) -> None:
    demo = Demo(app, "simple-forward-pass").wait_for_state("live")
    heard = app.locator("output")
    before = int(heard.inner_text())
    demo.press("next").wait_for_index(1)
    expect(heard).to_have_text(str(before + 1))
    app.get_by_role("button", name="Problem 7").click()
    demo.wait_for_view(7)
    assert len(app.workers) == 1
