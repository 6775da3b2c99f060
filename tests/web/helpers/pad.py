"""The drawing pad as tests use it: what is drawn on it and given to it, and what comes of it."""

import base64
from collections.abc import Iterator

from playwright.sync_api import Locator, expect

from ..conftest import LiveDemo
from .driver import Demo, outlast
from .parity import wait_until_answered

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
    demo.mode("images")


def opened(demo: Demo) -> Locator:
    """The sheet of the pad, empty."""
    demo.mode("draw")
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


INK = """async (sheet, [x, y, share]) => {
  await new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)));
  const [left, top, side] = [x, y, share].map((part) => Math.round(part * sheet.width));
  const copy = new OffscreenCanvas(sheet.width, sheet.height).getContext("2d", { willReadFrequently: true });
  copy.drawImage(sheet, 0, 0);
  return copy.getImageData(left, top, Math.max(1, side), Math.max(1, side)).data.filter((v, i) => i % 4 === 3 && v).length;
}"""


def ink(demo: Demo, x: float = 0, y: float = 0, share: float = 1) -> int:
    """How many pixels of the sheet have ink, in a square that begins at a place; in shares of its side."""
    return int(demo.part("sheet").evaluate(INK, [x, y, share]))


def wait_for_drawing(demo: Demo, digit: int | None = None) -> str:
    """Until the view of a drawing is on screen, of a digit if one is named; its code."""
    demo.wait(
        f"the view of a drawing, read as {digit if digit is not None else 'anything'}",
        "({ view }, digit) => view.key === 'drawing' && (digit === null || view.numbers.predicted === digit)"
        " && view.numbers.pixels.some(Boolean)",
        digit,
    )
    return demo.link.split("drawing=")[1]


def outlast_answers(demo: Demo, ms: int) -> None:
    """Until every timer of that length which ran before has ended, and Python has answered what came of it."""
    outlast(demo.page, ms)
    wait_until_answered(demo.page)


def wait_for_empty(demo: Demo) -> None:
    demo.wait("the view of an empty sheet", "demo => demo.view.key === 'empty'")


def wait_for_another(demo: Demo, code: str) -> None:
    """Until the drawing on screen is no longer the one of this code."""
    demo.wait("another drawing", "(demo, code) => !demo.shadowRoot.querySelector('.own').href.endsWith(code)", code)


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
