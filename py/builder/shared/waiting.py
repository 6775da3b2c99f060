"""Waiting for what comes while a page goes on: each wait has an end, and then says what did not come."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Page
from playwright.sync_api import TimeoutError as TooLate

from .console import Failure

PAUSE = 20  # ms between two looks
SECONDS = 60


def wait_until(page: Page, what: str, condition: Callable[[], object], seconds: float = SECONDS) -> None:
    """Look again and again until the condition holds. Raises Failure in the end."""
    end = time.monotonic() + seconds
    while not condition():
        if time.monotonic() > end:
            raise late(what, seconds)
        page.wait_for_timeout(PAUSE)


@contextmanager
def named(what: str, seconds: float) -> Iterator[None]:
    """Where Playwright's own wait in the block ends in vain, the Failure says what for."""
    try:
        yield
    except TooLate:
        raise late(what, seconds) from None


def late(what: str, seconds: float) -> Failure:
    return Failure(f"{what}: did not come within {seconds:g} s.")
