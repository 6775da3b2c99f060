"""What a reader may change and ask in the small network: by mouse, by touch and by keyboard alone."""

import re
from collections.abc import Callable
from statistics import median

import pytest
from playwright.sync_api import Locator, Page, expect

from forwardpass import api
from forwardpass.problem_code import encode

from ..architectures import architecture, edits, problem
from .axe import faults
from .conftest import LIVE_SECONDS, LiveDemo, OpenPage
from .driver import Demo

PATH = "demos/simple_forward_pass/"
FIRST = "guess-w-0-0-0"  # of seed 7: -0.8
STEP = 4
MOST_MS = 30


@pytest.fixture
def demo(live_demo: LiveDemo) -> Demo:
    """Problem 7 at the step of its first hidden neuron."""
    found = live_demo(PATH).choose("7").wait_for_view(7).jump(STEP).wait_for_view(7, STEP)
    expect(number(found, FIRST)).to_have_attribute("role", "spinbutton")
    return found


def number(demo: Demo, place: str, panel: str = "picture") -> Locator:
    return demo.host.locator(f".{panel} [data-edit='{place}']")


def neuron(demo: Demo, name: str) -> Locator:
    return demo.host.locator(f".picture [data-neuron='{name}'] circle")


def shows(demo: Demo, place: str, value: float) -> None:
    """Python has answered with this number there, and the page holds that answer."""
    expect(number(demo, place)).to_have_attribute("aria-valuenow", str(value))
    assert demo.shows_its_view()


def focused(demo: Demo) -> str:
    found: str = demo.host.evaluate(
        "d => { const e = d.shadowRoot.activeElement; return e?.dataset.edit ?? e?.parentElement?.dataset.neuron ?? e?.className ?? ''; }"
    )
    return found


@pytest.mark.parametrize("panel", ["picture", "narration-handles"])
def test_a_number_is_clicked_and_typed(demo: Demo, panel: str) -> None:
    number(demo, FIRST, panel).click()
    demo.page.keyboard.type("0,5")
    demo.page.keyboard.press("Enter")
    shows(demo, FIRST, 0.5)
    assert focused(demo) == FIRST
    assert demo.view["numbers"]["guess"]["layers"][0]["weights"][0][0] == 0.5
    assert "z₁ = 0.5 × 1.0" in demo.view["text"]


@pytest.mark.parametrize("key", ["Enter", "Tab", "Shift+Tab"])
def test_a_typed_number_is_taken_by_leaving_its_field_and_the_focus_stays_at_its_place(demo: Demo, key: str) -> None:
    number(demo, FIRST).click()
    demo.page.keyboard.type("0.5")
    demo.page.keyboard.press(key)
    shows(demo, FIRST, 0.5)
    assert focused(demo) == FIRST


def test_the_keyboard_alone_changes_a_number_and_keeps_its_place(demo: Demo) -> None:
    keys = demo.page.keyboard
    number(demo, "x-0").focus()
    for key, value in (("ArrowUp", 1.1), ("ArrowUp", 1.2), ("Shift+ArrowDown", 0.2), ("PageUp", 1.2)):
        keys.press(key)
        shows(demo, "x-0", value)
        assert focused(demo) == "x-0"
    keys.press("Enter")
    keys.type("3")
    keys.press("Enter")
    shows(demo, "x-0", 3)
    keys.type("-2")
    keys.press("Enter")
    shows(demo, "x-0", -2)
    assert demo.view["index"] == STEP


def test_one_tab_stop_a_panel_and_arrows_inside(demo: Demo) -> None:
    assert demo.host.locator(".picture [tabindex='0']").count() == 1
    number(demo, "x-0").focus()
    demo.page.keyboard.press("ArrowRight")
    assert focused(demo) == "x-1"
    demo.page.keyboard.press("ArrowRight")
    demo.page.keyboard.press("ArrowRight")
    assert focused(demo) == "1-0"
    demo.page.keyboard.press("ArrowLeft")
    assert focused(demo) == "x-2"
    assert demo.host.locator(".picture [tabindex='0']").count() == 1
    assert demo.view["index"] == STEP


def test_a_number_is_dragged(demo: Demo) -> None:
    box = number(demo, FIRST).bounding_box()
    assert box
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    demo.page.mouse.move(x, y)
    demo.page.mouse.down()
    demo.page.mouse.move(x + 41, y, steps=8)
    demo.page.mouse.up()
    shows(demo, FIRST, -0.3)
    expect(demo.part("number-box")).to_have_count(0)
    demo.press("Undo")
    shows(demo, FIRST, -0.8)


