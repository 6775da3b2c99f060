"""Whatever of the fast way to Python does not come or does not work, Python starts the stock way, and the reader's call is answered all the same."""

import gzip
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from builder.python.halves.write_halves import HOT
from builder.python.parts.python_parts import PLACES
from builder.shared.waiting import wait_until
from forwardpass import api

from ..conftest import OpenPage
from ..helpers.driver import Demo, hold_back, wait_for_held
from ..helpers.parity import ASK, same
from ..helpers.python_files import (
    ANY_WORDS,
    DAMAGES,
    STOCK,
    answer,
    asks,
    before_the_worker,
    changed,
    damage_file,
    marks,
    python_file,
)
from ..image_network.readings import GOOD, wait_for_reading
from ..image_network.readings import PAGE as READER

PATHS = {"en": "demos/simple_forward_pass/", "es": "es/demos/simple_forward_pass/"}
START = (HOT, "library.zip.gz", "numpy.zip.gz", "forwardpass.zip.gz", "manifest.json")
WANTING = [
    ("library.zip.gz", "json/__init__.pyc"),
    ("forwardpass.zip.gz", "forwardpass/small_network/steps.pyc"),
    ("later.zip.gz", "forwardpass/small_network/learning/view.pyc"),
]
LEARN: dict[str, Any] = {"seed": 7, "rate": 1, "iteration": 1, "lang": "en"}
SPEAK: dict[str, Any] = {"seed": 99, "lang": "ko"}
LATER = {"later": ("learn", LEARN), "ko": ("simple_forward_pass", SPEAK), "rest": ("learn", LEARN)}
OF_ARCHIVES = ("missing", "cut off", "flipped bits")


def call_it_rest(page: Page) -> None:
    """What is in the part `later` is in the part `rest`, of which no demo uses anything; that it would come by itself is no way out."""
    renamed = changed(
        "library.zip.gz", lambda name, content: content.replace(b"later ", b"rest ") if name == PLACES else content
    )
    answer(page, "library.zip.gz", body=renamed)
    answer(page, "later.zip.gz", status=404, body="")


@pytest.mark.parametrize("damage", DAMAGES)
def test_the_hot_half(open_page: OpenPage, damage: str) -> None:
    starts_the_stock_way(open_page, HOT, damage)


@pytest.mark.parametrize("damage", OF_ARCHIVES)
@pytest.mark.parametrize("file", [file for file in START if file.endswith(".gz")])
def test_an_archive_of_the_start(open_page: OpenPage, file: str, damage: str) -> None:
    starts_the_stock_way(open_page, file, damage)


@pytest.mark.parametrize("damage", ["missing", "another text"])
def test_the_list_of_files(open_page: OpenPage, damage: str) -> None:
    starts_the_stock_way(open_page, "manifest.json", damage)


def starts_the_stock_way(open_page: OpenPage, file: str, damage: str) -> None:
    with open_page(allowed=ANY_WORDS) as page:
        damage_file(page, file, damage)
        page.goto(f"{PATHS['es']}?seed=4711&step=2")
        demo = Demo(page).wait_for_view(4711, 2).wait_for_state("live")
        assert STOCK in marks(page)
        expect(demo.part("failure")).to_be_hidden()
        asks(page, "simple_forward_pass", {"seed": 5, "lang": "ja"})


@pytest.mark.parametrize("damage", OF_ARCHIVES[:2])
@pytest.mark.parametrize("part", LATER)
def test_a_part_that_a_call_needs(open_page: OpenPage, part: str, damage: str) -> None:
    with open_page(allowed=ANY_WORDS) as page:
        if part == "rest":
            call_it_rest(page)
        damage_file(page, f"{part}.zip.gz", damage)
        page.goto(f"{PATHS['en']}?seed=4711&step=2")
        demo = Demo(page).wait_for_view(4711, 2).wait_for_state("live")
        assert STOCK not in marks(page)
        before = demo.shown
        asks(page, *LATER[part])
        assert STOCK in marks(page)
        assert demo.wait_for_state("live").shown == before
        demo.choose("77").wait_for_view(77)


def test_a_network_of_the_reader_s_own_is_handed_on(open_page: OpenPage) -> None:
    with open_page(allowed=ANY_WORDS) as page:
        page.goto(f"{READER}?sample=7")
        demo = Demo(page).wait_for_state("live").more().press("Your own network")
        demo.part("own-network").locator("input[type=file]").set_input_files(GOOD)  # type: ignore[arg-type]
        wait_for_reading(demo, "own1", 7)
        damage_file(page, "ko.zip.gz", "missing")
        asks(page, "simple_forward_pass", SPEAK)
        assert STOCK in marks(page)
        demo.press("next")
        wait_for_reading(demo, "own1", 8)


