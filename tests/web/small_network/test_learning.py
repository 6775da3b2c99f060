"""Watch it learn, as a reader uses it: by keyboard alone, step by step or running, and never by itself."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, expect

from forwardpass import api

from ..conftest import LiveDemo, OpenPage
from ..helpers.axe import faults
from ..helpers.driver import SIMPLE, Demo, hold_back

PATHS = {"en": "demos/simple_forward_pass/", "es": "es/demos/simple_forward_pass/"}
OPEN = {"en": "Learn", "es": "Aprender"}
RUN = {"en": "Run", "es": "Ejecutar"}
QUICK = 1.0
CLOSE = """({ shadowRoot }) => {
  shadowRoot.querySelector(".learning .rate").value = "0.5";
  shadowRoot.querySelector("[role=tab]").click();
}"""
Open = Callable[[str], Demo]


@pytest.fixture
def learning(live_demo: LiveDemo) -> Iterator[Open]:
    """learning("es"): the live demo with problem 7 and its panel open, closed again after the test."""
    opened: list[Demo] = []

    def open_panel(lang: str) -> Demo:
        demo = live_demo(PATHS[lang]).choose("7").wait_for_view(7)
        opened.append(demo)
        demo.host.get_by_role("tab", name=OPEN[lang], exact=True).focus()
        demo.page.keyboard.press("Enter")
        expect(panel(demo)).to_be_visible()  # else it is still as it was left
        expect(panel(demo)).to_have_attribute("aria-busy", "false")
        return demo

    yield open_panel
    for demo in opened:
        demo.host.evaluate(CLOSE)


def panel(demo: Demo) -> Locator:
    return demo.part("learning")


def rate(demo: Demo) -> Locator:
    return panel(demo).locator(".rate")


def words(demo: Demo) -> Locator:
    return panel(demo).locator(".learning-words")


def expect_step(demo: Demo, iteration: int, at: float = 0.5, lang: str = "en") -> None:
    view = api.learn(at, iteration, lang, 7)
    expect(panel(demo).locator(".place")).to_have_text(view["spoken"])
    expect(words(demo).locator("h3")).to_have_text(view["title"])
    expect(panel(demo).locator(".learning-plot desc")).to_have_text(view["plot_alt"])
    expect(panel(demo).locator(".learning-picture desc")).to_have_text(view["alt"])


@pytest.mark.parametrize("lang", PATHS)
def test_the_keyboard_alone_steps_rewinds_runs_and_closes(learning: Open, lang: str) -> None:
    demo = learning(lang)
    press = demo.page.keyboard.press
    last = api.learn(QUICK, 0, lang, 7)["numbers"]["last"]
    rate(demo).focus()
    rate(demo).select_option(str(QUICK))  # as arrow keys do
    expect_step(demo, 0, QUICK, lang)
    panel(demo).locator(".run").focus()
    for key, iteration in (("ArrowRight", 1), ("ArrowRight", 2), ("ArrowLeft", 1), ("Home", 0)):
        press(key)
        expect_step(demo, iteration, QUICK, lang)
    demo.wait_for_index(0)  # the lesson stays where it is
    press("Enter")
    expect(panel(demo).locator(".stepon")).to_have_attribute("aria-disabled", "true")
    expect_step(demo, last, QUICK, lang)
    expect(demo.button(RUN[lang])).to_be_visible()
    press("Escape")
    expect(panel(demo)).to_be_hidden()
    assert demo.host.evaluate("demo => demo.shadowRoot.activeElement.value") == "step"


def test_nothing_moves_before_run_is_pressed_and_stop_stops(learning: Open) -> None:
    demo = learning("en")
    expect_step(demo, 0)
    demo.press("Run")
    expect(demo.button("Stop")).to_be_visible()
    demo.wait("an iteration after the second", "demo => demo.shadowRoot.querySelector('.iteration').value > 2")
    demo.press("Stop")
    expect(demo.button("Run")).to_be_visible()
    stopped = panel(demo).locator(".place").inner_text()
    expect(panel(demo).locator(".spoken")).to_contain_text(stopped)
    expect(panel(demo).locator(".place")).to_have_text(stopped)


def test_a_run_is_not_spoken_step_by_step(learning: Open) -> None:
    demo = learning("en")
    rate(demo).select_option("1.0")
    expect(panel(demo)).to_have_attribute("aria-busy", "false")
    panel(demo).locator(".spoken").evaluate(
        "line => { window.said = []; new MutationObserver(() => window.said.push(line.textContent)).observe(line, { childList: true }); }"
    )
    demo.press("Run")
    expect(panel(demo).locator(".spoken")).to_contain_text("Learned", timeout=30_000)
    said = demo.page.evaluate("window.said")
    assert len(said) <= 2
    assert "error 0.0000" in said[-1]


def test_the_slider_goes_anywhere_and_a_rate_that_is_too_large_is_told(learning: Open) -> None:
    demo = learning("en")
    slider = panel(demo).get_by_role("slider")
    slider.press("End")
    expect_step(demo, 60)
    expect(slider).to_have_attribute("aria-valuetext", "Step 60 of 60: error 0.000024")
    rate(demo).select_option("20.0")
    expect_step(demo, 0, 20)
    slider.press("End")
    expect(words(demo)).to_contain_text("the answer is still off")


def test_a_run_stops_when_it_is_scrolled_away(learning: Open) -> None:
    demo = learning("en")
    demo.press("Run")
    expect(demo.button("Stop")).to_be_visible()
    demo.page.set_viewport_size({"width": 1280, "height": 400})
    demo.page.evaluate("scrollTo(0, 0)")
    expect(panel(demo).locator(".resting")).to_have_text("Run")
    expect(panel(demo).locator(".running")).to_be_hidden()


def test_another_problem_starts_from_its_own_guess(learning: Open) -> None:
    demo = learning("en")
    panel(demo).get_by_role("slider").press("End")
    expect_step(demo, 60)
    demo.choose("9").wait_for_view(9)
    expect(panel(demo).locator(".place")).to_have_text(api.learn(0.5, 0, "en", 9)["spoken"])


def test_with_reduced_motion_the_drawing_changes_without_transitions(learning: Open) -> None:
    demo = learning("en")
    demo.page.emulate_media(reduced_motion="reduce")
    duration = "svg => getComputedStyle(svg.querySelector('circle')).transitionDuration"
    assert panel(demo).locator(".learning-picture svg").evaluate(duration) == "0s"
    demo.page.emulate_media(reduced_motion="no-preference")


def test_axe_finds_nothing_in_the_panel(learning: Open) -> None:
    demo = learning("en")
    panel(demo).get_by_role("slider").press("End")
    expect_step(demo, 60)
    assert faults(demo.page, within=(SIMPLE, ".learning")) == {}


def test_while_python_is_absent_the_panel_waits_and_then_shows_the_guess(open_page: OpenPage) -> None:
    with open_page() as page:
        held = hold_back(page, "**/*.wasm")
        page.goto(PATHS["en"])
        demo = Demo(page).wait_for_state("loading")
        demo.mode("learn")
        expect(words(demo).locator("h3")).to_have_text("One moment")
        expect(panel(demo)).to_have_attribute("aria-busy", "true")
        for route in held:
            route.continue_()
        page.unroute("**/*.wasm")
        expect(words(demo).locator("h3")).to_have_text("Before the first step", timeout=60_000)