@pytest.mark.parametrize("wrong", ["banana", "10", "0.55", "<b>x</b>", ""])
def test_what_is_typed_wrong_is_marked_with_a_message_and_changes_nothing(demo: Demo, wrong: str) -> None:
    before = demo.shown
    number(demo, FIRST).click()
    field = demo.host.locator(".number-box input")
    field.fill(wrong)
    field.press("Enter")
    expect(field).to_have_attribute("aria-invalid", "true")
    expect(demo.host.locator(".number-box [role=alert]")).to_contain_text("a number from −9.9 to 9.9")
    assert demo.shown == before
    demo.page.keyboard.press("Escape")
    expect(field).to_have_count(0)
    assert focused(demo) == FIRST
    assert demo.shown == before


def test_leaving_the_field_applies_and_escape_cancels(demo: Demo) -> None:
    number(demo, FIRST).click()
    demo.host.locator(".number-box input").fill("2")
    demo.page.keyboard.press("Escape")
    shows(demo, FIRST, -0.8)
    number(demo, FIRST).click()
    demo.host.locator(".number-box input").fill("2")
    demo.part("jump").focus()
    shows(demo, FIRST, 2)
    expect(demo.part("number-box")).to_have_count(0)


def test_undo_redo_and_the_way_back_to_the_original(demo: Demo) -> None:
    start = demo.shown
    number(demo, FIRST).focus()
    demo.page.keyboard.press("ArrowUp")
    shows(demo, FIRST, -0.7)
    number(demo, "x-1").focus()
    demo.page.keyboard.press("ArrowUp")
    shows(demo, "x-1", 0.5)
    end = demo.shown
    demo.page.keyboard.press("Control+z")
    shows(demo, "x-1", 0.4)
    demo.press("Undo")
    shows(demo, FIRST, -0.8)
    assert demo.shown == start
    assert re.search("seed=7", demo.link)
    demo.page.keyboard.press("Control+Shift+z")
    shows(demo, FIRST, -0.7)
    demo.press("Redo")
    shows(demo, "x-1", 0.5)
    assert demo.shown == end
    expect(demo.button("Redo")).to_have_attribute("aria-disabled", "true")
    demo.press("Original problem")
    shows(demo, FIRST, -0.8)
    assert demo.shown == start
    expect(demo.button("Original problem")).to_have_attribute("aria-disabled", "true")


def test_random_edits_undone_one_by_one_give_the_start(demo: Demo) -> None:
    given = {place: value for place, value in edits(problem(0), 3, 40).items() if place.startswith("x")} | {
        FIRST: 3.3,
        "guess-b-0-0": -4.0,
    }
    start, changes = demo.shown, 0
    for place, value in given.items():
        if number(demo, place).count():
            number(demo, place).click()
            demo.host.locator(".number-box input").fill(str(value))
            demo.page.keyboard.press("Enter")
            shows(demo, place, value if value % 1 else int(value))
            changes += 1
    assert changes >= 2
    demo.press("Undo", changes)
    shows(demo, FIRST, -0.8)
    assert demo.shown == start


def test_every_other_step_follows_an_edit(demo: Demo) -> None:
    number(demo, FIRST).focus()
    demo.page.keyboard.press("Shift+ArrowUp")
    shows(demo, FIRST, 0.2)
    code = re.search(r"problem=([\w-]+)", demo.link)
    assert code
    views = api.simple_forward_pass(problem=code[1])["views"]
    for step in (5, 10, 0):
        demo.jump(step).wait_for_view(7, step)
        assert demo.view["text"] == views[step]["text"]
        assert demo.shows_its_view()


def test_the_link_opens_exactly_this(demo: Demo, page: Page) -> None:
    number(demo, FIRST).focus()
    demo.page.keyboard.press("Shift+ArrowUp")
    shows(demo, FIRST, 0.2)
    page.goto(demo.link)
    other = Demo(page).wait_for_view(7, STEP, LIVE_SECONDS)
    assert other.view["text"] == demo.view["text"]
    shows(other, FIRST, 0.2)
    other.press("Original problem")
    shows(other, FIRST, -0.8)


