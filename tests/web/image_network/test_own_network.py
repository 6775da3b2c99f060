"""A network of the reader's own, from a file and into one, in either demo."""

import base64
import json
import re
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from forwardpass import api
from forwardpass.image_network.reading import Sample, read
from forwardpass.image_network.trained import Trained, load_network

from ...helpers.network_files import NETWORK, npz
from ..helpers.axe import faults
from ..helpers.driver import MNIST, SIMPLE, Demo
from .readings import GOOD, PAGE, wait_for_reading

WRONG = {"name": "network.npz", "mimeType": "", "buffer": npz(weights_1=np.ones((10, 100)))}


def test_a_file_of_the_reader_reads_the_image_or_is_refused_with_a_reason(page: Page) -> None:
    page.goto(f"{PAGE}?sample=7")
    demo = Demo(page).wait_for_state("live").more().press("Your own network")
    field = demo.part("own-network").locator("input[type=file]")
    field.set_input_files(GOOD)  # type: ignore[arg-type]
    wait_for_reading(demo, "own1", 7)
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
    wait_for_reading(demo, "own1", 8).press("Find a mistake")
    demo.wait("an image after the eighth", "demo => demo.view.numbers.sample > 8")
    assert demo.view["numbers"]["predicted"] != demo.view["numbers"]["label"]
    demo.more().part("network").select_option("mnist/mnist_784_10_10")
    demo.wait("the network of the page", "demo => demo.view.numbers.network === 'mnist_784_10_10'")


def test_the_network_on_screen_is_saved_and_a_dropped_file_is_taken(page: Page, tmp_path: Path) -> None:
    page.goto(f"es/{PAGE}?network=mnist_784_32_10")
    demo = wait_for_reading(Demo(page), "mnist_784_32_10", 0).wait_for_state("live")
    demo.more().host.get_by_role("button", name="Tu propia red").click()
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
    wait_for_reading(demo, "own1", 0)
    assert demo.view["numbers"]["probabilities"] == pytest.approx(probabilities, abs=1e-12)


def test_a_small_network_from_a_file_is_the_guess_and_the_one_in_force_is_saved(page: Page) -> None:
    page.goto("demos/simple_forward_pass/?seed=3&step=input")
    demo = Demo(page).wait_for_state("live")
    demo.mode("play").part("network-panel").locator("summary").click()
    demo.more().button("Share").click()
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
    demo.jump(4)
    weights = [[0.5, -0.25], [1.04, 0.0]]
    field.set_input_files({"name": "n.npz", "mimeType": "", "buffer": npz(weights_1=np.array(weights))})
    demo.wait("a guess of one layer", "demo => demo.view.numbers?.guess.layers.length === 1")
    assert demo.view["numbers"]["guess"]["layers"][0]["weights"] == [[0.5, -0.2], [1.0, 0.0]]
    expect(demo.part("network-notice")).to_have_text(
        "Loaded: a 2-2 network (sigmoid). The lesson starts from its parameters. Its weights are read as outputs × inputs. "
        "It has no biases. Assumed, since the file does not say: sigmoid, outputs × inputs."
    )
    expect(demo.part("counter")).to_have_text(re.compile("^5 / "))
    assert "problem=" in demo.link
    assert faults(page, SIMPLE) == {}


def for_bytes() -> bytes:
    """A network of the site as if it had been trained on bytes from 0 to 255."""
    first, last = load_network("mnist_784_32_10").layers
    return npz(W1=first.weights / 255, b1=first.biases, W2=last.weights, b2=last.biases)


LIBRARIES = Path(__file__).parents[2] / "files" / "data" / "libraries"
FOR_BYTES = {"name": "network.npz", "mimeType": "", "buffer": for_bytes()}


def test_how_a_file_was_read_is_told_and_can_be_corrected_and_the_choice_is_saved(page: Page) -> None:
    page.goto(f"{PAGE}?sample=7")
    demo = Demo(page).wait_for_state("live").more().press("Your own network")
    own = demo.part("own-network")
    own.locator("input[type=file]").set_input_files(FOR_BYTES)  # type: ignore[arg-type]
    wait_for_reading(demo, "own1", 7)
    expect(demo.part("own-notice")).to_contain_text("Assumed, since the file does not say: relu.")
    menu = own.get_by_role("combobox", name="Pixels")
    menu.focus()
    menu.select_option("0 to 255")
    wait_for_reading(demo, "own2", 7)
    expect(own.get_by_role("combobox", name="Pixels")).to_have_value("0 to 255")
    expect(own.get_by_role("combobox", name="Pixels")).to_be_focused()
    network = load_network("mnist_784_32_10")
    probabilities = read(Sample(7, np.array(demo.view["numbers"]["pixels"])), Trained("own2", network)).probabilities
    assert demo.view["numbers"]["probabilities"] == pytest.approx(probabilities, abs=1e-6)
    assert faults(page, MNIST) == {}
    with page.expect_download() as download:
        demo.host.get_by_role("button", name="JSON", exact=True).click()
    assert json.loads(Path(download.value.path()).read_bytes())["pixels"] == "0 to 255"
    own.get_by_role("combobox", name="Activation of layer 1").select_option("tanh")
    wait_for_reading(demo, "own3", 7)
    expect(demo.part("own-notice")).to_contain_text("784-32-10 network (tanh, softmax)")
    demo.button("Close").click()
    demo.more().press("Your own network")
    expect(own.get_by_role("combobox", name="Pixels")).to_have_value("0 to 255")


