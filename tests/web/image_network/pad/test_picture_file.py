"""Pictures from elsewhere become drawings: opened, pasted and dropped."""

import base64
from collections.abc import Callable, Iterator

import numpy as np
import pytest
from playwright.sync_api import expect

from forwardpass.image_network.pad.address import decode
from forwardpass.words.catalogs import LANGUAGES, translator

from ....helpers.image_files import deep_png, moving_png, palette_png, png, rgba_png, svg, with_orientation
from ....helpers.mnist_images import images
from ....helpers.photos import note_on_a_dark_desk, written
from ....helpers.photos import photo as in_colours
from ...conftest import LiveDemo
from ...helpers.driver import Demo
from ...helpers.pad import ONE, SEVEN, draw, give, ink, wait_for_drawing, wait_for_empty, with_pad


@pytest.fixture
def demo(live_demo: LiveDemo) -> Iterator[Demo]:
    yield from with_pad(live_demo)


def photo(sample: int, enlarged: int = 6) -> bytes:
    """A test image as dark ink on bright paper, larger."""
    grey = 235 - images()[sample].reshape(28, 28).astype(np.int64) * 200 // 255
    return png(grey.repeat(enlarged, axis=0).repeat(enlarged, axis=1))


@pytest.mark.parametrize("way", ["file", "paste", "drop"])
def test_a_picture_can_be_opened_pasted_and_dropped(demo: Demo, way: str) -> None:
    give(demo, way, photo(0), "image/png", "seven.png")
    wait_for_drawing(demo, 7)
    expect(demo.part("pad-notice")).to_have_text("")


@pytest.mark.parametrize("way", ["file", "paste", "drop"])
def test_a_text_is_refused_and_the_drawing_stays(demo: Demo, way: str) -> None:
    draw(demo, ONE)
    code = wait_for_drawing(demo)
    give(demo, way, b"no picture <img src=x onerror=alert(1)>", "text/plain", "<b>notes</b>.txt")
    expect(demo.part("pad-notice")).to_contain_text("“<b>notes</b>.txt” is not an image")
    assert demo.part("pad-notice").locator("b").count() == 0
    assert demo.link.endswith(code)


def test_an_empty_sheet_of_paper_holds_no_ink(demo: Demo) -> None:
    give(demo, "file", png(np.full((40, 40), 250)), "image/png", "paper.png")
    expect(demo.part("pad-notice")).to_contain_text("No ink can be seen in “paper.png”")


# --- files as people have them


def seven() -> np.ndarray:
    """(300, 400), dark on bright."""
    return 240 - 220 * written(images()[0])


def jpeg(demo: Demo, content: bytes) -> bytes:
    """The same picture as a JPEG of this browser."""
    script = """async (content) => {
      const image = await createImageBitmap(await (await fetch("data:image/png;base64," + content)).blob());
      const canvas = new OffscreenCanvas(image.width, image.height);
      canvas.getContext("2d").drawImage(image, 0, 0);
      const bytes = await (await canvas.convertToBlob({ type: "image/jpeg" })).arrayBuffer();
      return btoa(String.fromCharCode(...new Uint8Array(bytes)));
    }"""
    return base64.b64decode(demo.page.evaluate(script, base64.b64encode(content).decode()))


FILES: dict[str, Callable[[], bytes]] = {
    "grey.png": lambda: png(seven()),
    "deep.png": lambda: deep_png(seven()),
    "palette.png": lambda: palette_png(seven()),
    "opacity.png": lambda: rgba_png(in_colours(np.zeros((300, 400)), 255 * written(images()[0]))),
    "moving.png": lambda: moving_png(seven(), np.full((300, 400), 240)),
    "desk.png": lambda: png(note_on_a_dark_desk(written(images()[0]), np.random.default_rng(1)).clip(0, 255)),
    "lines.svg": lambda: svg("M7 5h10L11 20"),
}


@pytest.mark.parametrize("name", FILES)
def test_image_files_of_every_kind_are_read(demo: Demo, name: str) -> None:
    kind = "image/svg+xml" if name.endswith("svg") else "image/png"
    give(demo, "file", FILES[name](), kind, name)
    wait_for_drawing(demo, 7)
    expect(demo.part("pad-notice")).to_have_text("")


