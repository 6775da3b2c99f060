"""Three levels of controls: the stage, modes as tabs of which one is open, and More."""

import pytest
from playwright.sync_api import Locator, Page, expect

from builder.pages.page import language_folder
from forwardpass import api
from forwardpass.words.catalogs import translator

from ..conftest import LiveDemo, OpenPage
from ..helpers.driver import MNIST, SIMPLE, Demo, without_python
from ..helpers.pad import SEVEN, draw, wait_for_drawing
from ..helpers.small_network import neuron

SMALL, DIGITS = "demos/simple_forward_pass/", "demos/forward_pass_mnist/"
MODES = {
    SMALL: ["Step through", "Play with numbers", "Learn", "Code"],
    DIGITS: ["Test images", "Draw", "Look inside", "All 10,000", "Code"],
}
NEXT = "demo => [...demo.shadowRoot.querySelectorAll('button')].filter((b) => b.checkVisibility() && b.textContent.trim() === 'Next').length"
# What is to be seen of each mode, besides the stage where it has one.
OWN = {
    "step": ".questions",
    "play": ".network-panel",
    "learn": ".learning",
    "code": ".code-lines",
    "images": ".see-how",
    "draw": ".pad",
    "inside": ".hint",
    "all": ".all-samples",
}
STAGED = {"step", "play", "learn", "code", "images", "draw", "inside"}


def opened(page: Page, path: str, lang: str = "en") -> Demo:
    without_python(page)
    page.goto(language_folder(lang) + path)
    return Demo(page).wait("a view", "demo => demo.view")


def tabs(demo: Demo) -> Locator:
    return demo.host.get_by_role("tablist").get_by_role("tab")


@pytest.mark.parametrize("lang", api.LANGUAGES)
@pytest.mark.parametrize("path", MODES)
def test_each_demo_has_its_modes_and_begins_with_the_first(page: Page, path: str, lang: str) -> None:
    demo, t = opened(page, path, lang), translator(lang)
    names = [t.gettext(name) for name in MODES[path]]
    expect(tabs(demo)).to_have_text(names)
    assert len(set(names)) == len(names)
    expect(demo.host.get_by_role("tab", selected=True)).to_have_text(names[0])
    expect(demo.host.get_by_role("tabpanel", name=names[0], exact=True)).to_be_visible()
    expect(demo.button(t.pgettext("menu", "More"))).to_have_attribute("aria-expanded", "false")


@pytest.mark.parametrize("path", MODES)
def test_one_mode_is_open_at_a_time_and_one_button_is_named_next(page: Page, path: str) -> None:
    demo = opened(page, path)
    for tab in tabs(demo).all():
        mode = tab.get_attribute("value") or ""
        demo.mode(mode)
        expect(demo.host.locator(OWN[mode]).and_(page.locator(":visible")).first).to_be_visible()
        expect(demo.part("stage")).to_be_visible(visible=mode in STAGED)
        shown = demo.host.locator("[data-mode]:visible").evaluate_all("all => all.map((part) => part.dataset.mode)")
        assert all(mode in names.split() for names in shown)
        expect(demo.host.get_by_role("tab", selected=True)).to_have_count(1)
        expect(demo.host.get_by_role("tabpanel", name=tab.inner_text(), exact=True)).to_have_count(1)
        assert demo.host.evaluate(NEXT) == 1


@pytest.mark.parametrize("path", MODES)
def test_the_tabs_are_one_tab_stop_and_arrow_keys_go_through_them(page: Page, path: str) -> None:
    demo = opened(page, path)
    tabs(demo).first.focus()
    for name in [*MODES[path][1:], MODES[path][0]]:
        page.keyboard.press("ArrowRight")
        tab = demo.host.get_by_role("tab", name=name, exact=True)
        expect(tab).to_be_focused()
        expect(tab).to_have_attribute("aria-selected", "true")
    page.keyboard.press("End")
    expect(tabs(demo).last).to_be_focused()
    page.keyboard.press("Home")
    expect(tabs(demo).first).to_be_focused()
    assert demo.view["index"] == 0  # the keys were for the tabs
    assert tabs(demo).evaluate_all("all => all.map((tab) => tab.tabIndex)") == [0] + [-1] * (len(MODES[path]) - 1)
    page.keyboard.press("Tab")
    expect(demo.part("extras-button")).to_be_focused()


