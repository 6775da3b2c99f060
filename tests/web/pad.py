"""The drawing pad as tests use it: what is drawn on it and given to it, and what comes of it."""

import base64
from collections.abc import Iterator

from playwright.sync_api import Locator, expect

from .conftest import LiveDemo
from .driver import Demo

PAGE = "demos/forward_pass_mnist/"
ONE = [(0.5, 0.2), (0.5, 0.35), (0.5, 0.5), (0.5, 0.65), (0.5, 0.8)]
SEVEN = [(0.3, 0.2), (0.5, 0.2), (0.7, 0.2), (0.6, 0.4), (0.5, 0.6), (0.42, 0.85)]
Points = list[tuple[float, float]]


def with_pad(live_demo: LiveDemo) -> Iterator[Demo]:
    """The pad is open and empty; in the end it is emptied and closed."""
    demo = live_demo(PAGE)
    opened(demo)
    yield demo
    demo.button("Clear").click()
    demo.part("raw").set_checked(False)
    demo.part("pad").get_by_role("button", name="Close").click()


def opened(demo: Demo) -> Locator:
    """The sheet of the pad, empty."""
    demo.button("Draw a digit").click()
    expect(demo.part("sheet")).to_be_visible()
    return demo.part("sheet")


def draw(demo: Demo, points: Points) -> None:
    sheet = demo.part("sheet")
    sheet.scroll_into_view_if_needed()
    box = sheet.bounding_box()
    assert box
    mouse = demo.page.mouse
    places = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in points]
    mouse.move(*places[0])
    mouse.down()
    for place in places[1:]:
        mouse.move(*place, steps=4)
    mouse.up()


def wait_for_drawing(demo: Demo, digit: int | None = None) -> str:
    """Until the view of a drawing is on screen, of a digit if one is named; its code."""
    demo.page.wait_for_function(
        "([demo, digit]) => demo.view.key === 'drawing' && (digit === null || demo.view.numbers.predicted === digit)"
        " && demo.view.numbers.pixels.some(Boolean)",
        arg=[demo.host.element_handle(), digit],
    )
    return demo.link.split("drawing=")[1]


def wait_for_empty(demo: Demo) -> None:
    demo.page.wait_for_function("demo => demo.view.key === 'empty'", arg=demo.host.element_handle())


GIVE = """([panel, type, content, kind, name]) => {
  const bytes = Uint8Array.from(atob(content), (c) => c.charCodeAt(0));
  const data = new DataTransfer();
  data.items.add(new File([bytes], name, { type: kind }));
  const init = { bubbles: true, cancelable: true, composed: true };
  if (type === "paste") document.body.dispatchEvent(new ClipboardEvent("paste", { ...init, clipboardData: data }));
  else panel.dispatchEvent(new DragEvent("drop", { ...init, dataTransfer: data }));
}"""


def give(demo: Demo, way: str, content: bytes, kind: str, name: str) -> None:
    if way == "file":
        demo.part("picture-file").set_input_files({"name": name, "mimeType": kind, "buffer": content})
    else:
        panel = demo.part("pad").element_handle()
        demo.page.evaluate(GIVE, [panel, way, base64.b64encode(content).decode(), kind, name])
