"""The inside of a neuron: the numbers of an independent computation, true lines, and the neuron marked in the drawing."""

import re
from math import exp, fsum
from typing import Any
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from forwardpass import api
from forwardpass.image_network.drawing.layout import SHOWN_PIXELS
from forwardpass.image_network.trained import load_network
from forwardpass.words.catalogs import LANGUAGES

from ...helpers.mnist_images import images, labels

NETWORKS = ("mnist_784_10_10", "mnist_784_128_10")


def look(neuron: str, sample: int = 0, lang: str = "en", network: str = NETWORKS[0]) -> Any:
    return api.look_inside(
        neuron, lang, network, sample=sample, pixels=images()[sample].tolist(), label=int(labels()[sample])
    )


@pytest.mark.parametrize("sample", [0, 7, 18])
def test_a_hidden_neuron_has_the_sum_that_plain_arithmetic_finds(sample: int) -> None:
    layer, x = load_network().layers[0], images()[sample] / 255
    for index in range(10):
        numbers = look(f"1-{index}", sample)["numbers"]
        products = [float(w) * float(v) for w, v in zip(layer.weights[index], x, strict=True)]
        assert numbers["up"] == pytest.approx(fsum(p for p in products if p > 0))
        assert numbers["down"] == pytest.approx(fsum(p for p in products if p < 0))
        assert numbers["z"] == pytest.approx(numbers["up"] + numbers["down"] + float(layer.biases[index]))
        assert numbers["a"] == pytest.approx(1 / (1 + exp(-numbers["z"])))


@pytest.mark.parametrize("network", NETWORKS)
def test_every_printed_line_of_arithmetic_holds(network: str) -> None:
    for neuron in ("1-0", "1-3", "1-9", "2-0", "2-4", "2-7", "0-203"):
        for line in look(neuron, 4, network=network)["text"].splitlines():
            if match := re.fullmatch(r"[zx]\S+ = ([-+().\d ÷]+) ([=≈]) (-?[\d.]+)", line):
                left, sign, right = match.groups()
                value = eval(left.replace("÷", "/"))
                places = len(right.partition(".")[2])
                assert abs(value - float(right)) < (1e-9 if sign == "=" else 0.5 * 10**-places), line


@pytest.mark.parametrize("network", NETWORKS)
def test_an_output_lists_who_speaks_for_and_against_it_largest_first(network: str) -> None:
    alt = look("2-7", network=network)["alt"]
    values = [float(text.replace("−", "-")) for text in re.findall(r"→ ([+−]?\d+\.\d+)", alt)]
    assert values == sorted(values, reverse=True)
    assert len(values) <= 16
    others = re.search(r"others together: ([+−]?\d+\.\d+)", alt)
    rest = float(others[1].replace("−", "-")) if others else 0.0
    numbers = look("2-7", network=network)["numbers"]
    assert sum(values) + rest + numbers["bias"] == pytest.approx(numbers["z"], abs=0.1)


def test_a_pixel_tells_its_value_and_its_place() -> None:
    view = look("0-203")
    assert view["numbers"]["value"] == images()[0][203]
    assert "row 8, column 8" in view["text"]
    assert f"x₂₀₄ = {images()[0][203]} ÷ 255" in view["text"]


def marks(view: dict[str, Any]) -> ET.Element:
    root = ET.fromstring(view["drawing"])
    return next(e for e in root.iter() if e.get("class") == "marks")


def test_a_pixel_whose_input_neuron_is_not_drawn_gets_one_where_it_is() -> None:
    drawn, hidden = marks(look(f"0-{SHOWN_PIXELS[3]}")), marks(look("0-203"))
    assert "stand-in" not in {e.get("class") for e in drawn.iter()}
    stand_in = next(e for e in hidden.iter() if e.get("class") == "stand-in")
    frame = next(e for e in hidden.iter() if e.get("class") == "pixel").attrib
    for center, side in (("cx", "x"), ("cy", "y")):
        assert float(stand_in[0].attrib[center]) == pytest.approx(
            float(frame[side]) + float(frame["width"]) / 2, abs=0.01
        )
    assert float(stand_in[1].attrib["fill-opacity"]) == pytest.approx(images()[0][203] / 255, abs=0.01)


