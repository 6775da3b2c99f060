"""Demos in pages of another origin: live, one Python, whatever the page's policy and style; and what is said where they cannot be."""

from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from forwardpass import api

from ..conftest import OpenPage
from ..helpers.books import Book
from ..helpers.driver import MNIST, SIMPLE, Demo
from ..helpers.python_files import ANY_WORDS, STOCK, marks

HOSTILE = """<style>* { all: unset } svg, iframe { display: none } button { font-size: 40px } body { font: 40px serif }
iframe { display: block !important; height: 900px }</style>"""
FOUR = f"<{SIMPLE} seed=3></{SIMPLE}><{MNIST} sample=2></{MNIST}><{SIMPLE} seed=31></{SIMPLE}><{MNIST} sample=77></{MNIST}>"


@pytest.fixture
def book(tmp_path: Path, site: str, open_page: OpenPage) -> Book:
    return Book(tmp_path, site, open_page)


def runtimes(page: Page) -> int:
    """How many hidden frames hold Python."""
    return sum("embed/runtime/" in frame.url for frame in page.frames)


def test_a_demo_becomes_live_and_computes_what_is_not_recorded(book: Book) -> None:
    book.write(f"<{SIMPLE} seed=4711 step=3></{SIMPLE}>", lang="es")
    with book.open() as page:
        demo = Demo(page).wait_for_view(4711, 3).wait_for_state("live")
        assert demo.lang == "es"
        assert demo.shows_its_view()
        demo.choose("815").wait_for_view(815)


def test_there_too_python_starts_the_stock_way_where_the_fast_one_fails(book: Book) -> None:
    book.write(f"<{SIMPLE} seed=4711 step=3></{SIMPLE}>")
    with book.open(allowed=ANY_WORDS) as page:
        page.route("**/numpy.zip.gz", lambda route: route.fulfill(status=404))
        page.reload()
        Demo(page).wait_for_view(4711, 3).wait_for_state("live")
        assert STOCK in marks(page)


def test_numbers_can_be_changed_and_neurons_asked(book: Book) -> None:
    code = api.another_network(7, [3, 3, 2], ["tanh", "identity"])["subject"]["problem"]
    book.write(f"<{SIMPLE} problem={code} step=5></{SIMPLE}>", lang="es")
    with book.open() as page:
        demo = Demo(page).wait_for_view(7, 5).wait_for_state("live")
        weight = demo.host.locator(".picture [data-edit='guess-w-0-1-0'][role=spinbutton]")
        before = float(weight.get_attribute("aria-valuenow") or "")
        weight.focus()
        weight.press("ArrowUp")
        expect(weight).to_have_attribute("aria-valuenow", f"{before + 0.1:.1g}")
        demo.host.locator(".picture [data-neuron='2-1'] circle").focus()
        page.keyboard.press("Enter")
        expect(demo.part("asked")).to_contain_text("Salida 2")
        assert demo.shows_its_view() is False  # the drawing shows the neuron that was asked
        page.keyboard.press("Escape")
        assert demo.shows_its_view()


def test_the_first_view_comes_before_python(book: Book) -> None:
    book.write(f"<{SIMPLE} seed=2></{SIMPLE}>")
    with book.open() as page:
        page.route("**/embed/runtime/", lambda route: None)
        page.reload()
        demo = Demo(page).wait_for_view(2)
        assert demo.state == "loading"


def test_the_rest_comes_when_a_demo_comes_near_and_python_when_it_is_in_view(book: Book) -> None:
    asked: list[str] = []
    book.write(f"<div style='height: 3000px'></div><{SIMPLE} seed=2></{SIMPLE}>")
    with book.open() as page:
        page.on("request", lambda request: asked.append(request.url.removeprefix(book.site)))
        page.reload(wait_until="networkidle")
        assert "embed.js" in asked
        assert not [url for url in asked if url.startswith(("lessons/", "embed/", "python/"))]
        page.evaluate("scrollTo(0, 3000 - innerHeight - 300)")
        demo = Demo(page).wait_for_view(2)
        assert (demo.state, runtimes(page)) == ("idle", 0)
        demo.host.scroll_into_view_if_needed()
        demo.wait_for_state("live")


def test_four_demos_share_one_worker(book: Book) -> None:
    book.write(FOUR)
    with book.open(viewport={"width": 1280, "height": 4000}) as page:
        for element in (SIMPLE, MNIST):
            for number in (1, 2):
                Demo(page, f":nth-match({element}, {number})").wait_for_state("live", 60)
        assert len(page.workers) == runtimes(page) == 1


def test_hostile_style_changes_nothing_inside(book: Book) -> None:
    book.write(f"<{SIMPLE}></{SIMPLE}>", head=HOSTILE + f'<script type="module" src="{book.site}embed.js"></script>')
    with book.open() as page:
        demo = Demo(page).wait_for_state("live")
        expect(demo.part("picture").locator("svg")).to_be_visible()
        assert demo.button("next").evaluate("button => getComputedStyle(button).fontSize") == "16px"
        expect(page.locator("iframe")).to_be_hidden()


