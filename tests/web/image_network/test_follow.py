"""The lesson that follows one image through the network, as a reader takes it: step by step, chosen, linked, without a mouse and without Python."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from forwardpass import api
from forwardpass.words.catalogs import LANGUAGES

from ...helpers.mnist_images import images, labels
from ..conftest import LiveDemo, OpenPage
from ..helpers.axe import faults
from ..helpers.driver import MNIST, Demo, without_python
from ..helpers.pad import PAGE, SEVEN, draw, opened
from .readings import GOOD, wait_for_reading

STEPS = ["look", "numbers", "neuron", "sum", "squeeze", "layer-1", "votes", "totals", "softmax", "answer"]
SEE, LEAVE = "See how it got there", "Leave the lesson"


def at(demo: Demo, key: str, sample: int | None = None) -> Demo:
    """Waits until a step is on screen, of an image where one is named."""
    is_there = (
        "(demo, key, sample) => demo.view?.key === key && (sample === null || demo.view.numbers?.sample === sample)"
    )
    demo.wait(f"the step {key}", is_there, key, sample)
    assert demo.shows_its_view()
    return demo


def expected(sample: int, lang: str = "en") -> list[str]:
    """The narrations of the lesson."""
    asked = {"sample": sample, "pixels": images()[sample].tolist(), "label": int(labels()[sample])}
    return [view["html"] for view in api.follow(**asked, lang=lang)["views"]]


@pytest.fixture
def demo(live_demo: LiveDemo) -> Iterator[Demo]:
    """A live demo; in the end the lesson is left."""
    found = live_demo(PAGE)
    yield found
    if found.button(LEAVE).is_visible():
        found.press(LEAVE)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_recorded_image_is_followed_through_all_steps_before_python_is_there(page: Page, lang: str) -> None:
    without_python(page)
    page.goto(("" if lang == "en" else f"{lang}/") + f"{PAGE}?sample=3")
    demo = Demo(page).wait_for_view(3)
    demo.host.locator("[data-action=follow]").click()
    for place, (key, html) in enumerate(zip(STEPS, expected(3, lang), strict=True)):
        at(demo, key, 3)
        assert demo.view["html"] == html
        assert demo.counter.replace(" ", "") == f"{place + 1}/{len(STEPS)}"
        demo.part("next").click()
    at(demo, "look", 4)  # behind the last step comes the next image
    demo.part("back").click(force=True)
    at(demo, "look", 4)
    expect(demo.part("back")).to_have_attribute("aria-disabled", "true")


def test_what_is_left_leaves_nothing_behind_and_next_goes_to_the_next_image_as_before(demo: Demo) -> None:
    before = demo.everything
    demo.press(SEE)
    for key in STEPS[:4]:
        at(demo, key, 0).press("next")
    demo.press(LEAVE).wait("the image", "demo => demo.view.key === 'sample'")
    expect(demo.button(SEE)).to_be_focused()
    assert demo.start_over().everything == before
    demo.press("next").wait_for_view(1)
    assert demo.view["key"] == "sample"


def test_a_step_stands_in_the_address_and_opens_from_it(page: Page) -> None:
    page.goto(f"{PAGE}?sample=2&step=sum")
    demo = at(Demo(page), "sum", 2)
    demo.press("next")
    at(demo, "squeeze", 2)
    page.wait_for_url("**/?sample=2&step=squeeze")
    page.goto(f"{PAGE}?sample=2&step=6")
    at(Demo(page), "votes", 2)
    page.goto(f"{PAGE}?sample=2")
    assert Demo(page).wait_for_view(2).view["key"] == "sample"
    assert "step" not in Demo(page).link


@pytest.mark.parametrize("step", ["layer-7", "nowhere"])
def test_a_step_that_is_none_is_told(page: Page, step: str) -> None:
    page.goto(f"{PAGE}?sample=1&step={step}")
    demo = Demo(page).wait_for_view(1)
    expect(demo.part("notice")).to_contain_text(step)


def test_the_attribute_is_followed_at_any_time(demo: Demo) -> None:
    demo.host.evaluate("demo => demo.setAttribute('step', 'softmax')")
    at(demo, "softmax", 0)
    demo.host.evaluate("demo => demo.setAttribute('step', 'answer')")
    at(demo, "answer", 0)
    demo.host.evaluate("demo => demo.removeAttribute('step')")


def test_any_neuron_and_any_class_is_chosen_from_the_menus_and_in_the_drawing(demo: Demo) -> None:
    demo.press(SEE)
    at(demo, "look").press("next", 2)
    at(demo, "neuron")
    menu = demo.part("choice").locator("select")
    menu.select_option("1-8")
    demo.wait("neuron 9", "demo => demo.view.html.includes('Hidden neuron 9')")
    demo.press("next", 3)
    at(demo, "layer-1")
    demo.host.get_by_role("button", name="Hidden neuron 4:").click()
    demo.wait("neuron 4", "demo => demo.view.key === 'neuron' && demo.view.html.includes('Hidden neuron 4')")
    demo.press("next", 5)
    at(demo, "totals")
    demo.host.locator(".picture [role=button]").nth(2).click()
    demo.wait("the votes for 2", "demo => demo.view.key === 'votes' && demo.view.html.includes('The votes for 2')")
    menu.select_option("5")
    demo.wait("the votes for 5", "demo => demo.view.html.includes('The votes for 5')")
    demo.press("next", 3)
    at(demo, "answer")
    menu.select_option("8")
    demo.wait("the comparison with 8", "demo => demo.view.html.includes('Why not 8?')")
    demo.press("back", 7)
    at(demo, "neuron")
    assert "Hidden neuron 4" in demo.view["html"]
    demo.choose("12")
    at(demo, "neuron", 12)  # the same neuron looks at another image
    demo.wait("neuron 4 again", "demo => demo.view.html.includes('Hidden neuron 4')")


def test_a_drawing_is_followed_too(page: Page) -> None:
    page.goto(PAGE)
    demo = Demo(page).wait_for_state("live")
    opened(demo)
    draw(demo, SEVEN)
    demo.wait("the drawing", "demo => demo.view.key === 'drawing'")
    demo.press(SEE)
    at(demo, "look")
    assert "your drawing" in demo.view["html"]
    demo.press("next", 9)
    at(demo, "answer")
    assert "You know best" in demo.view["html"]
    link = demo.link
    page.goto(link)
    at(Demo(page), "answer")
    assert "You know best" in Demo(page).view["html"]


def test_a_network_of_another_depth_is_followed(page: Page) -> None:
    page.goto(f"{PAGE}?sample=7")
    demo = Demo(page).wait_for_state("live").more().press("Your own network")
    demo.part("own-network").locator("input[type=file]").set_input_files(GOOD)  # type: ignore[arg-type]
    wait_for_reading(demo, "own1", 7).press(SEE)
    for key in [*STEPS[:6], "layer-2", *STEPS[6:]]:
        at(demo, key, 7).press("next")


@pytest.mark.parametrize("network", ["mnist_784_128_10", "fashion_784_64_10"])
def test_every_network_of_the_menu_is_followed(page: Page, network: str) -> None:
    page.goto(f"{PAGE}?network={network}&step=layer-1")
    demo = at(Demo(page), "layer-1", 0)
    assert demo.host.locator(".picture .tile").count() == 10
    demo.press("next", 4)
    at(demo, "answer", 0)


def test_the_keyboard_is_enough(demo: Demo) -> None:
    demo.button(SEE).focus()
    demo.page.keyboard.press("Enter")
    at(demo, "look")
    for key in STEPS[1:6]:
        demo.page.keyboard.press("ArrowRight")
        at(demo, key)
    tile = demo.host.get_by_role("button", name="Hidden neuron 6:")
    tile.focus()
    demo.page.keyboard.press("Enter")
    demo.wait("neuron 6", "demo => demo.view.key === 'neuron' && demo.view.html.includes('Hidden neuron 6')")
    demo.button(LEAVE).focus()
    demo.page.keyboard.press("Enter")
    demo.wait("the image", "demo => demo.view.key === 'sample'")


def test_another_language_keeps_the_step(page: Page) -> None:
    page.goto(f"{PAGE}?sample=1&step=votes")
    demo = at(Demo(page).wait_for_state("live"), "votes", 1)
    demo.host.evaluate("demo => { demo.lang = 'es'; }")
    html = expected(1, "es")[STEPS.index("votes")]
    demo.wait("Spanish", "(demo, html) => demo.view.html === html", html)
    expect(demo.part("counter")).to_contain_text("7")


def test_no_step_breaks_a_rule_of_accessibility_or_scrolls_sideways(open_page: OpenPage) -> None:
    with open_page(viewport={"width": 390, "height": 844}) as page:
        without_python(page)
        page.goto(f"{PAGE}?step=look")
        demo = Demo(page)
        for key in STEPS:
            page.set_viewport_size({"width": 390, "height": 844})
            at(demo, key, 0)
            assert page.evaluate("document.documentElement.scrollWidth") <= 390
            assert demo.part("narration").evaluate("panel => panel.scrollWidth <= panel.clientWidth")
            assert faults(page, (MNIST, ".frame")) == {}, key
            demo.press("next")
