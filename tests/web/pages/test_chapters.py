"""The chapter as built: the same in all languages, and its live figures under mouse, finger and keys."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from builder.pages.chapters import LANGUAGES
from forwardpass.chapter import live as live_figures
from forwardpass.chapter.plane import live as plane
from forwardpass.messages import LiveFigure
from forwardpass.words.catalogs import translator

from ..conftest import LIVE_SECONDS, OpenPage
from ..helpers.driver import Demo, hold_back, let_go, without_python

BONES = (
    "h1",
    "h2",
    "h3",
    "ol",
    "ul",
    "figure",
    "figcaption",
    "live-figure",
    "svg",
    "math",
    "blockquote",
    "input",
    "details",
    "summary",
)
DEMOS = ("simple-forward-pass", "forward-pass-mnist")
NAMED = (
    "Next",
    "Back",
    "Find a mistake",
    "Learn",
    "Ask me first",
    "All 10,000",
    "Play with numbers",
    "See how it got there",
)


class Skeleton(HTMLParser):
    """Headings, figures, formulas, demos and external links of a chapter, in their order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.bones: list[str] = []
        self.feed(html.partition("<article")[2].partition("</article>")[0])

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = dict(attrs)
        if tag in (*BONES, *DEMOS):
            self.bones.append(f"{tag} {values.get('id') or values.get('name') or ''}")
        elif tag == "a" and (values.get("href") or "").startswith("https"):
            self.bones.append(str(values["href"]))


