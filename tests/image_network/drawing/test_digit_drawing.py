"""The drawing of the digit network: everything is there, in the same order, and no text touches anything."""

import gzip
import math
import re
from itertools import combinations
from xml.etree import ElementTree as ET

import pytest

from forwardpass.image_network.drawing.draw import draw
from forwardpass.image_network.reading import read
from forwardpass.image_network.trained import DEFAULT, OWN, Trained
from forwardpass.words.catalogs import LANGUAGES

from ...helpers.digit_pictures import (
    EM,
    ENGLISH,
    SVG,
    Box,
    bars,
    boxes,
    drawn,
    neurons,
    opacity,
    overlap,
    shapes,
    words,
)
from ...helpers.mnist_images import misread, sample
from ...helpers.network_files import wide


def covered(text: str, box: Box, things: list[tuple[str, Box]]) -> list[str]:
    """What a text lies on. The values of hidden neurons have a halo and lie on connections."""
    has_halo = re.match("a[₀-₉]+ ", text) is not None
    return [name for name, thing in things if overlap(box, thing) and not (has_halo and "connections" in name)]


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
            assert not covered(text, box, things), f"{text!r} in sample {number}"


@pytest.mark.parametrize("network", [DEFAULT, "fashion_784_64_10"])
def test_text_is_readable_on_a_phone_320_pixels_wide(network: str) -> None:
    width = float(drawn(0, network=network).attrib["viewBox"].split()[2])
    assert EM * 284 / width >= 11.5


@pytest.mark.parametrize("sizes", [(), (5,), (40, 3), (300, 17, 16), (1000, 20), (20,) * 7, (20,) * 15])
@pytest.mark.parametrize("data", ["mnist", "fashion"])
def test_networks_with_any_number_of_hidden_layers_are_drawn_without_overlap(sizes: tuple[int, ...], data: str) -> None:
    trained = Trained(OWN, wide(2, *((size, "tanh") for size in sizes)))
    root = ET.fromstring(draw(read(sample(3, data), trained), "title", "description", ENGLISH))
    assert [len(neurons(root, column)) for column in range(1, len(sizes) + 1)] == [min(s, 10) for s in sizes]
    texts, things = list(boxes(root)), list(shapes(root))
    assert not [(a, b) for (a, one), (b, other) in combinations(texts, 2) if overlap(one, other)]
    assert not [(text, name) for text, box in texts for name in covered(text, box, things)]
    circles = [
        e.attrib
        for column in range(len(sizes) + 2)
        for e in (n.find(f"{SVG}circle") for n in neurons(root, column))
        if e is not None
    ]
    for one, other in combinations(circles, 2):
        apart = math.hypot(*(float(one[k]) - float(other[k]) for k in ("cx", "cy")))
        assert apart >= float(one["r"]) + float(other["r"])


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
