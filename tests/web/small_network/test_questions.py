"""A question before the answer: switched on by the reader, skipped by Next, answered with the step, a verdict and a tally."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from forwardpass import api
from forwardpass.messages import QuestionData

from ..conftest import LiveDemo, OpenPage
from ..helpers.axe import faults
from ..helpers.driver import SIMPLE, Demo, without_python
from ..helpers.parity import wait_until_answered

PATHS = {lang: f"{'' if lang == 'en' else lang + '/'}demos/simple_forward_pass/" for lang in api.LANGUAGES}
INPUT = 3  # the step before the first question
SWITCH = "[data-action=questions]"


@pytest.fixture
def asking(live_demo: LiveDemo) -> Iterator[Callable[[str], Demo]]:
    """asking("es"): the live demo before the first question, with questions on; off again after the test."""
    used: list[Demo] = []

    def switched_on(lang: str) -> Demo:
        demo = live_demo(PATHS[lang]).choose("7").wait_for_view(7).jump(INPUT)
        wait_until_answered(demo.page)  # the steps to come among it, with their questions
        used.append(demo)
        switch(demo).click()
        expect(switch(demo)).to_have_attribute("aria-pressed", "true")
        return demo

    yield switched_on
    for demo in used:
        switch(demo).click()


def switch(demo: Demo) -> Locator:
    return demo.host.locator(SWITCH)


def recorded(lang: str, index: int, seed: int = 7) -> QuestionData:
    return api.simple_forward_pass(seed, lang)["views"][index]["question"]


def choose(demo: Demo, right: bool, lang: str = "en") -> None:
    question = recorded(lang, demo.view["index"] + 1)
    answer = question["answer"] if right else 1 - int(str(question["answer"]))
    demo.host.locator(f".choices button[value='{answer}']").focus()
    demo.page.keyboard.press("Enter")


@pytest.mark.parametrize("lang", ["en", "es"])
def test_the_keyboard_alone_answers_right_and_wrong(asking: Callable[[str], Demo], lang: str) -> None:
    demo = asking(lang)
    demo.button("next").focus()
    demo.page.keyboard.press("Enter")
    expect(demo.part("question")).to_contain_text(str(recorded(lang, 4)["choices"][0]))
    expect(demo.part("narration")).to_be_hidden()
    demo.wait_for_index(INPUT)
    choose(demo, True, lang)
    demo.wait_for_index(INPUT + 1)
    expect(demo.part("narration").locator("h3")).to_have_text(demo.view["title"])
    expect(demo.part("verdict")).to_contain_text({"en": "Right.", "es": "Correcto."}[lang])
    tally = demo.part("tally").inner_text()
    assert demo.host.evaluate("demo => demo.shadowRoot.activeElement.className") == "next"
    demo.page.keyboard.press("Enter")
    choose(demo, False, lang)
    expect(demo.part("verdict")).to_contain_text({"en": "Not quite.", "es": "No es así."}[lang])
    demo.wait_for_index(INPUT + 2)
    assert demo.part("tally").inner_text() != tally


def test_next_skips_a_question_and_back_takes_it_away(asking: Callable[[str], Demo]) -> None:
    demo = asking("en")
    demo.press("next").press("next")
    demo.wait_for_index(INPUT + 1)
    expect(demo.part("question")).to_be_hidden()
    expect(demo.part("narration")).to_be_visible()
    demo.press("next")
    expect(demo.part("choices")).to_be_visible()
    demo.press("back")
    demo.wait_for_index(INPUT)
    expect(demo.part("choices")).to_have_count(0)


def to_a_question(demo: Demo) -> None:
    """Press Next until something is asked, at most a whole lesson long."""
    for _ in demo.view["count"] * [None]:
        if demo.part("choices").count():
            return
        demo.press("next")
    raise AssertionError("no step asks anything any more")


def test_the_tally_counts_over_a_whole_lesson(page: Page) -> None:
    page.goto(PATHS["en"] + "?seed=7")
    demo = Demo(page).wait_for_view(7)
    switch(demo).click()
    expect(switch(demo)).to_have_attribute("aria-pressed", "true")
    for right in (True, False, True, True):
        to_a_question(demo)
        choose(demo, right)
    expect(demo.part("tally")).to_have_text("3 of 4 right")
    demo.press("next")
    assert demo.view["key"] == "conclusion"
    expect(demo.part("verdict")).to_have_count(0)


def test_steps_without_a_question_come_at_once_and_all_of_them_when_switched_off(live_demo: LiveDemo) -> None:
    demo = live_demo(PATHS["en"]).choose("7").wait_for_view(7)
    switch(demo).click()
    expect(switch(demo)).to_have_attribute("aria-pressed", "true")
    demo.press("next", 3)
    demo.wait_for_index(3)
    switch(demo).click()
    expect(switch(demo)).to_have_attribute("aria-pressed", "false")
    demo.press("next", 2)
    demo.wait_for_index(5)


@pytest.mark.parametrize("lang", api.LANGUAGES)
def test_recorded_lessons_ask_before_python_is_there_and_in_every_language(open_page: OpenPage, lang: str) -> None:
    with open_page() as page:
        without_python(page)
        page.goto(f"{PATHS[lang]}?seed=7&step={INPUT}")
        demo = Demo(page).wait_for_view(7, INPUT)
        switch(demo).click()
        expect(switch(demo)).to_have_attribute("aria-pressed", "true")
        demo.part("next").click()
        choices = [str(choice) for choice in recorded(lang, INPUT + 1)["choices"]]
        expect(demo.host.locator(".choices button")).to_have_text(choices)
        choose(demo, True, lang)
        expect(demo.part("verdict")).to_be_visible()


def test_axe_finds_nothing_with_a_question_and_with_a_verdict(asking: Callable[[str], Demo]) -> None:
    demo = asking("en")
    demo.press("next")
    assert faults(demo.page, within=(SIMPLE, ".question")) == {}
    choose(demo, False)
    assert faults(demo.page, within=(SIMPLE, ".question")) == {}
