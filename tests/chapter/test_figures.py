"""The figures: what they show is what is computed, their words fit, and they speak every language."""

import re
from collections.abc import Callable
from functools import cache
from math import exp

import numpy as np
import pytest

from forwardpass.chapter.mnist_samples import COLUMNS, PITCH, chosen
from forwardpass.chapter.step_and_sigmoid import near
from forwardpass.chapter.stills import FIGURES, Figure, figure, stylesheet
from forwardpass.chapter.woven_digits import SHOWN
from forwardpass.image_network.trained import load_network
from forwardpass.small_network.problem.problems import make_problem
from forwardpass.words.catalogs import LANGUAGES

from ..helpers.figure_reader import SVG, Picture, pixels
from ..helpers.mnist_images import images, labels


@cache
def drawn(name: str, lang: str = "en") -> Figure:
    return figure(name, lang, images())


@cache
def picture(name: str, lang: str = "en") -> Picture:
    return Picture(drawn(name, lang).svg)


every_figure = pytest.mark.parametrize("name", FIGURES)
every_language = pytest.mark.parametrize("lang", LANGUAGES)


@every_figure
@every_language
def test_a_figure_is_an_image_with_a_title_and_a_description(name: str, lang: str) -> None:
    root, words = picture(name, lang).root, drawn(name, lang)
    title, description = root.find(f"{SVG}title"), root.find(f"{SVG}desc")
    assert title is not None
    assert description is not None
    assert (title.text, description.text) == (words.title, words.alt)
    assert root.attrib["role"] == "img"
    assert root.attrib["aria-labelledby"] == title.attrib["id"] == f"figure-{name}-title"
    assert root.attrib["aria-describedby"] == description.attrib["id"]
    assert picture(name).width == words.width
    assert picture(name).height == pytest.approx(words.height, abs=0.01)


@every_figure
@every_language
def test_no_text_leaves_the_picture_or_touches_another_text_a_line_or_a_rim(name: str, lang: str) -> None:
    assert picture(name, lang).faults() == []


@every_figure
def test_text_is_legible_on_the_narrowest_phone(name: str) -> None:
    sizes = [
        float(e.attrib.get("font-size", 18))
        for e in picture(name).root.iter()
        if e.tag in (f"{SVG}text", f"{SVG}tspan")
    ]
    assert all(size * 280 / picture(name).width >= 10 for size in sizes)


@every_figure
def test_colours_are_left_to_the_style_sheet(name: str) -> None:
    assert not re.search(r'="#|\b(fill|stroke|style)="', drawn(name).svg)


def test_the_style_sheet_has_no_rule_for_what_no_figure_has() -> None:
    used = {c for name in FIGURES for e in picture(name).root.iter() for c in e.attrib.get("class", "").split()}
    assert set(re.findall(r"\.([a-z][\w-]*)", re.sub(r"/\*.*?\*/", "", stylesheet()))) <= used


def test_the_names_of_several_figures_do_not_meet_in_a_page() -> None:
    ids = [e.attrib["id"] for name in FIGURES for e in picture(name).root.iter() if "id" in e.attrib]
    assert len(ids) == len(set(ids)) == 2 * len(FIGURES)


def test_an_unknown_name_is_answered_with_those_there_are() -> None:
    with pytest.raises(ValueError, match=r"no figure 'tanh'; expected one of woven_digits, .*hidden_weights"):
        figure("tanh", "en")


def test_a_figure_of_images_says_that_it_needs_them() -> None:
    with pytest.raises(ValueError, match="mnist_samples shows MNIST images and got none"):
        figure("mnist_samples", "en")


@every_figure
def test_the_english_figures_are_those_in_the_gallery(name: str, gallery: Callable[[str, str], bool]) -> None:
    assert gallery(f"figure-{name}.svg", drawn(name).svg)


# --- curves


def ticks(name: str, anchor: str, coordinate: str) -> dict[float, float]:
    """Number → place of the labels of an axis: those of z stand in the middle below it, those of the values end at theirs."""
    labels = [e for e in picture(name).of_class("quiet") if e.attrib["text-anchor"] == anchor]
    return {float((e.text or "").replace("−", "-")): float(e.attrib[coordinate]) for e in labels}


