"""Elements in pages that are not ours: made by script, several, moved, and translated later."""

import pytest
from playwright.sync_api import Page, expect

from .driver import MNIST, SIMPLE, Demo

HOST = """<!doctype html><html lang="es"><head><link rel="icon" href="data:,"><script type="module" src="../embed.js"></script>
  <style>* { all: unset } svg { display: none }</style></head><body><div id="first"></div><div id="second"></div></body></html>"""


@pytest.fixture
def host(page: Page) -> Page:
    """A page of somebody else, with rules that would ruin a demo."""
    page.route("**/book/", lambda route: route.fulfill(body=HOST, content_type="text/html"))
    page.goto("book/")
    return page


def add(page: Page, parent: str, element: str, **attributes: str) -> Demo:
    page.evaluate(
        """([parent, element, attributes]) => {
          const demo = document.createElement(element);
          for (const [name, value] of Object.entries(attributes)) demo.setAttribute(name, value);
          document.querySelector(parent).append(demo);
        }""",
        [parent, element, attributes],
    )
    demo = Demo(page, f"{parent} > {element}")
    demo.host.scroll_into_view_if_needed()
    page.wait_for_function("demo => demo.view", arg=demo.host.element_handle())
    return demo


def test_two_demos_share_one_worker(host: Page) -> None:
    first = add(host, "#first", SIMPLE, seed="3").wait_for_state("live")
    second = add(host, "#second", MNIST, sample="2").wait_for_state("live")
    third = add(host, "#second", SIMPLE, seed="4", step="5").wait_for_view(4, 5)
    assert len(host.workers) == 1
    first.press("next")
    for demo, index in ((first, 1), (second, 2), (third, 5)):
        demo.wait_for_index(index)
    assert [demo.shows_its_view() for demo in (first, second, third)] == [True, True, True]


def test_the_page_s_rules_end_at_the_demo(host: Page) -> None:
    demo = add(host, "#first", SIMPLE)
    expect(demo.part("picture").locator("svg")).to_be_visible()
    assert demo.host.evaluate("demo => getComputedStyle(demo).display") == "block"


def test_the_font_of_formulas_comes_along(host: Page) -> None:
    add(host, "#first", SIMPLE)
    host.wait_for_function(
        "[...document.fonts].some((font) => font.family.includes('Forward Pass Math') && font.status === 'loaded')"
    )


def test_a_demo_speaks_the_language_of_its_surroundings_and_changes_it(host: Page) -> None:
    demo = add(host, "#first", SIMPLE, seed="2", step="3")
    assert demo.lang == "es"
    demo.host.evaluate("demo => demo.setAttribute('lang', 'en-GB')")
    expect(demo.host.get_by_role("button", name="Next", exact=True)).to_be_visible()
    demo.wait_for_view(2, 3)
    assert demo.shows_its_view()


def test_attributes_lead_the_demo(host: Page) -> None:
    demo = add(host, "#first", SIMPLE, seed="2")
    demo.host.evaluate("demo => demo.setAttribute('step', '7')")
    demo.wait_for_view(2, 7)
    demo.host.evaluate("demo => demo.setAttribute('seed', '6')")
    demo.wait_for_view(6, 7)


def test_a_demo_that_is_moved_keeps_its_place(host: Page) -> None:
    demo = add(host, "#first", SIMPLE, seed="2").press("next", 3)
    host.evaluate("document.querySelector('#second').append(document.querySelector('simple-forward-pass'))")
    moved = Demo(host, f"#second > {SIMPLE}")
    assert (moved.view["index"], moved.view["numbers"]["seed"]) == (3, 2)
    moved.press("next")
    moved.wait_for_index(4)  # one click, one step: no listener was left behind
    assert demo.host.count() == 0


def test_the_theme_can_be_set(host: Page) -> None:
    demo = add(host, "#first", SIMPLE, theme="dark")
    dark = demo.part("frame").evaluate("frame => getComputedStyle(frame).backgroundColor")
    demo.host.evaluate("demo => demo.setAttribute('theme', 'light')")
    assert demo.part("frame").evaluate("frame => getComputedStyle(frame).backgroundColor") != dark


def test_controls_can_be_left_out(host: Page) -> None:
    demo = add(host, "#first", SIMPLE, controls="bar")
    expect(demo.button("next")).to_be_visible()
    expect(demo.part("controls")).to_be_hidden()


def test_python_can_be_called_by_the_curious(host: Page) -> None:
    titles = host.evaluate(
        """import('/embed.js').then(async ({ python }) => {
          const lesson = await python.call("simple_forward_pass", { seed: 7, lang: "es" });
          return lesson.views.map((view) => view.title);
        })"""
    )
    assert titles[0] == "Un punto de datos"


def test_a_call_that_fails_rejects_with_python_s_words(host: Page) -> None:
    message = host.evaluate(
        """import('/embed.js').then(({ python }) =>
          python.call("simple_forward_pass", { seed: -1, lang: "en" }).catch((error) => error.message))"""
    )
    assert "the seed is -1" in message
