"""The pages around the demos: without JavaScript, on small screens, for everybody, from any folder."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from builder.pages.page import Page as SitePage
from builder.publish.hashed_folders import part_folder
from builder.publish.serve import serving
from builder.shared.waiting import wait_until

from ..conftest import OpenPage
from ..helpers.driver import Demo, without_python

DEMOS = ["demos/simple_forward_pass/", "demos/forward_pass_mnist/"]
PAGES = [lang + path for lang in ("", "es/") for path in ("", *DEMOS, "source/")]


@pytest.mark.parametrize("path", [lang + path for lang in ("", "es/") for path in DEMOS])
def test_the_first_view_can_be_read_without_javascript(open_page: OpenPage, path: str) -> None:
    with open_page(java_script_enabled=False) as page:
        page.goto(path)
        expect(page.locator("h1")).to_be_visible()
        expect(page.locator(".narration h3")).to_be_visible()
        expect(page.locator(".picture svg")).to_be_visible()
        expect(page.locator("noscript p")).to_be_visible()
        expect(page.locator("button").first).to_be_hidden()


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_scrolls_sideways(open_page: OpenPage, path: str, width: int) -> None:
    with open_page(viewport={"width": width, "height": 800}) as page:
        without_python(page)
        page.goto(path)
        if "demos" in path:
            for step in range(11):
                if step and "simple" in path:
                    Demo(page).press("next")
                assert page.evaluate("document.scrollingElement.scrollWidth") <= width
                assert page.evaluate(OVERFLOWING) == []
        assert page.evaluate("document.scrollingElement.scrollWidth") <= width


OVERFLOWING = """(() => {
  const root = document.querySelector("simple-forward-pass, forward-pass-mnist").shadowRoot;
  const right = root.querySelector(".frame").getBoundingClientRect().right;
  return [...root.querySelectorAll(".bar *, .narration > *, .controls *, .status *")]
    .filter((part) => part.checkVisibility() && part.getBoundingClientRect().right > right + 1).map((part) => part.outerHTML);
})()"""


@pytest.mark.parametrize("path", [f"es/{path}" for path in DEMOS])
def test_targets_are_large_enough_for_fingers(open_page: OpenPage, path: str) -> None:
    with open_page(viewport={"width": 360, "height": 800}, has_touch=True) as page:
        without_python(page)
        page.goto(path)
        boxes = page.locator("button:visible, select:visible, input:visible").evaluate_all(
            "parts => parts.map((part) => [part.textContent, part.offsetWidth, part.offsetHeight])"
        )
        assert boxes
        assert [box for box in boxes if box[1] < 44 or box[2] < 44] == []


def languages(page: Page) -> list[str]:
    return page.locator(".languages a:visible").all_text_contents()


@pytest.mark.parametrize("scripts", [True, False])
def test_on_small_screens_the_languages_are_a_menu(open_page: OpenPage, scripts: bool) -> None:
    with open_page(viewport={"width": 320, "height": 700}, java_script_enabled=scripts) as page:
        without_python(page)
        page.goto("es/demos/simple_forward_pass/")
        button = page.get_by_role("button", name="Idiomas Español")
        assert languages(page) == []
        button.press("Enter")
        assert languages(page) == ["English", "Español", "Français", "中文", "한국어", "日本語"]
        boxes = [box for link in page.locator("#languages a").all() if (box := link.bounding_box())]
        assert [box for box in boxes if box["height"] < 44 or box["x"] < 0 or box["x"] + box["width"] > 320] == []
        page.keyboard.press("Escape")
        assert languages(page) == []
        button.click()
        page.get_by_role("link", name="日本語").click()
        page.wait_for_url("**/ja/demos/simple_forward_pass/")


def test_on_wide_screens_the_languages_stand_in_a_row(page: Page) -> None:
    without_python(page)
    page.goto("ko/demos/simple_forward_pass/")
    assert languages(page) == ["English", "Español", "Français", "中文", "한국어", "日本語"]
    expect(page.locator(".languages button")).to_be_hidden()


@pytest.mark.parametrize("path", PAGES)
def test_every_link_leads_somewhere_inside_the_site(open_page: OpenPage, path: str) -> None:
    with open_page() as page:
        without_python(page)
        page.goto(path)
        links = page.evaluate("[...document.querySelectorAll('a, link')].map((link) => link.href)")
        links += page.evaluate(
            "[...document.querySelectorAll('*')].flatMap((e) => e.shadowRoot ? [...e.shadowRoot.querySelectorAll('a')] : []).map((a) => a.href)"
        )
        assert [link for link in set(links) if not page.request.get(link).ok] == []


# Names of XML, what a page says of a server on this machine, and what chapters link to elsewhere.
NO_PARTS = re.compile(r"http://www\.w3\.org/\d+/[\w/]+|http://localhost:8000/")
SOURCES = re.compile(r'<a href="https://[^"]+"')


def test_pages_hold_no_absolute_address(dist: Path) -> None:
    for file in dist.rglob("*.html"):
        if "source" not in file.parts:
            text = NO_PARTS.sub("", file.read_text(encoding="utf-8"))
            assert "://" not in (SOURCES.sub("", text) if "neural_networks" in file.parts else text), file
            assert 'href="/' not in text, file
            assert 'src="/' not in text, file


@pytest.mark.parametrize("path", PAGES)
def test_headings_language_and_description(page: Page, path: str) -> None:
    without_python(page)
    page.goto(path)
    assert page.locator("html").get_attribute("lang") == ("es" if path.startswith("es/") else "en")
    assert page.locator("h1").count() == 1
    assert page.locator("meta[name=description]").get_attribute("content")
    assert page.title()


def test_the_page_of_the_digits_shows_the_accuracy(page: Page, dist: Path) -> None:
    without_python(page)
    labels, predictions = (
        (part_folder(dist, "mnist") / name).read_bytes() for name in ("labels.bin", "predictions/mnist_784_10_10.bin")
    )
    right = sum(a == b for a, b in zip(labels, predictions, strict=True))
    assert right >= 9350
    page.goto("demos/forward_pass_mnist/")
    expect(page.locator(".lead")).to_contain_text(f"{right / 100:.1f}%")


def test_the_site_works_from_a_folder_of_another(dist: Path, open_page: OpenPage) -> None:
    with serving(dist, "/some/where") as address, open_page(at=address) as page:
        page.goto("es/demos/simple_forward_pass/")
        demo = Demo(page).wait_for_state("live")
        demo.choose("4242").wait_for_view(4242)
        page.get_by_role("link", name="English").click()
        Demo(page).wait_for_view(4242)


def test_what_moves_stands_still_for_those_who_ask(open_page: OpenPage) -> None:
    durations = {}
    for motion in ("reduce", "no-preference"):
        with open_page(reduced_motion=motion) as page:
            without_python(page)
            page.goto("demos/simple_forward_pass/")
            durations[motion] = (
                Demo(page)
                .part("picture")
                .locator("circle")
                .first.evaluate("c => getComputedStyle(c).transitionDuration")
            )
    assert durations["reduce"] == "0s"
    assert durations["no-preference"] != "0s"


def test_the_font_of_formulas_is_used_and_stretches_brackets(page: Page) -> None:
    without_python(page)
    page.goto("demos/simple_forward_pass/")
    wait_until(page, "the font", lambda: page.evaluate("document.fonts.check('16px \"Forward Pass Math\"')"))
    heights = (
        Demo(page)
        .part("narration")
        .locator("mo")
        .evaluate_all("marks => marks.map((mark) => mark.getBoundingClientRect().height)")
    )
    assert max(heights) > 2.5 * min(heights), "the bracket of the vector is as tall as the vector"


def test_absolute_addresses_are_made_from_the_site_url_alone() -> None:
    page = SitePage("demos/simple_forward_pass/", "es", "", "https://example.org/some/where")
    assert page.url == "https://example.org/some/where/es/demos/simple_forward_pass/"
    assert next(other["url"] for other in page.languages) == "https://example.org/some/where/demos/simple_forward_pass/"
    assert SitePage("", "en", "", None).url is None
