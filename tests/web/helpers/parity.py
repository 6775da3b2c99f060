"""What the page's Python answers, asked through the page's own script, and whether CPython answers the same."""

from math import isclose
from typing import Any

from playwright.sync_api import Page

ASK = "(calls) => import(new URL('embed.js', document.querySelector('script[src*=assets]').src)).then(({ python }) => Promise.all(calls.map(([name, args]) => python.call(name, args))))"
TOLERANCE = 1e-9


def wait_until_answered(page: Page) -> None:
    """Until Python has answered what was asked before, and what the page asks for ahead after its first answer."""
    for _ in range(2):
        page.evaluate(ASK, [["classify", {"pixels": ""}]])


def same(found: Any, expected: Any, where: str) -> None:
    """Numbers to 1e-9, everything else exactly."""
    if isinstance(expected, dict):
        assert found.keys() == expected.keys(), where
        for key in expected:
            same(found[key], expected[key], f"{where} {key}")
    elif isinstance(expected, list | tuple):
        assert len(found) == len(expected), where
        for i, (a, b) in enumerate(zip(found, expected, strict=True)):
            same(a, b, f"{where} {i}")
    elif isinstance(expected, float):
        assert isclose(found, expected, rel_tol=TOLERANCE, abs_tol=TOLERANCE), where
    else:
        assert found == expected, where
