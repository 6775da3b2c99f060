"""A second visit: Python is put back as the first one left it, and starts from the beginning where that cannot be."""

from typing import Any

import pytest
from playwright.sync_api import Page

from builder import exercise
from builder.halves import COLD
from forwardpass import api

from .driver import Demo
from .python_files import damage_file
from .test_parity import ASK, same

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


def visit(page: Page) -> str:
    """How Python came to be live."""
    page.goto(PATH)
    Demo(page).wait_for_state("live")
    marks: list[str] = page.workers[0].evaluate("performance.getEntriesByType('mark').map((mark) => mark.name)")
    return marks[-1]


def wait_for_snapshot(page: Page) -> None:
    while not page.evaluate(KEPT):
        page.wait_for_timeout(300)


def test_the_second_visit_takes_up_where_the_first_one_was(page: Page) -> None:
    assert visit(page) == "python started"
    wait_for_snapshot(page)
    assert visit(page) == "python restored"
    calls: list[tuple[str, dict[str, Any]]] = [
        ("simple_forward_pass", {"seed": seed, "lang": lang}) for seed in (0, 7, 4711) for lang in api.LANGUAGES
    ]
    calls += [(str(request.pop("call")), request) for request in exercise.right()]
    for (name, arguments), answer in zip(calls, page.evaluate(ASK, calls), strict=True):
        same(answer, getattr(api, name)(**arguments), f"{name} {arguments}")


@pytest.mark.parametrize("damage", ["empty", "cut", "one bit", "other text", "another memory"])
def test_with_a_damaged_snapshot_python_starts_from_the_beginning(page: Page, damage: str) -> None:
    visit(page)
    wait_for_snapshot(page)
    page.evaluate(REPLACE, damage)
    assert visit(page) == "python started"
    assert page.evaluate(KEPT) == 0
    Demo(page).choose("4711").wait_for_view(4711)


def test_one_that_is_of_no_use_is_not_fetched_again(page: Page) -> None:
    visit(page)
    wait_for_snapshot(page)
    page.evaluate(REPLACE, "another memory")
    visit(page)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    with page.expect_request(f"**/{COLD}"):  # it would be next
        visit(page)
    page.wait_for_timeout(1000)
    assert "library.zip.gz" in asked
    assert "snapshot.bin.gz" not in asked


def test_one_that_comes_damaged_is_not_kept(page: Page) -> None:
    damage_file(page, "snapshot.bin.gz", "cut off")
    with page.expect_response("**/snapshot.bin.gz"):
        visit(page)
    page.wait_for_timeout(1000)
    assert page.evaluate(KEPT) is None
    page.unroute_all()
    visit(page)
    wait_for_snapshot(page)
    assert visit(page) == "python restored"