def test_a_strict_policy_with_only_our_site_is_enough(book: Book) -> None:
    origin = book.site.rstrip("/")
    sources = f"script-src {origin}; connect-src {origin}; frame-src {origin}"
    book.write(f"<{SIMPLE} seed=31></{SIMPLE}>", policy=f"default-src 'none'; img-src data:; {sources}")
    with book.open(allowed=("font",)) as page:
        demo = Demo(page).wait_for_view(31).wait_for_state("live")
        assert demo.shows_its_view()
        assert demo.part("frame").evaluate("frame => getComputedStyle(frame).borderTopStyle") == "solid"


def test_a_policy_that_forbids_our_frame_is_named(book: Book) -> None:
    origin = book.site.rstrip("/")
    book.write(f"<{SIMPLE}></{SIMPLE}>", policy=f"frame-src 'none'; script-src {origin}")
    with book.open(allowed=("frame",)) as page:
        demo = Demo(page).wait_for_state("error")
        expect(demo.part("failure")).to_contain_text("frame-src")
        expect(demo.part("failure")).to_contain_text(origin)
        demo.press("next", 2).wait_for_view(1, 2)


def test_a_frame_that_does_not_come_is_named_and_retry_works(book: Book) -> None:
    def missing(route: Route) -> None:
        route.fulfill(status=404, body="")

    book.write(f"<{SIMPLE}></{SIMPLE}>")
    with book.open(allowed=("404",)) as page:
        page.route("**/embed/runtime/", missing)
        page.reload()
        demo = Demo(page).wait_for_state("error")
        expect(demo.part("failure")).to_contain_text("embed/runtime/")
        page.unroute("**/embed/runtime/")
        demo.press("retry").wait_for_state("live")


def test_a_worker_that_dies_is_replaced(book: Book) -> None:
    book.write(f"<{SIMPLE} seed=31 step=5></{SIMPLE}>")
    with book.open() as page:
        demo = Demo(page).wait_for_state("live")
        before = demo.shown
        page.workers[0].evaluate("self.close()")
        demo.wait_for_state("loading")
        assert demo.shown == before
        demo.wait_for_state("live").choose("77").wait_for_view(77)
        assert runtimes(page) == 1


def test_the_runtime_answers_nobody_but_its_parent_and_only_what_it_knows(book: Book) -> None:
    book.write("", head="")
    with book.open(allowed=("Traceback",)) as page:
        answers = page.evaluate(
            """(address) => new Promise((resolve, reject) => {
              const heard = [];
              const frame = document.createElement("iframe");
              addEventListener("message", ({ ports: [port] }) => {
                port.onmessage = ({ data }) => {
                  heard.push(data.type);
                  if (data.value?.views) resolve(heard.filter((type) => type !== "progress"));
                  if (data.type !== "started") return;
                  port.postMessage({ type: "request", request: "print(1)" });
                  port.postMessage({ type: "request", request: { call: "__import__", seed: 1 } });
                  port.postMessage({ type: "request", request: { call: "simple_forward_pass", seed: 8, lang: "en" } });
                };
                port.onmessageerror = () => heard.push("error");
                for (const odd of [null, 7, "start", { type: "close" }, { type: "apply", path: ["constructor"] },
                  { type: "request", request: {} }]) port.postMessage(odd);
                port.postMessage({ type: "start" });
                setTimeout(() => reject(new Error(`the last answer did not come, only ${heard}`)), 30_000);
              });
              frame.src = address;
              document.body.append(frame);
            })""",
            f"{book.site}embed/runtime/",
        )
        assert answers[0] == "started"
        assert set(answers[1:]) <= {"answer"}


def test_learning_questions_and_sharing_work_in_a_page_of_another_origin(book: Book, tmp_path: Path) -> None:
    book.write(f"<{SIMPLE} seed=7 step=3></{SIMPLE}>", lang="fr")
    with book.open() as page:
        demo = Demo(page).wait_for_view(7, 3).wait_for_state("live")
        demo.host.locator("[data-action=questions]").click()
        expect(demo.host.locator("[data-action=questions]")).to_have_attribute("aria-pressed", "true")
        demo.part("next").click()
        demo.host.locator(".choices button").first.click()
        expect(demo.part("verdict")).to_be_visible()
        demo.mode("learn")
        expect(demo.part("learning")).to_have_attribute("aria-busy", "false")
        expect(demo.part("learning-plot").locator("svg")).to_be_visible()
        demo.more().host.locator("[data-action=share]").click()
        expect(demo.part("address-line")).to_have_text(
            f"{book.site}fr/demos/simple_forward_pass/?seed=7&step=neuron-1-1&v=1"
        )
        for kind in ("svg", "png"):
            with page.expect_download() as download:
                demo.host.locator(f"[data-action=save-drawing][value={kind}]").click()
            assert download.value.suggested_filename == f"simple_forward_pass-seed-7-step-neuron-1-1.{kind}"


def test_a_page_that_lets_no_made_pictures_in_hears_that_there_is_no_png(book: Book) -> None:
    policy = f"img-src 'self'; script-src {book.site}; connect-src {book.site}; frame-src {book.site}"
    book.write(f"<{SIMPLE} seed=7></{SIMPLE}>", policy=policy)
    with book.open(allowed=("Content Security Policy",)) as page:
        demo = Demo(page).wait_for_view(7)
        demo.more().press("Share").press("Save as PNG")
        expect(demo.part("refused")).to_be_visible()
        with page.expect_download():
            demo.press("Save as SVG")
        expect(demo.part("refused")).to_be_hidden()
