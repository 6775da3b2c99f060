"""All hidden neurons of a network as a grid in Look inside: each with its activation now, each to be opened."""

import pytest
from playwright.sync_api import Page, expect

from forwardpass import api

from ...helpers.mnist_images import images, labels
from ..conftest import LIVE_SECONDS
from ..helpers.axe import faults
from ..helpers.driver import MNIST, Demo

PATH = "demos/forward_pass_mnist/"
WIDE = "mnist_784_128_10"


def unfolded(page: Page, query: str = "") -> Demo:
    page.goto(PATH + query)
    demo = Demo(page).wait_for_state("live", LIVE_SECONDS).mode("inside")
    demo.part("all-neurons").locator("summary").focus()
    page.keyboard.press("Enter")
    expect(demo.part("neuron-grid")).to_be_visible()
    return demo


def shown(demo: Demo) -> list[str]:
    found: list[str] = (
        demo.part("neuron-grid")
        .locator("button")
        .evaluate_all("buttons => buttons.map((button) => button.lastElementChild.textContent)")
    )
    return found


def activations(sample: int, network: str) -> list[str]:
    pixels, label = images()[sample].tolist(), int(labels()[sample])
    view = api.forward_pass_mnist(sample, pixels, label, network=network)["views"][0]
    assert view["numbers"]
    return [f"{value:.2f}" for value in view["numbers"]["hidden"][0]]


@pytest.mark.parametrize(("network", "count"), [("mnist_784_10_10", 10), (WIDE, 128)])
def test_every_neuron_is_there_with_its_activation_and_follows_the_image(page: Page, network: str, count: int) -> None:
    demo = unfolded(page, f"?network={network}")
    expect(demo.part("neuron-grid").locator("button")).to_have_count(count)
    assert shown(demo) == activations(0, network)
    demo.press("next").wait_for_view(1)
    demo.wait(
        "the activations of the next image",
        "({ shadowRoot }, values) => [...shadowRoot.querySelectorAll('.neuron-grid button')].map((button) => button.lastElementChild.textContent).join() === values.join()",
        activations(1, network),
    )


def test_each_opens_also_one_that_is_not_drawn(page: Page) -> None:
    demo = unfolded(page, f"?network={WIDE}")
    hidden = next(
        key
        for key in (f"1-{i}" for i in range(128))
        if not demo.part("picture").locator(f"[data-neuron='{key}']").count()
    )
    button = demo.part("neuron-grid").locator(f"button[value='{hidden}']")
    expect(button.locator("path").first).to_be_attached()
    button.focus()
    page.keyboard.press("Enter")
    title = f"Hidden neuron {int(hidden[2:]) + 1}"
    expect(demo.part("inside").locator("h3")).to_have_text(title)
    expect(demo.part("inside").locator("h3")).to_be_in_viewport()
    assert (button.get_attribute("aria-label") or "").startswith(f"{title}: ")


def test_it_belongs_to_looking_inside_and_axe_finds_nothing(page: Page) -> None:
    demo = unfolded(page)
    assert faults(page, within=(MNIST, ".all-neurons")) == {}
    demo.mode("images")
    expect(demo.part("all-neurons")).to_be_hidden()
    demo.mode("inside")
    expect(demo.part("neuron-grid")).to_be_visible()


def test_it_is_said_in_the_language_of_the_page(page: Page) -> None:
    demo = unfolded(page)
    demo.host.evaluate("demo => { demo.lang = 'es'; }")
    expect(demo.part("all-neurons").locator("summary")).to_have_text("Todas las neuronas ocultas")


def test_there_is_no_sideways_scrolling_on_a_phone(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    unfolded(page)
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