@pytest.mark.parametrize(("orientation", "turns"), [(1, 0), (3, 2), (6, 1), (8, 3)])
def test_a_photo_stands_upright_as_the_camera_was_held(demo: Demo, orientation: int, turns: int) -> None:
    sideways = jpeg(demo, png(np.rot90(seven(), turns)))
    give(demo, "file", with_orientation(sideways, orientation), "image/jpeg", "photo.jpg")
    wait_for_drawing(demo, 7)


def test_thin_strokes_of_a_large_picture_are_kept(demo: Demo) -> None:
    """12 of 4,000 pixels wide: a 7, whose bar must not go."""
    paper = np.full((3000, 4000), 250, np.uint8)
    paper[700:712, 1500:2400] = 20
    for row in range(700, 2400):
        left = 2390 - (row - 700) * 3 // 10
        paper[row, left : left + 12] = 20
    give(demo, "file", png(paper), "image/png", "large.png")
    wait_for_drawing(demo, 7)
    assert max(demo.view["numbers"]["pixels"]) > 200


@pytest.mark.parametrize("enlarged", [1, 3, 10, 41])
@pytest.mark.parametrize("on_white", [False, True])
def test_an_image_of_mnist_is_fed_as_its_pixels(demo: Demo, enlarged: int, on_white: bool) -> None:
    for sample in (8, 18):
        pixels = images()[sample].reshape(28, 28)
        grey = (255 - pixels if on_white else pixels).repeat(enlarged, axis=0).repeat(enlarged, axis=1)
        give(demo, "file", png(grey), "image/png", f"{sample}.png")
        expect(demo.part("photo-told")).to_contain_text("28 × 28")
        demo.page.wait_for_function(
            "([demo, pixels]) => demo.view.numbers?.pixels?.join() === pixels",
            arg=[demo.host.element_handle(), ",".join(map(str, images()[sample]))],
        )
        assert (decode(demo.link.split("drawing=")[1]) == images()[sample]).all()


HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + bytes(400)


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.png", b"", "is an empty file"),
        ("IMG_1.HEIC", HEIC, "format HEIC, which this browser cannot read"),
        ("renamed.jpg", HEIC, "format HEIC, which this browser cannot read"),
        ("cut.png", png(np.full((40, 40), 250))[:30], "is not an image this browser can read"),
        ("notes.svg", b"<p>no drawing</p>", "is not an image this browser can read"),
        ("paper.pdf", b"%PDF-1.7 ...", "is not an image this browser can read"),
        ("huge.png", bytes(20_000_001), "is too large"),
    ],
)
def test_what_cannot_be_read_is_told_by_its_reason_and_the_drawing_stays(
    demo: Demo, name: str, content: bytes, said: str
) -> None:
    draw(demo, ONE)
    code = wait_for_drawing(demo)
    give(demo, "file", content, "image/svg+xml" if name.endswith("svg") else "image/png", name)
    expect(demo.part("pad-notice")).to_contain_text(f"“{name}” {said}" if "HEIC" not in said else said)
    assert demo.link.endswith(code)


def test_the_same_file_can_be_chosen_again(demo: Demo) -> None:
    give(demo, "file", png(seven()), "image/png", "seven.png")
    wait_for_drawing(demo, 7)
    demo.button("Clear").click()
    wait_for_empty(demo)
    assert demo.part("picture-file").evaluate("field => field.value") == ""
    give(demo, "file", png(seven()), "image/png", "seven.png")
    wait_for_drawing(demo, 7)


def test_one_undo_after_a_picture_shows_what_was_before(demo: Demo) -> None:
    draw(demo, ONE)
    one = wait_for_drawing(demo)
    give(demo, "file", png(seven()), "image/png", "seven.png")
    wait_for_drawing(demo, 7)
    expect(demo.part("pad-photo")).to_be_visible()
    demo.button("Undo").click()
    demo.page.wait_for_url(f"**/?drawing={one}")
    expect(demo.part("pad-photo")).to_be_hidden()


# --- in doubt


def has_ink(demo: Demo, x: float, y: float) -> bool:
    return ink(demo, x, y, 0.005) > 0


