"""What of a demo is on screen: all of it in the window, and under nothing else."""

from typing import Any

from playwright.sync_api import Locator

from .driver import Demo

PARTS = {"next": ".next", "title": ".question > *, .narration h3", "drawing": ".stage > .picture svg"}
# Where the parts are, and which of them are not all to be seen: beyond the window, or under something else.
LOOK = """(demo, parts) => {
  const root = demo.shadowRoot;
  const seen = (part, x, y) => { const found = root.elementFromPoint(x, y); return found && (part.contains(found) || found.contains(part)); };
  const places = {}, hidden = [];
  for (const [name, selector] of Object.entries(parts)) {
    const part = root.querySelector(selector);
    const { left, right, top, bottom } = part.getBoundingClientRect();
    const x = (left + right) / 2;
    if (top < -0.5 || bottom > innerHeight + 0.5 || left < -0.5 || right > innerWidth + 0.5) hidden.push(`${name}: ${top}–${bottom} of ${innerHeight}`);
    else if (!seen(part, x, top + 2) || !seen(part, x, bottom - 2)) hidden.push(`${name} is covered`);
    places[name] = [Math.round(left), Math.round(top)].join();
  }
  return { hidden, places };
}"""


def look(demo: Demo, parts: dict[str, str] = PARTS) -> dict[str, Any]:
    """hidden: which parts are not wholly seen, and why; places: the left and top of each, in px."""
    found: dict[str, Any] = demo.host.evaluate(LOOK, parts)
    return found


def step_through(demo: Demo, first: int, last: int) -> None:
    """By Next, from one step before the first: at each all is seen, and nothing has moved."""
    found = []
    demo.part("next").scroll_into_view_if_needed()
    for index in range(first, last + 1):
        press_where_it_is(demo.part("next"))
        demo.wait_for_index(index)
        seen = look(demo)
        assert (index, seen["hidden"]) == (index, [])
        found.append(seen["places"])
    assert all(places == found[0] for places in found), found


def press_where_it_is(button: Locator) -> None:
    """As a hand does: Playwright's own click scrolls to where a bar would be if it did not stick."""
    box = button.bounding_box()
    assert box
    button.page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
