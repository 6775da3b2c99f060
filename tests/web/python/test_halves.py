"""Pyodide's WebAssembly in two halves: the hot one does, and the cold one comes when it is called. What becomes of a damaged hot one is in test_fallbacks.py."""

from collections.abc import Callable
from functools import cache
from typing import Any

import pytest
from playwright.sync_api import Page, Route

from builder.python.halves import wasm as w
from builder.python.halves.split_wasm import Split, Whole
from builder.python.halves.used_functions import used_functions
from builder.python.halves.write_halves import COLD, HOT
from builder.python.pyodide_files import WHOLE
from builder.shared.paths import PYODIDE
from forwardpass import api

from ..conftest import OpenPage
from ..helpers.driver import Demo, hold_back
from ..helpers.parity import ASK, same
from ..helpers.python_files import ANY_WORDS, STOCK, Damage, hold_back_rest, let_rest, marks
from ..helpers.python_files import DAMAGES as DAMAGED

PATH = "demos/simple_forward_pass/"
TANH = api.another_network(7, [2, 3, 1], ["tanh", "tanh"])["subject"]["problem"]
CALLS: list[tuple[str, dict[str, Any]]] = [
    ("simple_forward_pass", {"problem": TANH, "lang": "es"}),
    ("simple_forward_pass", {"seed": 5, "lang": "ja"}),
]
ITS_FUNCTION = b"tanh"  # of the first of these; nothing calls it before
DAMAGES: dict[str, Damage] = {
    **{name: DAMAGED[name] for name in ("missing", "cut off", "another text", "flipped bits")},
    "another module": lambda _: {"body": w.MAGIC},
}


@cache
def whole() -> bytes:
    return (PYODIDE / WHOLE).read_bytes()


@cache
def halves(hot: frozenset[int]) -> tuple[bytes, bytes]:
    split = Split(Whole(whole()), hot)
    return split.hot_half(), split.cold_half()


@cache
def without_its_function() -> frozenset[int]:
    """The hot functions but for the one that a call needs and a start does not."""
    reader = w.Reader(dict(w.read_sections(whole()))[w.EXPORT])
    exports = {}
    for _ in range(reader.number()):
        name, kind, index = reader.block(), reader.byte(), reader.number()
        exports[name, kind] = index
    function = exports[ITS_FUNCTION, w.A_FUNCTION] - Whole(whole()).imported[w.A_FUNCTION]
    return (used_functions(whole()) or frozenset()) - {function}


def serve(page: Page, hot: frozenset[int], damage: Damage | None = None) -> None:
    """Other halves than the site's. damage: what becomes of the cold one."""
    for file, half in zip((HOT, COLD), halves(hot), strict=True):
        page.route(f"**/{file}", answering(damage(half) if damage and file == COLD else {"body": half}))


def answering(answer: dict[str, Any]) -> Callable[[Route], None]:
    return lambda route: route.fulfill(**{"content_type": "application/wasm", **answer})


def live(page: Page) -> list[str]:
    """Waits, and tells how it came about."""
    page.goto(f"{PATH}?seed=4711&step=2")
    Demo(page).wait_for_view(4711, 2).wait_for_state("live")
    return marks(page)


def answers_right(page: Page) -> None:
    for (name, arguments), answer in zip(CALLS, page.evaluate(ASK, CALLS), strict=True):
        same(answer, getattr(api, name)(**arguments), name)


def test_a_start_takes_the_hot_half_alone_and_the_cold_one_comes_when_the_page_rests(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    hold_back_rest(page)
    found = live(page)
    assert asked.count(HOT) == 1
    answers_right(page)
    assert COLD not in asked
    with page.expect_request(f"**/{COLD}"):
        let_rest(page)
    assert not {"cold half", STOCK} & {*found, *marks(page)}
    assert WHOLE not in asked


def test_a_host_that_does_not_say_what_webassembly_is_will_do(page: Page) -> None:
    for file, half in zip((HOT, COLD), halves(used_functions(whole()) or frozenset()), strict=True):
        page.route(f"**/{file}", answering({"body": half, "content_type": "application/octet-stream"}))
    assert not {"cold half", STOCK} & set(live(page))
    answers_right(page)


def test_the_cold_half_comes_at_once_when_a_call_needs_it(page: Page) -> None:
    serve(page, without_its_function())
    assert "cold half" not in live(page)
    answers_right(page)
    assert "cold half" in marks(page)
    assert STOCK not in marks(page)


@pytest.mark.parametrize("damage", DAMAGES)
def test_where_a_call_needs_the_cold_half_in_vain_python_starts_the_stock_way(open_page: OpenPage, damage: str) -> None:
    with open_page(allowed=ANY_WORDS) as page:
        serve(page, without_its_function(), DAMAGES[damage])
        assert STOCK not in live(page)
        shown = Demo(page).shown
        answers_right(page)
        assert STOCK in marks(page)
        assert Demo(page).shown == shown
        answers_right(page)


@pytest.mark.parametrize("damage", [None, "missing"])
def test_even_a_start_may_need_the_cold_half(open_page: OpenPage, damage: str | None) -> None:
    with open_page(allowed=ANY_WORDS) as page:
        serve(page, frozenset(), DAMAGES[damage] if damage else None)
        assert (STOCK if damage else "cold half") in live(page)
        answers_right(page)


def test_a_whole_that_was_not_split_does_by_itself(page: Page) -> None:
    page.route(f"**/{HOT}", answering({"body": whole()}))
    page.route(f"**/{COLD}", lambda route: pytest.fail("there is none"))
    hold_back(page, f"**/{WHOLE}")
    live(page)
    answers_right(page)
