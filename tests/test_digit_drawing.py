"""The drawing of the digit network: everything is there, says what the numbers say, and no text touches anything."""

import gzip
import math
import re
from collections.abc import Iterator
from itertools import combinations, pairwise
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from forwardpass.digit_drawing import draw
from forwardpass.digit_layout import SHOWN_PIXELS
from forwardpass.digits import Sample, read
from forwardpass.trained import DEFAULT, OWN, Trained, load_network
from forwardpass.translation import LANGUAGES, translator

from .mnist_images import images, misread, reading, sample
from .test_trained import wide

SVG = "{http://www.w3.org/2000/svg}"
EM = 18.0
WIDTHS = {
    character: width
    for characters, width in {"%✓✗▶mw": 1.0, "<>": 0.84, ".:ijl\u00a0 í": 0.4, "frt": 0.48}.items()
    for character in characters
}
ANY_OTHER, BOLD = 0.65, 0.7  # em, of DejaVu Sans, which is wide
FULL_WIDTH = 1.0
ENGLISH = translator("en")
Box = tuple[float, float, float, float]


def drawn(number: int | None, lang: str = "en", network: str = DEFAULT) -> ET.Element:
    expected = None if number is None else reading(number, network)
    return ET.fromstring(draw(expected, "title", "description", translator(lang)))


def neurons(root: ET.Element, column: int) -> list[ET.Element]:
    return [e for e in root.iter(f"{SVG}g") if e.get("data-neuron", "").startswith(f"{column}-")]


def opacity(neuron: ET.Element) -> float:
    return float(neuron.findall(f"{SVG}circle")[-1].attrib["fill-opacity"])


def bars(root: ET.Element) -> list[ET.Element]:
    return [e for e in root.iter(f"{SVG}g") if "data-class" in e.attrib]


def words(parent: ET.Element) -> list[str]:
    return [text for e in parent.iter(f"{SVG}text") if (text := "".join(e.itertext()))]


def boxes(root: ET.Element) -> Iterator[tuple[str, Box]]:
    """Every text with a box no smaller than it is in a wide font."""
    for e in root.iter(f"{SVG}text"):
        text = "".join(e.itertext())
        other = BOLD if e.attrib["class"] in ("name", "value") else ANY_OTHER
        width = EM * sum(WIDTHS.get(c, FULL_WIDTH if c > "\u3000" else other) for c in text)
        left = float(e.attrib["x"]) - {"start": 0, "middle": width / 2, "end": width}[e.attrib["text-anchor"]]
        y = float(e.attrib["y"])
        if text:
            yield text, (left, y - 0.75 * EM, left + width, y + 0.2 * EM)


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def shapes(root: ET.Element) -> Iterator[tuple[str, Box]]:
    """What no text may cover: neurons, bars, marks, the sample, the signs of the legend, points on the curves, columns of connections."""
    for e in root.iter(f"{SVG}circle"):
        x, y, r = (float(e.attrib[k]) for k in ("cx", "cy", "r"))
        yield "circle", (x - r, y - r, x + r, y + r)
    for e in root.iter(f"{SVG}rect"):
        x, y, w, h = (float(e.attrib[k]) for k in ("x", "y", "width", "height"))
        yield e.attrib["class"], (x, y, x + w, y + h)
    for group in root.iter(f"{SVG}g"):
        for e in group.findall(f"{SVG}path"):
            if group.get("class") != "sample-ink":
                yield from ((group.get("class", ""), (x, y, x, y)) for x, y in points(e.attrib["d"]))


