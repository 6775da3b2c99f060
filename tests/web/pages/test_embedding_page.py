"""The page that says how the demos get into other pages, with examples that run."""

import pytest
from playwright.sync_api import Page, expect

from builder.shared.waiting import wait_until
from forwardpass.words.catalogs import LANGUAGES

from ..conftest import OpenPage
from ..helpers.driver import without_python

WAYS = {
    "script": '<div><simple-forward-pass lang="{lang}" seed="7"></simple-forward-pass></div>',
    "frame": 'embed/forward_pass_mnist/?lang={lang}"',
    "jekyll": '{{% include demo_insert.html path="/demos/simple_forward_pass/" lang="{lang}" seed="7" controls="bar" %}}',
    "mkdocs": "extra_javascript:\n  - path: ",
    "sphinx": "html_js_files = [(",
    "quarto": "    include-in-header:\n      text: <script ",
}


def folder(lang: str) -> str:
    return "embedding/" if lang == "en" else f"{lang}/embedding/"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_way_has_its_snippets_and_the_examples_are_there(open_page: OpenPage, lang: str) -> None:
    with open_page() as page:
        without_python(page)
        page.goto(folder(lang))
        for way, words in WAYS.items():
            assert words.format(lang=lang) in "\n".join(page.locator(f"#{way} pre").all_text_contents())
        expect(page.locator("#script simple-forward-pass[seed='7'] .narration h3")).to_be_visible()
        expect(page.locator("#script simple-forward-pass .number")).to_have_value("7")
        page.locator("iframe").scroll_into_view_if_needed()
        inside = page.frame_locator("iframe").locator("forward-pass-mnist")
        expect(inside.locator(".frame")).to_have_attribute("lang", lang)


def test_every_way_has_an_example_that_runs(page: Page) -> None:
    page.goto("es/embedding/")
    for way in WAYS:
        if way == "frame":
            page.locator("#frame iframe").scroll_into_view_if_needed()
        inside = page.frame_locator("#frame iframe") if way == "frame" else page.locator(f"#{way}")
        demo = inside.locator("simple-forward-pass, forward-pass-mnist")
        demo.scroll_into_view_if_needed()
        expect(demo.and_(inside.locator("[state=live]"))).to_be_attached()
        demo.get_by_role("button", name="Siguiente", exact=True).click()
    shown = """[...document.querySelectorAll("[state=live]")].map(({ view }) => view.numbers.sample ?? view.index)"""
    wait_until(page, "five demos at their second views", lambda: page.evaluate(shown) == [1, 1, 13, 1, 13])


def test_without_scripts_an_example_is_a_link(open_page: OpenPage) -> None:
    with open_page(java_script_enabled=False) as page:
        page.goto("ja/embedding/")
        for way in ("jekyll", "mkdocs", "sphinx", "quarto"):
            expect(page.locator(f"#{way} :is(simple-forward-pass, forward-pass-mnist) a")).to_be_visible()


def test_the_snippets_hold_the_address_of_the_site(page: Page, site: str) -> None:
    without_python(page)
    page.goto("es/embedding/")
    root = page.evaluate("new URL('../../', location.href).href")
    for way in ("script", "mkdocs", "sphinx", "quarto"):
        assert f"{root}embed.js" in (page.locator(f"#{way} pre").first.text_content() or "")
    assert f'"{root}embed/' in (page.locator("#frame pre").first.text_content() or "")
    assert page.locator("#jekyll pre").first.text_content() == f"forward_pass: {root}"


def test_the_snippet_of_the_frame_makes_the_frame_of_the_page(page: Page) -> None:
    without_python(page)
    page.goto("fr/embedding/")
    attributes = "(frame) => [frame.src, frame.title, frame.loading, frame.height]"
    written = page.locator("#frame pre").first.evaluate(
        f"(pre) => ({attributes})(new DOMParser().parseFromString(pre.textContent, 'text/html').querySelector('iframe'))"
    )
    assert written == page.locator("#frame iframe").evaluate(attributes)


def test_the_frame_takes_the_height_of_the_demo(open_page: OpenPage) -> None:
    with open_page(viewport={"width": 360, "height": 800}) as page:
        without_python(page)
        page.goto("embedding/")
        page.locator("iframe").scroll_into_view_if_needed()
        height = "document.querySelector('iframe').style.height"
        wait_until(page, "the height of the frame", lambda: page.evaluate(height))
        fits = "document.scrollingElement.scrollHeight <= innerHeight"
        wait_until(page, "a frame in which all has room", lambda: page.frames[1].evaluate(fits))


def test_the_include_for_jekyll_can_be_downloaded(page: Page) -> None:
    without_python(page)
    page.goto("embedding/")
    with page.expect_download() as download:
        page.locator("#jekyll a[download]").click()
    assert download.value.suggested_filename == "demo_insert.html"


@pytest.mark.parametrize("path", ["", "es/"])
def test_the_front_page_leads_there(page: Page, path: str) -> None:
    without_python(page)
    page.goto(path)
    page.locator(".ways a[href$='embedding/']").click()
    expect(page.locator("#script")).to_be_visible()
