"""Networks and data sets to choose from, all test images, and a network of the reader's own, as a reader uses them."""

import base64
import json
import re
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from builder.parts import part_folder
from builder.recordings import read_sample
from forwardpass import api
from forwardpass.data_sets import DATA_SETS
from forwardpass.digits import Sample, read
from forwardpass.trained import Trained
from forwardpass.translation import translator

from ..test_network_files import NETWORK, TORCH, npz, tensors
from .axe import faults
from .books import Book
from .conftest import LiveDemo, OpenPage
from .driver import MNIST, SIMPLE, Demo

PAGE = "demos/forward_pass_mnist/"
SECONDS = 60_000


def wait_for(demo: Demo, network: str, sample: int) -> Demo:
    demo.page.wait_for_function(
        "([demo, network, sample]) => demo.view?.numbers?.network === network && demo.view.numbers.sample === sample",
        arg=[demo.host.element_handle(), network, sample],
        timeout=SECONDS,
    )
    return demo


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
        menu.select_option(f"{data}/{network}")
        wait_for(demo, network, 0)
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
    demo.part("network").select_option("fashion/fashion_784_10_10")
    wait_for(demo, "fashion_784_10_10", 0).press("next")
    wait_for(demo, "fashion_784_10_10", 1)
    folder = part_folder(dist, "fashion")
    labels = (folder / "labels.bin").read_bytes()
    said = (folder / "predictions" / "fashion_784_10_10.bin").read_bytes()
    demo.part("class").select_option("ankle boot")
    demo.press("Find this class")
    wait_for(demo, "fashion_784_10_10", boot := labels.index(9, 2))
    demo.press("Find a mistake")
    wait_for(demo, "fashion_784_10_10", next(i for i in range(boot + 1, 10_000) if said[i] != labels[i]))
    demo.part("network").select_option("mnist/mnist_784_10_10")
    expect(demo.part("class").locator("option").first).to_have_text("0")


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_title_and_buttons_speak_of_the_data_set(live_demo: LiveDemo, lang: str) -> None:
    demo = live_demo(PAGE if lang == "en" else f"{lang}/{PAGE}")
    for data in ("fashion", "mnist"):
        words = DATA_SETS[data].words(translator(lang))
        demo.part("network").select_option(f"{data}/{DATA_SETS[data].network}")
        expect(demo.part("title")).to_have_text(words.title)
        for name in (words.draw, words.find):
            expect(demo.button(name)).to_be_visible()
    wait_for(demo, DATA_SETS["mnist"].network, 0)


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
    demo = wait_for(Demo(page), network, 12)
    if remark:
        expect(demo.part("notice")).to_contain_text(remark)
    else:
        expect(demo.part("notice")).to_be_hidden()


def test_attributes_and_the_embed_snippet_name_them_too(page: Page) -> None:
    page.goto("embed/forward_pass_mnist/?sample=3&data=fashion&network=fashion_784_10_10")
    wait_for(Demo(page), "fashion_784_10_10", 3)
    page.goto(f"{PAGE}?sample=3&data=fashion&network=fashion_784_10_10")
    demo = wait_for(Demo(page), "fashion_784_10_10", 3).press("Embed")
    for snippet in ("script-snippet", "frame-snippet"):
        expect(demo.part(snippet)).to_contain_text("fashion_784_10_10")
        expect(demo.part(snippet)).to_contain_text(re.compile(r"data=.?fashion\b"))


def test_another_network_costs_only_those_who_choose_it(page: Page) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(PAGE)
    demo = Demo(page).wait_for_state("live")
    assert not [url for url in asked if "/networks/" in url or "/fashion/" in url]
    demo.part("network").select_option("fashion/fashion_784_64_10")
    wait_for(demo, "fashion_784_64_10", 0)
    assert [re.sub(r".*/", "", url) for url in asked if "/networks/" in url] == ["fashion_784_64_10.npz"]


def test_in_a_book_of_another_origin_a_network_is_fetched_and_used(
    tmp_path: Path, site: str, open_page: OpenPage
) -> None:
    book = Book(tmp_path, site, open_page)
    book.write(f"<{MNIST} sample=5 data=fashion lang=es></{MNIST}>")
    with book.open() as page:
        assert "zapatilla" in " ".join(wait_for(Demo(page), "fashion_784_64_10", 5).view["alt"].split())


def test_python_that_was_started_again_gets_the_network_again(page: Page) -> None:
    page.goto(f"{PAGE}?network=mnist_784_32_10")
    demo = wait_for(Demo(page), "mnist_784_32_10", 0).wait_for_state("live")
    worker = page.workers[0]
    worker.evaluate("() => self.close()")
    demo.choose("321")
    wait_for(demo, "mnist_784_32_10", 321)


# --- all images


@pytest.fixture
def counted(live_demo: LiveDemo) -> Demo:
    demo = live_demo(PAGE)
    if not demo.part("all-samples").count():
        demo.press("All 10,000")
        demo.part("all-samples").get_by_role("button", name="Let it read all 10,000").click()
        demo.part("captioned").get_by_role("button").first.wait_for(timeout=SECONDS)
    return demo


