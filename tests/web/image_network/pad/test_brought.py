"""Pictures that are pasted and dropped: the pad takes those that are meant for it, and leaves the rest to others."""

import base64
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from ....helpers.image_files import png
from ....helpers.photos import seven
from ...conftest import LiveDemo
from ...helpers.driver import Demo
from ...helpers.pad import ONE, SEVEN, draw, wait_for_drawing, wait_for_empty, with_pad


@pytest.fixture
def demo(live_demo: LiveDemo) -> Iterator[Demo]:
    yield from with_pad(live_demo)


# --- pasted


# What is pasted or dropped, by type: an image as base64, anything else as it is.
FILLED = """
  const data = new DataTransfer();
  for (const [type, content] of types) {
    if (type.startsWith("image/")) {
      const bytes = Uint8Array.from(atob(content), (c) => c.charCodeAt(0));
      data.items.add(new File([bytes], "image.png", { type }));
    } else data.setData(type, content);
  }
"""
PASTE = f"""([target, types]) => {{{FILLED}  const event = new ClipboardEvent("paste", {{ bubbles: true, cancelable: true, composed: true, clipboardData: data }});
  return !target.dispatchEvent(event); // whether it was taken
}}"""
SEVEN_PNG = ["image/png", base64.b64encode(png(seven())).decode()]


def paste(demo: Demo, target: str, *types: list[str]) -> bool:
    """target: what has the focus, as JavaScript says it of a demo."""
    element = demo.host.evaluate_handle(f"(demo) => {{ const target = {target}; target.focus(); return target; }}")
    return bool(demo.page.evaluate(PASTE, [element, list(types)]))


EDITOR = """document.body.appendChild(Object.assign(document.createElement("div"),
  { contentEditable: "true", className: "editor", textContent: "a book" }))"""
FIELD = 'document.body.appendChild(document.createElement("textarea"))'


@pytest.mark.parametrize("editor", [EDITOR, FIELD, 'demo.shadowRoot.querySelector("input.number")'])
def test_a_picture_that_is_pasted_where_text_is_edited_stays_there(demo: Demo, editor: str) -> None:
    draw(demo, ONE)
    code = wait_for_drawing(demo)
    assert not paste(demo, editor, SEVEN_PNG)
    assert demo.link.endswith(code)
    demo.page.evaluate("for (const element of document.querySelectorAll('.editor, body > textarea')) element.remove()")


def test_text_goes_before_a_picture_of_it(demo: Demo) -> None:
    assert not paste(demo, "document.body", ["text/plain", "1\t2"], ["text/html", "<table>"], SEVEN_PNG)


@pytest.mark.parametrize(
    "target", ["document.body", 'demo.shadowRoot.querySelector(".sheet")', 'demo.shadowRoot.querySelector(".raw")']
)
def test_elsewhere_a_picture_is_taken_also_with_its_address_or_the_name_of_its_file(demo: Demo, target: str) -> None:
    assert paste(demo, target, ["text/html", "<img src=x>"], SEVEN_PNG)
    wait_for_drawing(demo, 7)
    assert paste(demo, target, ["text/plain", "image.png"], SEVEN_PNG)


def test_of_two_pads_the_one_that_was_used_last_takes_it(demo: Demo) -> None:
    page = demo.page
    page.evaluate("document.body.append(Object.assign(document.createElement('forward-pass-mnist'), { id: 'second' }))")
    second = Demo(page, "#second")
    second.host.scroll_into_view_if_needed()
    second.wait_for_state("live")
    second.mode("draw")
    expect(second.part("sheet")).to_be_visible()
    assert paste(demo, "document.body", SEVEN_PNG)
    wait_for_drawing(second, 7)
    assert demo.view["key"] != "drawing"
    demo.part("sheet").click(position={"x": 30, "y": 30})
    assert paste(demo, "document.body", SEVEN_PNG)
    wait_for_drawing(demo, 7)
    demo.button("Clear").click()
    wait_for_empty(demo)
    second.part("sheet").click(position={"x": 30, "y": 30})
    page.evaluate("document.querySelector('#second').remove()")
    assert paste(demo, "document.body", SEVEN_PNG)
    wait_for_drawing(demo, 7)


# --- dropped


DROP = f"""([target, types]) => {{{FILLED}  const init = {{ bubbles: true, cancelable: true, composed: true, dataTransfer: data }};
  return ["dragover", "drop"].map((type) => !target.dispatchEvent(new DragEvent(type, init)));
}}"""


def drop(demo: Demo, part: str, *types: list[str]) -> list[bool]:
    """Whether the browser is kept from following what hovers, and what is dropped."""
    kept: list[bool] = demo.page.evaluate(DROP, [demo.part(part).element_handle(), list(types)])
    return kept


@pytest.mark.parametrize("part", ["sheet", "narration", "title", "next"])
def test_a_picture_is_taken_wherever_in_the_demo_it_is_dropped(demo: Demo, part: str) -> None:
    assert drop(demo, part, SEVEN_PNG) == [True, True]
    wait_for_drawing(demo, 7)


def test_an_address_that_is_dropped_is_told_to_be_no_image(demo: Demo) -> None:
    draw(demo, SEVEN)
    code = wait_for_drawing(demo)
    address = "https://example.org/seven.png"
    assert drop(demo, "narration", ["text/uri-list", address], ["text/plain", address]) == [True, True]
    expect(demo.part("pad-notice")).to_contain_text("An address or a text was dropped, not an image.")
    assert demo.link.endswith(code)


def test_a_folder_that_is_dropped_is_told_to_be_one(demo: Demo, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("photos")
    box = demo.part("sheet").bounding_box()
    assert box
    session = demo.page.context.new_cdp_session(demo.page)
    data = {"items": [], "files": [str(folder)], "dragOperationsMask": 1}
    for kind in ("dragEnter", "dragOver", "drop"):
        place = {"x": box["x"] + 40, "y": box["y"] + 40}
        session.send("Input.dispatchDragEvent", {"type": kind, "data": data, **place})
    expect(demo.part("pad-notice")).to_contain_text(f"“{folder.name}” is a folder; choose one image.")


def test_text_may_be_dropped_into_a_field(demo: Demo) -> None:
    assert drop(demo, "number", ["text/plain", "12"]) == [False, False]


def test_where_no_pad_is_open_a_picture_opens_it_and_nothing_else_leads_away(live_demo: LiveDemo) -> None:
    demo = live_demo("demos/forward_pass_mnist/")
    assert drop(demo, "narration", ["text/uri-list", "https://example.org/"]) == [True, True]
    expect(demo.part("pad")).to_have_count(0)
    assert drop(demo, "narration", SEVEN_PNG) == [True, True]
    wait_for_drawing(demo, 7)
    demo.button("Clear").click()
    demo.mode("images")
