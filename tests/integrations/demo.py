"""A demo in somebody's page, and what Python says it should show."""

from typing import Any

from playwright.sync_api import Frame, Locator, Page

from forwardpass.api import simple_forward_pass
from forwardpass.messages import ProblemView
from forwardpass.words.catalogs import translator

SIMPLE = "simple-forward-pass"
MNIST = "forward-pass-mnist"
LIVE_MILLISECONDS = 90_000


def expected(lang: str, seed: int = 1, step: int = 0) -> ProblemView:
    """The view of the first demo, by CPython."""
    return simple_forward_pass(seed, lang)["views"][step]


class Demo:
    """The first element of a name in a page or frame."""

    def __init__(self, page: Page | Frame, name: str = SIMPLE) -> None:
        self.host: Locator = page.locator(name).first
        self.live = page.locator("[state=live]")

    @property
    def view(self) -> dict[str, Any]:
        self.wait_for_view()
        found: dict[str, Any] = self.host.evaluate("demo => demo.view")
        return found

    @property
    def lang(self) -> str | None:
        """The language inside."""
        return self.host.locator(".frame").get_attribute("lang")

    def wait_for_view(self) -> None:
        """Until there is a view; it comes when the demo is near the part of the page that can be seen."""
        self.host.locator(".picture svg").first.wait_for(state="attached")

    def go_live(self) -> None:
        self.host.scroll_into_view_if_needed()
        self.host.and_(self.live).wait_for(state="attached", timeout=LIVE_MILLISECONDS)

    def next(self, lang: str) -> None:
        self.host.get_by_role("button", name=translator(lang).gettext("Next"), exact=True).click()
