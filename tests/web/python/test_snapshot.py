"""A second visit: Python is put back as the first one left it, and starts from the beginning where that cannot be."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Page

from builder.python import exercise
from builder.shared.waiting import wait_until
from forwardpass import api

from ..conftest import OpenPage
from ..helpers.driver import Demo
from ..helpers.parity import ASK, same
from ..helpers.python_files import damage_file, marks

PATH = "demos/simple_forward_pass/"
KEPT = """async () => {
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys())
      if (request.url.endsWith("snapshot.bin")) return (await (await cache.match(request)).arrayBuffer()).byteLength;
  }
}"""
REPLACE = """async (bytes) => {
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys()) if (request.url.endsWith("snapshot.bin")) await cache.put(request, new Response(await bytes_of(cache, request, bytes)));
  }
  async function bytes_of(cache, request, damage) {
    const file = new Uint8Array(await (await cache.match(request)).arrayBuffer());
    if (damage === "empty") return new Uint8Array();
    if (damage === "cut") return file.slice(0, file.length >> 1);
    if (damage === "one bit") return file.with(file.length >> 1, file[file.length >> 1] ^ 1);
    if (damage === "other text") return new TextEncoder().encode("<!doctype html><title>Sign in</title>");
    const text = new TextDecoder().decode(file.subarray(0, 4096)).replace(/"sum":-?\\d/, '"sum":0');
    file.set(new TextEncoder().encode(text).subarray(0, 4096));
    return file;
  }
}"""


PUT_ASIDE = """async () => {
  const aside = await caches.open("aside");
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys())
      if (request.url.endsWith("snapshot.bin")) await aside.put("/kept", await cache.match(request));
  }
}"""
PUT_BACK = """async () => {
  const aside = await caches.open("aside");
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    for (const request of await cache.keys())
      if (request.url.endsWith("snapshot.bin")) await cache.put(request, await aside.match("/kept"));
  }
}"""


@pytest.fixture(scope="module")
def visited(open_page: OpenPage) -> Iterator[Page]:
    """After a first visit, with the snapshot kept."""
    with open_page() as page:
        assert visit(page) == "python started"
        wait_for_snapshot(page)
        page.evaluate(PUT_ASIDE)
        yield page


@pytest.fixture
def second(visited: Page) -> Page:
    """The same, whatever another test has made of the snapshot."""
    visited.goto("source/")
    visited.evaluate(PUT_BACK)
    return visited


def visit(page: Page) -> str:
    """How Python came to be live."""
    page.goto(PATH)
    Demo(page).wait_for_state("live")
    return next(mark for mark in reversed(marks(page)) if "python" in mark)


def wait_for_snapshot(page: Page) -> None:
    wait_until(page, "a snapshot that is kept", lambda: page.evaluate(KEPT))


def wait_for_rest(page: Page) -> None:
    """Until all is fetched, or given up, that is fetched for later."""
    wait_until(page, "the mark of a worker at rest", lambda: "all is kept" in marks(page))


def test_the_second_visit_takes_up_where_the_first_one_was(second: Page) -> None:
    assert visit(second) == "python restored"
    calls: list[tuple[str, dict[str, Any]]] = [
        ("simple_forward_pass", {"seed": seed, "lang": lang}) for seed in (0, 7, 4711) for lang in api.LANGUAGES
    ]
    calls += [(str(request.pop("call")), request) for request in exercise.right()]
    for (name, arguments), answer in zip(calls, second.evaluate(ASK, calls), strict=True):
        same(answer, getattr(api, name)(**arguments), f"{name} {arguments}")


@pytest.mark.parametrize("damage", ["empty", "cut", "one bit", "other text", "another memory"])
def test_with_a_damaged_snapshot_python_starts_from_the_beginning(second: Page, damage: str) -> None:
    second.evaluate(REPLACE, damage)
    assert visit(second) == "python started"
    assert second.evaluate(KEPT) == 0
    Demo(second).choose("4711").wait_for_view(4711)


def test_one_that_is_of_no_use_is_not_fetched_again(second: Page) -> None:
    second.evaluate(REPLACE, "another memory")
    visit(second)
    asked: list[str] = []
    second.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    visit(second)
    wait_for_rest(second)
    assert "library.zip.gz" in asked
    assert "snapshot.bin.gz" not in asked


def test_one_that_comes_damaged_is_not_kept(page: Page) -> None:
    damage_file(page, "snapshot.bin.gz", "cut off")
    with page.expect_response("**/snapshot.bin.gz"):
        visit(page)
    wait_for_rest(page)
    assert page.evaluate(KEPT) is None
    page.unroute_all()
    visit(page)
    wait_for_snapshot(page)
    assert visit(page) == "python restored"
