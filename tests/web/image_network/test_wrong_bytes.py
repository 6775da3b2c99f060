"""Hosts that answer everything with a page, and files of which half came: named, with Retry, never shown as a digit."""

from itertools import pairwise

import pytest
from playwright.sync_api import Page, Route, expect

from ..conftest import OpenPage
from ..helpers.driver import Demo
from ..helpers.python_files import ANY_WORDS

MNIST = "demos/forward_pass_mnist/"


def sign_in(route: Route) -> None:
    route.fulfill(body="<!doctype html><title>Sign in</title>" + " " * 39_200, content_type="text/html")


def half(route: Route) -> None:
    route.fulfill(body=route.fetch().body()[:20_000], content_type="application/octet-stream")


def altered(route: Route) -> None:
    """As many bytes, of which two have changed places: any byte is a grey level."""
    content = route.fetch().body()
    place = next(i for i, (one, other) in enumerate(pairwise(content)) if one != other)
    changed = content[:place] + content[place : place + 2][::-1] + content[place + 2 :]
    route.fulfill(body=changed, content_type="application/octet-stream")


@pytest.mark.parametrize("answer", [sign_in, half, altered])
def test_images_that_are_something_else_are_named_and_retry_works(page: Page, answer: object) -> None:
    page.route("**/images/80.bin", answer)  # type: ignore[arg-type]
    page.goto(f"{MNIST}?sample=4010")
    demo = Demo(page).wait_for_state("live")
    expect(demo.part("failure")).to_contain_text(
        "80.bin could not be loaded (something else arrived, or only part of it)"
    )
    page.unroute_all(behavior="wait")
    demo.press("retry").wait_for_view(4010)
    expect(demo.part("failure")).to_be_hidden()


@pytest.mark.parametrize("file", ["labels.bin", "mnist_784_10_10.bin"])
def test_altered_classes_find_no_image(page: Page, file: str) -> None:
    page.route(f"**/{file}", altered)
    page.goto(MNIST)
    demo = Demo(page).wait_for_state("live")
    demo.button("Find a mistake").click()
    expect(demo.part("failure")).to_contain_text(f"{file} could not be loaded")
    page.unroute_all(behavior="wait")
    demo.press("retry")
    expect(demo.part("failure")).to_be_hidden()
    assert demo.view["numbers"]["sample"] == 0, "the image that was there, until it is asked for again"


def test_a_recorded_lesson_that_is_something_else_is_computed(page: Page) -> None:
    page.route("**/lessons/*/simple_forward_pass/en/5.json", sign_in)
    page.goto("demos/simple_forward_pass/?seed=5")
    demo = Demo(page).wait_for_view(5)
    assert demo.shows_its_view()


def test_a_page_in_place_of_numpy_is_named_not_told_as_a_traceback(open_page: OpenPage) -> None:
    with open_page(allowed=ANY_WORDS) as page:
        page.route("**/numpy*", sign_in)
        page.goto("demos/simple_forward_pass/")
        demo = Demo(page).wait_for_state("error")
        expect(demo.part("failure")).to_contain_text("numpy")
        expect(demo.part("failure")).to_contain_text("something else arrived")
        expect(demo.part("failure")).not_to_contain_text("Traceback")
