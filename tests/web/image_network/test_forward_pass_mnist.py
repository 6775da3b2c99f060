"""The digit network, as a reader uses it."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from builder.publish.hashed_folders import part_folder
from forwardpass import api

from ...helpers.site_images import read_sample
from ..conftest import LiveDemo, OpenPage
from ..helpers.driver import Demo, hold_back, let_go
from ..helpers.parity import wait_until_answered

PATHS = {"en": "demos/forward_pass_mnist/", "es": "es/demos/forward_pass_mnist/"}
NAMES = {
    "en": {"random": "Random image", "digit": "Find this digit", "mistake": "Find a mistake"},
    "es": {"random": "Imagen al azar", "digit": "Buscar este dígito", "mistake": "Buscar un error"},
}
languages = pytest.mark.parametrize("lang", PATHS)


@languages
def test_next_and_back_take_the_neighbours(live_demo: LiveDemo, dist: Path, lang: str) -> None:
    demo, mnist = live_demo(PATHS[lang]), part_folder(dist, "mnist")
    for sample in (1, 2, 3):
        demo.press("next").wait_for_view(sample)
        assert (
            demo.view["html"] == api.forward_pass_mnist(sample, *read_sample(mnist, sample), lang)["views"][0]["html"]
        )
        assert demo.shows_its_view()
    demo.press("back").wait_for_view(2)
    assert demo.shows_its_view()


def test_the_last_image_and_the_first_are_neighbours(live_demo: LiveDemo) -> None:
    demo = live_demo(PATHS["en"]).press("back").wait_for_view(9999)
    demo.press("next").wait_for_view(0)


def test_next_answers_in_the_next_frame(live_demo: LiveDemo) -> None:
    demo = live_demo(PATHS["en"]).choose("500").wait_for_view(500)
    wait_until_answered(demo.page)  # the neighbours among them
    found = demo.button("next").evaluate(
        "button => new Promise((done) => { button.click(); requestAnimationFrame(() => done(button.getRootNode().host.view.numbers?.sample)); })"
    )
    assert found == 501


def test_two_hundred_fast_clicks_end_at_the_right_image(live_demo: LiveDemo) -> None:
    demo = live_demo(PATHS["en"])
    demo.button("next").evaluate("button => { for (let i = 0; i < 200; i++) button.click(); }")
    demo.wait_for_view(200)
    assert demo.shows_its_view()


def test_an_image_can_be_chosen_by_its_number(live_demo: LiveDemo) -> None:
    demo = live_demo(PATHS["en"]).choose("9998").wait_for_view(9998)
    demo.page.wait_for_url("**/?sample=9998")


@pytest.mark.parametrize("wrong", ["10000", "-1", "seven"])
def test_a_wrong_number_is_marked_and_changes_nothing(live_demo: LiveDemo, wrong: str) -> None:
    demo = live_demo(PATHS["en"])
    before = demo.shown
    demo.choose(wrong)
    expect(demo.part("number")).to_have_attribute("aria-invalid", "true")
    expect(demo.part("told")).to_contain_text(wrong)
    assert demo.shown == before


@languages
def test_random_takes_some_other_image(live_demo: LiveDemo, lang: str) -> None:
    demo = live_demo(PATHS[lang]).press(NAMES[lang]["random"])
    sample = int(demo.link.split("sample=")[1])
    demo.wait_for_view(sample)
    assert demo.shows_its_view()


@languages
def test_the_next_image_of_a_digit_is_found(live_demo: LiveDemo, dist: Path, lang: str) -> None:
    labels = (part_folder(dist, "mnist") / "labels.bin").read_bytes()
    demo = live_demo(PATHS[lang])
    demo.host.locator("form[data-action=digit] select").select_option("5")
    first = labels.index(5)
    demo.press(NAMES[lang]["digit"]).wait_for_view(first)
    demo.press(NAMES[lang]["digit"]).wait_for_view(labels.index(5, first + 1))
    assert demo.view["numbers"]["label"] == 5


@languages
def test_the_next_mistake_is_found(live_demo: LiveDemo, lang: str) -> None:
    demo = live_demo(PATHS[lang]).press(NAMES[lang]["mistake"])
    demo.wait("another image", "demo => demo.view.numbers?.sample > 0")
    numbers = demo.view["numbers"]
    assert numbers["predicted"] != numbers["label"]


def test_recorded_images_are_there_before_python_and_others_come_by_themselves(page: Page) -> None:
    held = hold_back(page, "**/*.wasm")
    page.goto(PATHS["en"])
    demo = Demo(page)
    demo.press("next", 3)
    demo.wait_for_view(3)
    assert demo.state == "loading"
    demo.choose("1234")
    demo.wait("a view without numbers", "demo => demo.view.numbers === null")
    expect(demo.part("loading")).to_be_visible()
    let_go(page, held)
    demo.wait_for_view(1234)


def test_the_first_view_needs_less_than_forty_kilobytes_of_images(page: Page) -> None:
    sizes: list[int] = []
    page.on(
        "response", lambda response: sizes.append(len(response.body())) if "/mnist/images/" in response.url else None
    )
    page.goto(PATHS["en"])
    Demo(page).wait_for_state("live")
    assert sum(sizes) < 40_000


def test_images_that_do_not_come_are_named_and_retry_works(open_page: OpenPage) -> None:
    with open_page(allowed=("404",)) as page:
        page.route("**/images/4.bin", lambda route: route.fulfill(status=404))
        page.goto(PATHS["en"])
        demo = Demo(page).wait_for_state("live").choose("200")
        expect(demo.part("failure")).to_contain_text("4.bin")
        page.unroute("**/images/4.bin")
        demo.press("retry").wait_for_view(200)
        expect(demo.part("failure")).to_be_hidden()