@pytest.mark.parametrize(("path", "mode"), [(SMALL, "learn"), (DIGITS, "all")])
def test_a_step_that_is_asked_for_where_another_drawing_is_or_none_leads_back_to_the_stage(
    page: Page, path: str, mode: str
) -> None:
    demo = opened(page, path).mode(mode)
    expect(demo.host.locator(OWN[mode])).to_be_visible()
    demo.press("next").wait_for_index(1)
    expect(demo.part("stage")).to_be_visible()
    expect(tabs(demo).first).to_have_attribute("aria-selected", "true")


def test_behind_more_is_what_is_seldom_needed_and_escape_closes_it(page: Page) -> None:
    demo = opened(page, SMALL)
    for link in ("Link to this step", "Source"):
        expect(demo.host.get_by_role("link", name=link)).to_have_count(0)
    button = demo.button("More")
    button.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    for link in ("Link to this step", "Source"):
        expect(demo.host.get_by_role("link", name=link, exact=True)).to_be_visible()
    for name in ("Share", "Embed"):
        expect(demo.button(name)).to_be_visible()
    page.keyboard.press("Tab")
    expect(demo.host.get_by_role("textbox", name="Problem number")).to_be_focused()
    page.keyboard.press("Escape")
    expect(button).to_be_focused()
    expect(demo.part("extras")).to_be_hidden()
    demo.more()
    demo.part("narration").click()
    expect(demo.part("extras")).to_be_hidden()


def test_what_is_wrong_with_a_number_keeps_more_open_until_it_is_mended(page: Page) -> None:
    demo = opened(page, SMALL).choose("banana")
    expect(demo.part("told")).to_be_visible()
    demo.choose("3").wait_for_view(3)
    expect(demo.part("extras")).to_be_hidden()


@pytest.mark.parametrize(
    ("element", "controls", "names"),
    [
        (SIMPLE, "bar", []),
        (SIMPLE, "bar learn", ["Step through", "Learn"]),
        (SIMPLE, "bar network", ["Step through", "Play with numbers"]),
        (MNIST, "bar draw code", ["Test images", "Draw", "Code"]),
        (MNIST, "none", []),
    ],
)
def test_a_tab_goes_with_its_controls(page: Page, element: str, controls: str, names: list[str]) -> None:
    demo = opened(page, {SIMPLE: SMALL, MNIST: DIGITS}[element]).mode("code")
    demo.host.evaluate("(demo, controls) => demo.setAttribute('controls', controls)", controls)
    expect(demo.host.get_by_role("tab")).to_have_text(names)
    if "code" not in controls:
        expect(demo.part("narration").locator("p").first).to_be_visible()  # the first mode again


def test_undo_comes_with_the_first_change_in_whichever_mode(live_demo: LiveDemo) -> None:
    demo = live_demo(SMALL)
    expect(demo.button("Undo")).to_have_count(0)
    demo.jump(4)
    demo.host.locator(".picture [data-edit][role]").first.press("ArrowUp")
    demo.press("Undo")
    expect(demo.button("Undo")).to_have_attribute("aria-disabled", "true")
    expect(demo.button("Redo")).to_have_attribute("aria-disabled", "false")


def test_a_neuron_of_the_digits_opens_its_mode(live_demo: LiveDemo) -> None:
    demo = live_demo(DIGITS)
    neuron(demo, "1-2").first.click(force=True)
    expect(demo.part("inside")).to_be_visible()
    expect(demo.host.get_by_role("tab", selected=True)).to_have_text("Look inside")
    demo.mode("images")
    expect(demo.part("inside")).to_be_hidden()


def test_look_inside_begins_with_the_answer_of_the_network(live_demo: LiveDemo) -> None:
    demo = live_demo(DIGITS).mode("inside")
    expect(demo.part("inside-words")).to_contain_text("Output neuron for 7")
    expect(demo.part("narration")).to_be_hidden()


