"""Demos in pages of other people, on another origin than the site, in every engine."""

from collections.abc import Callable

import pytest

from .layer.site import Site
from .layer.window import Window

DEMOS = {"small network": "simple-forward-pass", "digits": "forward-pass-mnist"}
EMBEDDED = {"small network": "embed/simple_forward_pass/", "digits": "embed/forward_pass_mnist/"}
LIVE_SECONDS = 240
OTHER = "other origin"
POLICIES = {  # as web/integrations/README.md says what they must allow
    OTHER: "",
    "strict policy": "default-src 'none'; script-src {site}; connect-src {site}; frame-src {site}; font-src {site}",
    "trusted types": "require-trusted-types-for 'script'; trusted-types forward-pass",
}
Book = Callable[..., str]
each_demo = pytest.mark.parametrize("name", DEMOS)


def works(window: Window, demo: str) -> None:
    """Live, and a step on; and nothing that the page forbids was tried."""
    window.wait("demo?.getAttribute('state') === 'live'", seconds=LIVE_SECONDS)
    window.press("button", "Next").wait("view?.index === 1 || view?.numbers?.sample === 1")
    assert window.ask("demo.localName") == demo
    assert window.ask("window.refused ?? []") == []


@each_demo
@pytest.mark.parametrize("policy", POLICIES)
def test_in_a_page_of(window: Window, site: Site, book: Book, policy: str, name: str) -> None:
    origin = site.address.rstrip("/")
    script = f'<script type="module" src="{origin}/embed.js"></script>'
    page = book(f"<div><{DEMOS[name]}></{DEMOS[name]}></div>", script, POLICIES[policy].format(site=origin))
    window.open(page)
    works(window, DEMOS[name])


@each_demo
def test_in_a_frame(window: Window, site: Site, book: Book, name: str) -> None:
    frame = f'<iframe src="{site.address}{EMBEDDED[name]}" style="width: 100%; height: 850px; border: 0"></iframe>'
    window.open(book(frame))
    with window.inside("iframe"):
        works(window, DEMOS[name])