def test_after_python_has_died_a_file_is_read_as_it_was_chosen(page: Page) -> None:
    page.goto(f"{PAGE}?sample=7")
    demo = Demo(page).wait_for_state("live").more().press("Your own network")
    own = demo.part("own-network")
    own.locator("input[type=file]").set_input_files(FOR_BYTES)  # type: ignore[arg-type]
    wait_for_reading(demo, "own1", 7)
    own.get_by_role("combobox", name="Pixels").select_option("0 to 255")
    wait_for_reading(demo, "own2", 7)
    probabilities = demo.view["numbers"]["probabilities"]
    page.workers[0].evaluate("self.close()")
    demo.wait_for_state("loading").wait_for_state("live")
    demo.press("next")
    wait_for_reading(demo, "own2", 8).press("back")
    wait_for_reading(demo, "own2", 7)
    assert demo.view["numbers"]["probabilities"] == probabilities
    with page.expect_download() as download:
        demo.host.get_by_role("button", name="JSON", exact=True).click()
    assert json.loads(Path(download.value.path()).read_bytes())["pixels"] == "0 to 255"


def test_a_file_of_another_kind_is_called_by_its_name_with_lines_to_copy(page: Page) -> None:
    page.goto(PAGE)
    demo = Demo(page).wait_for_state("live").more().press("Your own network")
    own = demo.part("own-network")
    pth = {"name": "model.pth", "mimeType": "", "buffer": (LIBRARIES / "pytorch_refused.pth").read_bytes()}
    own.locator("input[type=file]").set_input_files(pth)  # type: ignore[arg-type]
    expect(demo.part("own-notice")).to_contain_text("of the kind PyTorch (.pth)")
    expect(own.locator(".file-notice pre")).to_contain_text("torch.load")
    assert faults(page, MNIST) == {}
    own.locator("input[type=file]").set_input_files(GOOD)  # type: ignore[arg-type]
    wait_for_reading(demo, "own2", 0)
    expect(own.locator(".file-notice pre")).to_be_hidden()


UNREADABLE = """section => { const data = new DataTransfer(); data.items.add(new File(["x"], "folder"));
    Blob.prototype.arrayBuffer = () => Promise.reject(new DOMException("a folder", "NotReadableError"));
    section.dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true })); }"""
NO_FILE = """section => section.dispatchEvent(
    new DragEvent("drop", { dataTransfer: new DataTransfer(), bubbles: true, cancelable: true }))"""


def test_a_folder_and_what_is_no_file_are_told_as_what_they_are(page: Page) -> None:
    page.goto(PAGE)
    demo = Demo(page).wait_for_state("live").more().press("Your own network")
    own = demo.part("own-network")
    own.evaluate(NO_FILE)
    expect(demo.part("own-notice")).to_contain_text("What was dropped is not a file")
    own.evaluate(UNREADABLE)
    expect(demo.part("own-notice")).to_contain_text("“folder” cannot be read: it is a folder")
    assert "Python did not answer" not in demo.host.inner_text()


def test_a_score_as_by_guessing_comes_with_a_hint_for_a_network_of_the_readers(page: Page) -> None:
    page.goto(PAGE)
    demo = Demo(page).wait_for_state("live").more().press("Your own network")
    own = demo.part("own-network")
    own.locator("input[type=file]").set_input_files(FOR_BYTES)  # type: ignore[arg-type]
    wait_for_reading(demo, "own1", 0)
    demo.mode("all")
    everything = demo.part("all-samples")
    everything.locator("[data-action=count]").click()
    expect(everything.locator(".results")).to_contain_text("hardly better than guessing", timeout=120_000)


def test_a_small_file_can_be_read_the_other_way_round(page: Page) -> None:
    page.goto("demos/simple_forward_pass/?seed=3")
    demo = Demo(page).wait_for_state("live")
    demo.mode("play").part("network-panel").locator("summary").click()
    field = demo.part("network-files").locator("input")
    weights = np.array([[0.5, 0.2], [1.0, -0.3]])
    field.set_input_files({"name": "n.npz", "mimeType": "", "buffer": npz(W=weights)})
    demo.wait("a guess of one layer", "demo => demo.view.numbers?.guess.layers.length === 1")
    assert demo.view["numbers"]["guess"]["layers"][0]["weights"] == weights.tolist()
    menu = demo.part("network-files").get_by_role("combobox", name="Weights")
    menu.focus()
    menu.select_option("in x out")
    demo.wait("the matrix the other way round", "demo => demo.view.numbers?.guess.layers[0].weights[0][1] === 1")
    assert demo.view["numbers"]["guess"]["layers"][0]["weights"] == weights.T.tolist()
    expect(menu).to_have_value("in x out")
    expect(menu).to_be_focused()
    assert faults(page, SIMPLE) == {}


def test_an_example_is_taken_as_a_file_of_the_reader(page: Page) -> None:
    page.goto(PAGE)
    demo = Demo(page).wait_for_state("live").more().press("Your own network")
    expect(demo.host.get_by_text("What is accepted")).to_be_hidden()
    demo.press("Try an example file")
    wait_for_reading(demo, "own1", 0)
    expect(demo.part("own-notice")).to_contain_text("784-32-10")
    expect(demo.part("network")).to_have_value("mnist/own")
    demo.host.get_by_text("What fits, and how to make it").click()
    expect(demo.host.get_by_text("What is accepted")).to_be_visible()
