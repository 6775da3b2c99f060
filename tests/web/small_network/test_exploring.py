"""What a reader may ask of the small network and choose in its place, in every look."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from forwardpass import api
from forwardpass.small_network.problem.address import encode
from forwardpass.small_network.problem.architecture import Architecture
from forwardpass.small_network.problem.problems import make_problem

from ...helpers.architectures import architecture, problem
from ..conftest import LIVE_SECONDS, LiveDemo, OpenPage
from ..helpers.axe import faults
from ..helpers.driver import SIMPLE, Demo, without_python
from ..helpers.small_network import (
    FIRST,
    PATH,
    STEP,
    at_first_neuron,
    choose_network,
    has_focus,
    neuron,
    number,
    shows,
)


@pytest.fixture
def demo(live_demo: LiveDemo) -> Demo:
    return at_first_neuron(live_demo)


def test_a_neuron_tells_its_sum_and_terms_light_up_with_their_connections(demo: Demo) -> None:
    demo.jump(0)
    neuron(demo, "2-0").click(force=True)
    asked = demo.part("asked")
    expect(asked).to_contain_text("The output")
    assert api.ask("2-0", 0, "en", seed=7)["text"].splitlines()[0] == "The output"
    for end, other in (
        (".asked [data-term='1-1-0']", ".picture [data-connection='1-1-0']"),
        (".picture [data-weight='1-1-0']", ".asked [data-term='1-1-0']"),
        (".picture text[data-term='1-b-0']", ".asked [data-term='1-b-0']"),
        (".asked [data-term='1-b-0']", ".picture text[data-term='1-b-0']"),
    ):
        demo.host.locator(end).hover(force=True)
        expect(demo.host.locator(other)).to_have_attribute("data-lit", "")
        assert demo.host.locator(".picture [data-lit][data-connection]").count() <= 1
    demo.page.mouse.move(0, 0)
    expect(demo.host.locator("[data-lit]")).to_have_count(0)
    number(demo, "guess-w-1-0-0", "asked-handles").focus()
    expect(demo.host.locator(".picture [data-connection='1-0-0']")).to_have_attribute("data-lit", "")
    number(demo, "guess-w-1-0-1").focus()
    expect(demo.host.locator(".asked [data-term='1-1-0']")).to_have_attribute("data-lit", "")
    demo.page.keyboard.press("Escape")
    expect(asked).to_be_hidden()
    assert demo.shows_its_view()


def test_a_neuron_is_asked_by_keyboard_and_follows_edits(demo: Demo) -> None:
    neuron(demo, "1-1").focus()
    demo.page.keyboard.press("Enter")
    expect(demo.part("asked")).to_contain_text("Hidden neuron 2")
    has_focus(demo, "1-1")
    number(demo, "guess-b-0-1", "asked-handles").focus()
    demo.page.keyboard.press("ArrowUp")
    expect(number(demo, "guess-b-0-1", "asked")).to_have_text("0.2")
    expect(number(demo, "guess-b-0-1")).to_have_text("b = 0.2")
    demo.page.keyboard.press("Escape")
    expect(demo.part("asked")).to_be_hidden()


def test_the_leaky_relu_is_in_the_menu_and_tells_its_lines(demo: Demo) -> None:
    choose_network(demo, [2, 1], ["leaky_relu"])
    expect(demo.part("counter")).to_have_text("1 / 8")
    expect(demo.host.locator("select[name=activation] option:checked")).to_have_text("leaky ReLU")
    demo.jump(3).wait_for_view(7, 3)
    expect(demo.part("narration")).to_contain_text("leaky ReLU")
    assert "ŷ = LeakyReLU(z) = LeakyReLU(" in demo.view["text"]
    choose_network(demo, [3, 2, 1], ["sigmoid", "sigmoid"])
    expect(demo.part("counter")).to_have_text("1 / 11")


def test_another_network_is_chosen_and_keeps_its_shape(demo: Demo) -> None:
    choose_network(demo, [2, 4, 3, 2], ["tanh", "relu", "identity"])
    expect(demo.part("counter")).to_have_text("1 / 18")
    expected = api.simple_forward_pass(**api.another_network(7, [2, 4, 3, 2], ["tanh", "relu", "identity"])["subject"])
    titles = [f"{number}. {view['title']}" for number, view in enumerate(expected["views"], start=1)]
    expect(demo.host.locator("select.jump option")).to_have_text(titles)
    for step in (5, 11, 17):
        demo.jump(step).wait_for_view(7, step)
        assert demo.view["text"] == expected["views"][step]["text"]
        assert demo.shows_its_view()
    demo.choose("12").wait_for_view(12)
    expect(demo.part("counter")).to_have_text("1 / 18")
    demo.press("Undo")
    demo.wait_for_view(7, 0)
    choose_network(demo, [3, 2, 1], ["sigmoid", "sigmoid"])
    expect(demo.part("counter")).to_have_text("1 / 11")
    assert "seed=7" in demo.link


def test_undo_keeps_the_step_in_the_network_before_or_shows_the_nearest_one(demo: Demo) -> None:
    choose_network(demo, [2, 4, 3, 2], ["tanh", "relu", "identity"])
    expect(demo.part("counter")).to_have_text("1 / 18")
    demo.jump(15).wait_for_view(7, 15)
    demo.press("Undo").wait_for_view(7, 8)
    assert demo.view["key"] == "best"
    demo.press("Redo").wait_for_view(7, 15)
    demo.jump(13).wait_for_view(7, 13)
    demo.press("Undo").wait_for_view(7, 10)
    expect(demo.part("notice")).to_be_hidden()
    expect(demo.part("failure")).to_be_hidden()


def type_wrong(demo: Demo) -> None:
    number(demo, FIRST).click()
    demo.host.locator(".number-box input").fill("?")
    demo.page.keyboard.press("Enter")
    expect(demo.host.locator(".number-box [role=alert]")).not_to_be_empty()


def ask_a_neuron(demo: Demo) -> None:
    neuron(demo, "1-0").click(force=True)
    expect(demo.part("asked")).to_contain_text("Hidden neuron 1")


def open_another(demo: Demo) -> None:
    choose_network(demo, [3, 5, 4, 2], ["tanh", "relu", "identity"])
    expect(demo.part("counter")).to_have_text("1 / 20")
    demo.jump(10).wait_for_view(7, 10)


STATES: dict[str, Callable[[Demo], None]] = {
    "a field open and wrong": type_wrong,
    "a neuron asked": ask_a_neuron,
    "another network": open_another,
}


def test_axe_finds_nothing_in_any_state(demo: Demo) -> None:
    for state, reach in STATES.items():
        demo.choose("7").wait_for_view(7).jump(STEP).wait_for_view(7, STEP)
        reach(demo)
        assert faults(demo.page, SIMPLE) == {}, state
    choose_network(demo, [3, 2, 1], ["sigmoid", "sigmoid"])
    expect(demo.part("counter")).to_have_text("1 / 11")


OVERLAPS = """(demo) => {
  const svg = demo.shadowRoot.querySelector(".picture svg");
  const texts = [...svg.querySelectorAll("text")].filter((t) => t.textContent && !t.closest(".absent"));
  const place = (t) => {
    const { x, y, width, height } = t.getBBox();
    const { e = 0, f = 0 } = t.closest(".inset")?.transform.baseVal.consolidate()?.matrix ?? {};
    return { x: x + e, y: y + f, width, height };
  };
  const boxes = texts.map((t) => [t.textContent, place(t)]);
  const found = [];
  for (const [i, [a, p]] of boxes.entries())
    for (const [b, q] of boxes.slice(i + 1))
      if (p.x < q.x + q.width && q.x < p.x + p.width && p.y + 3 < q.y + q.height - 3 && q.y + 3 < p.y + p.height - 3) found.push(`${a} ${b}`);
  for (const [a, p] of boxes) {
    const { width, height } = svg.viewBox.baseVal;
    if (p.x < 0 || p.y < -2 || p.x + p.width > width || p.y + p.height > height + 3) found.push(`${a} leaves`);
  }
  const size = parseFloat(getComputedStyle(svg).fontSize) * svg.getBoundingClientRect().width / svg.viewBox.baseVal.width;
  return { found, size, sideways: document.documentElement.scrollWidth - innerWidth };
}"""


def test_drawings_of_random_networks_fit_the_narrowest_phone(open_page: OpenPage) -> None:
    with open_page(viewport={"width": 320, "height": 700}) as page:
        for seed in (5, 8):
            given = problem(seed)
            page.goto(f"embed/simple_forward_pass/?problem={encode(given)}&step=33")
            demo = Demo(page)
            last = 5 + sum(architecture(seed).sizes[1:]) + len(architecture(seed).activations)
            demo.wait_for_view(given.seed, last, LIVE_SECONDS)
            for step in (last - 1, last - 4):
                demo.jump(step).wait_for_view(given.seed, step)
                result = demo.host.evaluate(OVERLAPS)
                assert result["found"] == [], f"seed {seed}, step {step}"
                assert result["size"] >= 10
                assert result["sideways"] <= 0


def test_controls_say_what_can_be_changed(demo: Demo) -> None:
    number(demo, FIRST).press("ArrowUp")
    shows(demo, FIRST, -0.7)
    for controls, roles in (
        ("next edit", {"spinbutton"}),
        ("next ask", {"button"}),
        ("bar", set()),
        ("all", {"spinbutton", "button"}),
    ):
        demo.host.evaluate("(demo, controls) => demo.setAttribute('controls', controls)", controls)
        found = demo.host.locator(".picture svg [role]").evaluate_all("all => all.map((e) => e.getAttribute('role'))")
        assert set(found) == roles
        assert demo.part("undo").is_visible() == (controls in ("all", "next edit"))
        can_play = demo.host.locator("[role=tab][value=play]").is_visible()
        assert can_play == (controls in ("all", "next edit"))
        if can_play:
            demo.mode("play")
        assert demo.part("network-panel").is_visible() == (controls == "all")
    demo.host.evaluate("demo => demo.removeAttribute('controls')")


@pytest.mark.parametrize(("sizes", "drawings"), [((3, 2, 1), 1), ((2, 3, 3, 1), 0)])
def test_while_python_starts_a_link_shows_no_other_network_than_its_own(
    page: Page, sizes: tuple[int, ...], drawings: int
) -> None:
    without_python(page)
    given = make_problem(1, Architecture(sizes, ("sigmoid",) * (len(sizes) - 1)))
    page.goto(f"{PATH}?problem={encode(given)}")
    demo = Demo(page)
    expect(demo.part("narration").locator("h3")).to_have_text("One moment")
    expect(demo.part("picture").locator("svg")).to_have_count(drawings)
