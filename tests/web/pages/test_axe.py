"""Accessible for everybody: axe-core finds nothing on any page, in any state that a reader can bring about, in any look."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from builder.pages.chapters import LANGUAGES as CHAPTER_LANGUAGES

from ..conftest import LIVE_SECONDS, OpenPage
from ..helpers.axe import faults
from ..helpers.driver import MNIST, SIMPLE, Demo, hold_back, wait_for_held, without_python

SIMPLE_PAGE, MNIST_PAGE = "demos/simple_forward_pass/", "demos/forward_pass_mnist/"
EVERYWHERE = ("", SIMPLE_PAGE, MNIST_PAGE, "embedding/", "figures/", "source/", "speed/")
CHAPTERS = [f"{lang}/neural_networks/" for lang in CHAPTER_LANGUAGES]
PAGES = [
    *(lang + path for lang in ("", "es/") for path in EVERYWHERE),
    *CHAPTERS,
    "ja/",
    "zh/figures/",
    "ko/embedding/",
]
FRAMES = ["embed/simple_forward_pass/", "embed/forward_pass_mnist/?lang=ja"]
STEPS = 11


@pytest.mark.parametrize("path", [*PAGES, *FRAMES])
def test_nothing_on_any_page(open_page: OpenPage, path: str) -> None:
    with open_page() as page:
        without_python(page)
        page.goto(path)
        assert faults(page) == {}


def test_nothing_at_any_step(open_page: OpenPage) -> None:
    with open_page() as page:
        without_python(page)
        page.goto(SIMPLE_PAGE)
        demo = Demo(page)
        for step in range(STEPS):
            demo.jump(step).wait_for_view(1, step)
            assert (step, faults(page, SIMPLE)) == (step, {})


def test_nothing_while_python_is_absent_or_cannot_come(open_page: OpenPage) -> None:
    with open_page(allowed=("Failed to load resource",)) as page:
        held = hold_back(page, "**/*.wasm")
        page.goto(f"{SIMPLE_PAGE}?seed=4242")
        demo = Demo(page).wait_for_state("loading")
        expect(demo.part("loading")).to_be_visible()
        assert faults(page, SIMPLE) == {}
        wait_for_held(page, held)
        page.route("**/*.wasm", lambda route: route.abort())
        for route in held:
            route.abort()
        expect(demo.part("failure")).to_be_visible()
        demo.choose("-1")
        expect(demo.part("told")).to_be_visible()
        assert faults(page, SIMPLE) == {}


@pytest.mark.parametrize(("path", "element"), [(SIMPLE_PAGE, SIMPLE), (MNIST_PAGE, MNIST)])
def test_nothing_when_python_is_live_or_the_dialog_is_open(open_page: OpenPage, path: str, element: str) -> None:
    with open_page() as page:
        page.goto(path)
        demo = Demo(page).wait_for_state("live", LIVE_SECONDS)
        if element == MNIST:
            demo.press("Find a mistake").press("Find a mistake")
            demo.mode("code")
        assert faults(page, element) == {}
        demo.more().press("Embed")
        expect(demo.part("embedding")).to_be_visible()
        assert faults(page, element) == {}


@pytest.mark.parametrize(("path", "element"), [(SIMPLE_PAGE, SIMPLE), (f"ja/{MNIST_PAGE}", MNIST)])
def test_nothing_in_any_mode_and_it_fits_the_narrowest_page(open_page: OpenPage, path: str, element: str) -> None:
    with open_page() as page:
        page.goto(path)
        demo = Demo(page).wait_for_state("live", LIVE_SECONDS)
        for tab in demo.host.get_by_role("tab").all():
            page.set_viewport_size({"width": 320, "height": 800})
            tab.click()
            page.wait_for_load_state("networkidle")
            assert page.evaluate("document.documentElement.scrollWidth") <= 320
            assert (tab.inner_text(), faults(page, element)) == (tab.inner_text(), {})
        demo.more()
        assert faults(page, element) == {}


@pytest.fixture(scope="module")
def chapter(open_page: OpenPage) -> Iterator[Page]:
    with open_page() as page:
        page.goto(CHAPTERS[0])
        yield page


@pytest.mark.parametrize(
    ("name", "moves"),
    [
        ("sigmoid", [(0, "Home"), (0, "End")]),
        ("relu", [(0, "Home"), (0, "End")]),
        ("artificial_neuron", [(0, "Home"), (3, "End"), (6, "Home")]),
    ],
)
def test_nothing_wherever_a_figure_is_moved(chapter: Page, name: str, moves: list[tuple[int, str]]) -> None:
    figure = chapter.locator(f"live-figure[name={name}]")
    for knob, key in moves:
        before = figure.locator("svg desc").text_content() or ""
        figure.get_by_role("slider").nth(knob).press(key)
        expect(figure.locator("svg desc")).not_to_have_text(before, timeout=LIVE_SECONDS * 1000)
        expect(figure).to_have_attribute("state", re.compile("live"))
        assert (key, faults(chapter, f"live-figure[name={name}]")) == (key, {})
