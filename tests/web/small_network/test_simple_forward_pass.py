"""The small network, as a reader uses it."""

import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from forwardpass import api

from ..conftest import LiveDemo
from ..helpers.driver import Demo

PATHS = {"en": "demos/simple_forward_pass/", "es": "es/demos/simple_forward_pass/"}
LAST = 10
languages = pytest.mark.parametrize("lang", PATHS)


@languages
def test_back_shows_exactly_what_next_showed(live_demo: LiveDemo, lang: str) -> None:
    demo = live_demo(PATHS[lang]).choose("7").wait_for_view(7)
    forward = [(demo.view, demo.shown)]
    for step in range(1, LAST + 1):
        demo.press("next")
        demo.wait_for_index(step)
        assert demo.counter == f"{step + 1} / 11"
        assert demo.shows_its_view()
        forward.append((demo.view, demo.shown))
    assert len({view["key"] for view, _ in forward}) == LAST + 1
    for step in range(LAST - 1, -1, -1):
        demo.press("back").wait_for_index(step)
        assert (demo.view, demo.shown) == forward[step]


@languages
def test_the_keyboard_does_what_the_buttons_do(live_demo: LiveDemo, lang: str) -> None:
    demo = live_demo(PATHS[lang])
    demo.button("next").focus()
    keys = {"ArrowRight": [1, 2, 3], "ArrowLeft": [2, 1], "End": [LAST], "Home": [0]}
    for key, steps in keys.items():
        for step in steps:
            demo.page.keyboard.press(key)
            demo.wait_for_index(step)


def test_keys_are_left_alone_outside_the_demo_and_in_its_fields(live_demo: LiveDemo) -> None:
    demo = live_demo(PATHS["en"])
    demo.page.locator("h1").click()
    demo.page.keyboard.press("ArrowRight")
    demo.wait_for_index(0)
    demo.more().part("number").focus()
    demo.page.keyboard.press("ArrowRight")
    demo.wait_for_index(0)


def test_a_click_on_the_drawing_gives_the_keys_to_the_demo(live_demo: LiveDemo) -> None:
    demo = live_demo(PATHS["en"])
    demo.part("picture").click(position={"x": 6, "y": 6})  # beside all neurons
    demo.page.keyboard.press("ArrowRight")
    demo.wait_for_index(1)


def test_back_does_nothing_at_the_first_step(live_demo: LiveDemo) -> None:
    demo = live_demo(PATHS["en"])
    expect(demo.button("back")).to_have_attribute("aria-disabled", "true")
    demo.button("back").click(force=True)
    demo.wait_for_index(0)


@languages
def test_any_step_can_be_jumped_to(live_demo: LiveDemo, lang: str) -> None:
    demo = live_demo(PATHS[lang])
    titles = [view["title"] for view in api.simple_forward_pass(1, lang)["views"]]
    options = demo.host.locator("select.jump option").all_inner_texts()
    assert options == [f"{number}. {title}" for number, title in enumerate(titles, start=1)]
    for step in (8, 3, LAST, 0):
        assert demo.jump(step).view["index"] == step


@languages
def test_restart_goes_to_the_first_step_of_the_same_problem(live_demo: LiveDemo, lang: str) -> None:
    demo = live_demo(PATHS[lang]).choose("12").wait_for_view(12).jump(6).press("restart")
    assert (demo.view["index"], demo.view["numbers"]["seed"]) == (0, 12)


@languages
def test_new_problem_is_another_one_at_its_first_step(live_demo: LiveDemo, lang: str) -> None:
    demo = live_demo(PATHS[lang]).jump(5)
    demo.press("new")
    seed = seed_asked_for(demo)
    demo.wait_for_view(seed)
    assert seed != 1
    assert demo.shows_its_view()


def test_next_after_the_last_step_starts_a_new_problem(live_demo: LiveDemo) -> None:
    demo = live_demo(PATHS["en"]).jump(LAST)
    demo.press("next")
    seed = seed_asked_for(demo)
    assert seed != 1
    assert demo.wait_for_view(seed).counter == "1 / 11"


def test_a_problem_can_be_chosen_by_its_number(live_demo: LiveDemo) -> None:
    demo = live_demo(PATHS["en"]).choose("999999999").wait_for_view(999_999_999)
    assert demo.view["text"] == api.simple_forward_pass(999_999_999, "en")["views"][0]["text"]


