"""Recorded lessons: in the page, else in their files, else computed; and the neighbours of a sample before anybody asks for them."""

import re

import pytest
from playwright.sync_api import Page, Route

from ..conftest import OpenPage
from ..helpers.driver import Demo, hold_back, without_python

SIMPLE, DIGITS = "demos/simple_forward_pass/", "demos/forward_pass_mnist/"
FIRST = {SIMPLE: 1, DIGITS: 0}
LESSONS = "**/lessons/**"


def missing(route: Route) -> None:
    route.fulfill(status=404, body="")


def damage(page: Page, left: str = r"\1</script>") -> None:
    """What a page has brought along ends in the middle. left: of each piece of it."""
    piece = r'(<script[^>]* data-file="[^"]+">.{20}).*?</script>'

    def cut(route: Route) -> None:
        text = re.sub(piece, left, route.fetch().text(), flags=re.DOTALL)
        route.fulfill(body=text, content_type="text/html; charset=utf-8")

    page.route(re.compile(r"/demos/\w+/(\?.*)?$"), cut)


@pytest.mark.parametrize("path", FIRST)
@pytest.mark.parametrize("lang", ["", "ja/"])
def test_next_works_with_what_the_page_has_brought_along(page: Page, path: str, lang: str) -> None:
    hold_back(page, LESSONS)
    without_python(page)
    page.goto(lang + path)
    demo = Demo(page)
    demo.host.locator("[data-action=next]").click()
    demo.wait_for_view(1, 1)
    assert demo.shows_its_view()


@pytest.mark.parametrize("path", FIRST)
def test_a_lesson_that_is_damaged_in_the_page_is_fetched(page: Page, path: str) -> None:
    damage(page)
    without_python(page)
    page.goto(path)
    demo = Demo(page).press("next")
    demo.wait_for_view(1, 1)
    assert demo.shows_its_view()


@pytest.mark.parametrize("path", FIRST)
def test_a_lesson_that_does_not_come_is_computed(open_page: OpenPage, path: str) -> None:
    with open_page(allowed=("404",)) as page:
        damage(page)
        page.route(LESSONS, missing)
        page.goto(path)
        demo = Demo(page).wait_for_state("live")
        demo.press("next").wait_for_view(1, 1)
        assert demo.shows_its_view()
        assert not demo.part("failure").is_visible()


@pytest.mark.parametrize("file", ["pieces.txt", "5.json"])
def test_a_file_of_other_content_is_answered_by_python(page: Page, file: str) -> None:
    damage(page)
    page.route(f"**/forward_pass_mnist/*/{file}", lambda route: route.fulfill(body='["a sign-in page"]'))
    page.goto(f"{DIGITS}?sample=5")
    demo = Demo(page).wait_for_view(5)
    assert demo.state == "live"
    assert demo.shows_its_view()


def test_a_lesson_that_is_waited_for_too_long_is_computed(page: Page) -> None:
    hold_back(page, "**/lessons/**/5.json")
    page.goto(f"{SIMPLE}?seed=5")
    Demo(page).wait_for_view(5).wait_for_state("live")


def test_pieces_that_did_not_come_are_asked_for_again(open_page: OpenPage) -> None:
    with open_page(allowed=("404",)) as page:
        damage(page, left="")
        without_python(page)
        page.route("**/pieces.txt", missing, times=1)
        page.goto(f"{DIGITS}?sample=5")
        assert Demo(page).wait_for_view(5).shows_its_view()


def test_the_neighbours_of_a_sample_are_there_before_they_are_asked_for(page: Page) -> None:
    """Without Python too."""
    without_python(page)
    with page.expect_response("**/8.json"), page.expect_response("**/7.json"), page.expect_response("**/5.json"):
        page.goto(f"{DIGITS}?sample=6")
    demo = Demo(page).wait_for_view(6)
    hold_back(page, LESSONS)
    demo.press("next").wait_for_view(7)
    demo.press("back", 2).wait_for_view(5)
