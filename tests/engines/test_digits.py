"""The networks that read images, in every engine: what a reader does with them."""

import base64
from collections import Counter
from pathlib import Path

import numpy as np

from builder.publish.hashed_folders import part_folder
from forwardpass import api
from forwardpass.image_network.pad.address import encode

from ..helpers.image_files import png
from ..helpers.mnist_images import images, labels
from ..helpers.network_files import TORCH, tensors
from ..helpers.site_images import read_classes
from .demos import Digits
from .layer.window import at

SMALLEST = "mnist_784_10_10"
STEPS = ["look", "numbers", "neuron", "sum", "squeeze", "layer-1", "votes", "totals", "softmax", "answer"]
SEVEN = [(0.3, 0.2), (0.5, 0.2), (0.7, 0.2), (0.6, 0.4), (0.5, 0.6), (0.42, 0.85)]
MENU = "select.network"


def words_of(sample: int) -> str:
    pixels, label = images()[sample].tolist(), int(labels()[sample])
    return str(api.forward_pass_mnist(sample, pixels, label, "en")["views"][0]["text"])


def test_all_steps(digits: Digits) -> None:
    for sample in (1, 2, 3):
        digits.window.press("button", "Next")
        assert digits.at_sample(sample).view["text"] == words_of(sample)
    digits.window.press("button", "Back")
    assert digits.at_sample(2).view["text"] == words_of(2)
    digits.quiet()


def test_digits(digits: Digits, dist: Path) -> None:
    window, kept = digits.window, read_classes(part_folder(dist, "mnist") / "labels.bin")
    window.choose("select.class", "5").press("button", "Find this digit")
    digits.at_sample(kept.index(5))
    window.press("button", "Find a mistake").wait("view.numbers?.predicted !== view.numbers?.label")
    digits.more()
    window.ask("root.querySelector('input.number').value = ''")
    window.focus("textbox", "Image number").type("9998").keys("Enter")
    assert digits.at_sample(9998).view["text"] == words_of(9998)
    digits.quiet()


def test_looking_inside(digits: Digits) -> None:
    window = digits.window
    x, y, _, _ = window.place(at(".picture .neuron[data-neuron='1-3']"))
    window.point((x, y), press=False).wait("root.querySelector('.inside')")
    inside = api.look_inside("1-3", "en", sample=0, pixels=images()[0].tolist(), label=int(labels()[0]))
    window.point((x, y)).shows(".inside h3", inside["title"])
    window.press("button", "Next")
    digits.at_sample(1)
    window.shows(".inside h3", inside["title"]).keys("Escape").hides(".inside")
    digits.quiet()


def test_the_lesson_of_a_digit(digits: Digits) -> None:
    window = digits.window
    views = api.follow(sample=0, pixels=images()[0].tolist(), label=int(labels()[0]), lang="en")["views"]
    window.press("button", "See how it got there")
    for key, expected in zip(STEPS, views, strict=True):
        assert digits.at_key(key).view["html"] == expected["html"]
        window.press("button", "Next")
    digits.at_sample(1).at_key("look")
    window.press("button", "Leave the lesson")
    digits.at_key("sample").quiet()


def test_the_drawing_pad(digits: Digits) -> None:
    window = digits.window
    draw(digits)
    window.wait("view.key === 'drawing' && view.numbers.predicted === 7")
    window.press("button", "Undo").wait("view.key === 'empty'")
    digits.quiet()


def draw(digits: Digits) -> None:
    window = digits.window
    digits.mode("draw")
    x, y, width, height = window.place(at(".sheet"))
    window.point(*((x + (dx - 0.5) * width, y + (dy - 0.5) * height) for dx, dy in SEVEN))


def test_a_link_opens_a_drawing(digits: Digits) -> None:
    code = encode(images()[2])
    digits.open(f"{digits.site}{digits.path}?drawing={code}").at_key("drawing")
    assert digits.view["numbers"]["predicted"] == labels()[2]
    assert digits.link.endswith(code)
    digits.quiet()


def test_images_from_files(digits: Digits, tmp_path: Path) -> None:
    file = tmp_path / "seven.png"
    file.write_bytes(png((255 - images()[0].reshape(28, 28)).astype(np.uint8).repeat(8, axis=0).repeat(8, axis=1)))
    digits.mode("draw").window.shows(".sheet").give(".picture-file", file)
    digits.window.wait("view.key === 'drawing' && view.numbers.predicted === 7")
    digits.quiet()


def test_other_networks(digits: Digits) -> None:
    window = digits.window
    for data, network in (("mnist", "mnist_784_128_10"), ("fashion", "fashion_784_64_10")):
        digits.more().window.choose(MENU, f"{data}/{network}")
        digits.at_sample(0, network)
    assert "data=fashion" in digits.link
    window.shows(".bars", "ankle boot")
    digits.more().window.choose(MENU, f"mnist/{SMALLEST}")
    digits.at_sample(0).quiet()


def test_own_networks_from_a_file_and_into_one(digits: Digits, tmp_path: Path) -> None:
    window = digits.more().window
    window.press("button", "Your own network")
    file = tmp_path / "network.safetensors"
    file.write_bytes(tensors(TORCH, {"activations": "relu,relu,identity"}))
    window.give(".own-network input[type=file]", file)
    digits.at_sample(0, "own1")
    window.shows(".own-network", "784-20-12-10")
    digits.more().window.choose(MENU, f"mnist/{SMALLEST}")
    digits.at_sample(0)
    name, content = window.download(lambda: window.press("button", "NumPy .npz"))
    assert (name, content) == ("network.npz", base64.b64decode(api.save_network("npz", SMALLEST)["content"]))
    digits.quiet()


def test_all_10_000(digits: Digits, dist: Path) -> None:
    window, folder = digits.window, part_folder(dist, "mnist")
    kept, said = (read_classes(folder / name) for name in ("labels.bin", f"predictions/{SMALLEST}.bin"))
    pairs = Counter(zip(kept, said, strict=True))
    digits.mode("all").window.press("button", "Let it read all 10,000").shows(".captioned button")
    rows = window.ask(
        "[...root.querySelectorAll('.matrix tbody tr')].map((r) => [...r.querySelectorAll('td')].map((c) => c.innerText))"
    )
    assert rows == [[str(pairs[label, predicted]) for predicted in range(10)] for label in range(10)]
    fours = [i for i in range(10_000) if (kept[i], said[i]) == (4, 9)]
    x, y, _, _ = window.place(at(".matrix button[value='4-9']"))
    window.point((x, y)).wait("root.querySelectorAll('.cell-images button').length === given[0]", len(fours))
    digits.quiet()


def test_sharing_real_files(digits: Digits) -> None:
    window = digits.more().window
    window.press("button", "Share").shows(".sharing")
    name, content = window.download(lambda: window.press("button", "Save as SVG"))
    assert name.endswith(".svg")
    assert content.count(b"<circle") > 30
    digits.quiet()


def test_the_keyboard_alone(digits: Digits) -> None:
    window = digits.window
    window.focus("button", "Next").keys("ArrowRight", "ArrowRight")
    digits.at_sample(2)
    window.keys("ArrowLeft")
    digits.at_sample(1)
    window.keys("Enter")
    digits.at_sample(2)
    window.focus("button", "See how it got there").keys("Enter")
    digits.at_key("look")
    window.keys("ArrowRight")
    digits.at_key("numbers").quiet()