@pytest.mark.parametrize("code", ["banana", "AQMDAgEAAAEFZNHjwdF", "%3Cscript%3Ealert(1)%3C/script%3E"])
def test_a_damaged_link_says_so_and_opens_the_first_problem(page: Page, code: str) -> None:
    page.goto(f"{PATH}?problem={code}&step=2")
    demo = Demo(page)
    expect(demo.part("notice")).to_contain_text("This link is damaged", timeout=LIVE_SECONDS * 1000)
    assert demo.wait_for_view(1, 2 if "script" in code else 0).shows_its_view()
    assert demo.host.locator("script:not(.shell)").count() == 0


def test_a_neuron_tells_its_sum_and_terms_light_up_with_their_connections(demo: Demo) -> None:
    demo.jump(0)
    neuron(demo, "2-0").click(force=True)
    asked = demo.part("asked")
    expect(asked).to_contain_text("The output")
    assert api.ask("2-0", 0, "en", seed=7)["text"].splitlines()[0] == "The output"
    for end, other in (
        (".asked [data-term='1-1-0']", ".picture [data-connection='1-1-0']"),
        (".picture [data-weight='1-1-0']", ".asked [data-term='1-1-0']"),
        (".picture [data-term='1-b-0']", ".asked [data-term='1-b-0']"),
        (".asked [data-term='1-b-0']", ".picture [data-term='1-b-0']"),
    ):
        demo.host.locator(end).hover(force=True)
        expect(demo.host.locator(other)).to_have_attribute("data-lit", "")
        assert demo.host.locator("[data-lit][data-connection]").count() <= 1
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
    assert focused(demo) == "1-1"
    number(demo, "guess-b-0-1", "asked-handles").focus()
    demo.page.keyboard.press("ArrowUp")
    expect(number(demo, "guess-b-0-1", "asked")).to_have_text("0.2")
    expect(number(demo, "guess-b-0-1")).to_have_text("b = 0.2")
    demo.page.keyboard.press("Escape")
    expect(demo.part("asked")).to_be_hidden()


def choose_network(demo: Demo, sizes: list[int], activations: list[str]) -> None:
    panel = demo.part("network-panel")
    if panel.get_attribute("open") is None:
        panel.locator("summary").click()
    panel.locator("[name=layers]").select_option(str(len(activations)))
    expect(panel.locator("[name=size]")).to_have_count(len(sizes))
    for name, values in (("size", sizes), ("activation", activations)):
        for place, value in enumerate(values):
            panel.locator(f"[name={name}]").nth(place).select_option(str(value))
    panel.get_by_role("button", name="Show this network").click()


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
    assert demo.counter == "1 / 18"
    demo.press("Undo")
    demo.wait_for_view(7, 0)
    choose_network(demo, [3, 2, 1], ["sigmoid", "sigmoid"])
    expect(demo.part("counter")).to_have_text("1 / 11")
    assert "seed=7" in demo.link


def test_an_edit_is_answered_within_thirty_milliseconds(demo: Demo) -> None:
    times: list[float] = demo.host.evaluate(
        """async (demo) => {
          const { python } = await import(new URL("embed.js", document.querySelector("script[src*=assets]").src));
          const times = [];
          let subject = { seed: 7 };
          for (let i = 0; i < 40; i++) {
            const start = performance.now();
            const delta = i % 2 ? 0.1 : -0.1;
            subject = (await python.call("edit", { ...subject, index: 4 + (i % 3), lang: "en", place: "x-0", delta })).subject;
            times.push(performance.now() - start);
          }
          return times;
        }"""
    )
    assert median(times) < MOST_MS


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


@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing(open_page: OpenPage, state: str) -> None:
    with open_page() as page:
        page.goto(f"{PATH}?seed=7&step=4")
        demo = Demo(page).wait_for_state("live", LIVE_SECONDS)
        expect(number(demo, FIRST)).to_have_attribute("role", "spinbutton")
        STATES[state](demo)
        assert faults(page, "simple-forward-pass") == {}


OVERLAPS = """(demo) => {
  const svg = demo.shadowRoot.querySelector(".picture svg");
  const texts = [...svg.querySelectorAll("text")].filter((t) => t.textContent && !t.closest(".absent"));
  const boxes = texts.map((t) => [t.textContent, t.getBBox()]);
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
        assert demo.part("network-panel").is_visible() == (controls == "all")
    demo.host.evaluate("demo => demo.removeAttribute('controls')")
