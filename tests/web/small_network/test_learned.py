"""What was learned, by links and attributes: the very parameters, or a sentence that says why not."""

from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import expect

from forwardpass import api
from forwardpass.words.catalogs import LANGUAGES

from ..conftest import OpenPage
from ..helpers.driver import Demo, hold_back
from ..helpers.small_network import PATH

LINK = {"seed": "7", "learned": "39", "rate": "0.5", "step": "pass", "v": "1"}


def asked_by(link: str) -> dict[str, str]:
    return dict(parse_qsl(urlsplit(link).query))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_link_to_what_was_learned_opens_it(open_page: OpenPage, lang: str) -> None:
    with open_page() as page:
        page.goto(f"{'' if lang == 'en' else lang + '/'}{PATH}?seed=7&learned=39&rate=0.5&step=pass")
        demo = Demo(page).wait_for_view(7, 9)
        assert demo.view["html"] == api.simple_forward_pass(7, lang, learned=39, rate=0.5)["views"][9]["html"]
        assert demo.shows_its_view()
        assert asked_by(demo.link) == LINK


def test_until_python_has_learned_it_the_network_is_blank(open_page: OpenPage) -> None:
    with open_page() as page:
        held = hold_back(page, "**/*.wasm")
        page.goto(f"{PATH}?seed=7&learned=39&step=best")
        demo = Demo(page).wait_for_state("loading")
        demo.wait("the blank network", "({ view }) => view?.key === 'waiting'")
        expect(demo.part("counter")).to_have_text("9 / 11")
        for route in held:
            route.continue_()
        page.unroute("**/*.wasm")
        demo.wait_for_view(7, 8, seconds=60)
        assert demo.view["numbers"]["in_force"] == "learned"


def test_another_network_learns_by_its_link(open_page: OpenPage) -> None:
    subject = api.another_network(3, [2, 3, 2], ["tanh", "sigmoid"])["subject"]
    with open_page() as page:
        page.goto(f"{PATH}?problem={subject['problem']}&learned=4&rate=1&step=pass")
        demo = Demo(page).wait_for_state("live")
        demo.wait("the learned parameters", "({ view }) => view?.numbers?.in_force === 'learned'")
        expected = api.simple_forward_pass(problem=subject["problem"], lang="en", learned=4, rate=1)["views"]
        assert demo.view["text"] == expected[demo.view["index"]]["text"]


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("learned=61&rate=0.5", "at a learning rate of 0.5 learning ends after 60 steps"),
        ("learned=0", "“0” is not a number of learning steps: they run from 1 to 1000."),
        ("learned=1001", "“1001” is not a number of learning steps"),
        ("learned=banana", "“banana” is not a number of learning steps"),
    ],
)
def test_steps_that_cannot_be_learned_are_told_and_left_out(open_page: OpenPage, query: str, told: str) -> None:
    with open_page() as page:
        page.goto(f"{PATH}?seed=7&step=pass&{query}")
        demo = Demo(page).wait_for_view(7, 9)
        expect(demo.part("notice")).to_contain_text(told)
        assert demo.view["numbers"]["in_force"] == "best"
        assert "learned" not in demo.link


def test_a_rate_that_there_is_not_is_told_and_the_usual_one_taken(open_page: OpenPage) -> None:
    with open_page() as page:
        page.goto(f"{PATH}?seed=7&step=pass&learned=39&rate=0.3")
        demo = Demo(page).wait_for_view(7, 9)
        expect(demo.part("notice")).to_have_text(
            "“0.3” is not a learning rate here: there are 0.01, 0.1, 0.5, 1, 5, 20."
        )
        assert asked_by(demo.link) == LINK


def test_attributes_open_what_was_learned(open_page: OpenPage) -> None:
    with open_page() as page:
        page.goto(PATH)
        demo = Demo(page).wait_for_state("live")
        demo.host.evaluate(
            "demo => { for (const [name, value] of Object.entries({ seed: 7, step: 'pass', rate: 0.5, learned: 39 })) demo.setAttribute(name, value); }"
        )
        demo.wait_for_view(7, 9)
        assert demo.view["text"] == api.simple_forward_pass(7, "en", learned=39, rate=0.5)["views"][9]["text"]
