"""Visits of every engine: the second one, one without a network, one of a reader who wants no motion."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from builder.offline import site_files
from builder.python.ways import WAYS

from .demos import LIVE_SECONDS, Digits, Small
from .layer.here import window_of
from .layer.site import Site
from .layer.site import site as serve
from .layer.window import Window

SNAPSHOT = """(async () => {
  for (const name of await caches.keys())
    if (name.includes("snapshot") && (await (await caches.open(name)).keys()).length) return true;
})()"""
KEPT = """(async () => {
  const { active, installing, waiting } = (await navigator.serviceWorker.getRegistration()) ?? {};
  const found = active && !installing && !waiting && (await Promise.all(given[0].map((address) => caches.match(address))));
  return found?.every(Boolean);
})()"""
DEMOS = {"small network": Small, "digits": Digits}
MOVING = """[...all(document)].filter((e) => {
  const { transitionDuration, animationName, animationDuration } = getComputedStyle(e);
  return parseFloat(transitionDuration) > 0.01 || (animationName !== "none" && parseFloat(animationDuration) > 0.01);
}).map((e) => e.outerHTML.slice(0, 80))"""
each_demo = pytest.mark.parametrize("name", DEMOS)


@pytest.fixture(scope="module")
def still(engine: str, playwright: Playwright) -> Iterator[Window]:
    """Of somebody who wants less motion, and has never been here: WebKit throws away what one site has kept when many keep much."""
    with window_of(engine, playwright, reduced=True) as opened:
        yield opened


def test_the_second_visit_restores_the_snapshot(still: Window, site: Site) -> None:
    demo = Small(still, site.address)
    demo.open(f"{demo.address}&visit=1")
    still.wait("marks.includes('all is kept')")
    assert still.ask(SNAPSHOT)
    demo.open(f"{demo.address}&visit=2")
    still.wait("marks.includes('python restored')")
    demo.quiet()


@pytest.fixture(scope="module")
def offline(window: Window, dist: Path) -> Iterator[Site]:
    """The site after a visit of each demo, switched off."""
    with serve(dist, kept=True) as own:
        for kind in (Small, Digits):
            kind(window, own.address).open(own.address + kind.path)
        files = [own.address + file["path"] for file in site_files(dist, WAYS) if "en" in file["langs"]]
        window.wait(KEPT, files, seconds=LIVE_SECONDS)
        own.on = False
        yield own


@each_demo
def test_offline(window: Window, offline: Site, name: str) -> None:
    demo = DEMOS[name](window, offline.address)
    demo.open(demo.address)
    window.press("button", "Next").wait("view.index === 5 || view.numbers?.sample === 1")


@each_demo
def test_reduced_motion(still: Window, site: Site, name: str) -> None:
    demo = DEMOS[name](still, site.address)
    still.open(demo.address).wait("demo?.shadowRoot && view")
    assert still.ask("matchMedia('(prefers-reduced-motion: reduce)').matches")
    still.press("button", "Next")
    assert still.ask(MOVING) == []
