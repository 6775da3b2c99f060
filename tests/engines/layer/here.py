"""Which engines are on this machine, and a window of each."""

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Playwright

from builder.shared.browser import FLAGS, VARIABLE, chromium
from builder.shared.tools import SKIPPED_WITHOUT, lacking, programs

from .playwright_window import PlaywrightWindow
from .window import Window

# Of Firefox: a panel that opens at a download would take the keyboard.
SETTINGS: dict[str, str | float | bool] = {"browser.download.alwaysOpenPanel": False}
REDUCED: dict[str, str | float | bool] = {"ui.prefersReducedMotion": 1}


def missing(engine: str) -> str:
    """Why an engine cannot be driven here; nothing where it can."""
    return lacking(engine) if engine in SKIPPED_WITHOUT else ""


@contextmanager
def window_of(engine: str, playwright: Playwright, reduced: bool = False) -> Iterator[Window]:
    with tempfile.TemporaryDirectory(prefix="forward-pass-", ignore_cleanup_errors=True) as home:
        opened = of_webkit if engine == "webkit" else of_playwright
        with opened(engine, playwright, Path(home), reduced) as window:
            yield window


@contextmanager
def of_webkit(engine: str, playwright: Playwright, home: Path, reduced: bool) -> Iterator[Window]:
    from .webkit_window import webkit  # noqa: PLC0415  selenium is not wanted by whoever has no WebKit

    found = programs(engine)
    with webkit(home, found["MiniBrowser"] or "", found["WebKitWebDriver"] or "", reduced) as window:
        yield window


@contextmanager
def of_playwright(engine: str, playwright: Playwright, home: Path, reduced: bool) -> Iterator[Window]:
    if engine == "chromium":
        path = os.environ.get(VARIABLE) or chromium()
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
    else:
        path = programs(engine)["firefox"] or ""
        browser = playwright.firefox.launch(
            channel="moz-firefox",
            executable_path=path,
            downloads_path=str(home),
            firefox_user_prefs=SETTINGS | (REDUCED if reduced else {}),
        )
    try:
        yield PlaywrightWindow(engine, browser, home, reduced)
    finally:
        browser.close()