def test_all_images_are_counted_as_an_independent_count_has_it(counted: Demo, dist: Path) -> None:
    folder = part_folder(dist, "mnist")
    labels = (folder / "labels.bin").read_bytes()
    said = (folder / "predictions" / "mnist_784_10_10.bin").read_bytes()
    pairs = Counter(zip(labels, said, strict=True))
    right = sum(pairs[k, k] for k in range(10))
    expect(counted.part("accuracy")).to_contain_text(f"{right} right: {right / 100:.1f}%")
    rows = [row.locator("td").all_inner_texts() for row in counted.part("matrix").locator("tbody tr").all()]
    assert rows == [[str(pairs[label, predicted]) for predicted in range(10)] for label in range(10)]


def test_a_number_of_the_table_opens_its_images_and_an_image_is_shown_on_a_press(counted: Demo, dist: Path) -> None:
    folder = part_folder(dist, "mnist")
    labels = (folder / "labels.bin").read_bytes()
    said = (folder / "predictions" / "mnist_784_10_10.bin").read_bytes()
    fours = [i for i in range(10_000) if (labels[i], said[i]) == (4, 9)]
    counted.part("matrix").locator("button[value='4-9']").click()
    images = counted.part("cell-images").get_by_role("button")
    expect(images).to_have_count(len(fours))
    assert images.evaluate_all("all => all.map((b) => Number(b.value))") == fours
    expect(counted.part("cell")).to_be_focused()
    images.nth(2).press("Enter")
    wait_for(counted, "mnist_784_10_10", fours[2])
    expect(counted.part("frame")).to_be_focused()


def test_many_images_of_a_number_come_fifty_at_a_time(counted: Demo) -> None:
    counted.part("matrix").locator("button[value='1-1']").click()
    images = counted.part("cell-images").get_by_role("button")
    expect(images).to_have_count(50)
    counted.press("More of them")
    expect(images).to_have_count(100)


def test_the_surest_mistakes_are_listed_with_their_words(counted: Demo) -> None:
    items = counted.part("captioned").get_by_role("button")
    assert items.count() == 12
    assert all(
        re.search(r"the network says \d, .*9\d\.\d%; the label says \d", text) for text in items.all_inner_texts()
    )


def test_pages_of_images_turn(counted: Demo) -> None:
    grid = counted.part("grid").get_by_role("button")
    counted.press("Next 50")
    expect(grid.first).to_have_attribute("value", "50")
    counted.press("Previous 50").press("Previous 50")
    expect(grid.first).to_have_attribute("value", "9950")
    counted.press("Next 50")
    expect(grid.first).to_have_attribute("value", "0")


def test_counting_can_be_stopped_and_the_demo_goes_on_meanwhile(page: Page) -> None:
    page.goto(PAGE)
    demo = Demo(page).wait_for_state("live").press("All 10,000")
    demo.part("thumbnails").get_by_role("button").first.wait_for()
    page.route("**/images/150.bin", lambda route: None)
    demo.part("count").press("Enter")
    demo.press("next").wait_for_view(1)
    expect(demo.part("counting")).to_be_visible()
    demo.part("stop").click()
    expect(demo.part("counting")).to_be_hidden()
    expect(demo.part("count")).to_be_focused()
    assert demo.part("matrix").count() == 0


def test_another_network_clears_what_was_counted(counted: Demo) -> None:
    counted.part("network").select_option("mnist/mnist_784_32_10")
    expect(counted.part("matrix")).to_have_count(0)
    counted.part("network").select_option("mnist/mnist_784_10_10")
    wait_for(counted, "mnist_784_10_10", 0)
    counted.press("Close")
    expect(counted.part("all-samples")).to_have_count(0)


# --- the reader's own

GOOD = {"name": "network.safetensors", "mimeType": "", "buffer": tensors(TORCH, {"activations": "relu,relu,identity"})}
WRONG = {"name": "network.npz", "mimeType": "", "buffer": npz(weights_1=np.ones((10, 100)))}