@pytest.mark.parametrize("wrong", ["banana", "-1", "1.5", "1000000000", ""])
@languages
def test_a_wrong_number_is_marked_and_changes_nothing(live_demo: LiveDemo, lang: str, wrong: str) -> None:
    demo = live_demo(PATHS[lang]).jump(3)
    before = demo.shown
    demo.choose(wrong)
    expect(demo.part("number")).to_have_attribute("aria-invalid", "true")
    expect(demo.part("told")).to_contain_text(wrong)
    assert demo.shown == before
    demo.choose("2").wait_for_view(2)
    expect(demo.part("number")).to_have_attribute("aria-invalid", "false")
    expect(demo.part("told")).to_be_hidden()


def test_two_hundred_fast_clicks_end_at_the_right_step(live_demo: LiveDemo) -> None:
    demo = live_demo(PATHS["en"])
    demo.button("next").evaluate("button => { for (let i = 0; i < 200; i++) button.click(); }")
    step = 200 % (LAST + 1)
    demo.wait_for_view(seed_asked_for(demo), step)
    assert demo.counter == f"{step + 1} / 11"
    assert demo.shows_its_view()


def test_the_code_stays_open_while_stepping_and_can_be_copied(page: Page) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(PATHS["en"])
    demo = Demo(page)
    demo.mode("code")
    demo.press("next", 4)
    demo.wait_for_view(1, 4)
    expect(demo.part("code-lines")).to_be_visible()
    expect(demo.part("code-lines")).to_have_text(demo.view["code"])
    demo.press("Copy")
    expect(demo.part("code").locator(".copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == demo.view["code"]


def test_each_new_view_is_told_once_by_an_event(page: Page) -> None:
    page.goto(PATHS["en"])
    demo = Demo(page).wait_for_state("live")
    page.evaluate("addEventListener('step', (event) => (window.told ??= []).push(event.detail))")
    demo.press("next", 2).press("back")
    told: list[dict[str, Any]] = page.evaluate("window.told")
    assert [(d["index"], d["count"], d["seed"]) for d in told] == [(1, 11, 1), (2, 11, 1), (1, 11, 1)]
    assert [d["key"] for d in told] == ["layer-1", "layer-2", "layer-1"]


def test_the_narration_is_written_once_a_step(page: Page) -> None:
    page.goto(PATHS["en"])
    demo = Demo(page)
    demo.part("narration").evaluate(
        "panel => { window.writes = 0; new MutationObserver(() => window.writes++).observe(panel, { childList: true }); }"
    )
    demo.wait_for_state("live")
    assert page.evaluate("window.writes") == 0, "taking over is silent"
    demo.press("next")
    demo.wait_for_view(1, 1)
    assert page.evaluate("window.writes") == 1


def test_a_new_step_is_announced_by_its_heading_alone(page: Page) -> None:
    page.goto(PATHS["en"])
    demo = Demo(page).wait_for_state("live")
    announced = demo.part("announced")
    expect(announced).to_have_attribute("role", "status")
    expect(announced).to_have_text("")
    demo.press("next").wait_for_view(1, 1)
    expect(announced).to_have_text("Step 2 of 11: Random parameters: the hidden layer")
    assert demo.part("narration").evaluate("panel => panel.closest('[aria-live], [role=status]') === null")


def test_numbers_and_neurons_say_their_values(page: Page) -> None:
    page.goto(f"{PATHS['en']}?step=neuron-1-1")
    demo = Demo(page).wait_for_state("live")
    bias = demo.part("picture").get_by_role("spinbutton", name="Bias of a₁")
    said = {name: bias.get_attribute(f"aria-value{name}") for name in ("now", "min", "max", "text")}
    assert said == {"now": "-0.8", "min": "-9.9", "max": "9.9", "text": "−0.8"}
    expect(demo.part("picture").get_by_role("button", name="Hidden neuron 1, a₁: 0.61", exact=True)).to_have_count(1)
    expect(demo.part("picture").get_by_role("button", name="Hidden neuron 2, a₂", exact=True)).to_have_count(1)
    equation = demo.part("narration").locator(".equation").first
    expect(equation).to_have_role("img")
    expect(equation).to_have_accessible_name("z 1 = 0.7 × 0.4 + 0.1 × 2.6 + 0.3 × 2.3 + (−0.8) = 0.43")


def seed_asked_for(demo: Demo) -> int:
    found = re.search(r"seed=(\d+)", demo.link)
    assert found, demo.link
    return int(found[1])
