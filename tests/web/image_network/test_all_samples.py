"""What a network says to all test images, counted in the page."""

import re
from collections import Counter
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from builder.publish.hashed_folders import part_folder

from ..conftest import LiveDemo
from ..helpers.driver import Demo, hold_back, let_go
from .readings import PAGE, SECONDS, wait_for_reading


@pytest.fixture
def counted(live_demo: LiveDemo) -> Demo:
    demo = live_demo(PAGE)
    if not demo.part("all-samples").count():
        demo.mode("all")
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
    wait_for_reading(counted, "mnist_784_10_10", fours[2])
    expect(counted.part("frame")).to_be_focused()


def test_many_images_of_a_number_come_fifty_at_a_time(counted: Demo) -> None:
    counted.part("matrix").locator("button[value='1-1']").click()
    images = counted.part("cell-images").get_by_role("button")
    expect(images).to_have_count(50)
    counted.press("Show more")
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
    demo = Demo(page).wait_for_state("live").mode("all")
    demo.part("thumbnails").get_by_role("button").first.wait_for()
    page.route("**/images/150.bin", lambda route: None)
    demo.part("count").press("Enter")
    demo.press("next").wait_for_view(1).mode("all")
    expect(demo.part("counting")).to_be_visible()
    demo.part("stop").click()
    expect(demo.part("counting")).to_be_hidden()
    expect(demo.part("count")).to_be_focused()
    expect(demo.part("surest")).to_be_hidden()


def test_it_begins_with_the_table_and_the_wrong_images(page: Page, dist: Path) -> None:
    folder = part_folder(dist, "mnist")
    labels = (folder / "labels.bin").read_bytes()
    said = (folder / "predictions" / "mnist_784_10_10.bin").read_bytes()
    wrong = [i for i in range(10_000) if labels[i] != said[i]]
    page.goto(PAGE)
    demo = Demo(page).wait_for_state("live").mode("all")
    expect(demo.part("accuracy")).to_contain_text(f"{10_000 - len(wrong)} right")
    images = demo.part("cell-images").get_by_role("button")
    expect(images).to_have_count(50)
    assert images.evaluate_all("all => all.map((b) => Number(b.value))") == wrong[:50]
    expect(images.first).to_have_accessible_name(
        f"Image {wrong[0]}: {labels[wrong[0]]}; the network says {said[wrong[0]]}"
    )
    table, pages = (demo.part(name).bounding_box() for name in ("matrix", "grid"))
    assert table
    assert pages
    assert table["y"] < pages["y"]


def test_another_network_has_a_count_of_its_own(counted: Demo) -> None:
    before = counted.part("accuracy").inner_text()
    counted.more().part("network").select_option("mnist/mnist_784_32_10")
    expect(counted.part("accuracy")).not_to_have_text(before)
    expect(counted.part("surest")).to_be_hidden()
    counted.more().part("network").select_option("mnist/mnist_784_10_10")
    wait_for_reading(counted, "mnist_784_10_10", 0)
    counted.mode("images")
    expect(counted.part("all-samples")).to_be_hidden()


def test_what_is_below_the_pictures_stays_where_it_is_when_they_come(page: Page) -> None:
    held = hold_back(page, "**/*.wasm")
    page.goto(PAGE)
    demo = Demo(page).wait_for_state("loading").mode("all")
    count = demo.part("all-samples").get_by_role("button", name="Let it read all 10,000")
    before = count.bounding_box()
    let_go(page, held)
    expect(demo.part("grid").get_by_role("button")).to_have_count(50, timeout=SECONDS)
    assert count.bounding_box() == before
