"""A book on one server and our site on another, or below the book's own address; and a browser that reports what should not happen."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page

from builder.publish.serve import serving

from .making import books, more_books

OpenPage = Callable[..., AbstractContextManager[Page]]
ToolAt = Callable[[str], str]


@dataclass(frozen=True)
class Book:
    """Where a book is served, from which folder, and where it finds our files (an address or a path, without a slash at the end)."""

    address: str
    folder: Path
    site: str

    def page(self, name: str, body: str, head: str = "") -> str:
        """The address of a page of plain HTML put among the chapters."""
        html = f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{name}</title>{head}</head><body>{body}</body></html>'
        (self.folder / f"{name}.html").write_text(html, encoding="utf-8")
        return f"{self.address}{name}.html"

    @property
    def script(self) -> str:
        return f'<script type="module" src="{self.site}/embed.js"></script>'


@pytest.fixture(scope="package")
def site(dist: Path) -> Iterator[str]:
    """The address of our site, without a slash at the end."""
    with serving(dist) as address:
        yield address.rstrip("/")


@pytest.fixture(scope="package")
def far(site: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    """The book on another host than our site."""
    root = tmp_path_factory.mktemp("far")
    with serving(root / "out") as address:
        yield build(root, address.replace("localhost", "127.0.0.1"), site)


@pytest.fixture(scope="package")
def near(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Book]:
    """The book in a sub-path of its host, and our site in a folder of the book."""
    root = tmp_path_factory.mktemp("near")
    with serving(root / "out", prefix="/book") as address:
        book = build(root, address, "/book/forward-pass", base="/book")
        shutil.copytree(dist, book.folder / "forward-pass")  # after Jekyll, which empties its folder
        yield book


def build(root: Path, address: str, site: str, base: str = "") -> Book:
    """The same book by every tool: Jekyll's at the root, the others in a folder of their name."""
    out = root / "out"
    books.jekyll(root / "jekyll", out, site.removeprefix(base), base)
    for name in ("mkdocs", "mkdocs_material"):
        books.mkdocs(root / name, out / name, site, f"{address}{name}/")
    books.sphinx(root / "sphinx", out / "sphinx", site)
    books.quarto(root / "quarto", out / "quarto", site)
    return Book(address, out, site)


@pytest.fixture(scope="package")
def tool_at(far: Book) -> ToolAt:
    """tool_at(name): the address of its book on another host than our site, made when it is first asked for."""
    made: set[str] = set()

    def at(tool: str) -> str:
        if tool in more_books.MAKE and tool not in made:
            more_books.make(tool, far.folder.parent, far.folder, far.site)
            made.add(tool)
        return far.address if tool == "jekyll" else f"{far.address}{tool}/"

    return at


@pytest.fixture
def book(request: pytest.FixtureRequest) -> Book:
    """far or near, whichever a test is parametrized with."""
    found: Book = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="package")
def open_page(browser: Browser) -> OpenPage:
    """open_page(allowed=(…), **context options): a page that fails the test on words in its console other than those allowed, and on requests to other machines."""

    @contextmanager
    def opened(allowed: tuple[str, ...] = (), **options: Any) -> Iterator[Page]:
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        page = context.new_page()
        troubles = watch(page)
        yield page
        context.close()
        assert [trouble for trouble in troubles if not any(words in trouble for words in allowed)] == []

    return opened


@pytest.fixture
def page(open_page: OpenPage) -> Iterator[Page]:
    with open_page() as opened:
        yield opened


def watch(page: Page) -> list[str]:
    """Collects what should not happen on a page."""
    troubles: list[str] = []

    def said(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not message.location["url"].endswith("/favicon.ico"):
            troubles.append(f"{message.text} ({message.location['url']})")

    page.on("console", said)
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on(
        "request",
        lambda request: None if is_here(request.url) else troubles.append(f"request to another machine: {request.url}"),
    )
    return troubles


def is_here(url: str) -> bool:
    return url.startswith(("http://localhost:", "http://127.0.0.1:", "data:", "blob:"))