def test_a_part_that_a_demo_wants_at_once(open_page: OpenPage) -> None:
    with open_page(allowed=ANY_WORDS) as page:
        damage_file(page, "later.zip.gz", "missing")
        page.goto(f"{READER}?sample=4711")
        Demo(page).wait_for_state("live").wait_for_view(4711)
        assert STOCK in marks(page)


@pytest.mark.parametrize(("archive", "file"), WANTING)
def test_an_archive_that_was_trimmed_too_far(open_page: OpenPage, archive: str, file: str) -> None:
    with open_page(allowed=ANY_WORDS) as page:
        answer(page, archive, body=changed(archive, lambda name, content: None if name == file else content))
        page.goto(PATHS["en"])
        Demo(page).wait_for_state("live")
        asks(page, "learn", LEARN)
        assert STOCK in marks(page)


def test_a_module_that_is_loaded_lazily_and_was_trimmed_away(open_page: OpenPage) -> None:
    with open_page(allowed=ANY_WORDS) as page:
        without = changed("later.zip.gz", lambda name, content: None if name.startswith("zipfile/") else content)
        answer(page, "later.zip.gz", body=without)
        page.goto(PATHS["en"])
        Demo(page).wait_for_state("live")
        asks(page, "save_small_network", {"kind": "npz", "in_force": "guess", "seed": 7, "lang": "en"})
        assert STOCK in marks(page)


def test_a_browser_that_cannot_unpack(open_page: OpenPage) -> None:
    with open_page(allowed=ANY_WORDS) as page:
        before_the_worker(page, "delete self.DecompressionStream;")
        page.goto(PATHS["en"])
        Demo(page).choose("4711").wait_for_view(4711).wait_for_state("live")
        assert STOCK in marks(page)


def test_a_host_that_unpacks_on_the_way_is_no_trouble(page: Page) -> None:
    for file in START:
        if file.endswith(".gz"):
            answer(page, file, body=gzip.decompress(python_file(file)))
    page.goto(PATHS["en"])
    Demo(page).choose("4711").wait_for_view(4711).wait_for_state("live")
    assert STOCK not in marks(page)


def test_a_worker_that_dies_while_python_starts(open_page: OpenPage) -> None:
    with open_page(allowed=ANY_WORDS) as page:
        held = hold_back(page, "**/numpy.zip.gz")
        page.goto(PATHS["en"])
        wait_for_held(page, held)
        page.workers[0].evaluate("self.close()")
        Demo(page).choose("4711").wait_for_view(4711).wait_for_state("live")
        assert STOCK in marks(page)


def test_a_part_that_never_comes(open_page: OpenPage) -> None:
    with open_page(allowed=ANY_WORDS) as page:
        page.clock.install()
        page.route("**/snapshot.bin.gz", lambda route: route.abort())  # it would bring the part
        held = hold_back(page, "**/later.zip.gz")
        page.goto(PATHS["en"])
        demo = Demo(page).wait_for_state("live")
        page.evaluate(
            f"(calls) => void ({ASK})(calls).then(([learned]) => (window.learned = learned))", [["learn", LEARN]]
        )
        for sent in (1, 2):
            demo.wait_for_state("live")
            wait_for_held(page, held, sent)
            page.clock.fast_forward(16_000)
            demo.wait_for_state("loading")
        wait_until(page, "what was learned", lambda: page.evaluate("window.learned"), seconds=60)
        assert STOCK in marks(page)
        same(page.evaluate("learned"), api.learn(**LEARN), "learned")


def test_a_call_at_which_python_itself_fails_costs_nobody_else(open_page: OpenPage) -> None:
    with open_page(allowed=ANY_WORDS) as page:
        page.goto(PATHS["en"])
        demo = Demo(page).wait_for_state("live")
        wrong = {"seed": 7, "place": None, "index": 0, "lang": "en", "text": "1"}
        assert "Error" in page.evaluate(f"(calls) => ({ASK})(calls).catch(String)", [["edit", wrong]])
        demo.wait_for_state("live")
        asks(page, "simple_forward_pass", SPEAK)
        assert STOCK not in marks(page)
