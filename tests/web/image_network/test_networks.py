"""Networks and data sets to choose from: by menu, address and attribute."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from builder.publish.hashed_folders import part_folder
from forwardpass import api
from forwardpass.image_network.data_sets import DATA_SETS
from forwardpass.words.catalogs import translator

from ...helpers.site_images import read_sample
from ..conftest import LiveDemo, OpenPage
from ..helpers.axe import faults, violations
from ..helpers.books import Book
from ..helpers.driver import MNIST, Demo, without_python
from .readings import PAGE, SECONDS, wait_for_reading


def expected(dist: Path, sample: int, network: str, data: str, lang: str = "en") -> str:
    pixels, label = read_sample(part_folder(dist, data), sample)
    return str(api.forward_pass_mnist(sample, pixels, label, lang, network, data)["views"][0]["html"])


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_the_menu_changes_network_and_data_set_and_the_address_says_so(
    live_demo: LiveDemo, dist: Path, lang: str
) -> None:
    demo = live_demo(PAGE if lang == "en" else f"{lang}/{PAGE}")
    menu = demo.part("network")
    for data, network, query in (
        ("mnist", "mnist_784_128_10", "?sample=0&network=mnist_784_128_10"),
        ("fashion", "fashion_784_64_10", "?sample=0&data=fashion"),
        ("fashion", "fashion_784_10_10", "?sample=0&data=fashion&network=fashion_784_10_10"),
        ("mnist", "mnist_784_10_10", "?sample=0"),
    ):
        demo.more()
        menu.select_option(f"{data}/{network}")
        wait_for_reading(demo, network, 0)
        assert demo.view["html"] == expected(dist, 0, network, data, lang)
        assert demo.shows_its_view()
        assert sorted(demo.link.partition("?")[2].split("&")) == sorted(query[1:].split("&"))


def test_the_menu_shows_how_good_each_network_is(live_demo: LiveDemo, dist: Path) -> None:
    options = live_demo(PAGE).part("network").locator("option:not(.brought)")
    found = dict(zip(options.evaluate_all("all => all.map((o) => o.value)"), options.all_text_contents(), strict=True))
    for data in DATA_SETS:
        labels = (part_folder(dist, data) / "labels.bin").read_bytes()
        files = list((part_folder(dist, data) / "predictions").glob("*.bin"))
        assert files
        for file in files:
            right = sum(a == b for a, b in zip(file.read_bytes(), labels, strict=True))
            assert found.pop(f"{data}/{file.stem}").endswith(f"{100 * (right / len(labels)):.1f}%")
    assert found == {}


def test_neighbours_classes_and_mistakes_are_those_of_the_data_set_and_the_network(
    live_demo: LiveDemo, dist: Path
) -> None:
    demo = live_demo(PAGE)
    demo.more().part("network").select_option("fashion/fashion_784_10_10")
    wait_for_reading(demo, "fashion_784_10_10", 0).press("next")
    wait_for_reading(demo, "fashion_784_10_10", 1)
    folder = part_folder(dist, "fashion")
    labels = (folder / "labels.bin").read_bytes()
    said = (folder / "predictions" / "fashion_784_10_10.bin").read_bytes()
    demo.part("class").select_option("ankle boot")
    demo.press("Find this class")
    wait_for_reading(demo, "fashion_784_10_10", boot := labels.index(9, 2))
    demo.press("Find a mistake")
    wait_for_reading(demo, "fashion_784_10_10", next(i for i in range(boot + 1, 10_000) if said[i] != labels[i]))
    demo.more().part("network").select_option("mnist/mnist_784_10_10")
    expect(demo.part("class").locator("option").first).to_have_text("0")


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_title_and_buttons_speak_of_the_data_set(live_demo: LiveDemo, lang: str) -> None:
    demo = live_demo(PAGE if lang == "en" else f"{lang}/{PAGE}")
    for data in ("fashion", "mnist"):
        words = DATA_SETS[data].words(translator(lang))
        demo.more().part("network").select_option(f"{data}/{DATA_SETS[data].network}")
        expect(demo.part("title")).to_have_text(words.title)
        expect(demo.button(words.find)).to_be_visible()
        demo.host.locator("[role=tab][value=draw]").click()
        expect(demo.host.locator("#pad-title")).to_have_text(words.draw)
        demo.host.locator("[role=tab][value=images]").click()
    wait_for_reading(demo, DATA_SETS["mnist"].network, 0)


@pytest.mark.parametrize(
    ("query", "network", "remark"),
    [
        ("?sample=12&network=mnist_784_32_10", "mnist_784_32_10", None),
        ("?sample=12&data=fashion", "fashion_784_64_10", None),
        ("?sample=12&data=fashion&network=fashion_784_10_10", "fashion_784_10_10", None),
        ("?sample=12&network=fashion_784_10_10", "fashion_784_10_10", None),
        ("?sample=12&network=mnist_784_9_10", "mnist_784_10_10", "mnist_784_9_10"),
        ("?sample=12&network=own1", "mnist_784_10_10", "own1"),
        ("?sample=12&data=cifar", "mnist_784_10_10", "cifar"),
        ("?sample=12&data=fashion&network=mnist_784_32_10", "mnist_784_32_10", "fashion"),
    ],
)
def test_an_address_names_network_and_data_set_and_what_cannot_be_falls_back_and_is_said(
    page: Page, query: str, network: str, remark: str | None
) -> None:
    page.goto(PAGE + query)
    demo = wait_for_reading(Demo(page), network, 12)
    if remark:
        expect(demo.part("notice")).to_contain_text(remark)
    else:
        expect(demo.part("notice")).to_be_hidden()


def test_attributes_and_the_embed_snippet_name_them_too(page: Page) -> None:
    page.goto("embed/forward_pass_mnist/?sample=3&data=fashion&network=fashion_784_10_10")
    wait_for_reading(Demo(page), "fashion_784_10_10", 3)
    page.goto(f"{PAGE}?sample=3&data=fashion&network=fashion_784_10_10")
    demo = wait_for_reading(Demo(page), "fashion_784_10_10", 3).more().press("Embed")
    for snippet in ("script-snippet", "frame-snippet"):
        expect(demo.part(snippet)).to_contain_text("fashion_784_10_10")
        expect(demo.part(snippet)).to_contain_text(re.compile(r"data=.?fashion\b"))


def test_another_network_costs_only_those_who_choose_it(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(PAGE)
    demo = Demo(page).wait_for_state("live")
    assert not [url for url in asked if "/networks/" in url or "/fashion/" in url]
    demo.more().part("network").select_option("fashion/fashion_784_64_10")
    wait_for_reading(demo, "fashion_784_64_10", 0)
    weights = [re.sub(r".*/", "", url) for url in asked if "/networks/" in url and not url.endswith(".svg")]
    assert weights == ["fashion_784_64_10.npz"]


def test_in_a_book_of_another_origin_a_network_is_fetched_and_used(
    tmp_path: Path, site: str, open_page: OpenPage
) -> None:
    book = Book(tmp_path, site, open_page)
    book.write(f"<{MNIST} sample=5 data=fashion lang=es></{MNIST}>")
    with book.open() as page:
        assert "zapatilla" in " ".join(wait_for_reading(Demo(page), "fashion_784_64_10", 5).view["alt"].split())


def test_python_that_was_started_again_gets_the_network_again(page: Page) -> None:
    page.goto(f"{PAGE}?network=mnist_784_32_10")
    demo = wait_for_reading(Demo(page), "mnist_784_32_10", 0).wait_for_state("live")
    worker = page.workers[0]
    worker.evaluate("() => self.close()")
    demo.choose("321")
    wait_for_reading(demo, "mnist_784_32_10", 321)


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_axe_finds_nothing_in_the_panels_and_they_fit_the_narrowest_page(open_page: OpenPage, lang: str) -> None:
    with open_page(viewport={"width": 320, "height": 800}) as page:
        page.goto(("" if lang == "en" else f"{lang}/") + PAGE + "?data=fashion")
        demo = wait_for_reading(Demo(page), "fashion_784_64_10", 0).wait_for_state("live")
        demo.more().host.locator("[data-action=panel][value=own-network]").press("Enter")
        expect(demo.part("own-network")).to_be_focused()
        assert not (faults(page, MNIST) if lang == "en" else violations(page, MNIST))
        demo.host.locator("[data-action=fold][value=own-network]").press("Enter")
        expect(demo.part("extras-button")).to_be_focused()
        demo.host.locator("[role=tab][value=all]").press("Enter")
        demo.part("count").press("Enter")
        demo.part("captioned").get_by_role("button").first.wait_for(timeout=SECONDS)
        demo.part("matrix").get_by_role("button").nth(1).press("Enter")
        demo.part("cell-images").get_by_role("button").first.wait_for()
        assert DATA_SETS["fashion"].words(translator(lang)).classes[9] in demo.part("matrix").inner_text()
        page.set_viewport_size({"width": 320, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert not (faults(page, MNIST) if lang == "en" else violations(page, MNIST))


@pytest.mark.parametrize(
    ("query", "hidden", "classes"),
    [
        ("?data=fashion", "64", ["T-shirt", "ankle boot"]),
        ("?network=mnist_784_32_10", "32", ["0", "9"]),
        ("?sample=4711", "10", ["0", "9"]),
    ],
)
def test_while_python_starts_the_network_that_was_asked_for_is_drawn(
    page: Page, query: str, hidden: str, classes: list[str]
) -> None:
    without_python(page)
    page.goto(PAGE + query)
    demo = Demo(page)
    expect(demo.part("headings")).to_contain_text(f"hidden: {hidden}")
    names = demo.part("bars").locator(".name").all_text_contents()
    assert [names[0], names[-1]] == classes
    assert demo.view["numbers"] is None


def test_a_drawing_that_does_not_come_leaves_words_and_no_other_network(open_page: OpenPage) -> None:
    with open_page(allowed=("404",)) as page:
        without_python(page)
        page.route("**/networks/**", lambda route: route.fulfill(status=404))
        page.goto(f"{PAGE}?data=fashion")
        demo = Demo(page)
        expect(demo.part("narration").locator("h3")).to_have_text("One moment")
        expect(demo.part("picture").locator("svg")).to_have_count(0)
