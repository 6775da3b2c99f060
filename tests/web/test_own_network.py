"""A network of the reader's own, from a file and into one, in either demo."""

import base64
import json
import re
from pathlib import Path

import numpy as np
import pytest
from playwright.sync_api import Page, expect

from forwardpass import api
from forwardpass.digits import Sample, read
from forwardpass.trained import Trained

from ..test_network_files import NETWORK, TORCH, npz, tensors
from .axe import faults
from .driver import SIMPLE, Demo
from .readings import PAGE, wait_for_reading

GOOD = {"name": "network.safetensors", "mimeType": "", "buffer": tensors(TORCH, {"activations": "relu,relu,identity"})}
WRONG = {"name": "network.npz", "mimeType": "", "buffer": npz(weights_1=np.ones((10, 100)))}


def test_a_file_of_the_reader_reads_the_image_or_is_refused_with_a_reason(page: Page) -> None:
    page.goto(f"{PAGE}?sample=7")
    demo = Demo(page).wait_for_state("live").press("Your own network")
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
    page.wait_for_function("demo => demo.view.numbers.sample > 8", arg=demo.host.element_handle())
    assert demo.view["numbers"]["predicted"] != demo.view["numbers"]["label"]
    demo.part("network").select_option("mnist/mnist_784_10_10")
    page.wait_for_function("demo => demo.view.numbers.network === 'mnist_784_10_10'", arg=demo.host.element_handle())


def test_the_network_on_screen_is_saved_and_a_dropped_file_is_taken(page: Page, tmp_path: Path) -> None:
    page.goto(f"es/{PAGE}?network=mnist_784_32_10")
    demo = wait_for_reading(Demo(page), "mnist_784_32_10", 0).wait_for_state("live")
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
    wait_for_reading(demo, "own1", 0)
    assert demo.view["numbers"]["probabilities"] == pytest.approx(probabilities, abs=1e-12)


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
    demo.jump(4)
    weights = [[0.5, -0.25], [1.04, 0.0]]
    field.set_input_files({"name": "n.npz", "mimeType": "", "buffer": npz(weights_1=np.array(weights))})
    page.wait_for_function("demo => demo.view.numbers?.guess.layers.length === 1", arg=demo.host.element_handle())
    assert demo.view["numbers"]["guess"]["layers"][0]["weights"] == [[0.5, -0.2], [1.0, 0.0]]
    expect(demo.part("network-notice")).to_have_text(
        "Taken: a 2-2 network (sigmoid). Its parameters are the guess now."
    )
    expect(demo.part("counter")).to_have_text(re.compile("^5 / "))
    assert "problem=" in demo.link
    assert faults(page, SIMPLE) == {}
