"""Visits after the first: nothing is asked of the network, nothing is needed of it, and a new version comes as a whole."""

import hashlib
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from builder.offline import SCRIPT, write_service_worker
from builder.publish.hashed_folders import part_address, part_folder
from builder.publish.serve import serving
from builder.python.ways import WAYS
from builder.shared.waiting import wait_until

from ..conftest import OpenPage
from ..helpers.driver import Demo
from ..helpers.offline import DEMO, NOTHING_COMES, PREFIX, SNAPSHOT, Site, wait_for, wait_until_kept

HEADLINE = "Every number on the way to an answer"
SOMETHING_WAITS = "navigator.serviceWorker.ready.then(({ waiting }) => waiting?.state === 'installed')"


@pytest.fixture(scope="module")
def own(tmp_path_factory: pytest.TempPathFactory, dist: Path) -> Iterator[Site]:
    own = Site(tmp_path_factory.mktemp("own") / "dist")
    shutil.copytree(dist, own.folder)
    with serving(own.folder, PREFIX, own.handler()) as own.address:
        yield own


@pytest.fixture(scope="module")
def visited(open_page: OpenPage, own: Site) -> Iterator[Page]:
    """After a first visit, with everything kept."""
    with open_page(at=own.address, service_workers="allow") as page:
        page.goto("figures/sigmoid.svg")
        page.evaluate("caches.open('another app').then((cache) => cache.put('/its/file', new Response('its words')))")
        page.goto(DEMO)
        Demo(page).wait_for_state("live")
        wait_until_kept(page, own, "en")
        wait_for(page, SNAPSHOT)
        yield page


@pytest.fixture
def page(visited: Page, own: Site) -> Iterator[Page]:
    yield visited
    own.on = True


def test_the_second_visit_asks_for_nothing_but_the_service_worker(page: Page, own: Site) -> None:
    own.asked.clear()
    page.goto(f"{DEMO}?seed=31&step=2")
    demo = Demo(page).wait_for_state("live").wait_for_view(31, 2)
    demo.choose("4711").wait_for_view(4711)
    page.goto("en/neural_networks/")
    expect(page.locator("h1")).to_be_visible()
    assert set(own.asked) <= {SCRIPT}


def test_without_a_network_demos_chapters_and_frames_work(page: Page, own: Site) -> None:
    own.on = False
    for path in (DEMO, "demos/forward_pass_mnist/", "en/neural_networks/", "embed/simple_forward_pass/?seed=7&lang=en"):
        page.goto(path)
        demo = Demo(page)
        demo.host.scroll_into_view_if_needed()
        demo.wait_for_state("live")
    demo.choose("4711").wait_for_view(4711)
    page.goto(DEMO)
    page.set_content(f"<iframe src='{own.address}embed/forward_pass_mnist/?sample=3&lang=en'></iframe>")
    expect(page.frame_locator("iframe").locator("forward-pass-mnist[state=live]")).to_be_attached()


def test_another_language_is_kept_once_it_is_read(page: Page, own: Site) -> None:
    page.goto(f"es/{DEMO}")
    wait_until_kept(page, own, "es")
    own.on = False
    page.goto("es/demos/forward_pass_mnist/")
    Demo(page).wait_for_state("live")
    page.goto("es/neural_networks/")


def test_the_cache_of_another_app_is_left_alone(page: Page, own: Site) -> None:
    page.goto(DEMO)
    assert page.evaluate("caches.match('/its/file').then((answer) => answer.text())") == "its words"
    assert page.evaluate("navigator.serviceWorker.ready.then(({ scope }) => scope)") == own.address


@pytest.mark.parametrize("damage", ["another version", "missing"])
def test_half_a_version_is_never_taken(page: Page, own: Site, dist: Path, damage: str) -> None:
    publish(own, dist, damage)
    other = own.folder / "source" / "index.html"
    other.write_text("half a version") if damage == "another version" else other.unlink()
    own.asked.clear()
    page.goto(DEMO)
    wait_until(page, "a request for the changed page", lambda: "source/" in own.asked)
    wait_for(page, NOTHING_COMES)
    page.goto(DEMO)
    expect(page.locator("h1")).to_have_text(HEADLINE)
    Demo(page).wait_for_state("live")


def test_a_new_version_comes_as_a_whole_and_the_former_one_stays_while_it_is_looked_at(
    page: Page, own: Site, dist: Path
) -> None:
    before = caches_of_ours(page)
    publish(own, dist, "A new version")
    page.goto(DEMO)
    wait_for(page, SOMETHING_WAITS)
    page.goto(DEMO)
    wait_for(page, NOTHING_COMES)
    own.on = False
    other = page.context.new_page()
    other.goto(f"{own.address}{DEMO}")
    expect(other.locator("h1")).to_have_text("A new version")
    assert part_address(own.folder, "assets") in (other.locator("script[src*=assets]").first.get_attribute("src") or "")
    Demo(other).wait_for_state("live").choose("4711").wait_for_view(4711)
    expect(page.locator("h1")).to_have_text(HEADLINE)
    page.workers[0].evaluate("self.close()")
    Demo(page).wait_for_state("loading").wait_for_state("live").choose("4711").wait_for_view(4711)
    other.close()
    page.goto(DEMO)
    expect(page.locator("h1")).to_have_text("A new version")
    wait_until(page, "the end of the former cache", lambda: not set(before) & set(caches_of_ours(page)))
    assert len(caches_of_ours(page)) == 1


def test_with_save_data_nothing_is_fetched_ahead(open_page: OpenPage, own: Site) -> None:
    with open_page(at=own.address, service_workers="allow") as page:
        page.add_init_script("Object.defineProperty(navigator, 'connection', { value: { saveData: true } })")
        page.clock.install()
        page.goto(DEMO)
        page.clock.fast_forward(20_000)
        assert page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0


def caches_of_ours(page: Page) -> list[str]:
    names: list[str] = page.evaluate("caches.keys()")
    return [name for name in names if name.startswith(f"forward-pass site {PREFIX}/ ")]


def publish(own: Site, dist: Path, headline: str) -> None:
    """Another version at the same address: another headline, and the assets under another name."""
    shutil.rmtree(own.folder)
    shutil.copytree(dist, own.folder)
    old = part_folder(own.folder, "assets")
    new = old.rename(old.with_name(hashlib.sha256(headline.encode()).hexdigest()[:12]))
    for file in (own.folder / "embed.js", *own.folder.rglob("index.html")):
        text = file.read_text().replace(f"assets/{old.name}/", f"assets/{new.name}/")
        file.write_text(text.replace(HEADLINE, headline))
    write_service_worker(own.folder, WAYS)
