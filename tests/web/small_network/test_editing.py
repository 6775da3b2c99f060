"""Numbers of the small network are changed where they stand: by mouse and by keyboard alone; undone, and kept by the address."""

import re
from statistics import median

import pytest
from playwright.sync_api import Page, expect

from forwardpass import api

from ...helpers.architectures import edits, problem
from ..conftest import LIVE_SECONDS, LiveDemo
from ..helpers.driver import Demo
from ..helpers.small_network import FIRST, PATH, STEP, at_first_neuron, has_focus, neuron, number, shows

MOST_MS = 30


@pytest.fixture
def demo(live_demo: LiveDemo) -> Demo:
    return at_first_neuron(live_demo)


@pytest.mark.parametrize("panel", ["picture", "narration-handles"])
def test_a_number_is_clicked_and_typed(demo: Demo, panel: str) -> None:
    number(demo, FIRST, panel).click()
    demo.page.keyboard.type("0,5")
    demo.page.keyboard.press("Enter")
    shows(demo, FIRST, 0.5)
    has_focus(demo, FIRST)
    assert demo.view["numbers"]["guess"]["layers"][0]["weights"][0][0] == 0.5
    assert "z₁ = 0.5 × 1.0" in demo.view["text"]


@pytest.mark.parametrize("key", ["Enter", "Tab", "Shift+Tab"])
def test_a_typed_number_is_taken_by_leaving_its_field_and_the_focus_stays_at_its_place(demo: Demo, key: str) -> None:
    number(demo, FIRST).click()
    demo.page.keyboard.type("0.5")
    demo.page.keyboard.press(key)
    shows(demo, FIRST, 0.5)
    has_focus(demo, FIRST)


def test_the_keyboard_alone_changes_a_number_and_keeps_its_place(demo: Demo) -> None:
    keys = demo.page.keyboard
    number(demo, "x-0").focus()
    for key, value in (("ArrowUp", 1.1), ("ArrowUp", 1.2), ("Shift+ArrowDown", 0.2), ("PageUp", 1.2)):
        keys.press(key)
        shows(demo, "x-0", value)
        has_focus(demo, "x-0")
    keys.press("Enter")
    keys.type("3")
    keys.press("Enter")
    shows(demo, "x-0", 3)
    keys.type("-2")
    keys.press("Enter")
    shows(demo, "x-0", -2)
    demo.wait_for_index(STEP)


def test_one_tab_stop_a_panel_and_arrows_inside(demo: Demo) -> None:
    assert demo.host.locator(".picture [tabindex='0']").count() == 1
    number(demo, "x-0").focus()
    demo.page.keyboard.press("ArrowRight")
    has_focus(demo, "x-1")
    demo.page.keyboard.press("ArrowRight")
    demo.page.keyboard.press("ArrowRight")
    has_focus(demo, "1-0")
    demo.page.keyboard.press("ArrowLeft")
    has_focus(demo, "x-2")
    assert demo.host.locator(".picture [tabindex='0']").count() == 1
    demo.wait_for_index(STEP)


def test_a_number_is_dragged(demo: Demo) -> None:
    box = number(demo, FIRST).bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    demo.page.mouse.move(x, y)
    demo.page.mouse.down()
    demo.page.mouse.move(x + 41, y, steps=8)
    demo.page.mouse.up()
    shows(demo, FIRST, -0.3)
    expect(demo.part("number-box")).to_have_count(0)
    demo.press("Undo")
    shows(demo, FIRST, -0.8)


@pytest.mark.parametrize("wrong", ["banana", "10", "0.55", "<b>x</b>", ""])
def test_what_is_typed_wrong_is_marked_with_a_message_and_changes_nothing(demo: Demo, wrong: str) -> None:
    before = demo.shown
    number(demo, FIRST).click()
    field = demo.host.locator(".number-box input")
    field.fill(wrong)
    field.press("Enter")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(demo.host.locator(".number-box [role=alert]")).to_contain_text("a number from −9.9 to 9.9")
    assert demo.shown == before
    demo.page.keyboard.press("Escape")
    expect(field).to_have_count(0)
    has_focus(demo, FIRST)
    assert demo.shown == before


def test_leaving_the_field_applies_and_escape_cancels(demo: Demo) -> None:
    number(demo, FIRST).click()
    demo.host.locator(".number-box input").fill("2")
    demo.page.keyboard.press("Escape")
    shows(demo, FIRST, -0.8)
    number(demo, FIRST).click()
    demo.host.locator(".number-box input").fill("2")
    demo.button("restart").focus()
    shows(demo, FIRST, 2)
    expect(demo.part("number-box")).to_have_count(0)


def test_undo_redo_and_the_way_back_to_the_original(demo: Demo) -> None:
    start = demo.shown
    number(demo, FIRST).focus()
    demo.page.keyboard.press("ArrowUp")
    shows(demo, FIRST, -0.7)
    number(demo, "x-1").focus()
    demo.page.keyboard.press("ArrowUp")
    shows(demo, "x-1", 0.5)
    end = demo.shown
    demo.page.keyboard.press("Control+z")
    shows(demo, "x-1", 0.4)
    demo.press("Undo")
    shows(demo, FIRST, -0.8)
    assert demo.shown == start
    assert re.search("seed=7", demo.link)
    demo.page.keyboard.press("Control+Shift+z")
    shows(demo, FIRST, -0.7)
    demo.press("Redo")
    shows(demo, "x-1", 0.5)
    assert demo.shown == end
    expect(demo.button("Redo")).to_have_attribute("aria-disabled", "true")
    demo.press("Original problem")
    shows(demo, FIRST, -0.8)
    assert demo.shown == start
    expect(demo.button("Original problem")).to_have_attribute("aria-disabled", "true")