def two_digits() -> bytes:
    return png(np.hstack([240 - 220 * written(images()[sample], 300, 220) for sample in (0, 1)]))


def drag_over(demo: Demo, left: float, top: float, right: float, bottom: float) -> None:
    frame = demo.part("photo-frame")
    frame.scroll_into_view_if_needed()
    box = frame.bounding_box()
    assert box
    mouse = demo.page.mouse
    mouse.move(box["x"] + left * box["width"], box["y"] + top * box["height"])
    mouse.down()
    mouse.move(box["x"] + right * box["width"], box["y"] + bottom * box["height"], steps=5)
    mouse.up()


def test_in_doubt_the_reader_sees_what_was_taken_and_frames_the_digit(demo: Demo) -> None:
    give(demo, "file", two_digits(), "image/png", "two.png")
    wait_for_drawing(demo)
    expect(demo.part("photo-frame")).to_be_visible()
    expect(demo.part("photo-told")).to_contain_text("More than one thing in the image may be the digit.")
    for left, right, digit in ((0.02, 0.5, 7), (0.5, 0.98, 2)):
        drag_over(demo, left, 0.02, right, 0.98)
        wait_for_drawing(demo, digit)
        expect(demo.part("photo-told")).to_have_text("Taken for ink: what is darker than the paper around it.")
    demo.button("Whole image").click()
    expect(demo.part("photo-told")).to_contain_text("More than one thing")


def test_by_keyboard_the_frame_is_moved_and_sized(demo: Demo) -> None:
    give(demo, "file", two_digits(), "image/png", "two.png")
    wait_for_drawing(demo)
    demo.part("photo-frame").focus()
    keyboard = demo.page.keyboard
    keyboard.press("ArrowUp")  # a frame in the middle, half as wide and high
    for key, times in (("ArrowUp", 10), ("ArrowLeft", 10), ("Shift+ArrowDown", 20)):
        for _ in range(times):
            keyboard.press(key)
    wait_for_drawing(demo, 7)
    for _ in range(20):
        keyboard.press("ArrowRight")
    wait_for_drawing(demo, 2)


def test_a_picture_is_turned_and_taken_the_other_way_round(demo: Demo) -> None:
    give(demo, "file", png(np.rot90(seven())), "image/png", "sideways.png")
    wait_for_drawing(demo)
    demo.part("pad-photo").locator("summary").click()
    demo.button("Turn").click()
    wait_for_drawing(demo, 7)
    demo.button("Invert").click()
    expect(demo.part("photo-told")).to_contain_text("brighter than the paper")
    demo.button("Invert").click()
    wait_for_drawing(demo, 7)


def test_strokes_over_a_picture_stay_when_it_is_looked_at_otherwise(demo: Demo) -> None:
    give(demo, "file", two_digits(), "image/png", "two.png")
    wait_for_drawing(demo)
    draw(demo, [(0.1, 0.95), (0.9, 0.95)])
    drag_over(demo, 0.02, 0.02, 0.5, 0.98)
    expect(demo.part("photo-told")).to_have_text("Taken for ink: what is darker than the paper around it.")
    assert has_ink(demo, 0.5, 0.95)
    demo.button("Undo").click()
    wait_for_drawing(demo, 7)
    assert not has_ink(demo, 0.5, 0.95)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_what_was_taken_is_told_in_every_language(demo: Demo, lang: str) -> None:
    demo.host.evaluate("(demo, lang) => demo.setAttribute('lang', lang)", lang)
    t = translator(lang)
    expect(demo.part("pad").get_by_role("button").first).to_have_text(t.gettext("Undo"))
    give(demo, "file", two_digits(), "image/png", "two.png")
    expect(demo.part("photo-told")).to_contain_text(t.gettext("More than one thing in the image may be the digit."))
    give(demo, "file", b"", "image/png", "empty.png")
    message = t.gettext("“{name}” is an empty file; choose an image. The drawing is unchanged.")
    expect(demo.part("pad-notice")).to_have_text(message.format(name="empty.png"))
    demo.host.evaluate("demo => demo.setAttribute('lang', 'en')")
    expect(demo.part("pad").get_by_role("button").first).to_have_text("Undo")


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
