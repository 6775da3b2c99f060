"""Elements in pages that are not ours: made by script, several, moved, and translated later."""

import pytest
from playwright.sync_api import Page, expect

from builder.shared.waiting import wait_until

from ..conftest import OpenPage
from ..helpers.driver import MNIST, SIMPLE, Demo, hold_back, wait_for_held

HOST = """<!doctype html><html lang="es"><head><link rel="icon" href="data:,"><script type="module" src="../embed.js"></script>
  <style>* { all: unset } svg { display: none }</style></head><body><div id="first"></div><div id="second"></div></body></html>"""


@pytest.fixture
def host(page: Page) -> Page:
    """A page of somebody else, with rules that would ruin a demo."""
    return at_home(page)


def at_home(page: Page) -> Page:
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
    return demo.wait("a view", "demo => demo.view")


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
    loaded = "[...document.fonts].some((font) => font.family.includes('Forward Pass Math') && font.status === 'loaded')"
    wait_until(host, "the font of the formulas", lambda: host.evaluate(loaded))


def test_a_demo_speaks_the_language_of_its_surroundings_and_changes_it(host: Page) -> None:
    demo = add(host, "#first", SIMPLE, seed="2", step="3")
    assert demo.lang == "es"
    demo.host.evaluate("demo => demo.setAttribute('lang', 'en-GB')")
    expect(demo.host.get_by_role("button", name="Next", exact=True)).to_be_visible()
    demo.wait_for_view(2, 3)
    assert demo.shows_its_view()


def test_of_two_languages_in_a_row_the_last_one_is_spoken(host: Page) -> None:
    demo = add(host, "#first", SIMPLE, seed="2", step="3")
    held = hold_back(host, "**/fr/shell.json")
    for lang in ("fr", "ja"):
        demo.host.evaluate("(demo, lang) => demo.setAttribute('lang', lang)", lang)
    expect(demo.host.get_by_role("button", name="次へ", exact=True)).to_be_visible()
    wait_for_held(host, held)
    with host.expect_response("**/fr/shell.json"):
        held[0].continue_()
    demo.host.evaluate("demo => demo.setAttribute('step', '5')")
    demo.wait_for_view(2, 5)
    assert (demo.lang, demo.shows_its_view()) == ("ja", True)


def test_a_language_that_is_left_again_before_it_has_come_is_not_spoken(host: Page) -> None:
    demo = add(host, "#first", SIMPLE, seed="2")
    held = hold_back(host, "**/fr/shell.json")
    for lang in ("fr", "es"):
        demo.host.evaluate("(demo, lang) => demo.setAttribute('lang', lang)", lang)
    wait_for_held(host, held)
    with host.expect_response("**/fr/shell.json"):
        held[0].continue_()
    demo.host.evaluate("demo => demo.setAttribute('step', '5')")
    demo.wait_for_view(2, 5)
    assert demo.lang == "es"


def test_a_language_that_does_not_come_is_told_and_comes_when_it_is_asked_for_again(
    open_page: OpenPage,
) -> None:
    with open_page(allowed=("Failed to load resource",)) as page:
        demo = add(at_home(page), "#first", SIMPLE, seed="2", step="3")
        page.route("**/fr/shell.json", lambda route: route.fulfill(status=404))
        demo.host.evaluate("demo => demo.setAttribute('lang', 'fr')")
        expect(demo.part("failure")).to_contain_text("shell.json")
        demo.press("next").wait_for_view(2, 4)
        assert demo.lang == "es"
        page.unroute("**/fr/shell.json")
        demo.part("failure").get_by_role("button").click()
        expect(demo.host.get_by_role("button", name="Suivant", exact=True)).to_be_visible()
        demo.wait_for_view(2, 4)
        expect(demo.part("failure")).to_be_hidden()


def test_attributes_lead_the_demo(host: Page) -> None:
    demo = add(host, "#first", SIMPLE, seed="2")
    demo.host.evaluate("demo => demo.setAttribute('step', '7')")
    demo.wait_for_view(2, 7)
    demo.host.evaluate("demo => demo.setAttribute('seed', '6')")
    demo.wait_for_view(6, 7)
    demo.host.evaluate("demo => demo.setAttribute('step', 'neuron-1-2')")
    demo.wait_for_view(6, 5)


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