def test_random_edits_undone_one_by_one_give_the_start(demo: Demo) -> None:
    given = {place: value for place, value in edits(problem(0), 3, 40).items() if place.startswith("x")} | {
        FIRST: 3.3,
        "guess-b-0-0": -4.0,
    }
    start, changes = demo.shown, 0
    for place, value in given.items():
        if number(demo, place).count():
            number(demo, place).click()
            demo.host.locator(".number-box input").fill(str(value))
            demo.page.keyboard.press("Enter")
            shows(demo, place, value if value % 1 else int(value))
            changes += 1
    assert changes >= 2
    demo.press("Undo", changes)
    shows(demo, FIRST, -0.8)
    assert demo.shown == start


def test_every_other_step_follows_an_edit(demo: Demo) -> None:
    number(demo, FIRST).focus()
    demo.page.keyboard.press("Shift+ArrowUp")
    shows(demo, FIRST, 0.2)
    code = re.search(r"problem=([\w-]+)", demo.link)
    assert code
    views = api.simple_forward_pass(problem=code[1])["views"]
    for step in (5, 10, 0):
        demo.jump(step).wait_for_view(7, step)
        assert demo.view["text"] == views[step]["text"]
        assert demo.shows_its_view()


def test_the_link_opens_exactly_this(demo: Demo, page: Page) -> None:
    number(demo, FIRST).focus()
    demo.page.keyboard.press("Shift+ArrowUp")
    shows(demo, FIRST, 0.2)
    page.goto(demo.link)
    other = Demo(page).wait_for_view(7, STEP, LIVE_SECONDS)
    assert other.view["text"] == demo.view["text"]
    shows(other, FIRST, 0.2)
    other.press("Original problem")
    shows(other, FIRST, -0.8)


@pytest.mark.parametrize("code", ["banana", "AQMDAgEAAAEFZNHjwdF", "%3Cscript%3Ealert(1)%3C/script%3E"])
def test_a_damaged_link_says_so_and_opens_the_first_problem_at_the_same_step(page: Page, code: str) -> None:
    page.goto(f"{PATH}?problem={code}&step=2")
    demo = Demo(page)
    expect(demo.part("notice")).to_contain_text("This link is damaged", timeout=LIVE_SECONDS * 1000)
    assert demo.wait_for_view(1, 2).shows_its_view()
    assert demo.part("frame").locator("script").count() == 0


@pytest.mark.speed
def test_an_edit_is_answered_within_thirty_milliseconds(demo: Demo) -> None:
    times: list[float] = demo.host.evaluate(
        """async (demo) => {
          const { python } = await import(new URL("embed.js", document.querySelector("script[src*=assets]").src));
          const times = [];
          let subject = { seed: 7 };
          for (let i = 0; i < 40; i++) {
            const start = performance.now();
            const delta = i % 2 ? 0.1 : -0.1;
            subject = (await python.call("edit", { ...subject, index: 4 + (i % 3), lang: "en", place: "x-0", delta })).subject;
            times.push(performance.now() - start);
          }
          return times;
        }"""
    )
    assert median(times) < MOST_MS


def test_beside_the_field_a_finger_changes_number_and_sign_and_the_range_is_said_first(demo: Demo) -> None:
    number(demo, FIRST).click()
    box = demo.part("number-box")
    expect(box.locator(".range")).to_have_text("−9.9 to 9.9")
    field = box.locator("input")
    expect(field).to_have_accessible_description("−9.9 to 9.9")
    for name, value in (("A little more", -0.7), ("Other sign", 0.7), ("A little less", 0.6)):
        demo.press(name)
        expect(field).to_have_value(str(value))
        shows(demo, FIRST, value)
        expect(field).to_be_focused()
    field.fill("99")
    demo.press("A little less")
    expect(box.locator("[role=alert]")).to_contain_text("a number from −9.9 to 9.9")
    expect(box.locator(".range")).to_be_hidden()
    field.fill("9.85")
    field.press("Escape")
    demo.press("Undo")  # all of it was one change
    shows(demo, FIRST, -0.8)


@pytest.mark.parametrize("width", [320, 390, 1280])
def test_what_is_beside_a_field_stays_within_the_demo(demo: Demo, width: int) -> None:
    demo.page.set_viewport_size({"width": width, "height": 800})
    for mark in demo.host.locator(".picture [data-edit][role]").all():
        mark.click(force=True)
        row, frame = (demo.part(name).bounding_box() for name in ("number-row", "frame"))
        assert row
        assert frame
        assert frame["x"] <= row["x"]
        assert row["x"] + row["width"] <= frame["x"] + frame["width"]
        demo.page.keyboard.press("Escape")
    demo.page.set_viewport_size({"width": 1280, "height": 720})


def test_the_ring_of_the_focus_stands_away_from_what_is_asked(demo: Demo) -> None:
    demo.page.keyboard.press("Tab")
    circle = neuron(demo, "1-0")
    circle.focus()
    style = "c => { const s = getComputedStyle(c); return [s.outlineStyle, s.outlineWidth, parseFloat(s.outlineOffset) >= 3, s.strokeDasharray]; }"
    assert circle.evaluate(style) == ["solid", "3px", True, "none"]
