"""The drawing pad, as a reader uses it: by mouse, finger and keys, with pictures from elsewhere, and by a link."""

import base64
import random
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import CDPSession, Locator, Page, expect

from forwardpass import api
from forwardpass.packed_digit import encode
from forwardpass.translation import LANGUAGES, translator

from ..mnist_images import images
from .axe import faults
from .conftest import LIVE_SECONDS, LiveDemo, OpenPage
from .driver import MNIST, Demo

PAGE = "demos/forward_pass_mnist/"
ONE = [(0.5, 0.2), (0.5, 0.35), (0.5, 0.5), (0.5, 0.65), (0.5, 0.8)]
SEVEN = [(0.3, 0.2), (0.5, 0.2), (0.7, 0.2), (0.6, 0.4), (0.5, 0.6), (0.42, 0.85)]
RATE = 8  # answers a second where the machine has much else to do; else it is 40 and more

Points = list[tuple[float, float]]


@pytest.fixture
def demo(live_demo: LiveDemo) -> Iterator[Demo]:
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


def test_a_drawing_is_read_and_stands_in_the_address(demo: Demo) -> None:
    draw(demo, SEVEN)
    code = wait_for_drawing(demo, 7)
    demo.page.wait_for_url(f"**/?drawing={code}")
    assert demo.shows_its_view()
    assert demo.view == api.forward_pass_mnist(drawing=code)["views"][0] | {"numbers": demo.view["numbers"]}
    expect(demo.part("stages").locator("svg title")).to_contain_text("7: ")


def test_undo_takes_back_strokes_and_clear_everything_which_undo_brings_back(demo: Demo) -> None:
    draw(demo, ONE)
    one = wait_for_drawing(demo)
    draw(demo, [(0.2, 0.5), (0.8, 0.5)])
    demo.page.wait_for_function(
        "([demo, one]) => !demo.shadowRoot.querySelector('.own').href.endsWith(one)",
        arg=[demo.host.element_handle(), one],
    )
    demo.button("Undo").click()
    demo.page.wait_for_url(f"**/?drawing={one}")
    demo.button("Clear").click()
    wait_for_empty(demo)
    expect(demo.part("narration")).to_contain_text("empty")
    assert "%" not in demo.part("picture").inner_text()
    demo.button("Undo").click()
    demo.page.wait_for_url(f"**/?drawing={one}")


