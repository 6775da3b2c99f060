"""What an author writes into a demo's tag, and what is left when the tag is gone."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from builder.shared.waiting import wait_until

from ..conftest import OpenPage
from ..helpers.books import Book
from ..helpers.driver import MNIST, SIMPLE, Demo, hold_back, let_go, wait_for_held, wait_until_idle

SEEN = "[...demo.shadowRoot.querySelectorAll('[data-control]')].filter((part) => part.checkVisibility()).map((part) => part.dataset.control)"


@pytest.fixture
def book(tmp_path: Path, site: str, open_page: OpenPage) -> Book:
    return Book(tmp_path, site, open_page)


def shown(page: Page, element: str = SIMPLE) -> Demo:
    demo = Demo(page, element)
    return demo.wait("a view with numbers", "demo => demo.view?.numbers")


def controls(demo: Demo) -> set[str]:
    return set(demo.host.evaluate(f"demo => {SEEN}"))


def test_a_teacher_chooses_the_controls_and_may_change_them(book: Book) -> None:
    book.write(f'<{SIMPLE} controls="counter back"></{SIMPLE}>')
    with book.open() as page:
        demo = shown(page)
        assert controls(demo) == {"counter", "back"}
        expect(demo.part("controls")).to_be_hidden()
        demo.host.evaluate("demo => demo.setAttribute('controls', 'bar code')")
        assert controls(demo) == {"counter", "back", "next", "code"}
        assert controls(demo.more()) == {"links", "counter", "back", "next", "code"}
        demo.host.evaluate("demo => demo.setAttribute('controls', 'none')")
        assert controls(demo) == set()
        demo.host.evaluate("demo => demo.removeAttribute('controls')")
        assert {"restart", "new", "questions", "edit network", "learn", "code", "next"} <= controls(demo)
        assert {"links", "seed", "share", "embed"} <= controls(demo.more())


def test_a_key_is_left_out_with_its_button(book: Book) -> None:
    book.write(f"<{SIMPLE} controls=back step=4></{SIMPLE}>")
    with book.open() as page:
        demo = shown(page)
        demo.part("frame").press("ArrowRight")
        demo.part("frame").press("ArrowLeft")
        demo.wait_for_index(3)


@pytest.mark.parametrize(
    ("tag", "lang"),
    [("es-MX", "es"), ("zh-Hant", "zh"), ("zh-TW", "zh"), ("cn", "zh"), ("jp", "ja"), ("fr_CA", "fr"), ("KO", "ko")],
)
def test_a_regional_tag_finds_its_nearest(book: Book, tag: str, lang: str) -> None:
    book.write(f"<section lang='{tag}'><{SIMPLE}></{SIMPLE}></section>")
    with book.open() as page:
        assert shown(page).lang == lang


def test_an_impossible_language_leaves_that_of_the_surroundings(book: Book) -> None:
    book.write(f"<{SIMPLE} lang=tlh></{SIMPLE}>", lang="es")
    with book.open(allowed=("is not one of",)) as page:
        assert shown(page).lang == "es"


def test_the_language_of_the_surroundings_reaches_into_shadow_roots(book: Book) -> None:
    inside = f"<div lang=ko><template shadowrootmode=open><{SIMPLE}></{SIMPLE}></template></div>"
    book.write(inside, lang="es")
    with book.open() as page:
        assert shown(page).lang == "ko"


@pytest.mark.parametrize(
    ("element", "attribute", "value", "allowed"),
    [
        (SIMPLE, "seed", "<b>seven</b>", "0–999999999"),
        (SIMPLE, "step", "x", "0–10"),
        (SIMPLE, "step", "neuron-1-3", "0–10 data layer-1"),
        (SIMPLE, "step", "99", "0–10"),
        (MNIST, "sample", "10000", "0–9999"),
        (SIMPLE, "theme", "pink", "auto light dark"),
        (SIMPLE, "controls", "next everything", "all bar none links"),
        (SIMPLE, "lang", "tlh", "en es"),
    ],
)
def test_a_value_that_cannot_be_is_reported_and_replaced(
    book: Book, element: str, attribute: str, value: str, allowed: str
) -> None:
    heard: list[str] = []
    book.write(f"<{element}></{element}>")
    with book.open(allowed=("is not one of",)) as page:
        page.on("console", lambda message: heard.append(message.text))
        page.evaluate(f"document.querySelector('{element}').setAttribute('{attribute}', '{value}')")
        demo = shown(page, element)
        demo.wait_for_state("live")
        assert [f"{element}: {attribute}=" in text and allowed in text for text in heard] == [True]
        assert demo.host.locator("b", has_text="seven").count() == 0
        assert demo.view["numbers"].get("seed", 1) == 1


def test_a_demo_that_is_moved_while_it_waits_goes_on_in_its_new_language(book: Book) -> None:
    book.write(f"<div id=first lang=es><{SIMPLE} seed=4711></{SIMPLE}></div><div id=second lang=fr></div>")
    with book.open() as page:
        expect(Demo(page).part("frame")).to_be_attached()
        page.evaluate("document.querySelector('#second').append(document.querySelector('simple-forward-pass'))")
        demo = Demo(page).wait_for_view(4711).wait_for_state("live")
        expect(demo.host.locator(".frame[lang=fr]")).to_be_visible()
        demo.wait_for_view(4711)


def test_a_language_that_is_set_while_the_demo_opens_is_followed(book: Book) -> None:
    book.write("")
    with book.open() as page:
        held = hold_back(page, "**/en/shell.json")
        page.evaluate("document.body.append(document.createElement('simple-forward-pass'))")
        wait_for_held(page, held)
        page.evaluate("document.querySelector('simple-forward-pass').lang = 'fr'")
        let_go(page, held)
        expect(Demo(page).host.locator(".frame[lang=fr]")).to_be_visible()


def test_a_demo_whose_dialog_is_open_can_be_moved(book: Book) -> None:
    book.write(f"<div id=first><{SIMPLE} seed=2></{SIMPLE}></div><div id=second></div>")
    with book.open() as page:
        demo = shown(page)
        demo.more().host.locator("[data-action=embed]").click()
        expect(demo.part("embedding")).to_be_visible()
        page.evaluate("document.querySelector('#second').append(document.querySelector('simple-forward-pass'))")
        expect(demo.part("embedding")).to_be_hidden()
        expect(demo.part("preview").locator("iframe")).to_have_count(0)
        assert demo.press("next").view["index"] == 1


def test_python_goes_when_the_last_demo_has_been_gone_for_a_minute_and_comes_back(book: Book) -> None:
    book.write(f"<{SIMPLE} seed=31></{SIMPLE}>")
    with book.open() as page:
        page.clock.install()
        page.reload()
        Demo(page).wait_for_state("live")
        wait_until_idle(page, book.site)
        page.evaluate("window.demo = document.querySelector('simple-forward-pass'), demo.remove()")
        page.clock.fast_forward("00:30")
        page.evaluate("document.body.append(demo)")
        wait_until_idle(page, book.site)
        page.clock.fast_forward("02:00")
        assert len(page.workers) == 1, "it came back in time"
        page.evaluate("demo.remove()")
        page.clock.fast_forward("01:01")
        assert page.evaluate("document.querySelector('iframe')") is None
        page.evaluate("document.body.append(demo)")
        demo = Demo(page).wait_for_state("live")
        assert demo.choose("4711").wait_for_view(4711).state == "live"


@pytest.mark.parametrize("lost", ["**/shell.json", "**/assets/**/*.js"])
def test_where_our_files_do_not_come_the_author_s_own_words_stay(book: Book, lost: str) -> None:
    book.write(f"<{SIMPLE}><a href=#>A demo</a></{SIMPLE}>")
    with book.open(allowed=("404", "did not come")) as page:
        page.route(lost, lambda route: route.fulfill(status=404))
        with page.expect_response(lost):
            page.reload()
        expect(page.get_by_role("link", name="A demo")).to_be_visible()


def test_a_demo_whose_inside_does_not_come_says_so_in_the_console_and_opens_when_it_is_moved(book: Book) -> None:
    heard: list[str] = []
    book.write(f"<{SIMPLE}><a href=#>A demo</a></{SIMPLE}>")
    with book.open(allowed=("404", "did not come")) as page:
        page.route("**/shell.json", lambda route: route.fulfill(status=404))
        page.on("console", lambda message: heard.append(message.text))
        page.reload()
        demo = Demo(page).wait_for_state("error")
        assert [text for text in heard if text.startswith(SIMPLE) and "Access-Control-Allow-Origin" in text]
        page.unroute("**/shell.json")
        page.evaluate("document.body.append(document.querySelector('simple-forward-pass'))")
        demo.wait_for_state("live")


def test_nothing_of_a_removed_demo_is_kept(book: Book) -> None:
    book.write(f"<{SIMPLE}></{SIMPLE}><{MNIST}></{MNIST}>")
    with book.open() as page:
        for element in (SIMPLE, MNIST):
            Demo(page, element).wait_for_state("live")
        page.evaluate("""() => {
          window.left = [...document.body.children].map((demo) => new WeakRef(demo));
          document.body.replaceChildren();
        }""")
        session = page.context.new_cdp_session(page)

        def is_gone() -> bool:
            session.send("HeapProfiler.collectGarbage")
            return bool(page.evaluate("window.left.every((demo) => !demo.deref())"))

        wait_until(page, "the end of every removed demo", is_gone)  # a question on its way to Python still holds it