def built(dist: Path, lang: str) -> str:
    return (dist / lang / "neural_networks" / "index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_is_built_of_the_same_parts(dist: Path, lang: str) -> None:
    english, other = (Skeleton(built(dist, each)).bones for each in ("en", lang))
    assert english == other
    assert [bone.split()[0] for bone in english if bone.startswith(DEMOS)] == list(DEMOS)
    assert sum(bone.startswith("figure ") for bone in english) == 12


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_of_the_markdown_is_left(dist: Path, lang: str) -> None:
    article = built(dist, lang).partition("<article")[2].partition("</article>")[0]
    text = re.sub(r"<template.*?</template>", "", article, flags=re.DOTALL)
    assert not re.search(r"\{\{|::figure|::demo|\{#|\$|demo:|\*", text)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_text_names_buttons_as_the_demo_does(dist: Path, lang: str) -> None:
    html = built(dist, lang)
    text, shells = (
        re.sub(r"<template.*?</template>", "", html, flags=re.DOTALL),
        "".join(re.findall(r"<template.*?</template>", html, re.DOTALL)),
    )
    t = translator(lang)
    names = [t.gettext(name) for name in NAMED]
    for words in [*names, t.pgettext("image", "Next"), t.pgettext("image", "Back")]:
        assert re.search(rf"[“«「『‘]\u00a0?{words}\u00a0?[”»」』’]", text)
        assert f">{words}</button>" in shells


@pytest.mark.parametrize("lang", LANGUAGES)
def test_front_page_and_navigation_lead_readers_to_the_chapter_of_their_language(dist: Path, lang: str) -> None:
    front = dist if lang == LANGUAGES[0] else dist / lang
    html = (front / "index.html").read_text(encoding="utf-8")
    links = re.findall(r'href="([^"]*neural_networks/)"', html)
    assert len(links) == 2
    assert {(front / link).resolve() for link in links} == {(dist / lang / "neural_networks").resolve()}


@pytest.mark.parametrize(
    ("lang", "name", "value"),
    [("ja", "word-break", "auto-phrase"), ("ja", "line-break", "strict"), ("ko", "word-break", "keep-all")],
)
def test_lines_break_as_the_language_breaks_them(page: Page, lang: str, name: str, value: str) -> None:
    without_python(page)
    page.goto(f"{lang}/neural_networks/")
    assert page.locator(".chapter > p").nth(1).evaluate("(p, name) => getComputedStyle(p)[name]", name) == value


def test_on_a_phone_japanese_is_set_to_both_edges_and_headings_stay_in_phrases(page: Page) -> None:
    without_python(page)
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("ja/neural_networks/")
    style = "p => { const s = getComputedStyle(p); return [s.wordBreak, s.lineBreak, s.textAlign]; }"
    assert page.locator(".chapter > p").nth(1).evaluate(style) == ["normal", "strict", "justify"]
    assert page.locator(".chapter > h2").first.evaluate(style)[0] == "auto-phrase"
    frame = page.locator("simple-forward-pass .narration").first
    assert frame.evaluate(style)[:2] == ["auto-phrase", "strict"]


def test_the_menu_leads_to_the_same_place_in_the_other_language(page: Page) -> None:
    page.goto("en/neural_networks/#layers")
    page.get_by_role("link", name="Español").click()
    page.wait_for_url("**/es/neural_networks/#layers")
    expect(page.locator("#layers")).to_be_in_viewport()


def test_the_contents_lead_to_the_sections(page: Page) -> None:
    page.goto("es/neural_networks/")
    for link in page.locator("nav.contents a").all():
        assert page.locator(f"h2{link.get_attribute('href')}").inner_text() == link.inner_text()


def test_a_demo_works_where_it_stands(page: Page) -> None:
    page.goto("en/neural_networks/")
    demo = Demo(page)
    demo.host.scroll_into_view_if_needed()
    demo.press("next").wait_for_view(1, 1)
    expect(demo.part("counter")).to_have_text("2 / 11")
    assert "?" not in page.url


def test_python_does_not_start_for_somebody_who_only_reads(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto("en/neural_networks/", wait_until="networkidle")
    page.locator("live-figure").first.scroll_into_view_if_needed()
    assert [url for url in asked if "/python/" in url] == []


@pytest.fixture(scope="module")
def chapter(open_page: OpenPage) -> Iterator[Page]:
    """A chapter in which somebody has used a figure, so that Python is live."""
    with open_page(viewport={"width": 1280, "height": 900}) as page:
        page.goto("en/neural_networks/")
        relu = figure(page, "relu")
        relu.locator("input").press("ArrowLeft")
        expect(relu).to_have_attribute("state", re.compile("loading|live"))
        expect(relu).to_have_attribute("state", "live", timeout=LIVE_SECONDS * 1000)
        yield page


def figure(page: Page, name: str) -> Locator:
    return page.locator(f"live-figure[name={name}]")


def shows(live: Locator, view: LiveFigure) -> None:
    """The drawing and the words become those that CPython makes."""
    expect(live.locator("svg desc")).to_have_text(view["alt"], timeout=LIVE_SECONDS * 1000)
    expect(live.locator(".spoken")).to_have_text(view["text"])


def test_a_figure_starts_as_its_still_with_its_numbers(dist: Path) -> None:
    html = built(dist, "es")
    for view in (live_figures.curve_view("sigmoid", 0, "es"), live_figures.curve_view("relu", 2, "es")):
        assert view["svg"] in html
        assert view["html"] in html


def test_the_point_follows_the_keys(chapter: Page) -> None:
    sigmoid = figure(chapter, "sigmoid")
    slider = sigmoid.get_by_role("slider")
    slider.focus()
    for _ in range(3):
        slider.press("ArrowRight")
    shows(sigmoid, live_figures.curve_view("sigmoid", 0.3, "en"))
    slider.press("End")
    shows(sigmoid, live_figures.curve_view("sigmoid", 6, "en"))
    expect(sigmoid.locator("output")).to_have_text("6")


def test_a_slider_that_was_moved_before_the_script_came_counts(open_page: OpenPage) -> None:
    with open_page() as page:
        held = hold_back(page, "**/chunk-*.js")
        page.goto("en/neural_networks/", wait_until="commit")
        relu = figure(page, "relu")
        relu.get_by_role("slider").press("End")
        let_go(page, held)
        shows(relu, live_figures.curve_view("relu", 6, "en"))


def test_the_point_follows_the_mouse(chapter: Page) -> None:
    relu = figure(chapter, "relu")
    relu.scroll_into_view_if_needed()
    box = relu.locator("svg").bounding_box()
    assert box
    middle, unit, y = box["x"] + box["width"] / 2, box["width"] / 480 * 36, box["y"] + box["height"] / 2
    chapter.mouse.move(middle, y)
    chapter.mouse.down()
    chapter.mouse.move(middle + 2 * unit, y, steps=5)
    chapter.mouse.move(middle - 3 * unit, y, steps=5)
    chapter.mouse.up()
    chapter.mouse.move(middle + 4 * unit, y)
    shows(relu, live_figures.curve_view("relu", -3, "en"))


def test_the_neuron_adds_up_what_it_is_given(chapter: Page) -> None:
    neuron = figure(chapter, "artificial_neuron")
    sliders = neuron.get_by_role("slider")
    sliders.nth(1).press("Home")
    sliders.nth(6).press("End")
    shows(neuron, live_figures.neuron_view([1, -3, 1.5], [0.8, -0.4, 0.6], 3, "en"))
    assert neuron.locator("output").nth(1).inner_text() == "−3"


def test_the_line_turns_and_shifts_with_its_knobs(chapter: Page) -> None:
    line = figure(chapter, "linear_classifier")
    sliders = line.get_by_role("slider")
    sliders.nth(0).press("Home")
    sliders.nth(2).press("End")
    shows(line, plane.linear_classifier_view([-2, 1], 4, "en"))
    assert [output.inner_text() for output in line.locator("output").all()] == ["−2", "1", "4"]


def test_the_lines_of_both_hidden_neurons_follow_their_knobs(chapter: Page) -> None:
    square = figure(chapter, "exactly_one")
    first, second = square.get_by_role("group").all()
    expect(first).to_have_accessible_name("hidden neuron 1")
    first.get_by_role("slider").nth(2).press("ArrowLeft")
    second.get_by_role("slider").nth(1).press("End")
    shows(square, plane.exactly_one_view([1, 1, -0.6], [1, 2, -1.5], "en"))
    expect(square.locator(".reading")).to_contain_text("Corners that are right: 3 of 4.")


def test_the_point_follows_a_finger(open_page: OpenPage) -> None:
    with open_page(viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True) as page:
        page.goto("es/neural_networks/")
        sigmoid = figure(page, "sigmoid")
        sigmoid.scroll_into_view_if_needed()
        box = sigmoid.locator("svg").bounding_box()
        assert box
        page.touchscreen.tap(box["x"] + box["width"] / 2 - 4 * box["width"] / 480 * 36, box["y"] + 60)
        expect(sigmoid.locator("output")).to_have_text("−4")
        shows(sigmoid, live_figures.curve_view("sigmoid", -4, "es"))


def test_knobs_are_large_enough_for_fingers(page: Page) -> None:
    page.set_viewport_size({"width": 320, "height": 700})
    page.goto("es/neural_networks/")
    sizes = page.locator(".knob input").evaluate_all(
        "all => all.map((input) => [input.offsetWidth, input.offsetHeight])"
    )
    assert len(sizes) == 18
    assert [size for size in sizes if size[0] < 100 or size[1] < 44] == []


@pytest.mark.parametrize("lang", LANGUAGES)
def test_something_moves_within_a_screen_and_a_half(page: Page, lang: str) -> None:
    without_python(page)
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(f"{lang}/neural_networks/")
    knob = page.locator(".chapter").get_by_role("slider").first
    box = knob.bounding_box()
    assert box
    assert box["y"] + box["height"] < 1.5 * 800


OVERLAP = """list => {
  const { left, right, top, bottom } = list.getBoundingClientRect();
  const others = [...document.querySelectorAll(".chapter > :not(nav)")].map((part) => part.getBoundingClientRect());
  return { top, bottom, left, over: others.filter((o) => o.width && o.left < right && o.right > left && o.top < bottom && o.bottom > top).length };
}"""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_where_the_margin_is_free_the_contents_stay_in_it(page: Page, lang: str) -> None:
    without_python(page)
    page.goto(f"{lang}/neural_networks/#layers")
    contents = page.locator(".contents")
    for width in (1200, 1280, 1600):
        page.set_viewport_size({"width": width, "height": 800})
        page.locator("#classification").scroll_into_view_if_needed()
        place = contents.evaluate(OVERLAP)
        assert place["over"] == 0
        assert 0 <= place["top"] < place["bottom"] <= 800
        assert place["left"] >= 0
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.set_viewport_size({"width": 1100, "height": 800})
    page.evaluate("scrollTo(0, 5000)")
    assert contents.evaluate(OVERLAP)["bottom"] < 0