def test_fed_raw_another_image_comes_in(demo: Demo) -> None:
    draw(demo, [(0.1, 0.1), (0.1, 0.3)])
    centred = wait_for_drawing(demo)
    demo.part("raw").check()
    demo.page.wait_for_function(
        "([demo, code]) => !demo.shadowRoot.querySelector('.own').href.endsWith(code)",
        arg=[demo.host.element_handle(), centred],
    )
    pixels = demo.view["numbers"]["pixels"]
    assert all(pixel % 28 < 6 and pixel // 28 < 12 for pixel, value in enumerate(pixels) if value)


def test_next_goes_on_with_the_images_and_the_pad_keeps_its_strokes(demo: Demo) -> None:
    draw(demo, ONE)
    wait_for_drawing(demo)
    demo.press("next").wait_for_view(1)
    draw(demo, [(0.3, 0.8), (0.7, 0.8)])
    wait_for_drawing(demo)
    assert sum(pixel > 0 for pixel in demo.view["numbers"]["pixels"]) > 80  # both strokes


def test_by_keyboard_alone_a_digit_is_drawn_read_taken_back_and_drawn_again(demo: Demo) -> None:
    sheet, keyboard = demo.part("sheet"), demo.page.keyboard
    sheet.focus()
    keyboard.press("ArrowUp")
    expect(demo.part("pad").locator(".spoken")).to_have_text("row 15, column 15")
    for _ in range(8):
        keyboard.press("ArrowUp")
    keyboard.press("Space")
    expect(demo.part("pad").locator(".spoken")).to_have_text("row 7, column 15: painted")
    for _ in range(15):
        keyboard.press("Shift+ArrowDown")
    wait_for_drawing(demo, 1)
    keyboard.press("Control+z")
    wait_for_empty(demo)
    keyboard.press("Enter")
    wait_for_drawing(demo)
    keyboard.press("Escape")
    expect(demo.part("pad")).to_have_count(0)
    expect(demo.button("Draw a digit")).to_be_focused()
    opened(demo)


STROKE = """async (demo) => {
    const sheet = demo.shadowRoot.querySelector(".sheet"), box = sheet.getBoundingClientRect();
    sheet.setPointerCapture = () => {};
    let answers = 0;
    new MutationObserver(() => answers++).observe(demo.shadowRoot.querySelector(".stages"), { subtree: true, childList: true, attributes: true });
    const move = (type, x, y) => sheet.dispatchEvent(new PointerEvent(type, { pointerId: 7, bubbles: true,
      clientX: box.left + x * box.width, clientY: box.top + y * box.height }));
    move("pointerdown", 0.3, 0.2);
    const started = performance.now();
    for (let i = 0; i < 60; i++) {
      await new Promise(requestAnimationFrame);
      move("pointermove", 0.3 + 0.4 * i / 60, 0.2 + 0.6 * i / 60);
    }
    const seconds = (performance.now() - started) / 1000;
    move("pointerup", 0.7, 0.8);
    delete sheet.setPointerCapture;
    return answers / seconds;
}"""


def test_the_answer_follows_the_pen(demo: Demo) -> None:
    draw(demo, ONE)
    wait_for_drawing(demo)
    best = max(demo.host.evaluate(STROKE) for _ in range(3))
    print(f"{best:.0f} answers a second while drawing")
    assert best >= RATE


# --- pictures from elsewhere


def png(rows: list[list[int]]) -> bytes:
    """A grey picture."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", len(rows[0]), len(rows), 8, 0, 0, 0, 0)
    body = zlib.compress(b"".join(b"\0" + bytes(row) for row in rows))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


def photo(sample: int, enlarged: int = 6) -> bytes:
    """A test image as dark ink on bright paper, larger."""
    rows = [
        [235 - int(v) * 200 // 255 for v in row for _ in range(enlarged)] for row in images()[sample].reshape(28, 28)
    ]
    return png([row for row in rows for _ in range(enlarged)])


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
    expect(demo.part("pad-notice")).to_contain_text("“<b>notes</b>.txt” is no image")
    assert demo.part("pad-notice").locator("b").count() == 0
    assert demo.link.endswith(code)


def test_an_empty_sheet_of_paper_holds_no_ink(demo: Demo) -> None:
    give(demo, "file", png([[250] * 40] * 40), "image/png", "paper.png")
    expect(demo.part("pad-notice")).to_contain_text("“paper.png” there is no ink")


# --- fingers


@contextmanager
def phone(open_page: OpenPage, path: str = PAGE) -> Iterator[Demo]:
    with open_page(viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True) as page:
        page.goto(path)
        yield Demo(page).wait_for_state("live", LIVE_SECONDS)


def touch(session: CDPSession, kind: str, *points: tuple[float, float]) -> None:
    session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]})


def test_a_finger_draws_on_a_phone_and_the_page_does_not_scroll(open_page: OpenPage) -> None:
    with phone(open_page) as demo:
        sheet = opened(demo)
        sheet.scroll_into_view_if_needed()
        box, session = sheet.bounding_box(), demo.page.context.new_cdp_session(demo.page)
        assert box
        before = demo.page.evaluate("scrollY")
        places = [(box["x"] + x * box["width"], box["y"] + y * box["height"]) for x, y in SEVEN]
        touch(session, "touchStart", places[0])
        for place in places[1:]:
            touch(session, "touchMove", place)
        touch(session, "touchEnd")
        wait_for_drawing(demo, 7)
        assert demo.page.evaluate("scrollY") == before
        assert demo.page.evaluate("document.documentElement.scrollWidth") <= 360
        assert faults(demo.page, MNIST) == {}


# --- links


def test_a_link_opens_the_drawing_and_the_pad_goes_on_with_it(open_page: OpenPage) -> None:
    code = encode(images()[2])
    with open_page() as page:
        page.goto(f"{PAGE}?drawing={code}")
        demo = Demo(page)
        assert wait_for_drawing(demo, 1) == code
        demo.wait_for_state("live", LIVE_SECONDS)
        opened(demo)
        expect(demo.part("stages").locator("svg title")).to_contain_text("1: ")
        draw(demo, [(0.2, 0.9), (0.8, 0.9)])
        page.wait_for_function(
            "([demo, code]) => !demo.shadowRoot.querySelector('.own').href.endsWith(code)",
            arg=[demo.host.element_handle(), code],
        )
        demo.press("Embed")
        expect(demo.part("script-snippet")).to_contain_text('drawing="1')


def damaged(count: int) -> list[str]:
    draw, code = random.Random(7), encode(images()[0])
    wrong = [code[:-9], code[:40] + "A" + code[41:], "1", "2" + code[1:], "1<script>alert(1)</script>", "%", "é"]
    while len(wrong) < count:
        at = draw.randrange(1, len(code))
        wrong.append(code[:at] + draw.choice("AbC-_9") * draw.randrange(2, 9) + code[at + draw.randrange(9) :])
    return wrong


def test_damaged_links_say_so_and_show_the_first_image(open_page: OpenPage) -> None:
    with open_page(allowed=("is not one of",)) as page:
        page.goto(PAGE)
        demo = Demo(page).wait_for_state("live", LIVE_SECONDS)
        for code in damaged(8):
            demo.choose("5").wait_for_view(5)
            demo.host.evaluate("(demo, code) => demo.setAttribute('drawing', code)", code)
            demo.wait_for_view(0)
            expect(demo.part("notice")).to_contain_text(f"“{code[:40]}”")
            assert demo.part("frame").locator("script").count() == 0
            demo.host.evaluate("demo => demo.removeAttribute('drawing')")


# --- languages, looks


def test_in_every_language_the_pad_speaks_it_and_keeps_what_is_drawn(open_page: OpenPage) -> None:
    with open_page() as page:
        page.goto(PAGE)
        demo = Demo(page).wait_for_state("live", LIVE_SECONDS)
        opened(demo)
        draw(demo, ONE)
        code = wait_for_drawing(demo)
        for lang in (*LANGUAGES[1:], "en"):
            demo.host.evaluate("(demo, lang) => demo.setAttribute('lang', lang)", lang)
            expect(demo.part("pad").get_by_role("button").nth(1)).to_have_text(translator(lang).gettext("Undo"))
            expect(demo.part("stages").locator("svg text").first).to_have_text(translator(lang).gettext("1 box"))
            html = api.forward_pass_mnist(drawing=code, lang=lang)["views"][0]["html"]
            page.wait_for_function("([demo, html]) => demo.view.html === html", arg=[demo.host.element_handle(), html])
        draw(demo, [(0.2, 0.9), (0.8, 0.9)])
        demo.button("Undo").click()
        page.wait_for_url(f"**/?drawing={code}")


def test_nothing_is_in_the_way_of_anybody_in_any_look_of_the_pad(open_page: OpenPage) -> None:
    with open_page() as page:
        page.goto(PAGE)
        demo = Demo(page).wait_for_state("live", LIVE_SECONDS)
        opened(demo)
        assert faults(page, MNIST) == {}
        draw(demo, SEVEN)
        wait_for_drawing(demo)
        demo.part("raw").check()
        give(demo, "file", b"text", "text/plain", "notes.txt")
        expect(demo.part("pad-notice")).not_to_have_text("")
        assert faults(page, MNIST) == {}


def test_the_page_python_reads_drawings_as_cpython_does(live_demo: LiveDemo) -> None:
    page: Page = live_demo(PAGE).page
    codes = [encode(pixels) for pixels in images()[:8]]
    ask = "(codes) => import(new URL('embed.js', document.querySelector('script[src*=assets]').src)).then(({ python }) => Promise.all(codes.map((drawing) => python.call('forward_pass_mnist', { drawing, lang: 'es' }))))"
    for code, found in zip(codes, page.evaluate(ask, codes), strict=True):
        expected = api.forward_pass_mnist(drawing=code, lang="es")["views"][0]
        assert {k: v for k, v in found["views"][0].items() if k != "numbers"} == {
            k: v for k, v in expected.items() if k != "numbers"
        }
        assert found["views"][0]["numbers"]["pixels"] == expected["numbers"]["pixels"]
