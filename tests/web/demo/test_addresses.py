"""What an address asks for is shown, and nothing else before it."""

import pytest
from playwright.sync_api import Page, expect

from forwardpass import api

from ..conftest import OpenPage
from ..helpers.driver import Demo, without_python

SIMPLE = "demos/simple_forward_pass/"
MNIST = "demos/forward_pass_mnist/"


def test_a_recorded_problem_is_shown_at_its_step(page: Page) -> None:
    without_python(page)
    page.goto(f"{SIMPLE}?seed=5&step=4&v=1")
    demo = Demo(page).wait_for_view(5, 4)
    expect(demo.part("counter")).to_have_text("5 / 11")
    assert demo.view["text"] == api.simple_forward_pass(5, "en")["views"][4]["text"]


@pytest.mark.parametrize("seed", [5, 4711])
def test_a_step_is_shown_by_its_key(page: Page, seed: int) -> None:
    """Recorded or computed; while Python starts the counter says already where that will be."""
    page.goto(f"{SIMPLE}?seed={seed}&step=neuron-2-1&v=1")
    demo = Demo(page)
    expect(demo.part("counter")).to_have_text("7 / 11")
    assert demo.wait_for_view(seed, 6).view["key"] == "neuron-2-1"
    assert page.url.endswith(f"?seed={seed}&step=neuron-2-1&v=1")


@pytest.mark.parametrize("seed", [5, 4711])
@pytest.mark.parametrize("key", ["neuron-1-3", "layer-3", "waiting", "constructor"])
def test_a_key_that_the_lesson_does_not_have_is_told_and_the_first_step_shown(page: Page, seed: int, key: str) -> None:
    page.goto(f"es/{SIMPLE}?seed={seed}&step={key}")
    demo = Demo(page).wait_for_view(seed, 0)
    expect(demo.part("notice")).to_have_text(f"«{key}» no es un paso de esta lección, así que empieza por el primero.")
    page.wait_for_url(f"**/?seed={seed}&step=data&v=1")
    expect(demo.part("failure")).to_be_hidden()


def test_any_problem_is_shown_when_python_is_live(page: Page) -> None:
    page.goto(f"es/{SIMPLE}?seed=4711&step=9")
    demo = Demo(page).wait_for_view(4711, 9)
    assert demo.view["html"] == api.simple_forward_pass(4711, "es")["views"][9]["html"]
    assert demo.shows_its_view()


@pytest.mark.parametrize(
    ("path", "first_words"),
    [(f"{SIMPLE}?seed=4711&step=3", "0.34"), (f"{SIMPLE}?seed=5", "0.34"), (f"{MNIST}?sample=4711", "99.2")],
)
def test_the_first_problem_is_never_seen_when_another_is_asked_for(page: Page, path: str, first_words: str) -> None:
    """Looks at every frame from the first one on."""
    page.add_init_script("""
      window.seen = new Set();
      const look = () => {
        const panel = document.querySelector("simple-forward-pass, forward-pass-mnist")?.shadowRoot?.querySelector(".narration");
        if (panel && panel.checkVisibility({ visibilityProperty: true })) window.seen.add(panel.textContent);
        requestAnimationFrame(look);
      };
      look();
    """)
    page.goto(path)
    demo = Demo(page).wait_for_state("live")
    demo.wait("a view with numbers", "demo => demo.view?.numbers")
    seen: list[str] = page.evaluate("[...window.seen]")
    assert seen
    assert not [words for words in seen if first_words in words]


def test_the_first_view_is_visible_from_the_start_when_nothing_is_asked_for(page: Page) -> None:
    page.route("**/chunk-*.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto(SIMPLE)
    expect(Demo(page).part("narration")).to_be_visible()


def test_the_first_view_is_shown_when_the_script_does_not_come(open_page: OpenPage) -> None:
    with open_page(allowed=("404",)) as page:
        page.route("**/chunk-*.js", lambda route: route.fulfill(status=404, body=""))
        page.goto(f"{SIMPLE}?seed=5")
        expect(Demo(page).part("narration")).to_be_visible()


@pytest.mark.parametrize(
    ("query", "named", "place"),
    [
        ("seed=banana", "banana", (1, 0)),
        ("seed=-3", "-3", (1, 0)),
        ("seed=1000000000", "1000000000", (1, 0)),
        ("seed=5&step=99", "99", (5, 10)),
        ("seed=5&step=-2", "-2", (5, 0)),
        ("seed=5&step=last", "last", (5, 0)),
        ("seed=5&step=3&v=7", "7", (1, 0)),
    ],
)
@pytest.mark.parametrize("lang", ["", "es/"])
def test_a_wrong_value_is_named_calmly(page: Page, lang: str, query: str, named: str, place: tuple[int, int]) -> None:
    without_python(page)
    page.goto(f"{lang}{SIMPLE}?{query}")
    demo = Demo(page).wait_for_view(*place)
    expect(demo.part("notice")).to_contain_text(named)
    expect(demo.part("narration")).to_be_visible()


@pytest.mark.parametrize("value", ["-1", "10000", "x", "%3Cb%3E"])
def test_a_wrong_sample_is_named_calmly(page: Page, value: str) -> None:
    without_python(page)
    page.goto(f"{MNIST}?sample={value}")
    demo = Demo(page).wait_for_view(0)
    expect(demo.part("notice")).to_contain_text("<b>" if value.startswith("%") else value)


def test_the_address_follows_the_reader_and_leads_back(page: Page) -> None:
    without_python(page)
    page.goto(SIMPLE)
    demo = Demo(page)
    assert "?" not in page.url
    demo.press("next", 2)
    demo.wait_for_view(1, 2)
    page.wait_for_url("**/?seed=1&step=layer-2&v=1")
    assert page.evaluate("history.length") <= 2
    shown = demo.shown
    page.reload()
    assert Demo(page).wait_for_view(1, 2).shown == shown


def test_the_link_in_the_bar_leads_to_what_is_on_screen(page: Page) -> None:
    without_python(page)
    page.goto(f"{MNIST}?sample=3")
    demo = Demo(page).wait_for_view(3).press("next").wait_for_view(4)
    assert demo.link.endswith("/demos/forward_pass_mnist/?sample=4")


def test_the_language_menu_keeps_the_place(page: Page) -> None:
    without_python(page)
    page.goto(f"{SIMPLE}?seed=5&step=4&v=1")
    Demo(page).wait_for_view(5, 4)
    page.get_by_role("link", name="Español").click()
    demo = Demo(page).wait_for_view(5, 4)
    assert demo.lang == "es"
    page.wait_for_url("**/es/demos/simple_forward_pass/?seed=5&step=neuron-1-1&v=1")
