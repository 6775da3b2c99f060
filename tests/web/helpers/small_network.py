"""What tests of the small network share: problem 7 at the step of its first hidden neuron, its numbers and neurons."""

from playwright.sync_api import Locator, expect

from ..conftest import LiveDemo
from .driver import Demo

PATH = "demos/simple_forward_pass/"
FIRST = "guess-w-0-0-0"  # of seed 7: -0.8
STEP = 4


def at_first_neuron(live_demo: LiveDemo) -> Demo:
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


def has_focus(demo: Demo, name: str) -> None:
    """Waits until the number or neuron of that name has it."""
    demo.wait(
        f"the focus on {name}",
        "({ shadowRoot: { activeElement: e } }, name) => (e?.dataset.edit ?? e?.parentElement?.dataset.neuron) === name",
        name,
    )


def choose_network(demo: Demo, sizes: list[int], activations: list[str]) -> None:
    panel = demo.mode("play").part("network-panel")
    if panel.get_attribute("open") is None:
        panel.locator("summary").click()
    panel.locator("[name=layers]").select_option(str(len(activations)))
    expect(panel.locator("[name=size]")).to_have_count(len(sizes))
    for name, values in (("size", sizes), ("activation", activations)):
        for place, value in enumerate(values):
            panel.locator(f"[name={name}]").nth(place).select_option(str(value))
    panel.get_by_role("button", name="Show this network").click()
