"""The image, the neurons and the connections in the drawing of the digit network say what the numbers say."""

import re
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


@pytest.mark.parametrize("network", ["mnist_784_32_10", "mnist_784_128_10"])
def test_of_a_large_layer_the_10_neurons_are_drawn_that_say_most_about_the_answer(network: str) -> None:
    for number in (0, 1, 18):
        hidden = [int(e.attrib["data-neuron"].split("-")[1]) for e in neurons(drawn(number, network=network), 1)]
        found = reading(number, network)
        votes = [
            abs(float(a) * float(w))
            for a, w in zip(found.trace.a[0], found.network.layers[1].weights[found.predicted], strict=True)
        ]
        assert hidden == sorted(sorted(range(len(votes)), key=lambda i: -votes[i])[:10])
    assert sum(e.get("class") == "ellipsis" for e in drawn(0, network=network).iter(f"{SVG}g")) == 1


def ends(line: ET.Element) -> tuple[float, ...]:
    """Where a connection starts and ends."""
    return tuple(float(v) for v in re.findall(r"[\d.]+", line.attrib["d"]))


def joined(root: ET.Element) -> dict[tuple[float, ...], tuple[int, int]]:
    """The hidden neuron and the output that a line from the rim of the one to the rim of the other joins, by its ends."""
    hidden, outputs = (
        {
            int(n.attrib["data-neuron"].split("-")[1]): [
                float(n.findall(f"{SVG}circle")[-1].attrib[key]) for key in ("cx", "cy", "r")
            ]
            for n in neurons(root, column)
        }
        for column in (1, 2)
    )
    return {
        (x + r, y, to_x - to_r, to_y): (i, j)
        for i, (x, y, r) in hidden.items()
        for j, (to_x, to_y, to_r) in outputs.items()
    }


def test_connections_to_the_outputs_are_as_wide_as_what_flows_and_faint_below_5_percent() -> None:
    for number in (0, 7, 18):
        found = reading(number)
        flows = {
            (i, j): abs(float(found.trace.a[0][i]) * float(found.network.layers[1].weights[j, i]))
            for i in range(10)
            for j in range(10)
        }
        largest = max(flows.values())
        root = drawn(number)
        lines = [e for g in root.iter(f"{SVG}g") if "by-flow" in g.get("class", "") for e in g]
        assert len(lines) == 100
        for line in lines:
            share = flows[joined(root)[ends(line)]] / largest
            assert ("faint" in line.get("class", "")) == (share < 0.05)
            if share >= 0.05:
                assert float(line.attrib["stroke-width"]) == pytest.approx(0.3 + 2.9 * share, abs=0.051)


def test_a_flow_that_has_not_the_sign_of_its_weight_says_so() -> None:
    found = read(sample(3), Trained(OWN, wide(4, (8, "tanh"))))
    root = ET.fromstring(draw(found, "title", "description", ENGLISH))
    lines = [(g, e) for g in root.iter(f"{SVG}g") if "by-flow" in g.get("class", "") for e in g]
    for group, line in lines:
        source, target = joined(root)[ends(line)]
        flow = float(found.trace.a[0][source]) * float(found.network.layers[1].weights[target, source])
        is_turned = "turned" in line.get("class", "")
        assert (("positive" in group.attrib["class"]) != is_turned) == (flow > 0)
    assert any("turned" in line.get("class", "") for _, line in lines)


def test_hidden_neurons_have_name_and_value_and_so_are_they_called() -> None:
    root, a = drawn(18), reading(18).trace.a[0]
    labels = [e.text or "" for e in root.iter(f"{SVG}text") if e.get("class") == "unit-value"]
    for index, (neuron, label) in enumerate(zip(neurons(root, 1), labels, strict=True)):
        name, value = label.split(" ")
        assert name == "a" + "".join("₀₁₂₃₄₅₆₇₈₉"[int(digit)] for digit in str(index + 1))
        assert float(value) == pytest.approx(float(a[index]), abs=0.0051)
        assert neuron.attrib["aria-label"] == f"Hidden neuron {index + 1}: {value}"
    assert [n.attrib["aria-label"] for n in neurons(root, 2)][8] == "Output neuron for 8: 54.6%, the answer"


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
def test_15_inputs_are_ringed_and_there_are_10_hidden_10_outputs_and_100_connections(number: int | None) -> None:
    root = drawn(number)
    assert [len(neurons(root, column)) for column in range(3)] == [15, 10, 10]
    for kind in ("by-flow", "by-weight"):
        lines = [e for g in root.iter(f"{SVG}g") if kind in g.get("class", "") for e in g]
        assert sorted(joined(root)[ends(line)] for line in lines) == [(i, j) for i in range(10) for j in range(10)]


def test_the_shown_pixels_are_the_first_the_last_and_13_in_rising_order_between() -> None:
    assert len(set(SHOWN_PIXELS)) == 15
    assert list(SHOWN_PIXELS) == sorted(SHOWN_PIXELS)
    assert (SHOWN_PIXELS[0], SHOWN_PIXELS[-1]) == (0, 783)
    assert all(9 <= pixel % 28 <= 18 for pixel in SHOWN_PIXELS[1:-1])


def test_connections_show_the_sign_and_on_request_the_size_of_their_weight() -> None:
    root = drawn(0)
    for sign in ("positive", "negative"):
        by_flow, by_weight = (
            next(g for g in root.iter(f"{SVG}g") if g.get("class") == f"connections {sign} {kind}")
            for kind in ("by-flow", "by-weight")
        )
        found = []
        for line, weighed in zip(by_flow, by_weight, strict=True):
            source, target = joined(root)[ends(line)]
            weight = load_network().layers[1].weights[target, source]
            assert (sign == "positive") == (weight >= 0)
            assert line.attrib["d"] == weighed.attrib["d"]
            found.append((abs(weight), float(weighed.attrib["stroke-width"])))
        widths = [width for _, width in sorted(found)]
        assert widths == sorted(widths)
        assert widths[0] < widths[-1]


def test_the_image_is_the_input_layer_an_input_neuron_is_where_its_pixel_is() -> None:
    root = drawn(0)
    paper = next(e.attrib for e in root.iter(f"{SVG}rect") if e.get("class") == "sample-paper")
    left, top, size = (float(paper[key]) for key in ("x", "y", "width"))
    for neuron in neurons(root, 0):
        row, column = divmod(int(neuron.attrib["data-pixel"]), 28)
        circle = neuron.findall(f"{SVG}circle")[-1].attrib
        assert float(circle["cx"]) == pytest.approx(left + (column + 0.5) * size / 28, abs=0.01)
        assert float(circle["cy"]) == pytest.approx(top + (row + 0.5) * size / 28, abs=0.01)


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
