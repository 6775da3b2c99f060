"""`build.py bench`: that it measures what it says, and that the two sides of a comparison do the same."""

import base64
import json
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.request import urlopen

import numpy as np
import pytest
from playwright.sync_api import Browser, Page

from builder.bench.clicks import EVENT_STEP, clicked
from builder.bench.contenders import Contender, contenders
from builder.bench.digits import classified_by_reference
from builder.bench.link import LATENCY, Link, linked
from builder.bench.report import Measure, plot, table, write_report
from builder.bench.run import agreement
from builder.bench.visits import Visitor
from builder.images.image_sets import read_examples
from forwardpass import api
from forwardpass.image_network.reading import predict
from forwardpass.image_network.trained import load_network
from forwardpass.images.pixels import to_bytes

MEASURES = [
    Measure("b", "Python live", "ms", "loopback", "stock", [100.0, 200, 300], [400.0, 500, 450], 0.45),
    Measure("d", "a click <&>", "ms", "loopback", "reference", [20.0], [10.0], 0.1),
]


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory, dist: Path) -> dict[str, Contender]:
    return contenders(tmp_path_factory.mktemp("sites"))


@pytest.fixture
def reference(browser: Browser, sites: dict[str, Contender]) -> Iterator[Page]:
    with linked(sites["reference"].folder, Link()) as address:
        page = browser.new_page()
        page.goto(address + sites["reference"].path)
        page.wait_for_selector("body[data-step='0']", state="attached")
        yield page
        page.close()


def test_a_ratio_is_that_of_the_medians_and_the_spread_that_of_the_rounds() -> None:
    assert MEASURES[0].ratio == pytest.approx(200 / 450)
    assert list(MEASURES[0].spread) == pytest.approx([0.25, 300 / 450])
    assert table(MEASURES).row_count == 2


def test_figures_and_plot_are_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_report(MEASURES, {"runs": 3}, tmp_path)
    figures = json.loads((tmp_path / "figures.json").read_text())
    assert figures["runs"] == 3
    assert [measure["ratio"] for measure in figures["measures"]] == [pytest.approx(0.444, abs=0.001), 2]
    assert "&lt;&amp;&gt;" in plot(MEASURES)
    assert "Python" in capsys.readouterr().out


def test_the_slow_link_is_slow_and_counts_every_byte(tmp_path: Path) -> None:
    (tmp_path / "file.png").write_bytes(bytes(90_000))
    link = Link(slow=True)
    with linked(tmp_path, link) as address:
        started = time.monotonic()
        with urlopen(f"{address}file.png", timeout=10) as response:
            assert len(response.read()) == 90_000
    taken = time.monotonic() - started
    assert taken >= 2 * LATENCY + 90_000 * 8 / 9e6
    assert 90_000 < link.bytes_until(time.time()) < 91_000
    assert link.asked == ["/file.png"]


@pytest.mark.browser
def test_the_reference_shows_the_same_numbers_as_our_lesson(reference: Page) -> None:
    """Of seed 1: every z, a and the error, as our narration has them."""
    views = api.simple_forward_pass(1, "en")["views"]
    numbers = views[0]["numbers"]
    answer = reference.evaluate("forward(guess).map(({ z, a }) => [z, a])")
    assert [layer[0] for layer in answer] == [pytest.approx(z) for z in numbers["z"]]
    assert [layer[1] for layer in answer] == [pytest.approx(a) for a in numbers["a"]]
    assert reference.evaluate("[x, y]") == [numbers["x"], numbers["y"]]
    assert reference.evaluate("views.length") == len(views)


@pytest.mark.browser
def test_the_reference_typesets_each_step(reference: Page) -> None:
    for step in range(1, 11):
        reference.click("#next")
        reference.wait_for_selector(f"body[data-step='{step}']", state="attached")
        assert reference.locator("#words .mjx-chtml").count() > 0
        assert reference.locator("#words .mjx-merror").count() == 0
        assert reference.locator("#picture line").count() == 8


@pytest.mark.browser
def test_convnetjs_with_our_weights_predicts_what_our_network_predicts(
    launch: Callable[[], Browser], sites: dict[str, Contender]
) -> None:
    pixels = read_examples("mnist", "test").pixels
    images = base64.b64encode(to_bytes(pixels)).decode()
    _, classes = classified_by_reference(Visitor(launch), sites["reference"], images)
    ours = predict(pixels, load_network("mnist_784_10_10"))
    assert np.mean(np.array(classes) == ours) == 1
    assert agreement(([], classes), ([], ours.tolist())) == 1


@pytest.mark.browser
def test_a_visit_is_read_off_the_page(launch: Callable[[], Browser], sites: dict[str, Contender]) -> None:
    visit = Visitor(launch).first_visit(sites["ours"], slow=False)
    assert 0 < visit.first < visit.live
    assert 0 < visit.first_bytes < visit.live_bytes
    assert visit.live_bytes > 4e6


@pytest.mark.browser
@pytest.mark.speed
def test_the_result_of_a_click_is_in_the_next_frame(launch: Callable[[], Browser], sites: dict[str, Contender]) -> None:
    """Of most clicks, on a machine that does other things too."""
    clicks = clicked(Visitor(launch), sites["ours"], "simple-forward-pass [data-action=next]", wanted=30)
    found = sorted(click.frames for click in clicks)
    assert found[24] == 1
    assert found[-2] <= 3  # within two, and one more for the machine


@pytest.mark.browser
@pytest.mark.speed
def test_event_timing_tells_of_the_same_clicks_until_their_frame_is_on_screen(
    launch: Callable[[], Browser], sites: dict[str, Contender]
) -> None:
    clicks = clicked(Visitor(launch), sites["ours"], "simple-forward-pass [data-action=next]", wanted=20)
    assert all(click.event % EVENT_STEP == 0 for click in clicks)
    by_event = statistics.median(click.event for click in clicks)
    painted = statistics.median(click.taken for click in clicks)
    assert by_event >= painted - EVENT_STEP
