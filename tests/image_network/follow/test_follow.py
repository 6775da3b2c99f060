"""The lesson that follows an image: every step has the numbers of plain numpy, every printed line is true, in six languages, for networks of any depth."""

import re
from collections.abc import Iterator
from functools import cache
from typing import Any
from xml.etree import ElementTree as ET

import numpy as np
import pytest

from forwardpass import api
from forwardpass.errors import WrongArgument
from forwardpass.image_network.face import STEP
from forwardpass.image_network.spread import spread
from forwardpass.image_network.trained import DEFAULT, Trained, find, forget, keep
from forwardpass.words.catalogs import LANGUAGES

from ...helpers.arithmetic import evaluate, is_true
from ...helpers.mnist_images import images, labels
from ...helpers.network_files import wide

NETWORKS = (DEFAULT, "mnist_784_128_10", "fashion_784_64_10")
SAMPLES = range(50)
USUAL = ["look", "numbers", "neuron", "sum", "squeeze", "layer-1", "votes", "totals", "softmax", "answer"]
SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉", "0123456789")


@pytest.fixture
def own() -> Iterator[None]:
    """Networks of other depths, as a reader may bring them."""
    keep(Trained("own_deep", wide(5, (20, "relu"), (12, "tanh"))))
    keep(Trained("own_flat", wide(6)))
    for name in ("identity", "leaky_relu", "sigmoid"):
        keep(Trained(f"own_{name}", wide(7, (4, name))))
    yield
    forget()


@cache
def followed(sample: int, network: str = DEFAULT, lang: str = "en", **chosen: Any) -> dict[str, dict[str, Any]]:
    """Key of a step → its view."""
    data = network.partition("_")[0] if network in NETWORKS else "mnist"
    image = {"sample": sample, "pixels": images(data)[sample].tolist(), "label": int(labels(data)[sample])}
    lesson: Any = api.follow(**image, data=data, network=network, lang=lang, **chosen)
    assert [view["key"] for view in lesson["views"]] == lesson["steps"]
    assert [(view["index"], view["count"]) for view in lesson["views"]] == [
        (place, len(lesson["steps"])) for place in range(len(lesson["steps"]))
    ]
    return {view["key"]: view for view in lesson["views"]}


def number(text: str) -> float:
    return float(text.replace("−", "-"))


def equation(view: dict[str, Any]) -> str:
    """The last line of arithmetic."""
    line: str = [line for line in view["text"].splitlines() if re.search(r" [=≈] ", line)][-1]
    return line


def result(view: dict[str, Any]) -> float:
    return number(equation(view).split(" ")[-1])


def close(shown: float, exact: float) -> bool:
    """To the two decimals that are shown at least."""
    return abs(shown - exact) <= 0.005 + 1e-9


def activation(name: str, z: Any) -> Any:
    if name == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if name == "tanh":
        return np.tanh(z)
    slope = {"relu": 0.0, "leaky_relu": 0.01, "identity": 1.0}[name]
    return np.where(z > 0, z, slope * z)


class Expected:
    """The same by plain numpy."""

    def __init__(self, sample: int, network: str) -> None:
        data = network.partition("_")[0] if network in NETWORKS else "mnist"
        self.pixels = images(data)[sample]
        self.layers = find(network).network.layers
        self.a = [self.pixels / 255]
        for layer in self.layers[:-1]:
            self.a.append(activation(layer.activation, layer.weights @ self.a[-1] + layer.biases))
        last = self.layers[-1]
        self.totals = last.weights @ self.a[-1] + last.biases
        powers = np.exp(self.totals - self.totals.max())
        self.shares = powers / powers.sum()
        self.answer = int(self.shares.argmax())


@pytest.mark.parametrize("network", NETWORKS)
def test_each_step_has_the_numbers_of_plain_numpy(network: str) -> None:
    for sample in SAMPLES:
        views, expected = followed(sample, network), Expected(sample, network)
        assert list(views) == USUAL
        column, index = map(int, views["neuron"]["choice"]["value"].split("-"))
        layer = expected.layers[column - 1]
        products = layer.weights[index] * expected.a[0]
        named = int(re.search(r"is x(\S+):", views["neuron"]["text"])[1].translate(SUBSCRIPTS)) - 1  # type: ignore[index]
        assert abs(products[named]) == pytest.approx(np.abs(products).max())
        assert close(result(views["neuron"]), products[named])
        z = products.sum() + layer.biases[index]
        assert close(result(views["sum"]), z)
        up, down, bias = map(number, re.findall(r"[+−]?\d+\.\d+", views["sum"]["text"].splitlines()[1]))
        assert close(up, products[products > 0].sum())
        assert close(down, products[products < 0].sum())
        assert close(bias, layer.biases[index])
        assert close(result(views["squeeze"]), activation(layer.activation, z))
        assert close(result(views["votes"]), expected.totals[expected.answer])
        assert abs(result(views["softmax"]) - expected.shares[expected.answer]) <= 0.0005 + 1e-9
        rival = int(views["answer"]["choice"]["value"])
        assert close(result(views["answer"]), expected.totals[expected.answer] - expected.totals[rival])


