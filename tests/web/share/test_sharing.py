"""Taking along what is on screen: the link, the drawing as a file, the whole lesson on a page of its own."""

import re
import struct
from pathlib import Path
from xml.etree import ElementTree

import pytest
from playwright.sync_api import Page, expect

from forwardpass import api

from ..conftest import LiveDemo, OpenPage
from ..helpers.axe import faults
from ..helpers.driver import MNIST, SIMPLE, Demo, without_python

PATH = "demos/simple_forward_pass/"
LESSON = "demos/simple_forward_pass/lesson/"
SVG = "{http://www.w3.org/2000/svg}"
STEPS = 11


def saved(demo: Demo, kind: str, target: Path) -> bytes:
    with demo.page.expect_download() as download:
        demo.press(f"Save as {kind}")
    assert download.value.suggested_filename.endswith(f".{kind.lower()}")
    download.value.save_as(target)
    return target.read_bytes()


def open_dialog(demo: Demo) -> Demo:
    demo.more().button("Share").focus()
    demo.page.keyboard.press("Enter")
    expect(demo.part("sharing")).to_be_visible()
    return demo


def test_the_link_is_the_absolute_address_of_the_step_and_can_be_copied_by_keyboard(page: Page, site: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(f"{PATH}?seed=7")
    demo = Demo(page).wait_for_view(7).jump(4)
    open_dialog(demo)
    demo.button("Copy link").focus()
    page.keyboard.press("Enter")
    expect(demo.part("sharing").locator(".copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == f"{site}{PATH}?seed=7&step=neuron-1-1&v=1"
    page.keyboard.press("Escape")
    expect(demo.part("sharing")).to_be_hidden()
    assert demo.host.evaluate("demo => demo.shadowRoot.activeElement.dataset.action") == "extras"


def test_where_the_clipboard_is_refused_the_link_is_selected(page: Page) -> None:
    page.add_init_script("navigator.clipboard.writeText = () => Promise.reject(new Error('refused'))")
    page.goto(PATH)
    demo = open_dialog(Demo(page))
    demo.press("Copy link")
    expect(demo.part("sharing").locator(".copied")).to_be_hidden()
    assert page.evaluate("getSelection().type") == "Range"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_saved_svg_stands_alone_in_light_colours_with_the_numbers_of_the_step(
    live_demo: LiveDemo, tmp_path: Path, scheme: str
) -> None:
    demo = live_demo(PATH).choose("7").wait_for_view(7).jump(4)
    demo.page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
    open_dialog(demo)
    text = saved(demo, "SVG", tmp_path / "drawing.svg").decode()
    demo.page.keyboard.press("Escape")
    demo.page.emulate_media(color_scheme="light")
    root = ElementTree.fromstring(text)
    assert root.tag == f"{SVG}svg"
    assert not re.search(
        r"<script|<style|class=|\sstyle=|data-|var\(|light-dark|\son\w+=|http(?!://www\.w3\.org/2000/svg)", text
    )
    shown = [element.text for element in root.iter(f"{SVG}text") if element.text]
    view = api.simple_forward_pass(7, "en")["views"][4]
    assert shown == re.findall(r"<text[^>]*>([^<]+)</text>", view["svg"])
    assert root.find(f"{SVG}desc").text == view["alt"]  # type: ignore[union-attr]
    assert root.find(f"{SVG}rect").get("fill") == "rgb(255, 253, 249)"  # type: ignore[union-attr]
    fills = {element.get("fill") for element in root.iter(f"{SVG}text")}
    assert fills <= {"rgb(31, 29, 26)", "rgb(100, 95, 86)", "rgb(43, 75, 181)"}


def test_a_saved_png_has_at_least_twice_the_size_of_the_drawing(live_demo: LiveDemo, tmp_path: Path) -> None:
    demo = open_dialog(live_demo(PATH))
    content = saved(demo, "PNG", tmp_path / "drawing.png")
    demo.page.keyboard.press("Escape")
    assert content.startswith(b"\x89PNG")
    width, height = struct.unpack(">II", content[16:24])
    assert width >= 2 * 480
    assert height >= 2 * 400


def test_the_drawing_of_a_digit_can_be_saved_too(live_demo: LiveDemo, tmp_path: Path) -> None:
    demo = open_dialog(live_demo("demos/forward_pass_mnist/"))
    root = ElementTree.fromstring(saved(demo, "SVG", tmp_path / "digit.svg"))
    demo.page.keyboard.press("Escape")
    assert len(list(root.iter(f"{SVG}circle"))) > 30
    expect(demo.part("sharing").locator(".whole")).to_have_count(0)


def test_axe_finds_nothing_in_the_dialog(live_demo: LiveDemo) -> None:
    for path, element in ((PATH, SIMPLE), ("demos/forward_pass_mnist/", MNIST)):
        demo = open_dialog(live_demo(path))
        assert faults(demo.page, within=(element, ".sharing")) == {}
        demo.page.keyboard.press("Escape")


# --- the whole lesson


@pytest.mark.parametrize("lang", api.LANGUAGES)
def test_a_recorded_lesson_shows_all_its_steps_without_python(open_page: OpenPage, lang: str) -> None:
    with open_page() as page:
        without_python(page)
        page.goto(f"{'' if lang == 'en' else lang + '/'}{LESSON}?seed=7&step=3&v=1")
        steps = page.locator("whole-lesson .step")
        views = api.simple_forward_pass(7, lang)["views"]
        expect(steps).to_have_count(STEPS)
        expect(steps.locator("h3")).to_have_text([view["title"] for view in views])
        expect(steps.locator("svg desc")).to_have_text([view["alt"] for view in views])
        ids = page.locator("whole-lesson").evaluate(
            "e => [...e.shadowRoot.querySelectorAll('[id]')].map((part) => part.id)"
        )
        assert len(ids) == len(set(ids)) >= 2 * STEPS


@pytest.mark.parametrize(("asked", "told"), [("neuron-1-1", ""), ("4", ""), ("neuron-9-9", "neuron-9-9"), ("99", "99")])
def test_a_step_in_the_address_of_the_whole_lesson_is_kept_for_the_way_back(page: Page, asked: str, told: str) -> None:
    page.goto(f"{LESSON}?seed=7&step={asked}&v=1")
    lesson = page.locator("whole-lesson")
    expect(lesson.locator(".step")).to_have_count(STEPS)
    expect(lesson.locator(".notice")).to_contain_text(told)
    assert lesson.locator(".notice").is_visible() == bool(told)
    assert f"?seed=7&step={asked}&v=1" in (lesson.locator("a.own").get_attribute("href") or "")


def test_the_page_of_the_lesson_is_readable_without_javascript(open_page: OpenPage) -> None:
    with open_page(java_script_enabled=False) as page:
        page.goto(LESSON)
        expect(page.locator("whole-lesson .step")).to_have_count(STEPS)
        expect(page.get_by_role("heading", name="The parameters decide")).to_be_visible()


def test_any_other_problem_is_computed_by_python(page: Page) -> None:
    page.goto(f"{LESSON}?seed=424242")
    expect(page.locator("whole-lesson .problem")).to_have_text("Problem 424242", timeout=60_000)
    expect(page.locator("whole-lesson .step").nth(4).locator("svg desc")).to_have_text(
        api.simple_forward_pass(424242, "en")["views"][4]["alt"]
    )


def test_a_wrong_seed_is_told_and_the_first_problem_shown(page: Page) -> None:
    page.goto(f"{LESSON}?seed=<b>")
    expect(page.locator("whole-lesson .notice")).to_contain_text("“<b>”")
    expect(page.locator("whole-lesson .problem")).to_have_text("Problem 1")


def test_the_demo_leads_to_the_lesson_of_its_problem_and_back(page: Page) -> None:
    page.goto(f"{PATH}?seed=9&step=2")
    demo = open_dialog(Demo(page).wait_for_view(9, 2))
    demo.host.get_by_role("link", name="The whole lesson").click()
    expect(page.locator("whole-lesson .problem")).to_have_text("Problem 9")
    page.get_by_role("link", name="Step by step").last.click()
    Demo(page).wait_for_view(9, 2)


def test_the_print_button_prints_and_no_step_is_broken_across_pages(page: Page) -> None:
    page.add_init_script("window.print = () => { window.printed = true; }")
    page.goto(f"{LESSON}?seed=7")
    page.get_by_role("button", name="Print").click()
    assert page.evaluate("window.printed")
    page.emulate_media(media="print")
    expect(page.get_by_role("button", name="Print")).to_be_hidden()
    breaks = page.locator("whole-lesson .step").evaluate_all(
        "steps => steps.map((step) => getComputedStyle(step).breakInside)"
    )
    assert breaks == ["avoid"] * STEPS


@pytest.mark.parametrize("path", [LESSON, f"ja/{LESSON}"])
def test_axe_finds_nothing_on_the_page_of_the_lesson(open_page: OpenPage, path: str) -> None:
    with open_page() as page:
        page.goto(path)
        expect(page.locator("whole-lesson .print")).to_be_visible()
        assert faults(page) == {}
