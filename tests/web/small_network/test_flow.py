"""What flows at a step: dots over a drawing that is final already, and gone again."""

from typing import Any

import pytest
from playwright.sync_api import Page, expect

from ..conftest import OpenPage
from ..helpers.driver import Demo, without_python
from ..helpers.small_network import PATH

LASTS = 600  # ms
# What is on screen in the frames after Next: the layer with its dots, and whether the page is that of the view.
WATCH = """async (demo) => {
  const root = demo.shadowRoot, seen = [];
  root.querySelector(".next").click();
  const final = root.querySelector(".picture").innerHTML;
  const begin = performance.now();
  while (performance.now() - begin < 1500) {
    await new Promise((go) => requestAnimationFrame(go));
    const layer = root.querySelector(".flow");
    seen.push({
      at: performance.now() - begin,
      dots: layer ? layer.children.length : 0,
      over: layer && [getComputedStyle(layer).pointerEvents, layer.getAttribute("aria-hidden"), layer.closest(".picture") === null].join(),
      final: root.querySelector(".picture").innerHTML === final,
    });
  }
  return seen;
}"""


def after_next(page: Page, step: str) -> list[dict[str, Any]]:
    without_python(page)
    page.goto(f"{PATH}?step={step}")
    demo = Demo(page).wait("the step", "(demo, step) => demo.view?.key === step", step)
    seen: list[dict[str, Any]] = demo.host.evaluate(WATCH)
    return seen


@pytest.mark.parametrize(("before", "dots"), [("input", 3), ("neuron-1-2", 2), ("best", 8)])
def test_values_slide_along_the_connections_in_focus(page: Page, before: str, dots: int) -> None:
    seen = after_next(page, before)
    during = [frame for frame in seen if frame["dots"]]
    assert {frame["dots"] for frame in during} == {dots}
    assert {frame["over"] for frame in during} == {"none,true,true"}
    assert seen[0]["dots"] == 0, "the step itself is painted first"
    assert during[-1]["at"] - during[0]["at"] <= LASTS + 100
    assert seen[-1]["dots"] == 0
    assert all(frame["final"] for frame in seen)


@pytest.mark.parametrize("before", ["data", "neuron-2-1", "error"])
def test_nothing_flows_where_no_value_does(page: Page, before: str) -> None:
    assert not any(frame["dots"] for frame in after_next(page, before))


def test_nothing_moves_for_whom_motion_is_reduced(open_page: OpenPage) -> None:
    with open_page(reduced_motion="reduce") as page:
        assert not any(frame["dots"] for frame in after_next(page, "input"))


def test_on_paper_there_are_no_dots(page: Page) -> None:
    without_python(page)
    page.goto(PATH)
    demo = Demo(page).wait_for_view(1)
    demo.part("frame").evaluate("frame => frame.insertAdjacentHTML('beforeend', '<div class=flow><span></span></div>')")
    expect(demo.part("flow")).to_be_attached()
    page.emulate_media(media="print")
    assert demo.part("flow").evaluate("layer => getComputedStyle(layer).display") == "none"
