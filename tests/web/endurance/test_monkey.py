"""Whatever a reader does, nothing is thrown, nothing is stuck, nothing that was made is lost, and memory stays as it was."""

import random
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from ...helpers.amounts import amount
from ..conftest import LIVE_SECONDS, OpenPage
from ..helpers.driver import MNIST, SIMPLE, Demo
from .monkey import Monkey

ACTIONS = amount(100, 5_000)  # on each demo
ROUND = amount(50, 250)  # actions after which everything is asked for
SETTLED_AFTER = ACTIONS // 5  # before that, memory fills with what is kept for good: Python, images, languages
GROWTH = amount(1.5, 1.1)  # in short, what comes when it is first used comes in between
PATHS = {SIMPLE: "demos/simple_forward_pass/", MNIST: "demos/forward_pass_mnist/"}
TOLD_BY_THE_BROWSER = (
    "Failed to load",
    "ERR_INTERNET_DISCONNECTED",
    "is not one of",
    "Failed to fetch",
    "NetworkError",
    "ServiceWorker",
)
MADE = "({ view }) => JSON.stringify([view.numbers, view.key ?? null])"


@pytest.mark.endure
@pytest.mark.parametrize("name", PATHS)
def test_a_reader_without_a_plan(open_page: OpenPage, name: str) -> None:
    with open_page(allowed=TOLD_BY_THE_BROWSER, service_workers="allow") as page:
        page.add_init_script("window.print = () => {};")
        page.goto(PATHS[name])
        demo = Demo(page, name).wait_for_state("live", LIVE_SECONDS)
        monkey = Monkey(page, demo, PATHS[name], random.Random(13))
        memory = []
        for done in range(ROUND, ACTIONS + 1, ROUND):
            with told(monkey):
                for _ in range(ROUND):
                    monkey.act()
                comes_to_rest(page, demo, PATHS[name])
                goes_on(demo)
                keeps_what_was_made(page, demo)
            if done >= SETTLED_AFTER:
                memory.append(used(page))
        half = len(memory) // 2
        assert half == 0 or min(memory[half:]) <= GROWTH * min(memory[:half]), f"bytes after each round: {memory}"


@contextmanager
def told(monkey: Monkey) -> Iterator[None]:
    """Says what was done before something went wrong."""
    try:
        yield
    except (AssertionError, Exception) as wrong:
        wrong.add_note("\n".join([f"after {len(monkey.done)} actions; the last:", *monkey.done[-40:]]))
        raise


def comes_to_rest(page: Page, demo: Demo, path: str) -> None:
    """The network is back, no button is held, nothing is open; a reader who went back beyond the page comes again."""
    page.context.set_offline(False)
    page.mouse.up()
    for _ in range(3):
        page.keyboard.press("Escape")
    if path not in page.url:
        page.goto(path)
    page.set_viewport_size({"width": 1280, "height": 800})
    if demo.state == "error":
        demo.part("retry").click()
    demo.wait_for_state("live", LIVE_SECONDS)


def goes_on(demo: Demo) -> None:
    """Next works: another step or another image."""
    before = made(demo)
    following = demo.part("next")
    expect(following).to_be_enabled()
    following.click()
    demo.wait("something else", f"(demo, before) => demo.view?.numbers && ({MADE})(demo) !== before", before)
    expect(demo.part("failure")).to_be_hidden()


def keeps_what_was_made(page: Page, demo: Demo) -> None:
    """Python ends and comes back: the same problem at the same step, the same link."""
    before = made(demo), demo.link
    page.workers[-1].evaluate("self.close()")
    demo.wait_for_state("live", LIVE_SECONDS)
    assert (made(demo), demo.link) == before


def made(demo: Demo) -> Any:
    return demo.host.evaluate(MADE)


def used(page: Page) -> int:
    """Bytes of JavaScript in the page, after what nobody holds is gone."""
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.enable")
    for _ in range(2):
        session.send("HeapProfiler.collectGarbage")
    usage: dict[str, float] = session.send("Runtime.getHeapUsage")
    session.detach()
    return int(usage["usedSize"])