def test_a_hidden_neuron_that_is_not_drawn_takes_the_place_of_the_ellipsis() -> None:
    root = ET.fromstring(look("1-0", network=NETWORKS[1])["drawing"])
    shown = {e.get("data-neuron") for e in root.iter()}
    missing = next(f"1-{index}" for index in range(128) if f"1-{index}" not in shown)
    root = ET.fromstring(look(missing, network=NETWORKS[1])["drawing"])
    stand_in = next(e for e in root.iter() if e.get("class") == "stand-in")
    dots = next(e for e in root.iter() if e.get("class") == "ellipsis")
    assert [stand_in[0].get(key) for key in ("cx", "cy")] == [dots[1].get(key) for key in ("cx", "cy")]


@pytest.mark.parametrize(("neuron", "lines"), [("0-203", 10), ("1-3", 15), ("2-9", 10)])
def test_a_ring_and_its_connections_mark_the_neuron(neuron: str, lines: int) -> None:
    found = marks(look(neuron))
    assert len([e for g in found.iter() if "connections" in g.get("class", "") for e in g]) == lines
    assert len([e for e in found.iter() if e.get("class") == "selected"]) == 1


def pictures(view: dict[str, Any]) -> dict[str, ET.Element]:
    """Those of the weights as they are used and as they are, and that of the products."""
    root = ET.fromstring(view["svg"])
    named = {e.attrib["class"]: e for e in root.iter() if e.get("class") in ("seen", "raw")}
    found = {name: next(e for e in part.iter() if "weights" in (e.get("class") or "")) for name, part in named.items()}
    others = [e for e in root.iter() if "weights" in (e.get("class") or "") and e not in found.values()]
    return {**found, "products": others[0]}


def test_weights_are_painted_by_how_much_their_pixels_vary_and_on_request_as_they_are() -> None:
    deviation = (np.array([images()[number] for number in range(10_000)]) / 255).std(axis=0)
    for index in (0, 2, 9):
        weights = load_network().layers[0].weights[index]
        shown = pictures(look(f"1-{index}"))
        for name, values in (("seen", weights * deviation), ("raw", weights)):
            full = np.percentile(np.abs(values), 99)
            share = np.abs(values) / full
            painted = np.isin(np.arange(784), list(cells(shown[name])))
            rounding = np.abs(weights) * deviation.max() / 18  # deviations are shipped in ninths of the largest
            slack = rounding / full + 0.02 if name == "seen" else 1e-9
            assert not (painted & (share < 1 / 12 - slack)).any()
            assert not (~painted & (share > 1 / 12 + slack)).any()


def test_only_pixels_with_ink_have_products() -> None:
    ink = np.flatnonzero(images()[0])
    products = cells(pictures(look("1-2"))["products"])
    assert products
    assert products <= set(ink.tolist())


def cells(picture: ET.Element) -> set[int]:
    """The squares that are painted."""
    found = set()
    for path in picture:
        for x, y, width in re.findall(r"M(\d+) (\d+)h(\d+)", path.attrib["d"]):
            found |= {28 * int(y) + int(x) + i for i in range(int(width))}
    return found


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("neuron", ["0-203", "1-3", "2-7"])
def test_every_language_tells_the_same_numbers(neuron: str, lang: str) -> None:
    here, english = look(neuron, lang=lang), look(neuron)
    told = [re.sub(r"(?<=\d),(?=\d)", ".", view["text"]) for view in (here, english)]
    numbers = [set(re.findall(r"\d+(?:\.\d+)?", text)) for text in told]
    assert numbers[0] | {"0"} == numbers[1] | {"0"}  # "above 0" is "positive" elsewhere


@pytest.mark.parametrize("wrong", ["", "1", "1-", "3-0", "1-10", "0-784", "-1-0", "1-0-0", "<b>-1", "²-1"])
def test_a_neuron_that_is_not_there_is_named(wrong: str) -> None:
    with pytest.raises(ValueError, match="no neuron"):
        look(wrong)
