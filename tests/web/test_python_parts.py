"""The parts of Python that come after its start: when they are fetched, and what a reader sees when one does not come."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from forwardpass import api

from .conftest import OpenPage
from .driver import Demo
from .test_parity import ASK, same
from .test_start import missing

ENGLISH, SPANISH = "demos/simple_forward_pass/", "es/demos/simple_forward_pass/"
DIGITS = "demos/forward_pass_mnist/"
LEARN = {"seed": 7, "rate": 1, "iteration": 1, "lang": "en"}
REFUSING = "Object.defineProperty(self, 'caches', { get() { throw new Error('refused'); } });\n"


def asked(page: Page) -> list[str]:
    """Collects the parts that the page fetches."""
    files: list[str] = []
    page.on("request", lambda request: files.append(Path(request.url).stem) if request.url.endswith(".zip") else None)
    return files


def cut(route: Route) -> None:
    route.fulfill(body=route.fetch().body()[:10_000], content_type="application/zip")


def test_a_start_fetches_the_catalog_of_its_language_alone_and_what_comes_later_after_it(page: Page) -> None:
    files = asked(page)
    page.goto(SPANISH)
    Demo(page).wait_for_state("live")
    assert sorted(files) == ["es", "python_stdlib"]
    with page.expect_request("**/later.zip"):
        pass
    assert sorted(files) == ["es", "later", "python_stdlib"]


def test_english_needs_no_catalog_and_the_digits_want_their_weights_at_once(page: Page) -> None:
    files = asked(page)
    page.goto(DIGITS)
    Demo(page).wait_for_state("live")
    assert sorted(files) == ["later", "python_stdlib"]


def test_the_catalog_of_another_language_comes_when_it_is_asked_for(page: Page) -> None:
    files = asked(page)
    page.goto(ENGLISH)
    Demo(page).wait_for_state("live")
    (lesson,) = page.evaluate(ASK, [["simple_forward_pass", {"seed": 99, "lang": "ko"}]])
    same(lesson, api.simple_forward_pass(99, "ko"), "in Korean")
    assert "ko" in files
    assert "fr" not in files


@pytest.mark.parametrize("damage", [missing, cut])
def test_a_later_part_that_does_not_come_is_named_and_retry_works(open_page: OpenPage, damage: object) -> None:
    with open_page(allowed=("404",)) as page:
        page.route("**/later.zip", damage)  # type: ignore[arg-type]
        page.goto(ENGLISH)
        demo = Demo(page).wait_for_state("live")
        said = page.evaluate(f"(calls) => ({ASK})(calls).catch(String)", [["learn", LEARN]])
        assert "later.zip" in said
        expect(demo.wait_for_state("error").part("failure")).to_contain_text("later.zip")
        demo.press("next", 3)
        assert demo.wait_for_view(1, 3).state == "error", "recorded lessons go on"
        page.unroute("**/later.zip")
        demo.press("retry").wait_for_state("live")
        (learned,) = page.evaluate(ASK, [["learn", LEARN]])
        assert learned["numbers"]["iteration"] == 1


def test_a_catalog_that_does_not_come_is_named_and_retry_works(open_page: OpenPage) -> None:
    with open_page(allowed=("404",)) as page:
        page.route("**/es.zip", missing)
        page.goto(SPANISH)
        demo = Demo(page)
        demo.choose("4711").wait_for_state("error")
        expect(demo.part("failure")).to_contain_text("es.zip")
        page.unroute("**/es.zip")
        demo.press("retry").wait_for_view(4711)


def test_python_starts_where_the_browser_refuses_to_keep_anything(page: Page) -> None:
    page.route(
        "**/worker.js",
        lambda route: route.fulfill(body=REFUSING + route.fetch().text(), content_type="text/javascript"),
    )
    page.goto(ENGLISH)
    Demo(page).choose("4711").wait_for_view(4711).wait_for_state("live")
