"""An empty pad invites: a ghost and words on the sheet; the stages come with the first stroke, and nothing jumps."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from builder.pages.page import language_folder
from forwardpass.words.catalogs import LANGUAGES, translator

from ...conftest import LIVE_SECONDS, LiveDemo, OpenPage
from ...helpers.driver import MNIST, Demo, without_python
from ...helpers.pad import PAGE, SEVEN, draw, opened, wait_for_drawing, with_pad

PLACES = """demo => [".sheet", ".pad-buttons", ".pad-way", ".choice", ".stages", ".stage"].map((name) => {
  const { x, y, width } = demo.shadowRoot.querySelector(name).getBoundingClientRect();
  return [x, y + scrollY, width].map(Math.round).join();
})"""
CONTRAST = """box => {
  const shine = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map((part) => part / 255).map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05;
  };
  const line = shine(getComputedStyle(box).borderTopColor);
  const around = shine(getComputedStyle(box.closest(".pad")).backgroundColor);
  return [getComputedStyle(box).borderTopWidth, Math.max(line, around) / Math.min(line, around)];
}"""
LINES = "p => Math.round(p.getBoundingClientRect().height / parseFloat(getComputedStyle(p).lineHeight))"


@pytest.fixture
def demo(live_demo: LiveDemo) -> Iterator[Demo]:
    yield from with_pad(live_demo)


@pytest.fixture
def early(page: Page) -> Demo:
    """Before there is any Python."""
    return pad_of(page, "en")


def pad_of(page: Page, lang: str, path: str = PAGE) -> Demo:
    without_python(page)
    page.goto(language_folder(lang) + path)
    demo = Demo(page, MNIST)
    opened(demo)
    return demo


@pytest.mark.parametrize("path", [PAGE, ""], ids=["its page", "the front page"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_sheet_says_what_it_is_for(page: Page, lang: str, path: str) -> None:
    demo, t = pad_of(page, lang, path), translator(lang)
    expect(demo.part("invitation").locator("p")).to_have_text(t.gettext("Draw 0–9 here"))
    expect(demo.part("ghost")).to_be_visible()
    sheet, invitation = (demo.part(name).bounding_box() for name in ("sheet", "invitation"))
    assert sheet == invitation
    expect(demo.part("stages")).to_have_css("visibility", "hidden")
    for width in (1280, 390):
        page.set_viewport_size({"width": width, "height": 844})
        assert demo.part("pad-help").locator("p").evaluate(LINES) <= 2
        assert demo.part("pad").evaluate("pad => pad.scrollWidth <= pad.clientWidth")


def test_another_data_set_has_another_ghost(early: Demo) -> None:
    digit = early.part("ghost-dots").get_attribute("d")
    early.more().part("network").select_option("fashion/fashion_784_64_10")
    expect(early.part("invitation").locator("p")).to_have_text("Draw here")
    expect(early.part("ghost-dots")).not_to_have_attribute("d", digit or "")


def test_stages_come_with_the_first_stroke_and_nothing_jumps(demo: Demo) -> None:
    before = demo.host.evaluate(PLACES)
    draw(demo, SEVEN)
    wait_for_drawing(demo, 7)
    expect(demo.part("stages")).to_have_css("visibility", "visible")
    expect(demo.part("invitation")).to_have_css("visibility", "hidden")
    assert demo.host.evaluate(PLACES) == before
    demo.button("Clear").click()
    expect(demo.part("invitation")).to_have_css("visibility", "visible")
    expect(demo.part("stages")).to_have_css("visibility", "hidden")


@pytest.mark.parametrize(("motion", "animations"), [("no-preference", 1), ("reduce", 0)])
def test_the_ghost_is_drawn_once(open_page: OpenPage, motion: str, animations: int) -> None:
    with open_page(reduced_motion=motion) as page:
        demo = pad_of(page, "en")
        timing = "pen => pen.getAnimations().map((a) => a.effect.getComputedTiming()).map(({ duration, iterations }) => [duration, iterations])"
        assert demo.part("ghost-pen").evaluate(timing) == [[1200, 1]] * animations
        demo.part("ghost-pen").evaluate("pen => Promise.all(pen.getAnimations().map((motion) => motion.finished))")
        assert demo.part("ghost-pen").evaluate("pen => getComputedStyle(pen).strokeDashoffset") in ("0", "0px")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_line_around_the_sheet_is_seen_on_any_ground(open_page: OpenPage, scheme: str) -> None:
    with open_page(color_scheme=scheme) as page:
        width, contrast = pad_of(page, "en").part("sheet-box").evaluate(CONTRAST)
        assert width == "1px"
        assert contrast >= 3


def test_in_forced_colours_ink_and_ghost_are_white_on_black(open_page: OpenPage) -> None:
    with open_page(forced_colors="active") as page:
        demo = pad_of(page, "en")
        expect(demo.part("sheet")).to_have_css("background-color", "rgb(0, 0, 0)")
        expect(demo.part("ghost-dots")).to_have_css("stroke", "rgb(255, 255, 255)")
        expect(demo.part("invitation").locator("p")).to_have_css("color", "rgb(255, 255, 255)")


def test_keys_are_behind_a_question_mark_and_told_to_screen_readers(early: Demo) -> None:
    keys = early.host.locator("#pad-keys")
    expect(keys).to_be_hidden()
    expect(early.part("sheet")).to_have_accessible_description(keys.text_content() or "")
    early.press("Keys")
    expect(keys).to_be_visible()
    expect(early.button("Keys")).to_have_attribute("aria-expanded", "true")
    early.press("Keys")
    expect(keys).to_be_hidden()


def test_what_was_drawn_before_python_came_is_shown_when_it_comes(open_page: OpenPage) -> None:
    with open_page() as page:
        page.goto(PAGE)
        demo = Demo(page, MNIST)
        opened(demo)
        draw(demo, SEVEN)
        expect(demo.part("invitation")).to_have_css("visibility", "hidden")
        demo.wait_for_state("live", LIVE_SECONDS)
        wait_for_drawing(demo, 7)
