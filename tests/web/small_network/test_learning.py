"""Learning in the drawing of the demo, as a reader uses it: by keyboard alone, step by step or running, and never by itself; and what was learned, in the lesson and in links."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import Locator, expect

from forwardpass import api

from ..conftest import LiveDemo, OpenPage
from ..helpers.axe import faults
from ..helpers.driver import SIMPLE, Demo, hold_back
from .test_learned import LINK, asked_by

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
    return demo.part("narration")


def drawn(demo: Demo) -> Locator:
    return demo.part("picture").locator("svg")


def go_to(demo: Demo, iteration: int, **about: Any) -> None:
    panel(demo).locator(".iteration").fill(str(iteration))
    expect_step(demo, iteration, **about)


def expect_step(demo: Demo, iteration: int, at: float = 0.5, lang: str = "en") -> None:
    view = api.learn(at, iteration, lang, 7)
    expect(panel(demo).locator(".place")).to_have_text(view["spoken"])
    expect(words(demo).locator("h3")).to_have_text(view["title"])
    expect(panel(demo).locator(".learning-plot desc")).to_have_text(view["plot_alt"])
    expect(drawn(demo).locator("desc")).to_have_text(view["alt"])
    expect(demo.part("counter")).to_have_text(f"{iteration} / {view['numbers']['last']}")


@pytest.mark.parametrize("lang", PATHS)
def test_the_keyboard_alone_steps_rewinds_runs_and_closes(learning: Open, lang: str) -> None:
    demo = learning(lang)
    press = demo.page.keyboard.press
    last = api.learn(QUICK, 0, lang, 7)["numbers"]["last"]
    rate(demo).focus()
    rate(demo).select_option(str(QUICK))  # as arrow keys do
    expect_step(demo, 0, QUICK, lang)
    panel(demo).locator(".run").focus()
    for key, iteration in (("ArrowRight", 1), ("ArrowRight", 2), ("ArrowLeft", 1), ("End", last), ("Home", 0)):
        press(key)
        expect_step(demo, iteration, QUICK, lang)
    demo.wait_for_index(0)  # the lesson stays where it is
    press("Enter")
    expect_step(demo, last, QUICK, lang)
    expect(demo.part("next")).to_have_attribute("aria-disabled", "true")
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
    assert drawn(demo).evaluate(duration) == "0s"
    demo.page.emulate_media(reduced_motion="no-preference")


def test_axe_finds_nothing_in_the_panel(learning: Open) -> None:
    demo = learning("en")
    panel(demo).get_by_role("slider").press("End")
    expect_step(demo, 60)
    assert faults(demo.page, within=(SIMPLE, ".mode")) == {}


def test_while_python_is_absent_the_panel_waits_and_then_shows_the_guess(open_page: OpenPage) -> None:
    with open_page() as page:
        held = hold_back(page, "**/*.wasm")
        page.goto(PATHS["en"])
        demo = Demo(page).wait_for_state("loading")
        demo.mode("learn")
        expect(words(demo).locator("h3")).to_have_text("One data point")
        expect(panel(demo)).to_have_attribute("aria-busy", "true")
        for route in held:
            route.continue_()
        page.unroute("**/*.wasm")
        expect(words(demo).locator("h3")).to_have_text("Before the first step", timeout=60_000)


def test_next_and_back_go_through_learning_and_the_drawing_says_what_the_words_say(learning: Open) -> None:
    demo = learning("en")
    expect(demo.part("picture").locator("svg")).to_have_count(1)
    expect(demo.part("back")).to_have_attribute("aria-disabled", "true")
    for iteration in (1, 2):
        demo.press("next")
        expect_step(demo, iteration)
    numbers = api.learn(0.5, 2, "en", 7)["numbers"]
    weights = [f"{value:.2f}".replace("-", "−") for row in numbers["layers"][1]["weights"] for value in row]
    for source, weight in enumerate(weights):
        expect(drawn(demo).locator(f"[data-weight='1-{source}-0'] text")).to_have_text(weight)
    expect(drawn(demo).locator("[data-neuron='2-0'] .value")).to_have_text(f"{numbers['output'][0]:.2f}")
    demo.press("back")
    expect_step(demo, 1)
    demo.mode("step").wait_for_view(7)
    assert demo.shows_its_view()


def test_weights_change_width_and_sign_while_it_learns(learning: Open) -> None:
    demo = learning("en")
    line = drawn(demo).locator("[data-connection='0-2-1']")  # from 0.3 to below 0
    expect(line).to_have_class(re.compile("positive"))
    before = line.get_attribute("stroke-width")
    go_to(demo, 60)
    expect(line).to_have_class(re.compile("negative"))
    assert line.get_attribute("stroke-width") != before


def test_nothing_in_the_drawing_is_changed_or_asked_while_it_learns(learning: Open) -> None:
    demo = learning("en")
    go_to(demo, 5)
    expect(demo.part("picture").locator("[data-edit], [role=button], [role=spinbutton]")).to_have_count(0)
    drawn(demo).locator("[data-neuron='1-0'] .value").click()
    expect(demo.part("asked")).to_be_hidden()


@pytest.mark.parametrize("size", [(1280, 800), (1366, 640), (390, 844)])
def test_drawing_and_controls_are_in_view_together(learning: Open, size: tuple[int, int]) -> None:
    width, height = size
    demo = learning("en")
    demo.page.set_viewport_size({"width": width, "height": height})
    demo.mode("step").mode("learn")
    expect_step(demo, 0)
    for part in (panel(demo).locator(".run"), panel(demo).locator(".iteration"), drawn(demo).locator(".neurons")):
        expect(part).to_be_in_viewport(ratio=1)
    expect(panel(demo).locator(".plot")).to_be_in_viewport(ratio=0.2)
    demo.page.set_viewport_size({"width": 1280, "height": 720})


# --- what was learned


def test_what_was_learned_goes_into_the_lesson_and_undo_takes_it_back(learning: Open) -> None:
    demo = learning("en")
    take = demo.button("Use these parameters")
    expect(take).to_have_attribute("aria-disabled", "true")
    go_to(demo, 39)
    take.focus()
    demo.page.keyboard.press("Enter")
    expected = api.simple_forward_pass(7, "en", learned=39, rate=0.5)["views"]
    demo.wait_for_view(7, 8)
    assert demo.view["text"] == expected[8]["text"]
    demo.wait("the focus on the first tab", "demo => demo.shadowRoot.activeElement.value === 'step'")
    assert demo.view["numbers"]["in_force"] == "learned"
    assert asked_by(demo.link) == {**LINK, "step": "best"}
    demo.press("next").wait_for_view(7, 9)
    assert demo.view["text"] == expected[9]["text"]
    demo.mode("learn")
    expect_step(demo, 39)  # it is gone on with
    expect(take).to_have_attribute("aria-disabled", "true")
    demo.mode("step").press("Undo")
    demo.wait("the best parameters", "({ view }) => view.numbers.in_force === 'best'")
    assert "learned" not in demo.link
    demo.press("Redo")
    demo.wait("what was learned", "({ view }) => view.numbers.in_force === 'learned'")
    demo.press("Undo")


def test_a_number_that_is_edited_leaves_the_others_learned(learning: Open) -> None:
    demo = learning("en")
    go_to(demo, 39)
    demo.press("Use these parameters").wait_for_view(7, 8)
    weight = demo.part("picture").locator("[data-edit='best-w-0-0-1']")
    weight.focus()
    demo.page.keyboard.press("ArrowUp")
    expect(weight).to_have_attribute("aria-valuenow", "-0.4")
    learned = api.simple_forward_pass(7, "en", learned=39, rate=0.5)["views"][8]["numbers"]["learned"]["layers"]
    kept = demo.view["numbers"]["best"]["layers"]
    assert kept[1] == learned[1]
    assert kept[0]["weights"][1] == learned[0]["weights"][1]
    demo.wait("a code", "demo => demo.shadowRoot.querySelector('a.own').href.includes('problem=')")
    text, link = demo.view["text"], demo.link
    with demo.page.context.new_page() as other:
        other.goto(link)
        assert Demo(other).wait_for_state("live").wait_for_index(8).view["text"] == text


def test_a_step_that_a_page_asks_for_is_shown_in_place_of_what_is_learned(learning: Open) -> None:
    demo = learning("en")
    go_to(demo, 5)
    demo.host.evaluate("demo => demo.setAttribute('step', 'error')")
    demo.wait_for_view(7, 7)
    expect(demo.host.get_by_role("tab", selected=True)).to_have_text("Step through")
    demo.wait(
        "its drawing and words",
        "demo => demo.shadowRoot.querySelector('.narration h3').textContent === demo.view.title",
    )
    demo.host.evaluate("demo => demo.removeAttribute('step')")
