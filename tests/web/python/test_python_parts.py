"""The parts of Python that come after its start: when they are fetched. What becomes of a call whose part does not come is in test_fallbacks.py."""

from playwright.sync_api import Page, Request

from forwardpass import api

from ..helpers.driver import Demo
from ..helpers.parity import ASK, same
from ..helpers.python_files import before_the_worker, hold_back_rest, let_rest

ENGLISH, SPANISH = "demos/simple_forward_pass/", "es/demos/simple_forward_pass/"
DIGITS = "demos/forward_pass_mnist/"
PACKED = ".zip.gz"
START = ["forwardpass", "library", "numpy"]
REFUSING = "Object.defineProperty(self, 'caches', { get() { throw new Error('refused'); } });"


def asked(page: Page) -> list[str]:
    """Collects the archives that the page fetches."""
    files: list[str] = []

    def note(request: Request) -> None:
        name = request.url.rpartition("/")[2]
        if name.endswith(PACKED):
            files.append(name.removesuffix(PACKED))

    page.on("request", note)
    return files


def test_a_start_fetches_the_catalog_of_its_language_alone_and_what_comes_later_after_it(page: Page) -> None:
    files = asked(page)
    hold_back_rest(page)
    page.goto(SPANISH)
    Demo(page).wait_for_state("live")
    assert sorted(files) == ["es", *START]
    with page.expect_request("**/later.zip.gz"):
        let_rest(page)
    assert sorted(files) == ["es", "forwardpass", "later", "library", "numpy"]


def test_english_needs_no_catalog_and_the_digits_want_their_weights_at_once(page: Page) -> None:
    files = asked(page)
    page.goto(DIGITS)
    Demo(page).wait_for_state("live")
    assert sorted(files) == ["forwardpass", "later", "library", "numpy"]


def test_the_catalog_of_another_language_comes_when_it_is_asked_for(page: Page) -> None:
    files = asked(page)
    page.goto(ENGLISH)
    Demo(page).wait_for_state("live")
    (lesson,) = page.evaluate(ASK, [["simple_forward_pass", {"seed": 99, "lang": "ko"}]])
    same(lesson, api.simple_forward_pass(99, "ko"), "in Korean")
    assert "ko" in files
    assert "fr" not in files


def test_python_starts_where_the_browser_refuses_to_keep_anything(page: Page) -> None:
    before_the_worker(page, REFUSING)
    page.goto(ENGLISH)
    Demo(page).choose("4711").wait_for_view(4711).wait_for_state("live")
