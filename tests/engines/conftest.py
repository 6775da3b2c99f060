"""The same tests in three engines. A test is written once, asks for `small`, `digits` or `window`, and runs in each of them."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from builder.publish.serve import serving

from .demos import Digits, Small
from .layer.here import missing, window_of
from .layer.site import Site
from .layer.site import site as serve
from .layer.window import Window
from .table import CANNOT, ENGINES


@pytest.fixture(scope="session", params=ENGINES)
def engine(request: pytest.FixtureRequest) -> str:
    name: str = request.param
    if why := missing(name):
        pytest.skip(why)
    return name


@pytest.fixture(scope="session")
def window(engine: str, playwright: Playwright) -> Iterator[Window]:
    """One for all tests of an engine."""
    with window_of(engine, playwright) as opened:
        yield opened


@pytest.fixture(scope="session")
def site(dist: Path) -> Iterator[Site]:
    with serve(dist) as served:
        yield served


@pytest.fixture
def small(window: Window, site: Site) -> Small:
    """Problem 7 at the step of its first hidden neuron, live."""
    return Small(window, site.address).ready()


@pytest.fixture
def digits(window: Window, site: Site) -> Digits:
    """The first image, live."""
    return Digits(window, site.address).ready()


@pytest.fixture(autouse=True)
def may_be_beyond_the_driver(request: pytest.FixtureRequest) -> None:
    if "engine" in request.fixturenames:
        name = request.node.name.partition("[")[0]
        if why := CANNOT.get((request.getfixturevalue("engine"), name)):
            pytest.skip(f"cannot: {why}")


@pytest.fixture(scope="session")
def book(site: Site, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[..., str]]:
    """book(body, head, policy): the address of a page of somebody else, on another origin than the site."""
    folder = tmp_path_factory.mktemp("book")
    with ExitStack() as stack:
        address = stack.enter_context(serving(folder)).replace("localhost", "127.0.0.1")
        count = iter(range(1000))

        def page(body: str, head: str = "", policy: str = "") -> str:
            meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">' if policy else ""
            name = f"page{next(count)}.html"
            text = f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A book</title>{meta}{head}</head><body>{body}</body></html>'
            (folder / name).write_text(text, encoding="utf-8")
            return address + name

        yield page