def test_a_file_of_the_reader_reads_the_image_or_is_refused_with_a_reason(page: Page) -> None:
    page.goto(f"{PAGE}?sample=7")
    demo = Demo(page).wait_for_state("live").press("Your own network")
    field = demo.part("own-network").locator("input[type=file]")
    field.set_input_files(GOOD)  # type: ignore[arg-type]
    wait_for(demo, "own1", 7)
    pixels = np.array(demo.view["numbers"]["pixels"])
    probabilities = read(Sample(7, pixels), Trained("own1", NETWORK)).probabilities
    assert demo.view["numbers"]["probabilities"] == pytest.approx(probabilities, abs=1e-5)
    expect(demo.part("own-notice")).to_contain_text("784-20-12-10")
    expect(demo.part("network")).to_have_value("mnist/own")
    assert "network=" not in demo.link
    before = demo.shown
    field.set_input_files(WRONG)  # type: ignore[arg-type]
    expect(demo.part("own-notice")).to_contain_text("“weights_1” has shape (10, 100); expected (n, 784)")
    assert demo.shown == before
    expect(demo.part("network")).to_have_value("mnist/own")
    demo.press("next")
    wait_for(demo, "own1", 8).press("Find a mistake")
    page.wait_for_function("demo => demo.view.numbers.sample > 8", arg=demo.host.element_handle())
    assert demo.view["numbers"]["predicted"] != demo.view["numbers"]["label"]
    demo.part("network").select_option("mnist/mnist_784_10_10")
    page.wait_for_function("demo => demo.view.numbers.network === 'mnist_784_10_10'", arg=demo.host.element_handle())


def test_the_network_on_screen_is_saved_and_a_dropped_file_is_taken(page: Page, tmp_path: Path) -> None:
    page.goto(f"es/{PAGE}?network=mnist_784_32_10")
    demo = wait_for(Demo(page), "mnist_784_32_10", 0).wait_for_state("live")
    demo.host.get_by_role("button", name="Tu propia red").click()
    saved = {}
    for kind in ("NumPy .npz", ".safetensors", "JSON"):
        with page.expect_download() as download:
            demo.host.get_by_role("button", name=kind, exact=True).click()
        saved[download.value.suggested_filename] = Path(download.value.path()).read_bytes()
    assert set(saved) == {"network.npz", "network.safetensors", "network.json"}
    answer = api.save_network("json", "mnist_784_32_10")
    assert json.loads(saved["network.json"]) == json.loads(base64.b64decode(answer["content"]))
    probabilities = demo.view["numbers"]["probabilities"]
    demo.part("own-network").evaluate(
        """(section, text) => { const data = new DataTransfer();
        data.items.add(new File([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))], "network.npz"));
        section.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true })); }""",
        base64.b64encode(saved["network.npz"]).decode(),
    )
    wait_for(demo, "own1", 0)
    assert demo.view["numbers"]["probabilities"] == pytest.approx(probabilities, abs=1e-12)


@pytest.mark.parametrize("lang", ["en", "ja"])
def test_axe_finds_nothing_in_the_panels_and_they_fit_the_narrowest_page(open_page: OpenPage, lang: str) -> None:
    with open_page(viewport={"width": 320, "height": 800}) as page:
        page.goto(("" if lang == "en" else f"{lang}/") + PAGE + "?data=fashion")
        demo = wait_for(Demo(page), "fashion_784_64_10", 0).wait_for_state("live")
        demo.host.locator("[data-action=panel][value=own-network]").press("Enter")
        expect(demo.part("own-network")).to_be_focused()
        demo.host.locator("[data-action=panel][value=all-samples]").press("Enter")
        demo.part("count").press("Enter")
        demo.part("captioned").get_by_role("button").first.wait_for(timeout=SECONDS)
        demo.part("matrix").get_by_role("button").nth(1).press("Enter")
        demo.part("cell-images").get_by_role("button").first.wait_for()
        assert DATA_SETS["fashion"].words(translator(lang)).classes[9] in demo.part("matrix").inner_text()
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        assert faults(page, MNIST) == {}
        demo.host.locator("[data-action=fold][value=own-network]").press("Enter")
        expect(demo.host.locator("[data-action=panel][value=own-network]")).to_be_focused()


def test_a_small_network_from_a_file_is_the_guess_and_the_one_in_force_is_saved(page: Page) -> None:
    page.goto("demos/simple_forward_pass/?seed=3")
    demo = Demo(page).wait_for_state("live")
    demo.part("network-panel").locator("summary").click()
    demo.button("Share").click()
    expect(demo.part("sharing")).to_be_visible()
    page.keyboard.press("Escape")  # it has a button of its own that saves
    with page.expect_download() as download:
        demo.host.get_by_role("button", name="JSON", exact=True).click()
    guess = json.loads(Path(download.value.path()).read_bytes())
    assert guess == demo.view["numbers"]["guess"]
    field = demo.part("network-files").locator("input")
    field.set_input_files({"name": "n.npz", "mimeType": "", "buffer": npz(weights_1=np.ones((7, 3)))})
    expect(demo.part("network-notice")).to_contain_text("holds a 3-7 network")
    assert demo.view["numbers"]["guess"] == guess
    weights = [[0.5, -0.25], [1.04, 0.0]]
    field.set_input_files({"name": "n.npz", "mimeType": "", "buffer": npz(weights_1=np.array(weights))})
    page.wait_for_function("demo => demo.view.numbers?.guess.layers.length === 1", arg=demo.host.element_handle())
    assert demo.view["numbers"]["guess"]["layers"][0]["weights"] == [[0.5, -0.2], [1.0, 0.0]]
    assert "problem=" in demo.link
    assert faults(page, SIMPLE) == {}
