"""Sites that are built without one of the ways to start faster, or without all of them: Python starts by those that are left, and nothing else differs."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from builder.publish.hashed_folders import part_folder
from builder.publish.serve import serving
from builder.site import build_site
from builder.start.arguments import OPTIONAL_WAYS

from ..conftest import OpenPage
from ..helpers.driver import Demo
from ..helpers.python_files import STOCK, asks, marks

pytestmark = pytest.mark.browser
SITES = [*((way,) for way in OPTIONAL_WAYS), tuple(OPTIONAL_WAYS)]
ITS_WORDS = {  # that stand in the site where it has the way, and nowhere where it has not
    "halves": ("asm.hot.wasm", "asm.cold.wasm", "in two halves"),
    "parts": ("later.zip", "sitecustomize"),
    "snapshot": ("snapshot.bin",),
}
TEXTS = (".js", ".json", ".txt")
CALLS: list[tuple[str, dict[str, Any]]] = [
    ("learn", {"seed": 7, "rate": 1, "iteration": 1, "lang": "en"}),
    ("simple_forward_pass", {"seed": 99, "lang": "ko"}),
]

UNTIL_KEPT = """async () => {
  const isKept = async (name) => (await (await caches.open(name)).keys()).some(({ url }) => url.endsWith("snapshot.bin"));
  for (const end = performance.now() + 60_000; performance.now() < end; ) {
    if ((await Promise.all((await caches.keys()).map(isKept))).some(Boolean)) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error("no snapshot was kept within a minute");
}"""


@dataclass(frozen=True)
class Built:
    """A site that does without some ways; folder: where it is."""

    without: tuple[str, ...]
    folder: Path
    address: str


@pytest.fixture(scope="module", params=SITES, ids="-".join)
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Built]:
    folder = tmp_path_factory.mktemp("without") / "dist"
    build_site(folder, None, request.param)
    with serving(folder) as address:
        yield Built(request.param, folder, address)


def test_a_demo_is_stepped_through_and_asks_python(built: Built, open_page: OpenPage) -> None:
    with open_page(at=built.address) as page:
        page.goto("demos/simple_forward_pass/?seed=4711")
        demo = Demo(page).wait_for_view(4711).wait_for_state("live")
        for index in range(1, 5):
            demo.press("next").wait_for_view(4711, index)
        demo.choose("77").wait_for_view(77)
        for call in CALLS:
            asks(page, *call)
        assert STOCK not in marks(page)


def test_a_second_visit_is_live_too_and_takes_the_snapshot_where_there_is_one(
    built: Built, open_page: OpenPage
) -> None:
    with open_page(at=built.address) as page:
        assert visit(page) == "python started"
        if "snapshot" in built.without:
            assert visit(page) == "python started"
        else:
            page.evaluate(UNTIL_KEPT)
            assert visit(page) == "python restored"
        for call in CALLS:
            asks(page, *call)
        assert STOCK not in marks(page)


def visit(page: Page) -> str:
    """How Python came to be live, with the weights of the digits."""
    page.goto("demos/forward_pass_mnist/")
    Demo(page).wait_for_state("live")
    return [mark for mark in marks(page) if mark.startswith("python")][-1]


def test_nothing_of_the_way_is_left_in_the_site(built: Built) -> None:
    python = part_folder(built.folder, "python")
    for way, words in ITS_WORDS.items():
        for word in words:
            found = any(word in text for text in texts(built.folder))
            assert found == (way not in built.without), word
    names = {name for files in json.loads((python / "manifest.json").read_text()).values() for name in files}
    assert names <= {file.name for file in python.iterdir()}
    assert ("later.zip.gz" in names) == ("parts" not in built.without)


def texts(site: Path) -> Iterator[str]:
    """All names of files, and whatever tells a browser or a person about them."""
    yield "\n".join(file.name for file in site.rglob("*"))
    for folder in ("assets", "python", "licenses"):
        yield from (file.read_text() for file in (site / folder).rglob("*") if file.suffix in TEXTS)
    yield (site / "service-worker.js").read_text()