def points(d: str) -> Iterator[tuple[float, float]]:
    """Points along a path of absolute M, L, C, H and V, and of the triangle of a mark."""
    if "C" in d:
        p = [float(v) for v in re.findall(r"-?[\d.]+", d)]
        for t in (k / 50 for k in range(51)):
            w = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
            yield (
                sum(a * b for a, b in zip(w, p[::2], strict=True)),
                sum(a * b for a, b in zip(w, p[1::2], strict=True)),
            )
    elif "l" in d:
        x, y = (float(v) for v in re.findall(r"M(\S+) ([\d.]+)", d)[0])
        yield from ((x, y), (x + 9, y + 6.5), (x, y + 13))
    elif "H" in d:
        x, y, end = (float(v) for v in re.findall(r"[\d.]+", d))
        yield from ((x, y), (end, y))
    elif d:
        ends = [(float(x), float(y)) for x, y in re.findall(r"[ML](\S+?) ([\d.]+)", d)][:2]
        (x1, y1), (x2, y2) = ends
        yield from ((x1 + k / 20 * (x2 - x1), y1 + k / 20 * (y2 - y1)) for k in range(21))


@pytest.mark.parametrize("network", [DEFAULT, "fashion_784_64_10"])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_in_fifty_samples_no_text_touches_another_text_or_a_shape_or_leaves_the_picture(
    lang: str, network: str
) -> None:
    for number in (*range(44), *misread(), 9999):
        root = drawn(number, lang, network)
        _, _, width, height = map(float, root.attrib["viewBox"].split())
        texts, things = list(boxes(root)), list(shapes(root))
        for (text, box), (other, other_box) in combinations(texts, 2):
            assert not overlap(box, other_box), f"{text!r} on {other!r} in sample {number}"
        for text, box in texts:
            assert box[0] >= 0, text
            assert box[1] >= 0, text
            assert box[2] <= width, text
            assert box[3] <= height, text
            assert not [name for name, thing in things if overlap(box, thing)], f"{text!r} in sample {number}"


@pytest.mark.parametrize("network", [DEFAULT, "fashion_784_64_10"])
def test_text_is_readable_on_a_phone_320_pixels_wide(network: str) -> None:
    width = float(drawn(0, network=network).attrib["viewBox"].split()[2])
    assert EM * 284 / width >= 11.5


@pytest.mark.parametrize(("network", "shown"), [("mnist_784_32_10", 32), ("mnist_784_128_10", 128)])
def test_of_a_large_layer_15_neurons_are_drawn_the_first_the_last_and_an_ellipsis(network: str, shown: int) -> None:
    root = drawn(0, network=network)
    hidden = [int(e.attrib["data-neuron"].split("-")[1]) for e in neurons(root, 1)]
    assert len(hidden) == 15
    assert (hidden[0], hidden[-1]) == (0, shown - 1)
    gaps = {after - before for before, after in pairwise(hidden)}
    assert max(gaps) - min(gaps) <= 1
    assert sum(e.get("class") == "ellipsis" for e in root.iter(f"{SVG}g")) == 2


@pytest.mark.parametrize("sizes", [(), (5,), (40, 3), (300, 17, 16), (1000, 20), (20,) * 7, (20,) * 15])
@pytest.mark.parametrize("data", ["mnist", "fashion"])
def test_networks_with_any_number_of_hidden_layers_are_drawn_without_overlap(sizes: tuple[int, ...], data: str) -> None:
    trained = Trained(OWN, wide(2, *((size, "tanh") for size in sizes)))
    root = ET.fromstring(draw(read(sample(3, data), trained), "title", "description", ENGLISH))
    assert [len(neurons(root, column)) for column in range(1, len(sizes) + 1)] == [
        min(s, 15 if s > 16 else s) for s in sizes
    ]
    texts, things = list(boxes(root)), list(shapes(root))
    assert not [(a, b) for (a, one), (b, other) in combinations(texts, 2) if overlap(one, other)]
    assert not [(text, name) for text, box in texts for name, thing in things if overlap(box, thing)]
    circles = [
        e.attrib
        for column in range(len(sizes) + 2)
        for e in (n.find(f"{SVG}circle") for n in neurons(root, column))
        if e is not None
    ]
    for one, other in combinations(circles, 2):
        apart = math.hypot(*(float(one[k]) - float(other[k]) for k in ("cx", "cy")))
        assert apart >= float(one["r"]) + float(other["r"])


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