@pytest.mark.parametrize("network", NETWORKS)
def test_the_drawings_show_the_numbers_of_plain_numpy(network: str) -> None:
    """What they show is in their text alternative, class by class and neuron by neuron."""
    for sample in SAMPLES:
        views, expected = followed(sample, network), Expected(sample, network)
        assert re.findall(r"\d+", views["numbers"]["alt"])[1:] == re.findall(
            r"\d+", str(under_the_loupe(views["numbers"], expected).tolist())
        )
        for place, value in re.findall(r"Hidden neuron (\d+): (−?\d[\d.]*\d|\d)", views["layer-1"]["alt"]):
            exact = expected.a[1][int(place) - 1]
            assert abs(number(value) - exact) <= max(0.005, abs(exact) * 0.005) + 1e-9
        totals = re.findall(r": ([+−]?\d+\.\d+)", views["totals"]["alt"])
        assert all(close(number(shown), exact) for shown, exact in zip(totals, expected.totals, strict=True))
        rows = re.findall(r": ([−\d.]+), ([\d.]+), ([<>]? ?[\d.]+)%", views["softmax"]["alt"])
        assert len(rows) == 10
        powers = [float(power) for _, power, _ in rows]
        for (z, power, share), exact in zip(rows, expected.shares, strict=True):
            assert abs(np.exp(number(z)) - float(power)) <= 0.5 * 10 ** -len(power.partition(".")[2]) + 1e-6
            assert agrees(share, 100 * float(power) / sum(powers))
            assert agrees(share, 100 * exact)


def under_the_loupe(view: dict[str, Any], expected: Expected) -> Any:
    middle = int(re.match(r"x(\S+) =", equation(view))[1].translate(SUBSCRIPTS)) - 1  # type: ignore[index]
    row, column = divmod(middle, 28)
    return expected.pixels.reshape(28, 28)[row - 2 : row + 3, column - 2 : column + 3]


def agrees(shown: str, percent: float) -> bool:
    if shown[0] == ">":
        return percent > number(shown[1:])
    return percent < number(shown[1:]) if shown[0] == "<" else abs(percent - number(shown)) <= 0.05 + 1e-9


def untrue(views: dict[str, dict[str, Any]]) -> list[str]:
    """The lines that do not hold as printed."""
    wrong = []
    for view in views.values():
        for line in view["text"].splitlines():
            parts = re.split(r" ([=≈]) ", line)
            if len(parts) < 3 or not re.search(r"\d", parts[-1]) or len(line) > 120:
                continue
            for place in range(0, len(parts) - 2, 2):
                left, sign, right = parts[place : place + 3]
                values = evaluate(left), evaluate(right)
                if None not in values and not is_true((values[0], sign, values[1], right)):  # type: ignore[arg-type]
                    wrong.append(line)
    return wrong


@pytest.mark.parametrize("network", NETWORKS)
def test_every_printed_line_is_true(network: str) -> None:
    for sample in SAMPLES:
        assert untrue(followed(sample, network)) == []


def test_an_untrue_line_would_be_found() -> None:
    view = followed(0)["sum"]
    assert untrue({"sum": {**view, "text": equation(view) + "1"}})


@pytest.mark.usefixtures("own")
@pytest.mark.parametrize("name", ["deep", "flat", "identity", "leaky_relu", "sigmoid"])
def test_networks_of_other_depths_and_activations_are_followed(name: str) -> None:
    for sample in range(5):
        views, expected = followed(sample, f"own_{name}"), Expected(sample, f"own_{name}")
        assert untrue(views) == []
        if name == "deep":
            assert list(views) == [*USUAL[:6], "layer-2", *USUAL[6:]]
        elif name == "flat":
            assert list(views) == ["look", "numbers", "neuron", "sum", "totals", "softmax", "answer"]
        else:
            assert list(views) == USUAL
        assert all(re.fullmatch(STEP, key) for key in views)
        assert f"The answer: {expected.answer}" in views["answer"]["title"]
        unit = views["neuron"]["choice"]["value"]
        index = int(unit.partition("-")[2] or unit)
        assert close(
            result(views["sum"]), expected.layers[0].weights[index] @ expected.a[0] + expected.layers[0].biases[index]
        )


