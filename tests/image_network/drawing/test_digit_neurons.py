"""The image, the neurons and the connections in the drawing of the digit network say what the numbers say."""

import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from forwardpass.image_network.drawing.draw import draw
from forwardpass.image_network.drawing.layout import SHOWN_PIXELS
from forwardpass.image_network.reading import read
from forwardpass.image_network.trained import OWN, Trained, load_network

from ...helpers.digit_pictures import ENGLISH, SVG, drawn, neurons, opacity
from ...helpers.mnist_images import images, reading, sample
from ...helpers.network_files import wide


@pytest.mark.parametrize(("network", "shown"), [("mnist_784_32_10", 32), ("mnist_784_128_10", 128)])
def test_of_a_large_layer_15_neurons_are_drawn_the_first_the_last_and_an_ellipsis(network: str, shown: int) -> None:
    root = drawn(0, network=network)
    hidden = [int(e.attrib["data-neuron"].split("-")[1]) for e in neurons(root, 1)]
    assert len(hidden) == 15
    assert (hidden[0], hidden[-1]) == (0, shown - 1)
    gaps = {after - before for before, after in pairwise(hidden)}
    assert max(gaps) - min(gaps) <= 1
    assert sum(e.get("class") == "ellipsis" for e in root.iter(f"{SVG}g")) == 2


def test_activations_without_a_bound_fill_by_their_share_of_the_largest_and_negative_ones_look_different() -> None:
    trained = Trained(OWN, wide(4, (8, "tanh"), (8, "relu")))
    expected = read(sample(3), trained)
    root = ET.fromstring(draw(expected, "title", "description", ENGLISH))
    for column in (1, 2):
        a = expected.trace.a[column - 1]
        assert [opacity(n) for n in neurons(root, column)] == pytest.approx(
            np.abs(a / np.abs(a).max()).tolist(), abs=0.006
        )
        assert ["negative" in n[0].attrib["class"] for n in neurons(root, column)] == [bool(v < 0) for v in a]


@pytest.mark.parametrize("number", [0, 18, None])
def test_there_are_15_inputs_10_hidden_10_outputs_and_250_connections(number: int | None) -> None:
    root = drawn(number)
    assert [len(neurons(root, column)) for column in range(3)] == [15, 10, 10]
    keys = [e.attrib["data-connection"] for e in root.iter(f"{SVG}path") if "data-connection" in e.attrib]
    assert len(set(keys)) == len(keys) == 250
    assert [sum(key.startswith(f"{layer}-") for key in keys) for layer in (0, 1)] == [150, 100]


def test_the_shown_pixels_are_the_first_the_last_and_13_in_rising_order_between() -> None:
    assert len(set(SHOWN_PIXELS)) == 15
    assert list(SHOWN_PIXELS) == sorted(SHOWN_PIXELS)
    assert (SHOWN_PIXELS[0], SHOWN_PIXELS[-1]) == (0, 783)
    assert all(9 <= pixel % 28 <= 18 for pixel in SHOWN_PIXELS[1:-1])


def test_connections_join_the_neurons_they_name_and_show_sign_and_size_of_their_weight() -> None:
    root = drawn(0)
    places = {
        e.attrib["data-neuron"]: e.findall(f"{SVG}circle")[-1].attrib
        for column in range(3)
        for e in neurons(root, column)
    }
    for group in (g for g in root.iter(f"{SVG}g") if "data-layer" in g.attrib):
        layer = int(group.attrib["data-layer"])
        found = []
        for line in group:
            _, source, target = (int(part) for part in line.attrib["data-connection"].split("-"))
            weight = load_network().layers[layer].weights[target, source]
            assert ("positive" in group.attrib["class"]) == (weight >= 0)
            start, end = places[f"{layer}-{source}"], places[f"{layer + 1}-{target}"]
            left, right = float(start["cx"]) + float(start["r"]), float(end["cx"]) - float(end["r"])
            assert [float(v) for v in re.findall(r"[\d.]+", line.attrib["d"])] == [
                left,
                float(start["cy"]),
                right,
                float(end["cy"]),
            ]
            found.append((abs(weight), float(line.attrib["stroke-width"])))
        widths = [width for _, width in sorted(found)]
        assert widths == sorted(widths)
        assert widths[0] < widths[-1]


@pytest.mark.parametrize("number", [0, 1, 18])
def test_neurons_are_filled_by_their_pixel_or_activation(number: int) -> None:
    root, expected = drawn(number), reading(number)
    assert [opacity(n) for n in neurons(root, 0)] == pytest.approx(
        [images()[number][p] / 255 for p in SHOWN_PIXELS], abs=0.006
    )
    assert [int(n.attrib["data-pixel"]) for n in neurons(root, 0)] == list(SHOWN_PIXELS)
    for column, activations in enumerate(expected.trace.a, start=1):
        assert [opacity(n) for n in neurons(root, column)] == pytest.approx(activations.tolist(), abs=0.006)


@pytest.mark.parametrize("number", [0, 3, 18, 9999])
def test_the_ink_covers_each_pixel_once_with_its_grey(number: int) -> None:
    ink = next(g for g in drawn(number).iter(f"{SVG}g") if g.get("class") == "sample-ink")
    found = [0.0] * 784
    for path in ink:
        for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)v1h-\3z", path.attrib["d"]):
            for column in range(int(x), int(x) + int(width)):
                assert found[int(y) * 28 + column] == 0
                found[int(y) * 28 + column] = float(path.attrib["fill-opacity"])
    assert found == pytest.approx((images()[number] / 255).tolist(), abs=0.04)
