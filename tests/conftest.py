"""What all tests share: compiled catalogs, a gallery of drawings to compare with, the built site and one browser. Fixtures run when a test asks for them.

Where pytest-xdist shares tests among processes, each process has a browser of its own, and a module stays in one of them, for what its tests share.
"""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright, expect, sync_playwright
from xdist.scheduler import LoadScopeScheduling

from builder.catalogs import compile_catalogs
from builder.shared.browser import FLAGS, VARIABLE, chromium
from builder.shared.paths import DIST
from builder.site import is_current

from .engines import table

GALLERY = Path(__file__).parent / "gallery"
INTEGRATIONS = "tests/integrations"
ENGINES = "tests/engines"
AGAIN = pytest.mark.flaky(reruns=1)  # a busy machine keeps a browser waiting; the summary names it
FIREFOX = Path(__file__).parent / "engines" / "layer" / "firefox_answers.cjs"


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """One for each core, as more than four browsers at once hardly help; one alone where speed is held."""
    return 1 if config.option.markexpr == "speed" else min(os.cpu_count() or 1, 4)


class ByRoom(LoadScopeScheduling):  # type: ignore[misc]
    """Shares out modules; the integrations as one, as their books are built once; and each engine as one, which is started once."""

    def _split_scope(self, nodeid: str) -> str:
        if nodeid.startswith(ENGINES):
            return next((engine for engine in table.ENGINES if engine in nodeid.partition("[")[2]), ENGINES)
        return INTEGRATIONS if nodeid.startswith(INTEGRATIONS) else nodeid.partition("::")[0]


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> ByRoom:
    return ByRoom(config, log)


def pytest_sessionstart(session: pytest.Session) -> None:
    if not hasattr(session.config, "workerinput"):  # else the process that shares out the tests has done it
        compile_catalogs()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        fixtures = set(getattr(item, "fixturenames", ()))
        if {"dist", "browser", "engine"} & fixtures:
            item.add_marker(pytest.mark.browser)
            item.add_marker(AGAIN)
        if "engine" in fixtures:
            item.add_marker(pytest.mark.engines)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    table.show(terminalreporter)


@pytest.fixture
def gallery() -> Callable[[str, str], bool]:
    """gallery(name, text): whether text is what the gallery holds; UPDATE_GALLERY=1 writes it instead. The pictures are there to be looked at."""

    def same(name: str, text: str) -> bool:
        path = GALLERY / name
        if os.environ.get("UPDATE_GALLERY"):
            GALLERY.mkdir(exist_ok=True)
            path.write_text(text + "\n", encoding="utf-8")
        return path.read_text(encoding="utf-8") == text + "\n"

    return same


@pytest.fixture(scope="session")
def dist() -> Path:
    """The built site, of the files as they are now; `build.py test` has just made it."""
    if not is_current():
        pytest.exit(f"{DIST} was not built from web/ and py/ as they are now. Build it: python3 build.py build", 1)
    return DIST


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """The only one: a second one in the same process fails."""
    expect.set_options(timeout=20_000)  # machines that test are busy
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("NODE_OPTIONS", f"--require {FIREFOX}")
        running = sync_playwright().start()
    yield running
    running.stop()


@pytest.fixture(scope="session")
def launch(playwright: Playwright) -> Callable[..., Browser]:
    """launch("--flag", …): a Chromium with an empty cache."""
    path = os.environ.get(VARIABLE) or chromium()
    return lambda *flags: playwright.chromium.launch(executable_path=path, args=[*FLAGS, *flags])


@pytest.fixture(scope="session")
def browser(launch: Callable[..., Browser]) -> Iterator[Browser]:
    running = launch()
    yield running
    running.close()
