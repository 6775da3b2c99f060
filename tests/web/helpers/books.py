"""Pages of other people, served from another origin than the site."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from builder.publish.serve import serving

from ..conftest import OpenPage

PAGE = """<!doctype html><html lang="{lang}"><head><meta charset="utf-8"><title>A book</title><link rel="icon" href="data:,">
{policy}{head}</head><body>{body}</body></html>"""
POLICY = '<meta http-equiv="Content-Security-Policy" content="{}">'


class Book:
    """A page to be written; open() shows it in a browser."""

    def __init__(self, folder: Path, site: str, open_page: OpenPage) -> None:
        self.folder = folder
        self.site = site
        self.open_page = open_page

    def write(self, body: str, *, head: str | None = None, lang: str = "en", policy: str = "") -> None:
        """head: the site's script if nothing is said."""
        script = f'<script type="module" src="{self.site}embed.js"></script>'
        parts = {"policy": POLICY.format(policy) if policy else "", "head": script if head is None else head}
        self.folder.joinpath("index.html").write_text(PAGE.format(body=body, lang=lang, **parts), encoding="utf-8")

    @contextmanager
    def open(self, allowed: tuple[str, ...] = (), **options: Any) -> Iterator[Page]:
        with serving(self.folder) as address, self.opened(address, allowed, options) as page:
            page.goto("")
            yield page

    def opened(
        self, address: str, allowed: tuple[str, ...] = (), options: dict[str, Any] | None = None
    ) -> AbstractContextManager[Page]:
        options = {"viewport": {"width": 1280, "height": 900}, **(options or {})}
        return self.open_page(allowed=(f"request outside the site: {self.site}", *allowed), at=address, **options)
