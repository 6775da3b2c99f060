"""The rail of the steps: in named groups, by pointer and by keys, and the menu in its place where it has no room."""

import pytest
from playwright.sync_api import Locator, Page, expect

from builder.pages.page import language_folder
from forwardpass import api

from ..helpers.driver import Demo, without_python

SMALL = "demos/simple_forward_pass/"


def opened(page: Page, lang: str = "en") -> Demo:
    without_python(page)
    page.goto(language_folder(lang) + SMALL)
    return Demo(page).wait_for_view(1)


def dot(demo: Demo, step: int) -> Locator:
    return demo.host.locator(f".rail [value='{step}']")


@pytest.mark.parametrize("lang", api.LANGUAGES)
def test_each_step_has_a_dot_with_its_title_in_a_named_group(page: Page, lang: str) -> None:
    demo = opened(page, lang)
    lesson = api.simple_forward_pass(1, lang)
    titles = [f"{number}. {view['title']}" for number, view in enumerate(lesson["views"], start=1)]
    for group in lesson["groups"]:
        first, count = group["first"], group["count"]
        shown = demo.host.get_by_role("group", name=group["title"], exact=True).get_by_role("radio")
        assert shown.evaluate_all("dots => dots.map(dot => dot.ariaLabel)") == titles[first : first + count]
    assert sum(group["count"] for group in lesson["groups"]) == len(titles)


def test_a_dot_leads_to_its_step_and_the_rail_follows(page: Page) -> None:
    demo = opened(page)
    dot(demo, 6).click()
    demo.wait_for_view(1, 6)
    demo.press("next").wait_for_view(1, 7)
    expect(dot(demo, 7)).to_be_checked()


def test_the_rail_is_one_tab_stop_and_arrow_keys_go_on_in_it(page: Page) -> None:
    demo = opened(page)
    dot(demo, 0).focus()
    page.keyboard.press("ArrowRight")
    demo.wait_for_view(1, 1)
    expect(dot(demo, 1)).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(demo.button("next")).to_be_focused()


@pytest.mark.parametrize(("width", "has_room"), [(1280, True), (768, True), (390, False)])
def test_there_is_the_rail_or_the_menu(page: Page, width: int, has_room: bool) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    demo = opened(page)
    expect(demo.part("rail")).to_be_visible(visible=has_room)
    expect(demo.part("jump")).to_be_visible(visible=not has_room)
