"""A new version of the site, really built, is published while tabs, frames and pages of others hold the old one: nothing mixes, nothing is lost, the next visit has the new one."""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from builder.publish.hashed_folders import part_folder
from builder.publish.serve import serving
from builder.shared.paths import ROOT
from builder.shared.waiting import wait_until

from ...helpers.amounts import IN_FULL
from ..conftest import LIVE_SECONDS, OpenPage
from ..helpers.books import Book
from ..helpers.driver import SIMPLE, Demo
from ..helpers.frames import frame
from ..helpers.offline import DEMO, PREFIX, Site, wait_until_kept

pytestmark = [
    pytest.mark.endure,
    pytest.mark.skipif(not IN_FULL, reason="builds a second site; build.py endure does; test_offline has a short form"),
]
NEW = "demos/one_neuron/"  # what only the new version has
MADE = f"{DEMO}?seed=31&step=4"
ALLOWED = ("404", "Failed to load", "Failed to fetch", "request outside the site")


@pytest.fixture(scope="module")
def second(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The next version: with one demo more, so that its scripts, its Python and its pages all differ."""
    out = tmp_path_factory.mktemp("second") / "dist"
    command = [sys.executable, "build.py", "build", "--demo", "tests/third_demo", "--out", str(out)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return out


@pytest.fixture
def own(tmp_path: Path, dist: Path) -> Iterator[Site]:
    own = Site(tmp_path / "site" / "dist")
    shutil.copytree(dist, own.folder)
    with serving(own.folder, PREFIX, own.handler()) as own.address:
        yield own


def publish(own: Site, second: Path) -> None:
    shutil.rmtree(own.folder)
    shutil.copytree(second, own.folder)


def edited(page: Page, within: Any = None) -> Demo:
    """A demo in which the reader has made something: another x1. within: the frame that has it."""
    demo = Demo(within or page, SIMPLE).wait_for_state("live").wait_for_view(31, 4)
    demo.host.locator("[data-edit='x-0']").first.click()
    page.keyboard.press("Control+a")
    page.keyboard.insert_text("1.7")
    page.keyboard.press("Enter")
    return demo.wait("the number that was typed", "({ view }) => view.numbers.x[0] === 1.7")


def goes_on(demo: Demo) -> None:
    """Next, and a problem that has to be computed."""
    demo.press("next").wait_for_index(5)
    assert demo.view["numbers"]["x"][0] == 1.7
    demo.press("back").wait_for_index(4)


def test_two_versions_share_no_folder_of_what_differs(dist: Path, second: Path) -> None:
    assert part_folder(dist, "assets").name != part_folder(second, "assets").name
    assert part_folder(dist, "python").name != part_folder(second, "python").name


def test_an_open_tab_goes_on_with_what_was_made_and_the_next_visit_has_the_new_version(
    open_page: OpenPage, own: Site, second: Path
) -> None:
    with open_page(allowed=ALLOWED, at=own.address, service_workers="allow") as page:
        page.goto(MADE)
        demo = edited(page)
        wait_until_kept(page, own, "en")
        link = demo.link
        publish(own, second)
        goes_on(demo)
        page.workers[-1].evaluate("self.close()")
        demo.wait_for_state("live")
        goes_on(demo)
        assert demo.link == link
        page.goto(f"{own.address}{DEMO}{link[link.index('?') :]}")
        again = Demo(page).wait_for_state("live")
        assert again.view["numbers"]["x"][0] == 1.7
        wait_until(page, "the new version", lambda: has_the_new_version(page, own))
        again = Demo(page).wait_for_state("live")
        assert again.shows_its_view()


def has_the_new_version(page: Page, own: Site) -> bool:
    page.goto(f"{own.address}{DEMO}")
    page.wait_for_timeout(500)
    return part_folder(own.folder, "assets").name in page.content()


@pytest.mark.parametrize("way", ["element", "frame"])
def test_a_page_of_somebody_else_keeps_what_was_made_and_says_what_is_gone(
    open_page: OpenPage, own: Site, second: Path, tmp_path: Path, way: str
) -> None:
    book = Book(tmp_path, own.address, open_page)
    if way == "element":
        book.write(f'<{SIMPLE} seed="31" step="4"></{SIMPLE}>')
    else:
        book.write(frame(book, "embed/simple_forward_pass/?seed=31&step=4"))
    with book.open(allowed=ALLOWED) as page:
        demo = edited(page, page.frames[1] if way == "frame" else None)
        publish(own, second)
        goes_on(demo)
        page.workers[-1].evaluate("self.close()")
        demo.wait_for_state("error")
        expect(demo.part("failure")).to_contain_text("could not be loaded")
        goes_on(demo)
        page.reload()
        again = page.frame_locator("iframe").locator(SIMPLE) if way == "frame" else page.locator(SIMPLE)
        expect(again).to_have_attribute("state", "live", timeout=LIVE_SECONDS * 1000)
