"""Where authors put a demo: in parents that shrink to fit, in narrow columns, on slides that are scaled or zoomed."""

import pytest
from playwright.sync_api import Page

from ..helpers.near_book import open_book, open_to_change

DEMO = "<simple-forward-pass seed='2'></simple-forward-pass>"
SHRINKING = {
    "float": "<div style='float: left'>{}</div>",
    "flex row": "<div style='display: flex'>{}</div>",
    "flex column, centred": "<div style='display: flex; flex-direction: column; align-items: center'>{}</div>",
    "grid, centred": "<div style='display: grid; place-items: center'>{}</div>",
    "table cell": "<table><tr><td>{}</td></tr></table>",
    "absolute": "<div style='position: absolute; top: 0; left: 0'>{}</div>",
    "inline-block": "<div style='display: inline-block'>{}</div>",
    "fit-content": "<div style='width: fit-content'>{}</div>",
}
SCALED = {
    "half": "transform: scale(0.5); transform-origin: 0 0",
    "larger": "transform: scale(1.4); transform-origin: 0 0",
    "zoomed": "zoom: 0.6",
}
BESIDE = "({ shadowRoot: root }) => { const box = root.querySelector('.frame').getBoundingClientRect(); return [...root.querySelectorAll('.frame *')].filter((part) => part.checkVisibility() && !part.closest('.spoken, svg, math, .equations, pre, .handles, dialog') && part.getBoundingClientRect().right > box.right + 1).map((part) => part.className || part.localName); }"


@pytest.mark.parametrize("parent", SHRINKING)
def test_in_a_parent_that_shrinks_to_fit_it_has_room(page: Page, parent: str) -> None:
    demo = open_book(page, SHRINKING[parent].format(DEMO))
    box = demo.host.bounding_box()
    assert box
    assert 690 <= box["width"] <= 1280
    page.set_viewport_size({"width": 390, "height": 844})
    box = demo.host.bounding_box()
    assert box
    assert 300 <= box["width"] <= 390


@pytest.mark.parametrize("width", [240, 257, 300])
@pytest.mark.parametrize("element", ["simple-forward-pass lang='fr'", "forward-pass-mnist lang='es'"])
def test_in_a_narrow_column_everything_fits(page: Page, width: int, element: str) -> None:
    name = element.split(maxsplit=1)[0]
    demo = open_book(page, f"<div style='width: {width}px'><{element}></{name}></div>", selector=name)
    assert demo.host.evaluate(BESIDE) == []


@pytest.mark.parametrize("way", SCALED)
def test_numbers_are_clicked_where_they_are_seen_however_the_page_is_scaled(page: Page, way: str) -> None:
    demo = open_to_change(page, f"<div style='width: 900px; {SCALED[way]}'>{DEMO}</div>")
    demo.press("next", 4).wait_for_index(4)
    for panel, handle in (("picture", "[data-edit][role]"), ("narration", "[data-edit]")):
        number = demo.part(panel).locator(handle).first
        number.scroll_into_view_if_needed()
        at = number.bounding_box()
        assert at
        x, y = at["x"] + at["width"] / 2, at["y"] + at["height"] / 2
        page.mouse.click(x, y)
        field = demo.host.locator(".number-box input")
        box = field.bounding_box()
        assert box
        assert box["x"] - 2 <= x <= box["x"] + box["width"] + 2
        assert abs(box["y"] + box["height"] / 2 - y) < 30
        field.press("Escape")
