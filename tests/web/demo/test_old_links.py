"""Links and tags with numbers of steps, made before links carried keys, open what they opened then: data/old_links.json was read off the site of that time."""

import json
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from ..conftest import OpenPage
from ..helpers.driver import Demo

RECORDED: list[dict[str, Any]] = json.loads(Path(__file__).with_name("data").joinpath("old_links.json").read_text())
BOOK = """<!doctype html><html lang="en"><head><link rel="icon" href="data:,">
<script type="module" src="../embed.js"></script></head><body>{}</body></html>"""
SECONDS = 60


def shown(page: Page, link: str) -> dict[str, Any]:
    """What a link, or a tag in a page of somebody, has on screen when Python is live."""
    if link.startswith("<"):
        page.route("**/book/", lambda route: route.fulfill(body=BOOK.format(link), content_type="text/html"))
    page.goto("book/" if link.startswith("<") else link)
    demo = Demo(page).wait_for_state("live", SECONDS).wait("numbers", "({ view }) => view?.numbers", seconds=SECONDS)
    view = demo.view
    numbers = view["numbers"]
    kept = ("seed", "x", "y", "z", "error", "in_force", "sample", "predicted", "label", "network", "data")
    return {
        "key": view["key"],
        "numbers": {name: numbers[name] for name in kept if name in numbers},
        "has_notice": demo.part("notice").is_visible(),
    }


@pytest.mark.parametrize("recorded", RECORDED, ids=[recorded["link"] for recorded in RECORDED])
def test_a_link_of_before_opens_what_it_opened(open_page: OpenPage, recorded: dict[str, Any]) -> None:
    with open_page(allowed=("is not one of",)) as page:
        assert to_a_trillionth(shown(page, recorded["link"])) == to_a_trillionth(recorded["shown"])


def to_a_trillionth(value: Any) -> Any:
    """What is recorded and what Python says live differ in the last bit here and there."""
    if isinstance(value, dict):
        return {name: to_a_trillionth(each) for name, each in value.items()}
    if isinstance(value, list):
        return [to_a_trillionth(each) for each in value]
    return round(value, 12) if isinstance(value, float) else value
