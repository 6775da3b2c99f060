"""What can happen to a file on its way, and the files that a page fetches."""

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, Route

from builder.publish.serve import media_type

HTML = "<!doctype html><title>Sign in</title><p>Sign in to the school's network."
Fault = Callable[[Path], Callable[[Route], None]]


def missing(_: Path) -> Callable[[Route], None]:
    return lambda route: route.fulfill(status=404, body="Not found")


def half(file: Path) -> Callable[[Route], None]:
    content = file.read_bytes()
    return lambda route: route.fulfill(body=content[: len(content) // 2], content_type=media_type(file))


def another_page(_: Path) -> Callable[[Route], None]:
    return lambda route: route.fulfill(body=HTML, content_type="text/html")


def stalled(_: Path) -> Callable[[Route], None]:
    return lambda route: None


def other_bytes(file: Path) -> Callable[[Route], None]:
    """As many, of which one in a thousand is another: what a hash would tell."""
    content = bytes(byte ^ (at % 1000 == 500) for at, byte in enumerate(file.read_bytes()))
    return lambda route: route.fulfill(body=content, content_type=media_type(file))


FAULTS: dict[str, Fault] = {
    "missing": missing,
    "cut in half": half,
    "a page instead": another_page,
    "stalled": stalled,
    "other bytes": other_bytes,
}


def files_of_a_visit(page: Page, site: str, dist: Path, visit: Callable[[Page], None]) -> list[str]:
    """Paths below the site of what the page fetches, in order, but for the page itself."""
    found: dict[str, None] = {}
    page.on("request", lambda request: found.setdefault(request.url.split("?")[0]))
    visit(page)
    paths = (url.removeprefix(site) for url in found if url.startswith(site))
    return [path for path in paths if (dist / path).is_file()]


def kind(path: str) -> str:
    """A path without what differs from build to build."""
    return re.sub(r"[0-9a-f]{12}|-[A-Z0-9]{8}(?=\.)", "", path)