def values_axis(name: str) -> dict[float, float]:
    """Value → y, by the asymptotes at 0 and 1 or by the labels."""
    if name == "relu":
        return ticks(name, "end", "y")
    lines = [float(e.attrib["d"].split()[-1]) for e in picture(name).of_class("asymptote")]
    return dict(zip((0.0, 1.0), lines, strict=True))


def curve_points(name: str) -> list[tuple[float, float]]:
    """The points of a curve in its own units, read off its axes."""
    (path,) = picture(name).of_class("curve")
    points = [(float(x), float(y)) for x, y in re.findall(r"([-\d.]+) ([-\d.]+)", path.attrib["d"])]
    z, value = ticks(name, "middle", "x"), values_axis(name)
    (low, y_low), (high, y_high) = min(value.items()), max(value.items())
    unit = (z[6] - z[0]) / 6
    return [((x - z[0]) / unit, low + (y - y_low) * (high - low) / (y_high - y_low)) for x, y in points]


def test_the_sigmoid_curve_is_the_function() -> None:
    points = curve_points("sigmoid")
    assert [points[0][0], points[-1][0]] == pytest.approx([-6, 6])
    assert len(points) > 100
    for z, value in points:
        assert value == pytest.approx(1 / (1 + exp(-z)), abs=1e-4)


def test_the_relu_curve_is_the_function() -> None:
    assert curve_points("relu") == [pytest.approx((z, max(0.0, z)), abs=1e-6) for z in (-6, 0, 6)]


def test_the_point_of_the_sigmoid_stands_on_the_curve_at_one_half() -> None:
    (dot,) = picture("sigmoid").of_class("dot")
    assert float(dot.attrib["cx"]) == ticks("sigmoid", "middle", "x")[0]
    values = values_axis("sigmoid")
    assert float(dot.attrib["cy"]) == pytest.approx((values[0] + values[1]) / 2)


def test_the_step_jumps_where_the_sigmoid_climbs() -> None:
    low, high, jump = (
        [(float(x), float(y)) for x, y in re.findall(r"([-\d.]+) ([-\d.]+)", e.attrib["d"])]
        for e in picture("step_and_sigmoid").of_class("step")[:3]
    )
    zero, one = values_axis("step_and_sigmoid")[0], values_axis("step_and_sigmoid")[1]
    z = ticks("step_and_sigmoid", "middle", "x")
    assert low == [(z[-6], zero), (z[0], zero)]
    assert high == [(z[0], one), (z[6], one)]
    assert jump == [(z[0], zero), (z[0], one)]
    assert near() == tuple(f"{1 / (1 + exp(-z)):.3f}" for z in (-0.1, 0.1))


# --- networks


def test_the_layers_are_named_from_left_to_right() -> None:
    headings = sorted(
        (float(e.attrib["x"]), float(e.attrib["y"]), e.text) for e in picture("network_layers").of_class("heading")
    )
    assert [text for _, _, text in headings] == ["input", "layer", "hidden", "layer", "output", "layer"]
    assert len(picture("network_layers").of_class("connection")) == 8
    assert len(picture("network_layers").of_class("neuron")) == 6


def test_the_neuron_shows_its_numbers() -> None:
    shown = {text.text for text in picture("artificial_neuron").texts}
    assert {"1.0", "2.0", "1.5", "w₁ = 0.8", "w₂ = −0.4", "w₃ = 0.6", "b = −0.5", "Σ sum: z = 0.40", "0.60"} <= shown


def test_the_table_of_weights_holds_those_of_the_first_problem_in_its_rows() -> None:
    weights = make_problem(1).guess.layers[0].weights
    numbers = [t for t in picture("weights_table").texts if re.fullmatch(r"−?\d\.\d", t.text)]
    value = {t: float(t.text.replace("−", "-")) for t in numbers}
    in_table = sorted((t for t in numbers if t.box[0] > 280), key=lambda t: (round(t.box[1]), t.box[0]))
    assert [value[t] for t in in_table] == weights.ravel().tolist()
    on_arrows = sorted((t for t in numbers if t.box[0] < 280), key=lambda t: t.box[1])
    assert [value[t] for t in on_arrows] == weights[0].tolist()