def test_a_link_to_a_drawing_opens_draw_with_it_on_the_pad(page: Page) -> None:
    page.goto(DIGITS)
    demo = Demo(page).wait_for_state("live").mode("draw")
    draw(demo, SEVEN)
    wait_for_drawing(demo, 7)
    page.goto(demo.link)
    demo = Demo(page)
    wait_for_drawing(demo, 7)
    expect(demo.host.get_by_role("tab", selected=True)).to_have_text("Draw")
    expect(demo.part("sheet")).to_be_visible()
    demo.mode("images").wait_for_view(0)


def test_the_language_changes_and_the_mode_stays(live_demo: LiveDemo) -> None:
    for path, mode in ((SMALL, "learn"), (DIGITS, "all")):
        demo = live_demo(path).mode(mode)
        demo.host.evaluate("demo => { demo.lang = 'es'; }")
        expect(demo.host.locator(".frame[lang=es]")).to_be_visible()
        expect(demo.host.locator(OWN[mode])).to_be_visible()
        expect(demo.host.locator(f"[role=tab][value={mode}]")).to_have_attribute("aria-selected", "true")


@pytest.mark.parametrize("lang", api.LANGUAGES)
def test_the_way_into_the_lesson_is_above_the_fold_and_its_controls_are_beside_the_stage(
    open_page: OpenPage, lang: str
) -> None:
    with open_page(viewport={"width": 1280, "height": 800}) as page:
        demo = opened(page, DIGITS, lang)
        expect(demo.part("see-how")).to_be_in_viewport(ratio=1)
        demo.part("see-how").click()
        expect(demo.host.locator(".rail [value='9']")).to_be_visible()
        demo.host.locator(".rail [value='3']").check()
        demo.wait("the sum", "demo => demo.view.key === 'sum'")
        for part in ("following", "next"):
            expect(demo.part(part)).to_be_in_viewport(ratio=1)
        expect(demo.host.locator(".stage > .picture svg")).to_be_in_viewport(ratio=1)


@pytest.mark.parametrize("lang", api.LANGUAGES)
@pytest.mark.parametrize("path", MODES)
def test_on_a_phone_tabs_and_more_are_one_row_with_nothing_cut_off(page: Page, path: str, lang: str) -> None:
    demo, t = opened(page, path, lang), translator(lang)
    for width in (390, 360):
        page.set_viewport_size({"width": width, "height": 844})
        buttons = [*tabs(demo).all(), demo.part("extras-button")]
        boxes = [button.bounding_box() for button in buttons]
        assert len({box["y"] for box in boxes if box}) == 1
        assert all(button.evaluate("b => b.scrollWidth <= b.clientWidth") for button in buttons)
        right = max(box["x"] + box["width"] for box in boxes if box)
        assert right <= width
        for name in MODES[path]:
            expect(demo.host.get_by_role("tab", name=t.gettext(name), exact=True)).to_be_visible()


def test_to_play_there_are_numbers_in_the_drawing_and_the_step_is_kept_meanwhile(page: Page) -> None:
    demo = opened(page, SMALL)
    numbers = demo.part("picture").locator("[data-edit]")
    expect(numbers).to_have_count(0)
    demo.mode("play")
    expect(numbers).to_have_count(15)  # 3 inputs, 8 weights, 3 biases, a target
    demo.mode("code").mode("step").wait_for_index(0)
    demo.mode("play").press("next").wait_for_index(10)
    demo.mode("step")
    assert demo.view["index"] == 10  # where the reader went by himself


def test_a_step_with_numbers_stays_and_so_does_a_new_problem_to_play_with(page: Page) -> None:
    demo = opened(page, f"{SMALL}?step=4").wait_for_index(4).mode("play")
    assert demo.view["index"] == 4
    demo.press("new")
    demo.wait(
        "numbers of another problem", "({ view }) => view?.numbers && view.numbers.seed !== 1 && view.key === 'pass'"
    )
