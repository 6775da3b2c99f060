"""What a press changes is in view after it, and what has the focus is never covered."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from ..conftest import LiveDemo, OpenPage
from ..helpers.driver import Demo, without_python
from ..helpers.small_network import neuron

SMALL, DIGITS = "demos/simple_forward_pass/", "demos/forward_pass_mnist/"
SIZES = [(1280, 800), (390, 844)]
USUAL: ViewportSize = {"width": 1280, "height": 720}
BARELY = (320, 256)  # a laptop's window at 400 %
# Whether one sees what has the focus: within the window, and under nothing else.
SEEN = """() => {
  let root = document, focused = document.activeElement;
  while (focused?.shadowRoot?.activeElement) [root, focused] = [focused.shadowRoot, focused.shadowRoot.activeElement];
  if (!focused || focused === document.body || focused.matches(".frame")) return true;
  const { left, right, top, bottom } = focused.getBoundingClientRect();
  const [x, y] = [[left, right, innerWidth], [top, bottom, innerHeight]].map(([from, to, most]) => (Math.max(from, 0) + Math.min(to, most)) / 2);
  const found = root.elementFromPoint(x, y);
  const cover = found?.closest(".bar, .buttons, .stage > .picture");
  const isSeen = found && (!cover || cover.contains(focused));
  return isSeen || `${focused.outerHTML.slice(0, 120)} at ${Math.round(top)} is under ${found?.outerHTML.slice(0, 80)}`;
}"""


@pytest.mark.parametrize("path", [SMALL, DIGITS])
@pytest.mark.parametrize("size", [*SIZES, BARELY], ids=str)
def test_what_has_the_focus_is_never_covered(open_page: OpenPage, size: tuple[int, int], path: str) -> None:
    with open_page(viewport={"width": size[0], "height": size[1]}) as page:
        without_python(page)
        page.goto(path)
        Demo(page).wait("a view", "demo => demo.view")
        stops = 0
        for key in ("Tab", "Shift+Tab"):
            while stops < 60:
                page.keyboard.press(key)
                assert page.evaluate(SEEN) is True
                if page.evaluate("document.activeElement === document.body"):
                    break
                stops += 1
        assert stops > 12


def in_view(part: Locator) -> None:
    expect(part).to_be_in_viewport(ratio=1)


@pytest.fixture(params=SIZES, ids=str)
def at_size(live_demo: LiveDemo, request: pytest.FixtureRequest) -> Iterator[LiveDemo]:
    """A demo whose Python is live, in a window of this size."""
    used: list[Page] = []

    def opened(path: str) -> Demo:
        demo = live_demo(path)
        used.append(demo.page)
        demo.page.set_viewport_size({"width": request.param[0], "height": request.param[1]})
        return demo

    yield opened
    for page in used:
        page.set_viewport_size(USUAL)


def test_the_answer_of_a_neuron_is_in_view_with_the_drawing(at_size: LiveDemo) -> None:
    demo = at_size(SMALL)
    neuron(demo, "2-0").click(force=True)
    in_view(demo.part("asked"))
    in_view(demo.host.locator(".stage > .picture > svg"))


def test_the_title_and_the_drawing_come_back_into_view_with_the_next_step(at_size: LiveDemo) -> None:
    demo = at_size(SMALL)
    demo.part("status").scroll_into_view_if_needed()
    demo.press("next").wait_for_view(1, 1)
    in_view(demo.host.locator(".narration h3"))
    in_view(demo.host.locator(".stage > .picture > svg"))
    in_view(demo.button("next"))


def test_a_mistake_that_was_found_is_in_view(at_size: LiveDemo) -> None:
    demo = at_size(DIGITS)
    demo.press("Find a mistake")
    demo.wait("a mistake", "demo => demo.view?.numbers && demo.view.numbers.predicted !== demo.view.numbers.label")
    in_view(demo.host.locator(".narration h3"))
    in_view(demo.host.locator(".stage > .picture > svg"))


@pytest.mark.parametrize("path", [SMALL, DIGITS])
def test_what_is_wrong_with_a_number_stands_below_its_field(at_size: LiveDemo, path: str) -> None:
    demo = at_size(path).choose("banana")
    told = demo.part("told")
    expect(told).to_contain_text("“banana”")
    in_view(told)
    field, line = demo.part("number").bounding_box(), told.bounding_box()
    assert field
    assert line
    assert 0 <= line["y"] - (field["y"] + field["height"]) < 16
    assert line["x"] == pytest.approx(field["x"], abs=2)


def test_learning_begins_in_view(at_size: LiveDemo) -> None:
    demo = at_size(SMALL).mode("learn")
    expect(demo.part("learning")).to_have_attribute("aria-busy", "false")
    in_view(demo.part("run"))
    in_view(demo.part("iteration"))
    demo.mode("step")


def test_question_and_verdict_are_in_view_with_the_drawing(at_size: LiveDemo) -> None:
    demo = at_size(SMALL).jump(3)
    demo.press("Ask me first").press("next")
    in_view(demo.part("choices"))
    in_view(demo.host.locator(".stage > .picture > svg"))
    demo.part("choices").get_by_role("button").first.click()
    in_view(demo.part("verdict"))
    in_view(demo.host.locator(".stage > .picture > svg"))
    demo.press("Ask me first")


def test_nothing_scrolls_where_nobody_pressed(page: Page) -> None:
    without_python(page)
    page.goto(SMALL)
    demo = Demo(page).wait_for_view(1)
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    before = page.evaluate("scrollY")
    demo.host.evaluate("demo => demo.setAttribute('step', '6')")
    demo.wait_for_view(1, 6)
    assert page.evaluate("scrollY") == before
