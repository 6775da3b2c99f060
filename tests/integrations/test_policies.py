"""Pages with a Content Security Policy, as web/integrations/README.md says they may have one; and several demos on a page."""

import pytest
from playwright.sync_api import Page

from .conftest import Book
from .demo import MNIST, SIMPLE, Demo
from .making.readme import block, table

FOUR = f'<div><{SIMPLE} seed="2"></{SIMPLE}></div><div><{MNIST}></{MNIST}></div>' * 2


def policy(way: str, book: Book) -> str:
    """The head of a page with the policy that the README gives for a way of embedding, and nothing else allowed."""
    allowed = table("Content Security Policy")[way][0].strip("`").replace("https://example.org", book.site)
    return meta(f"default-src 'none'; {allowed}")


def meta(content: str) -> str:
    return f'<meta http-equiv="Content-Security-Policy" content="{content}">'


@pytest.mark.parametrize("book", ["far", "near"], indirect=True)
def test_four_demos_start_one_worker(book: Book, page: Page) -> None:
    workers: list[str] = []
    page.context.on(
        "request", lambda request: workers.append(request.url) if request.url.endswith("/worker.js") else None
    )
    page.goto(book.page("four", FOUR, book.script))
    for name in (SIMPLE, MNIST):
        for number in (0, 1):
            Demo(page, f"div:nth-of-type({1 + (name == MNIST) + 2 * number}) > {name}").go_live()
    assert len(workers) == 1


def test_a_policy_that_names_only_our_origin_for_scripts_is_enough(far: Book, page: Page) -> None:
    page.goto(far.page("strict", FOUR, meta(f"script-src {far.site}") + far.script))
    Demo(page).go_live()


def test_the_documented_policy_for_another_origin_is_enough(far: Book, page: Page) -> None:
    page.goto(far.page("stricter", FOUR, policy("script, other origin", far) + far.script))
    Demo(page).go_live()


def test_the_documented_policy_for_the_same_origin_is_enough(near: Book, page: Page) -> None:
    page.goto(near.page("stricter", FOUR, policy("script, same origin", near) + near.script))
    Demo(page).go_live()


@pytest.mark.parametrize("book", ["far", "near"], indirect=True)
@pytest.mark.parametrize("policies", ["", "; trusted-types forward-pass"])
def test_a_page_may_require_trusted_types(book: Book, page: Page, policies: str) -> None:
    head = meta(f"require-trusted-types-for 'script'{policies}") + book.script
    page.goto(book.page("trusted", FOUR.replace("<div>", '<div lang="es">'), head))
    demo = Demo(page)
    demo.go_live()
    demo.next("es")
    assert (demo.view["index"], demo.lang) == (1, "es")


def test_a_page_without_scripts_shows_a_demo_in_a_frame(far: Book, page: Page) -> None:
    page.goto(far.page("frame", block("Without scripts", "html", far.site), policy("frame", far)))
    demo = Demo(page.frames[1])
    demo.go_live()
    assert (demo.lang, demo.view["numbers"]["seed"]) == ("es", 7)
