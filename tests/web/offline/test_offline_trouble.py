"""A browser that refuses the service worker, or has no room for what it keeps: the site works as without one."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from builder.offline import SCRIPT
from builder.publish.serve import serving
from builder.shared.waiting import wait_until

from ..conftest import OpenPage
from ..helpers.driver import Demo
from ..helpers.offline import DEMO, NOTHING_COMES, PREFIX, SNAPSHOT, Site, wait_for, wait_until_kept

FULL = "throw new DOMException('there is no room', 'QuotaExceededError')"
REFUSED = "embed.js?refused"  # is asked for whenever a file was not kept
NO_ROOM = f"Cache.prototype.put = async () => {{ await fetch('{REFUSED}'); {FULL} }};\n"
NO_MORE_ROOM = f"""const put = Cache.prototype.put;
let isFull = false;
self.addEventListener("message", ({{ data }}) => {{ if (data.full) isFull = true; }});
Cache.prototype.put = async function (...given) {{ if (isFull) {FULL}; return put.apply(this, given); }};
"""
REGISTERED = "navigator.serviceWorker.getRegistrations().then((all) => all.length)"
NOT_REGISTERED = f"{REGISTERED}.then((count) => !count)"
TRIED = "window.tried"


@pytest.fixture
def own(tmp_path: Path, dist: Path) -> Iterator[Site]:
    own = Site(tmp_path / "dist")
    shutil.copytree(dist, own.folder)
    with serving(own.folder, PREFIX, own.handler()) as own.address:
        yield own


def put_before(own: Site, lines: str) -> None:
    """Lines that the service worker begins with."""
    script = own.folder / SCRIPT
    script.write_text(lines + script.read_text())


def works(page: Page, path: str = DEMO) -> None:
    page.goto(path)
    Demo(page).wait_for_state("live").choose("4711").wait_for_view(4711)


def test_a_browser_that_refuses_it(open_page: OpenPage, own: Site) -> None:
    with open_page(at=own.address, service_workers="allow") as page:
        page.add_init_script(
            "navigator.serviceWorker.register = async () => { window.tried = true; throw new TypeError('refused'); }"
        )
        for _ in range(2):
            works(page)
            wait_for(page, TRIED)
        assert page.evaluate(REGISTERED) == 0


def test_no_room_from_the_start(open_page: OpenPage, own: Site) -> None:
    put_before(own, NO_ROOM)
    with open_page(at=own.address, service_workers="allow") as page:
        works(page)
        wait_until(page, "the service worker's first vain try", lambda: REFUSED in own.asked)
        wait_for(page, NOT_REGISTERED)
        own.asked.clear()
        works(page)
        assert DEMO in own.asked, "nothing was kept"
        assert page.evaluate(REGISTERED) == 0


def test_no_room_for_what_is_new(open_page: OpenPage, own: Site) -> None:
    put_before(own, NO_MORE_ROOM)
    with open_page(at=own.address, service_workers="allow") as page:
        works(page)
        wait_until_kept(page, own, "en")
        wait_for(page, SNAPSHOT)
        page.goto(DEMO)
        page.evaluate("navigator.serviceWorker.controller.postMessage({ full: true })")
        works(page, f"es/{DEMO}")
        expect(page.locator("html")).to_have_attribute("lang", "es")
        wait_for(page, NOTHING_COMES)
        own.asked.clear()
        works(page)
        assert set(own.asked) <= {SCRIPT}, "what was kept before is still there"
        own.on = False
        works(page)