@pytest.mark.usefixtures("own")
def test_any_hidden_neuron_and_any_class_can_be_chosen() -> None:
    expected = Expected(3, "own_deep")
    for key, index in (("1-19", 19), ("2-11", 11)):
        column = int(key[0])
        views = followed(3, "own_deep", neuron=key, voted=4, rival=8)
        layer, given = expected.layers[column - 1], expected.a[column - 1]
        assert views["neuron"]["choice"]["value"] == key
        assert close(result(views["sum"]), layer.weights[index] @ given + layer.biases[index])
        assert close(result(views["squeeze"]), expected.a[column][index])
        assert views["votes"]["title"] == "The votes for 4"
        assert close(result(views["votes"]), expected.totals[4])
        assert views["answer"]["choice"]["value"] == "8"
        assert close(result(views["answer"]), expected.totals[expected.answer] - expected.totals[8])
        assert untrue(views) == []


def test_a_misread_image_is_compared_with_its_label_and_a_right_one_with_the_runner_up() -> None:
    for sample in range(100):
        views, expected = followed(sample), Expected(sample, DEFAULT)
        label, second = int(labels()[sample]), int(np.argsort(expected.shares)[-2])
        rival = second if label == expected.answer else label
        assert views["answer"]["choice"]["value"] == str(rival)


@pytest.mark.parametrize(
    "wrong", [{"neuron": "2-3"}, {"neuron": "0-3"}, {"neuron": "1-10"}, {"voted": 10}, {"rival": -1}]
)
def test_what_cannot_be_chosen_is_refused(wrong: dict[str, Any]) -> None:
    with pytest.raises(WrongArgument):
        followed(0, **wrong)


@pytest.mark.usefixtures("own")
@pytest.mark.parametrize("network", [*NETWORKS, "own_deep", "own_flat"])
def test_the_lines_of_numpy_run_and_compute_what_is_shown(network: str) -> None:
    views, expected = followed(7, network), Expected(7, network)
    for key, view in views.items():
        code = view["code"]
        if network.startswith("own"):
            code = code.replace("from pathlib import Path\nfrom forwardpass import read_network\n", "")
            code = code.replace('read_network(Path("network.npz").read_bytes())', "network")
        names: dict[str, Any] = {"network": find(network).network}
        exec(code, names)
        if key == "sum":
            assert close(result(view), names["z"])
        if key == "squeeze":
            assert close(result(view), names["a"])
        if key == "votes":
            assert names["z"] == pytest.approx(expected.totals[expected.answer])
        if key == "totals":
            assert names["z"] == pytest.approx(expected.totals)
        if key == "answer":
            assert names["shares"] == pytest.approx(expected.shares)
            assert close(result(view), names["lead"])


@pytest.mark.parametrize("lang", LANGUAGES[1:])
def test_every_sentence_is_in_the_language(lang: str) -> None:
    for network in NETWORKS[:2]:
        english, other = followed(1, network), followed(1, network, lang)
        for key, view in english.items():
            shown, source = other[key]["text"].splitlines(), view["text"].splitlines()
            assert len(shown) == len(source)
            assert [
                line for line, same in zip(shown, source, strict=True) if re.search(r"[a-z]{4}", line) and line == same
            ] == []
            assert "{" not in other[key]["text"] + other[key]["alt"] + other[key]["svg"]


@pytest.mark.usefixtures("own")
@pytest.mark.parametrize("network", [*NETWORKS, "own_deep", "own_flat"])
def test_drawings_are_sound_and_stay_inside_their_frame(network: str) -> None:
    for view in followed(2, network).values():
        svg = ET.fromstring(view["svg"])
        width, height = map(float, svg.attrib["viewBox"].split()[2:])
        for rect in svg.iter("{http://www.w3.org/2000/svg}rect"):
            x, y, w, h = (float(rect.attrib[name]) for name in ("x", "y", "width", "height"))
            assert min(w, h) >= 0
            assert -1.01 <= x <= x + w <= width + 2.01, view["key"]
            assert y + h <= height + 0.01, view["key"]


@pytest.mark.parametrize("data", ["mnist", "fashion"])
def test_weights_are_faded_by_how_much_their_pixels_vary(data: str) -> None:
    deviations = images(data).astype(np.float64).std(axis=0)
    assert spread(data) * 9 == pytest.approx(np.rint(deviations / deviations.max() * 9))


def test_an_empty_drawing_and_a_full_one_are_followed_without_a_fault() -> None:
    for value in (0, 255):
        lesson: Any = api.follow(pixels=[value] * 784)
        views = {view["key"]: view for view in lesson["views"]}
        assert untrue(views) == []
        assert "your drawing" in views["look"]["text"]
