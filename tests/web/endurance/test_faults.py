"""Each file of a visit is missing, cut in half, replaced by a page, stalled or altered: the first view stays, Next works, the reader is told the truth, Retry works."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from ...helpers.amounts import IN_FULL
from ...helpers.mnist_images import images, labels
from ..conftest import LIVE_SECONDS, OpenPage
from ..helpers.driver import MNIST, SIMPLE, Demo
from ..helpers.python_files import ANY_WORDS
from .faults import FAULTS, files_of_a_visit, kind

VISITS = {SIMPLE: "demos/simple_forward_pass/?seed=3", MNIST: "demos/forward_pass_mnist/?sample=3"}
IN_SHORT = {
    SIMPLE: ("worker.js", "asm.hot.wasm", "forwardpass.zip.gz", "en/3.json"),
    MNIST: ("0.bin",),
}  # one file of each kind
DEFINING = re.compile(r"embed\.js|start\.js|/chunk|demo.*\.js")  # without which nothing answers to Next
TOLD_SECONDS = 10
STALL_SECONDS = 31
SAMPLE = 30  # beside that of the visit, in the same file, and not recorded


@pytest.fixture(scope="module")
def files(open_page: OpenPage, site: str, dist: Path) -> dict[str, list[str]]:
    """What each demo fetches until it is live and a few steps on."""
    found = {}
    for name, path in VISITS.items():
        with open_page() as page:

            def visit(page: Page, path: str = path) -> None:
                page.goto(path)
                demo = Demo(page).wait_for_state("live")
                demo.press("next", 2)
                page.wait_for_timeout(6_000)  # what is fetched ahead

            found[name] = files_of_a_visit(page, site, dist, visit)
    return found


@pytest.mark.endure
@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("name", VISITS)
def test_a_file_of_a_visit(open_page: OpenPage, dist: Path, files: dict[str, list[str]], name: str, fault: str) -> None:
    wanted = [path for path in files[name] if IN_FULL or kind(path).endswith(IN_SHORT[name])]
    assert len(wanted) >= len(IN_SHORT[name]), files[name]
    wrong = {}
    for path in wanted:
        with open_page(allowed=ANY_WORDS) as page:
            try:
                stays_usable(page, name, path, dist / path, fault)
            except Exception as error:
                wrong[path] = str(error)[:600]
    assert not wrong, "\n".join(f"{path}: {error}" for path, error in wrong.items())


def stays_usable(page: Page, name: str, path: str, file: Path, fault: str) -> None:
    pattern = f"**/{path}*"
    page.clock.install()
    page.route(pattern, FAULTS[fault](file))
    page.goto(VISITS[name], wait_until="commit")
    demo = Demo(page)
    expect(demo.part("narration")).to_contain_text(re.compile(r"\w{3}"))
    expect(demo.part("picture").locator("svg")).to_be_visible()
    first = demo.part("narration").inner_text()
    if fault == "stalled":
        let_it_stall(page)
    if DEFINING.search(path) and is_told(page):
        retry(page)
    else:
        demo.press("next")
        expect(demo.part("narration")).not_to_have_text(first)
        wait_for_an_end(page, demo)
        if demo.state == "error":
            assert is_told(page)
            page.unroute_all(behavior="ignoreErrors")
            demo.press("retry")
    demo.wait_for_state("live", LIVE_SECONDS)
    assert demo.shows_its_view()
    if name == MNIST:
        shows_a_true_image(demo, fault)


def let_it_stall(page: Page) -> None:
    page.wait_for_timeout(2_000)
    page.clock.fast_forward(STALL_SECONDS * 1000)


def shows_a_true_image(demo: Demo, fault: str) -> None:
    """One that is not recorded: its pixels, or a sentence with Retry, after which they are there."""
    failure = demo.part("failure")
    demo.choose(str(SAMPLE))
    if fault == "stalled":
        let_it_stall(demo.page)
    arrived = "(demo, sample) => demo.view?.numbers?.sample === sample || demo.shadowRoot.querySelector('.failure')?.checkVisibility()"
    demo.wait("an image, or why not", arrived, SAMPLE)
    if failure.is_visible():
        expect(failure).to_contain_text("could not be loaded")
        retry(demo.page)
    shown = demo.wait_for_view(SAMPLE).view["numbers"]
    assert shown["pixels"] == images()[SAMPLE].ravel().tolist()
    assert shown["label"] == labels()[SAMPLE]


def wait_for_an_end(page: Page, demo: Demo) -> None:
    """Python is there, or why not."""
    expect(demo.host).to_have_attribute("state", re.compile("live|error"), timeout=60_000)


def is_told(page: Page) -> bool:
    """Whether a sentence says what happened, with a way on."""
    told = page.locator(".failure:visible, .missing:visible").first
    try:
        expect(told).to_contain_text(re.compile(r"\w+ \w+ \w+"), timeout=TOLD_SECONDS * 1000)
    except AssertionError:
        return False
    return True


def retry(page: Page) -> None:
    page.unroute_all(behavior="ignoreErrors")
    page.locator(".failure:visible button, .missing:visible button").first.click()
