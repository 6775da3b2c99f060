"""The demos while Python is on its way, cannot come, or dies."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from builder.shared.waiting import wait_until

from ..conftest import OpenPage
from ..helpers.driver import NAMES, Demo, hold_back, let_go
from ..helpers.python_files import ANY_WORDS

PATHS = {"en": "demos/simple_forward_pass/", "es": "es/demos/simple_forward_pass/"}
languages = pytest.mark.parametrize("lang", PATHS)


def missing(route: Route) -> None:
    route.fulfill(status=404, body="")


@languages
def test_next_works_while_python_is_loading(page: Page, lang: str) -> None:
    hold_back(page, "**/*.wasm")
    page.goto(PATHS[lang])
    demo = Demo(page)
    demo.press("next", 10)
    demo.wait_for_view(1, 10)
    assert demo.state == "loading"
    demo.press("new")
    demo.wait("the beginning of another problem", "({ view }) => view.index === 0 && view.numbers.seed !== 1")
    assert 1 <= demo.view["numbers"]["seed"] <= 20
    expect(demo.part("loading")).to_be_visible()


def test_progress_says_what_is_loading_and_how_much(page: Page) -> None:
    hold_back(page, "**/*.wasm")
    page.goto(PATHS["en"])
    demo = Demo(page)
    expect(demo.part("loading")).to_contain_text("MB")
    demo.wait("a megabyte", "demo => demo.shadowRoot.querySelector('progress').value > 1e6")
    bar = demo.host.locator("progress")
    assert 0 < bar.evaluate("bar => bar.value / bar.max") < 1


def test_python_takes_over_without_a_jump(page: Page) -> None:
    page.goto(PATHS["en"])
    demo = Demo(page)
    demo.press("next", 4)
    demo.wait_for_view(1, 4)
    before, words = demo.shown, demo.view["text"]
    demo.wait_for_state("live")
    assert (demo.shown, demo.view["text"]) == (before, words)


def test_a_problem_that_is_not_recorded_waits_with_the_blank_network(page: Page) -> None:
    held = hold_back(page, "**/*.wasm")
    page.goto(f"{PATHS['en']}?seed=4711&step=2")
    demo = Demo(page)
    demo.wait("the blank network", "({ view }) => view && view.numbers === null")
    expect(demo.part("loading")).to_be_visible()
    expect(demo.part("picture").locator("svg")).to_be_visible()
    demo.press("next", 2)
    expect(demo.part("counter")).to_have_text("5 / 11")
    let_go(page, held)
    demo.wait_for_view(4711, 4)
    assert demo.shows_its_view()


@pytest.mark.parametrize(
    "file",
    ["pyodide.asm*.wasm", "pyodide.js", "pyodide.asm.js", "{python_std,}lib*.zip*", "numpy*", "forwardpass*"],
)
def test_a_file_that_is_missing_either_way_is_named_and_retry_works(open_page: OpenPage, file: str) -> None:
    with open_page(allowed=ANY_WORDS) as page:
        page.route(f"**/python/*/{file}", missing)
        page.goto(PATHS["en"])
        demo = Demo(page).wait_for_state("error")
        expect(demo.part("failure")).to_contain_text(re.split("[*,]", file.lstrip("{"))[0])
        demo.press("next", 3)
        assert demo.wait_for_view(1, 3).state == "error", "recorded lessons go on"
        page.unroute(f"**/python/*/{file}")
        demo.press("retry").wait_for_state("live")
        expect(demo.part("failure")).to_be_hidden()
        demo.wait_for_index(3)


def test_archives_that_are_cut_short_either_way_are_told_in_words_and_retry_works(open_page: OpenPage) -> None:
    libraries = "**/{library,python_stdlib}.zip*"
    with open_page(allowed=ANY_WORDS) as page:
        page.route(libraries, lambda route: route.fulfill(body=route.fetch().body()[:100_000]))
        page.goto(PATHS["en"])
        demo = Demo(page).wait_for_state("error")
        expect(demo.part("failure")).to_contain_text("Python could not start")
        expect(demo.part("failure")).not_to_contain_text("[object")
        page.unroute_all(behavior="wait")
        demo.press("retry").wait_for_state("live")


def test_a_missing_script_of_the_worker_s_connection_is_named(open_page: OpenPage) -> None:
    with open_page(allowed=("404",)) as page:
        page.route("**/connection-*.js", missing)
        page.goto(PATHS["en"])
        expect(Demo(page).wait_for_state("error").part("failure")).to_contain_text("connection.js")


@languages
def test_failures_speak_the_language_of_the_page(open_page: OpenPage, lang: str) -> None:
    with open_page(allowed=("404",)) as page:
        page.route("**/*.wasm", missing)
        page.goto(PATHS[lang])
        demo = Demo(page).wait_for_state("error")
        expect(demo.part("failure")).to_contain_text("404")
        expect(demo.part("failure")).to_contain_text({"en": "could not start", "es": "no pudo arrancar"}[lang])
        expect(demo.host.get_by_role("button", name=NAMES[lang]["retry"], exact=True)).to_be_visible()


@pytest.mark.parametrize("query", ["", "?seed=4711"])
def test_a_script_of_the_demos_that_does_not_come_is_named_and_retry_works(open_page: OpenPage, query: str) -> None:
    with open_page(allowed=("Failed to load",)) as page:
        page.route("**/chunk-*.js", missing)
        page.goto(PATHS["es"] + query)
        demo = Demo(page)
        expect(demo.part("failure")).to_contain_text("El archivo embed.js no llegó")
        page.unroute_all()
        demo.part("failure").get_by_role("button").click()
        demo.wait_for_state("live")


def test_a_worker_that_does_not_come_is_named(open_page: OpenPage) -> None:
    with open_page(allowed=("404", "worker")) as page:
        page.route("**/worker.js", missing)
        page.goto(PATHS["en"])
        expect(Demo(page).wait_for_state("error").part("failure")).to_contain_text("worker.js")


def test_a_stall_is_noticed_after_half_a_minute(page: Page) -> None:
    page.clock.install()
    hold_back(page, "**/*.wasm")
    page.goto(PATHS["en"])
    demo = Demo(page)
    expect(demo.part("loading")).to_contain_text("MB")
    page.clock.fast_forward(31_000)
    demo.wait_for_state("error")
    expect(demo.part("failure")).to_contain_text("30")
    page.unroute("**/*.wasm")
    demo.press("retry").wait_for_state("live")


def test_a_damaged_wasm_is_a_failure_with_retry(open_page: OpenPage) -> None:
    with open_page(allowed=ANY_WORDS) as page:
        page.route(
            "**/*.wasm", lambda route: route.fulfill(body=b"\0asm\1\0\0\0 broken", content_type="application/wasm")
        )
        page.goto(PATHS["en"])
        demo = Demo(page).wait_for_state("error")
        page.unroute("**/*.wasm")
        demo.press("retry").wait_for_state("live")


def test_without_webassembly_the_page_says_so_and_goes_on(launch: Callable[..., Browser], open_page: OpenPage) -> None:
    browser = launch("--js-flags=--jitless")
    with open_page(within=browser) as page:
        page.goto(PATHS["en"])
        demo = Demo(page).wait_for_state("error")
        expect(demo.part("failure")).to_contain_text("WebAssembly")
        demo.press("next")
        demo.wait_for_view(1, 1)
    browser.close()


def test_a_worker_that_dies_is_replaced_and_the_view_stays(page: Page) -> None:
    page.goto(f"{PATHS['en']}?seed=31&step=5")
    demo = Demo(page).wait_for_view(31, 5).wait_for_state("live")
    before = demo.shown
    page.workers[0].evaluate("self.close()")
    demo.wait_for_state("loading")
    assert demo.shown == before
    demo.wait_for_state("live")
    assert demo.shown == before
    demo.choose("77").wait_for_view(77)


def test_a_call_that_never_ends_is_stopped_and_sent_once_more(page: Page) -> None:
    page.clock.install()
    page.goto(PATHS["en"])
    demo = Demo(page).wait_for_state("live")
    page.evaluate(
        "import('./../../embed.js').then(({ python }) => python.call('simple_forward_pass', { seed: 8, lang: 'en' }))"
    )
    page.workers[0].evaluate("() => { self.postMessage = () => {}; }")  # it hears, but says nothing any more
    page.evaluate("""import('./../../embed.js').then(({ python }) =>
      python.call('simple_forward_pass', { seed: 9, lang: 'en' }).then((lesson) => (window.lesson = lesson)) && null)""")
    page.clock.fast_forward(16_000)
    demo.wait_for_state("loading")
    demo.wait_for_state("live")
    wait_until(page, "the lesson", lambda: page.evaluate("window.lesson"))
    assert page.evaluate("window.lesson.views[0].numbers.seed") == 9


def test_python_starts_only_when_a_demo_comes_into_view(page: Page) -> None:
    page.goto("figures/")  # a page without a demo of its own
    page.set_content("<div style='height: 5000px'></div><simple-forward-pass></simple-forward-pass>")
    page.add_script_tag(url="../embed.js", type="module")
    demo = Demo(page).wait_for_state("idle")
    page.evaluate("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")  # it has been seen
    assert demo.state == "idle"
    assert not page.workers
    page.evaluate("scrollTo(0, 5000)")
    demo.wait_for_state("live")
