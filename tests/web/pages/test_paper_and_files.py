"""Pages where nothing can be pressed: on paper, in colours that are forced, and opened as a file."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from ..helpers.driver import Demo, without_python
from ..helpers.near_book import PAGE, open_book

DEMO = "<simple-forward-pass seed='2'></simple-forward-pass>"
INK = "demo => getComputedStyle(demo.shadowRoot.querySelector('.title')).color"


def darkness(color: str) -> float:
    """0 is white."""
    return 255 - sum(float(part) for part in re.findall(r"[\d.]+", color)[:3]) / 3


@pytest.mark.parametrize("theme", ["", " theme='dark'"])
def test_a_dark_page_is_printed_in_dark_ink(page: Page, theme: str) -> None:
    page.emulate_media(color_scheme="dark")
    demo = open_book(page, DEMO.replace(" seed", f"{theme} seed"), "<style>:root { color-scheme: dark }</style>")
    assert darkness(demo.host.evaluate(INK)) < 100
    page.emulate_media(color_scheme="dark", media="print")
    assert darkness(demo.host.evaluate(INK)) > 150


def test_forced_colours_are_those_of_the_system_also_where_the_book_says_nothing(page: Page) -> None:
    page.emulate_media(color_scheme="dark", forced_colors="active")
    demo = open_book(page, DEMO)
    assert demo.host.evaluate("demo => getComputedStyle(demo).colorScheme") == "light dark"
    fill = "demo => getComputedStyle(demo.shadowRoot.querySelector('.picture svg text')).fill"
    assert darkness(demo.host.evaluate(fill)) < 128


def test_no_button_and_no_field_is_on_paper(page: Page) -> None:
    demo = open_book(page, DEMO)
    page.emulate_media(media="print")
    assert (
        demo.host.evaluate(
            "demo => [...demo.shadowRoot.querySelectorAll('button, input, select')].filter((part) => part.checkVisibility()).length"
        )
        == 0
    )


def test_a_demo_that_nobody_came_near_is_on_paper_by_its_name_and_address(page: Page) -> None:
    without_python(page)
    body = f"<div style='height: 9000px'></div><div lang='es'>{DEMO.replace('><', '>What stands here<')}</div>"
    page.route("**/book/", lambda route: route.fulfill(body=PAGE.format(head="", body=body), content_type="text/html"))
    page.goto("book/")
    link = page.locator("simple-forward-pass a")
    page.locator("simple-forward-pass[state=idle]").wait_for(state="attached")
    expect(link).to_be_hidden()
    expect(page.get_by_text("What stands here")).to_be_visible()
    page.emulate_media(media="print")
    expect(link).to_be_visible()
    expect(link).to_contain_text("es/demos/simple_forward_pass/?seed=2")


def test_drawings_formulas_and_code_are_not_translated(page: Page) -> None:
    demo = open_book(page, DEMO)
    demo.press("next", 4).wait_for_index(4)
    outside = "demo => [...demo.shadowRoot.querySelectorAll('svg text, math, code')].filter((part) => !part.closest('[translate=no]')).length"
    assert demo.host.evaluate(outside) == 0
    page.goto("en/neural_networks/")
    page.locator("main").wait_for()
    here = "[...document.querySelectorAll('main svg text, main math, main pre')].filter((part) => !part.closest('[translate=no]')).map((part) => part.outerHTML.slice(0, 80))"
    assert page.evaluate(here) == []


def test_a_page_that_is_opened_as_a_file_shows_its_first_view_and_says_how_to_go_on(
    browser: Browser, dist: Path
) -> None:
    context = browser.new_context()
    page = context.new_page()
    page.goto((dist / "es" / "demos" / "simple_forward_pass" / "index.html").as_uri())
    demo = Demo(page)
    expect(demo.part("narration")).to_be_visible()
    expect(demo.part("failure")).to_contain_text("python3 -m http.server")
    expect(demo.part("failure").get_by_role("button")).to_be_hidden()
    page.goto((dist / "index.html").as_uri())
    expect(page.locator("simple-forward-pass .failure")).to_contain_text("http://localhost:8000/")
    context.close()


def test_a_clone_says_of_itself_what_it_is(page: Page) -> None:
    demo = open_book(page, DEMO)
    demo.host.evaluate("demo => demo.setAttribute('state', 'live')")
    clone = "demo => { const clone = demo.cloneNode(true); const far = document.createElement('div'); far.style.marginTop = '9000px'; far.append(clone); document.body.append(far); return clone.getAttribute('state'); }"
    assert demo.host.evaluate(clone) == "idle"


def test_a_frame_heeds_the_font_size_of_its_reader(page: Page) -> None:
    without_python(page)
    page.goto("embed/simple_forward_pass/")
    demo = Demo(page).wait("a view", "demo => demo.view")
    size = "demo => getComputedStyle(demo.shadowRoot.querySelector('.narration')).fontSize"
    assert demo.host.evaluate(size) == "16px"
    page.add_style_tag(content=":root { font-size: 24px }")
    assert demo.host.evaluate(size) == "24px"
