"""A page of somebody else on our own origin, with a demo that needs no Python."""

from playwright.sync_api import Page

from .driver import Demo, without_python

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A book</title><link rel="icon" href="data:,">
{head}<script type="module" src="../embed.js"></script></head><body>{body}</body></html>"""


def open_book(page: Page, body: str, head: str = "", selector: str = "simple-forward-pass") -> Demo:
    """Until its first view is there."""
    without_python(page)
    page.route(
        "**/book/", lambda route: route.fulfill(body=PAGE.format(head=head, body=body), content_type="text/html")
    )
    page.goto("book/")
    demo = Demo(page, selector)
    demo.host.scroll_into_view_if_needed()
    return demo.wait("a view", "demo => demo.view?.numbers")


def open_to_change(page: Page, body: str, head: str = "") -> Demo:
    """Until its numbers can be changed, which a touch brings about."""
    demo = open_book(page, body, head)
    demo.part("narration").dispatch_event("pointerdown")
    return demo.wait("numbers to change", "demo => demo.shadowRoot.querySelector('[data-edit][role]')")
