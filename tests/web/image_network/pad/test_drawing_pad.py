"""The drawing pad, as a reader uses it: by mouse, finger and keys, in every language and look."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import CDPSession, expect

from forwardpass import api
from forwardpass.words.catalogs import LANGUAGES, translator

from ...conftest import LIVE_SECONDS, LiveDemo, OpenPage
from ...helpers.axe import faults
from ...helpers.driver import MNIST, Demo
from ...helpers.pad import (
    ONE,
    PAGE,
    SEVEN,
    draw,
    give,
    opened,
    outlast_answers,
    wait_for_another,
    wait_for_drawing,
    wait_for_empty,
    with_pad,
)

REST = 400  # ms after which a drawing becomes the subject of the demo
RATE = 8  # answers a second where the machine has much else to do; else it is 40 and more


@pytest.fixture
def demo(live_demo: LiveDemo) -> Iterator[Demo]:
    yield from with_pad(live_demo)


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
    wait_for_another(demo, one)
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
    wait_for_another(demo, centred)
    demo.wait(
        "the ink in its corner",
        "({ view }) => view.numbers?.pixels?.every((ink, pixel) => !ink || (pixel % 28 < 6 && pixel < 12 * 28))",
    )


@pytest.mark.parametrize("sample", [5, 0], ids=["another", "the one on screen"])
def test_an_image_that_is_chosen_after_a_stroke_stays(demo: Demo, sample: int) -> None:
    draw(demo, ONE)
    demo.choose(str(sample)).wait_for_view(sample)
    outlast_answers(demo, REST)
    assert demo.view["numbers"]["sample"] == sample
    opened(demo)
    draw(demo, [(0.3, 0.8), (0.7, 0.8)])
    wait_for_drawing(demo)


FASTER_THAN_ANSWERS = """({ shadowRoot }, sample) => {
  shadowRoot.querySelector(".pad [data-action=clear]").click();
  shadowRoot.querySelector("[role=tab]").click();
  const field = shadowRoot.querySelector("input.number");
  field.value = sample;
  field.form.requestSubmit();
}"""


@pytest.mark.parametrize("sample", [5, 0], ids=["another", "the one before the drawing"])
def test_it_stays_where_the_pad_was_closed_before_its_answer_came(demo: Demo, sample: int) -> None:
    draw(demo, ONE)
    wait_for_drawing(demo)
    demo.host.evaluate(FASTER_THAN_ANSWERS, str(sample))
    demo.wait_for_view(sample)
    outlast_answers(demo, REST)
    assert demo.view["numbers"]["sample"] == sample
    opened(demo)


def test_a_stroke_stays_where_another_network_is_chosen_after_it(demo: Demo) -> None:
    draw(demo, ONE)
    demo.more().part("network").select_option("mnist/mnist_784_32_10")
    wait_for_drawing(demo)
    assert "network=mnist_784_32_10" in demo.link
    demo.more().part("network").select_option("mnist/mnist_784_10_10")


def inked(demo: Demo) -> int:
    return sum(pixel > 0 for pixel in demo.view["numbers"]["pixels"])


def test_drawing_and_test_images_are_never_on_screen_together_and_the_pad_keeps_its_strokes(demo: Demo) -> None:
    draw(demo, ONE)
    code = wait_for_drawing(demo)
    demo.mode("images").wait_for_view(0)
    expect(demo.part("pad")).to_have_count(0)
    demo.press("next").wait_for_view(1)
    opened(demo)
    assert wait_for_drawing(demo) == code
    one = inked(demo)
    draw(demo, [(0.3, 0.8), (0.7, 0.8)])
    wait_for_another(demo, code)
    assert inked(demo) > one + 5  # both strokes


def test_next_is_the_next_step_of_the_lesson_of_the_drawing_and_comes_back_to_the_pad(demo: Demo) -> None:
    draw(demo, SEVEN)
    code = wait_for_drawing(demo, 7)
    demo.press("next").wait("the lesson", "demo => demo.view.key === 'look'")
    expect(demo.part("pad")).to_be_hidden()
    demo.press("next", 10)
    assert wait_for_drawing(demo) == code
    expect(demo.part("sheet")).to_be_visible()


def test_by_keyboard_alone_a_digit_is_drawn_read_taken_back_and_drawn_again(demo: Demo) -> None:
    sheet, keyboard = demo.part("sheet"), demo.page.keyboard
    sheet.focus()
    keyboard.press("ArrowUp")
    expect(demo.part("position")).to_have_text("row 15, column 15")
    for _ in range(8):
        keyboard.press("ArrowUp")
    keyboard.press("Space")
    expect(demo.part("position")).to_have_text("row 7, column 15: painted")
    for _ in range(15):
        keyboard.press("Shift+ArrowDown")
    wait_for_drawing(demo, 1)
    keyboard.press("Control+z")
    wait_for_empty(demo)
    keyboard.press("Enter")
    wait_for_drawing(demo)
    keyboard.press("Escape")
    expect(demo.part("pad")).to_have_count(0)
    expect(demo.host.get_by_role("tab", name="Test images")).to_be_focused()
    opened(demo)


def test_where_nothing_is_drawn_next_goes_on_with_the_test_images(demo: Demo) -> None:
    expect(demo.button("See how it got there")).to_have_attribute("aria-disabled", "true")
    demo.press("next").wait_for_view(1)
    expect(demo.part("pad")).to_have_count(0)
    opened(demo)


STROKE = """async (demo) => {
    const sheet = demo.shadowRoot.querySelector(".sheet"), box = sheet.getBoundingClientRect();
    sheet.setPointerCapture = () => {};
    let answers = 0;
    new MutationObserver(() => answers++).observe(demo.shadowRoot.querySelector(".stages"), { subtree: true, childList: true, attributes: true });
    const move = (type, x, y) => sheet.dispatchEvent(new PointerEvent(type, { pointerId: 7, bubbles: true, buttons: type === "pointerup" ? 0 : 1,
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


@pytest.mark.speed
def test_the_answer_follows_the_pen(demo: Demo) -> None:
    draw(demo, ONE)
    wait_for_drawing(demo)
    best = max(demo.host.evaluate(STROKE) for _ in range(3))
    print(f"{best:.0f} answers a second while drawing")
    assert best >= RATE


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


def test_in_every_language_the_pad_speaks_it_and_keeps_what_is_drawn(demo: Demo) -> None:
    draw(demo, ONE)
    code = wait_for_drawing(demo)
    for lang in (*LANGUAGES[1:], "en"):
        demo.host.evaluate("(demo, lang) => demo.setAttribute('lang', lang)", lang)
        expect(demo.part("pad").get_by_role("button").first).to_have_text(translator(lang).gettext("Undo"))
        expect(demo.part("stages").locator("svg text").first).to_have_text(translator(lang).gettext("1 box"))
        html = api.forward_pass_mnist(drawing=code, lang=lang)["views"][0]["html"]
        demo.wait(f"the drawing in {lang}", "(demo, html) => demo.view.html === html", html)
    draw(demo, [(0.2, 0.9), (0.8, 0.9)])
    demo.button("Undo").click()
    demo.page.wait_for_url(f"**/?drawing={code}")


def test_nothing_is_in_the_way_of_anybody_in_any_look_of_the_pad(demo: Demo) -> None:
    assert faults(demo.page, MNIST) == {}
    draw(demo, SEVEN)
    wait_for_drawing(demo)
    demo.part("raw").check()
    give(demo, "file", b"text", "text/plain", "notes.txt")
    expect(demo.part("pad-notice")).not_to_have_text("")
    assert faults(demo.page, MNIST) == {}