# --- pixels


def test_the_samples_are_the_images() -> None:
    (group,) = picture("mnist_samples").of_class("ink")
    shown = pixels(group)
    expected = images()[chosen(len(images()))]
    for place, image in enumerate(expected):
        for row in range(28):
            for column in range(28):
                at = (PITCH * (place // COLUMNS) + row, PITCH * (place % COLUMNS) + column)
                opacity = shown.pop(at, ("", 0.0))[1]
                assert opacity == pytest.approx(image[28 * row + column] / 255, abs=0.5 / 15 + 0.006)
    assert not shown


def test_a_thread_lies_on_top_where_there_is_ink() -> None:
    (path,) = picture("woven_digits").of_class("figured")
    on_top = set()
    for start, column, length in re.findall(r"M(\d+) (\d+)h(\d+)", path.attrib["d"]):
        on_top |= {(int(start) + step, int(column)) for step in range(int(length))}
    band = np.hstack([image.reshape(28, 28) for image in images()[list(SHOWN)]])
    assert on_top == {(int(y), int(x)) for y, x in np.argwhere(band >= 128)}


def test_the_woven_digits_are_0_to_9() -> None:
    assert labels()[list(SHOWN)].tolist() == list(range(10))


def test_the_samples_differ() -> None:
    assert len(set(chosen(len(images())))) == len(chosen(len(images()))) == 60


def test_the_image_on_its_way_is_the_first_and_its_numbers_are_those_in_the_crop() -> None:
    (group,) = picture("mnist_input").of_class("ink")
    image = images()[0].reshape(28, 28)
    assert set(pixels(group)) == {(int(y), int(x)) for y, x in np.argwhere((image.astype(int) * 15 + 127) // 255 > 0)}
    numbers = [
        int(text.text) for text in picture("mnist_input").texts if re.fullmatch(r"\d+", text.text) and text.box[3] > 300
    ]
    assert numbers[:25] == image[6:11, 5:10].ravel().tolist()


def test_the_inputs_are_the_numbers_of_the_row_in_focus_divided_by_255() -> None:
    row = images()[0].reshape(28, 28)[7, 5:10]
    shown = [text.text for text in picture("mnist_input").texts if re.fullmatch(r"0\.\d\d", text.text)]
    assert shown == [f"{value / 255:.2f}" for value in row if value]


def test_numbers_stand_out_from_the_grey_below_them() -> None:
    for name, letters in (("on-dark", 1.0), ("on-light", 0.0)):
        for text in picture("mnist_input").of_class(name):
            number = text.text or ""
            grey = float(number) if "." in number else int(number) / 255
            light = grey / 12.92 if grey <= 0.04045 else ((grey + 0.055) / 1.055) ** 2.4
            assert (max(light, letters) + 0.05) / (min(light, letters) + 0.05) >= 4.5, number


def test_each_square_of_the_hidden_weights_is_its_weight() -> None:
    weights = load_network().layers[0].weights
    groups = picture("hidden_weights").of_class("weights")
    assert len(groups) == 10 + 1
    most = float(next(t.text for t in picture("hidden_weights").texts if t.text.startswith("≥")).removeprefix("≥ +"))
    for group, row in zip(groups, weights, strict=False):
        shown = pixels(group)
        for place, weight in enumerate(row):
            sign, strength = shown.get((place // 28, place % 28), ("", 0.0))
            assert strength == pytest.approx(min(abs(weight) / most, 1), abs=0.5 / 6 + 0.006)
            assert sign == ("" if strength == 0 else "positive" if weight > 0 else "negative")


def test_positive_and_negative_weights_differ_by_more_than_colour() -> None:
    rule = re.search(r"\.figure \.negative \{[^}]*stroke-width: 0\.6px", stylesheet())
    assert rule, "negative squares are striped"