@pytest.mark.parametrize("number", [0, 18, 59])
def test_ten_bars_are_as_long_as_their_probabilities_and_carry_names_and_numbers(number: int) -> None:
    rows = bars(drawn(number))
    lengths = [[float(e.attrib["width"]) for e in row.findall(f"{SVG}rect")] for row in rows]
    assert [length / track for track, length in lengths] == pytest.approx(reading(number).probabilities, abs=0.001)
    assert [words(row)[0] for row in rows] == list("0123456789")
    assert all(words(row)[1].endswith("%") for row in rows)


def marks(root: ET.Element) -> dict[int, tuple[str, bool, list[str]]]:
    """The state of each bar that is more than one of the others: its class, whether ▶ stands there, its words."""
    state = {}
    for row in bars(root):
        arrow = next(e for e in row if e.get("class") == "mark").attrib["d"]
        if row.attrib["class"] != "bar other":
            state[int(row.attrib["data-class"])] = (row.attrib["class"], bool(arrow), words(row)[2:])
        else:
            assert (arrow, words(row)[2:]) == ("", [])
    return state


def test_a_right_prediction_is_marked_by_an_arrow_a_tick_and_a_word() -> None:
    assert marks(drawn(0)) == {7: ("bar predicted true", True, ["✓ right"])}
    assert {"▶ network: 7", "✓ true: 7"} <= set(words(drawn(0)))


def test_a_wrong_prediction_is_marked_by_a_cross_and_the_true_class_by_a_word() -> None:
    for number in misread():
        expected, root = reading(number), drawn(number)
        label = expected.sample.label
        assert label is not None
        assert marks(root) == {
            expected.predicted: ("bar predicted", True, ["✗ wrong"]),
            label: ("bar true", False, ["true class"]),
        }
        assert {f"▶ network: {expected.predicted}", f"✗ true: {label}"} <= set(words(root))


def test_without_a_label_only_the_prediction_is_marked() -> None:
    root = ET.fromstring(draw(read(Sample(0, images()[0])), "", "", ENGLISH))
    assert marks(root) == {7: ("bar predicted unjudged", True, [])}


def structure(root: ET.Element) -> list[tuple[str, str | None]]:
    """Tags and keys in order, without the values that change."""
    return [(e.tag, e.get("data-neuron") or e.get("data-connection") or e.get("data-class")) for e in root.iter()]


def test_every_sample_and_the_blank_have_the_same_elements_in_the_same_order() -> None:
    assert len({tuple(structure(drawn(number))) for number in (0, 1, 18, 9999, None)}) == 1


def test_the_blank_shows_no_sample_no_bar_and_no_probability() -> None:
    root = drawn(None)
    assert all(opacity(n) == 0 for column in range(3) for n in neurons(root, column))
    assert all(row.attrib["class"] == "bar absent" and len(words(row)) == 1 for row in bars(root))
    assert all(float(e.attrib["width"]) == 0 for e in root.iter(f"{SVG}rect") if e.get("class") == "length")
    assert not any(e.get("d") for g in root.iter(f"{SVG}g") if g.get("class") == "sample-ink" for e in g)


def test_it_is_a_group_of_neurons_to_select_with_a_name_and_a_description() -> None:
    root = drawn(0)
    ids = {e.attrib["id"]: e.text for e in root.iter() if "id" in e.attrib}
    assert root.attrib["role"] == "group"
    assert ids[root.attrib["aria-labelledby"]] == "title"
    assert ids[root.attrib["aria-describedby"]] == "description"


def test_it_is_lean_and_holds_no_colour_no_style_and_no_url() -> None:
    for number in range(30):
        svg = draw(read(sample(number)), "title", "description", ENGLISH)
        assert len(svg) < 45_000
        assert len(gzip.compress(svg.encode())) < 9_000
        assert not re.search(r"#|rgb|hsl|style=|<image|data:|href", svg)
        assert not re.search(r' (fill|stroke)="', svg)
