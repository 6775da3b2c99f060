"""The door: calls as JSON in, views as plain data out."""

import base64
import json

import numpy as np
import pytest

from forwardpass import api, digits
from forwardpass.api import DEMOS, LANGUAGES, answer

VIEW = {"svg", "html", "text", "alt", "code", "numbers", "index", "count", "key"}


def ask(**call: object) -> dict[str, object]:
    result = json.loads(answer(json.dumps(call)))
    assert isinstance(result, dict)
    return result


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_lesson_is_eleven_views_of_plain_data(lang: str) -> None:
    lesson = api.simple_forward_pass(7, lang)
    assert ask(call="simple_forward_pass", seed=7, lang=lang) == json.loads(json.dumps(lesson))
    assert [view["index"] for view in lesson["views"]] == list(range(11))
    assert all(set(view) >= VIEW and view["count"] == 11 for view in lesson["views"])


def test_the_numbers_are_those_of_the_parameters_in_force_and_complete_at_every_step() -> None:
    for view in api.simple_forward_pass(1, "en")["views"]:
        numbers = view["numbers"]
        layers = numbers[numbers["in_force"]]["layers"]
        values = np.array(numbers["x"])
        for layer, z, a in zip(layers, numbers["z"], numbers["a"], strict=True):
            sums = np.array(layer["weights"]) @ values + np.array(layer["biases"])
            values = 1 / (1 + np.exp(-sums))
            assert z == pytest.approx(sums.tolist())
            assert a == pytest.approx(values.tolist())
        assert numbers["error"] == pytest.approx((numbers["y"] - values[0]) ** 2)


def test_a_digit_is_one_view_with_its_number_among_ten_thousand() -> None:
    pixels = [0] * 300 + [255] * 20 + [0] * 464
    view = api.forward_pass_mnist(3, pixels, 7, "en")["views"][0]
    assert set(view) >= VIEW
    assert (view["index"], view["count"], view["key"]) == (3, 10000, "sample")
    assert view["numbers"]["pixels"] == pixels
    assert sum(view["numbers"]["probabilities"]) == pytest.approx(1)


@pytest.mark.parametrize("demo", DEMOS)
@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_blank_view_shows_the_network_without_numbers(demo: str, lang: str) -> None:
    view = api.blank(demo, lang)
    assert set(view) >= VIEW
    assert view["numbers"] is None
    assert "<svg" in view["svg"]


def test_many_images_are_classified_in_one_call() -> None:
    images = np.random.default_rng(0).integers(0, 256, (5, 784)).astype(np.uint8)
    result = ask(call="classify", pixels=base64.b64encode(images.tobytes()).decode())
    assert result["predicted"] == digits.predict(images).tolist()
    assert result["probabilities"] == [
        pytest.approx(
            max(api.forward_pass_mnist(0, image.tolist(), None, "en")["views"][0]["numbers"]["probabilities"])
        )
        for image in images
    ]


@pytest.mark.parametrize(
    ("call", "message"),
    [
        ({"call": "simple_forward_pass", "seed": -1, "lang": "en"}, "the seed is -1"),
        ({"call": "simple_forward_pass", "seed": 1, "lang": "xx"}, "no catalog for language 'xx'"),
        ({"call": "simple_forward_pass", "seed": "1", "lang": "en"}, "not supported"),
        ({"call": "no_such_call"}, "no_such_call"),
        ({"call": "forward_pass_mnist", "sample": 0, "pixels": [1, 2], "label": 1, "lang": "en"}, "784"),
        ({}, "call"),
    ],
)
def test_a_call_that_fails_answers_with_a_message(call: dict[str, object], message: str) -> None:
    result = ask(**call)
    assert message in str(result["error"])
