"""The door: calls as JSON in, views as plain data out."""

import base64
import json
from importlib import import_module
from typing import Any

import numpy as np
import pytest

from forwardpass import api
from forwardpass.api import DEMOS, LANGUAGES, answer
from forwardpass.demo import Demo
from forwardpass.image_network import reading as digits

VIEW = {"svg", "html", "text", "alt", "code", "numbers", "index", "count", "key"}


def ask(**call: object) -> Any:
    return json.loads(answer(json.dumps(call)))


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_lesson_is_eleven_views_of_plain_data(lang: str) -> None:
    lesson = api.simple_forward_pass(7, lang)
    assert ask(call="simple_forward_pass", seed=7, lang=lang) == json.loads(json.dumps(lesson))
    assert [view["index"] for view in lesson["views"]] == list(range(11))
    assert all(set(view) >= VIEW and view["count"] == 11 for view in lesson["views"])


def test_the_numbers_are_those_of_the_parameters_in_force_and_complete_at_every_step() -> None:
    for view in api.simple_forward_pass(1, "en")["views"]:
        numbers: Any = view["numbers"]
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
    view: Any = api.forward_pass_mnist(3, pixels, 7, "en")["views"][0]
    assert set(view) >= VIEW
    assert (view["index"], view["count"], view["key"]) == (3, 10000, "sample")
    assert view["numbers"]["pixels"] == pixels
    assert sum(view["numbers"]["probabilities"]) == pytest.approx(1)


def test_one_step_is_that_of_the_whole_lesson() -> None:
    lesson = api.simple_forward_pass(7, "es")
    for index, view in enumerate(lesson["views"]):
        about = {key: value for key, value in lesson.items() if key != "views"}
        for asked in (index, view["key"]):
            assert api.simple_forward_pass_step(asked, 7, "es") == {"view": view, **about}


def test_an_edit_gives_the_step_of_another_problem() -> None:
    answer = api.edit("guess-w-0-0-0", 4, "en", text="1,5", seed=7)
    assert answer["view"] == api.simple_forward_pass(problem=answer["subject"]["problem"])["views"][4]
    assert "1.5 × 1.0" in answer["view"]["text"]
    assert answer["original"] == {"seed": 7}
    back = api.edit("guess-w-0-0-0", 4, "en", delta=-2.3, **answer["subject"])
    assert back["subject"] == {"seed": 7}


def test_what_was_typed_wrong_is_told_and_nothing_else() -> None:
    result = ask(call="edit", place="x-0", index=0, lang="es", text="<b>", seed=7)
    message = "«<b>» no vale aquí: escribe un número de −9.9 a 9.9 con 1 decimal como máximo."
    assert result == {"error": {"code": "wrong_number", "message": message, "for_reader": True}}


def test_a_neuron_tells_how_it_got_its_value_at_any_step() -> None:
    lines = api.simple_forward_pass(7, "en")["views"][4]["text"].splitlines()
    for index in (0, 9):
        view = api.ask("1-0", index, "en", seed=7)
        assert (view["index"], view["key"]) == (index, "neuron-1-1")
        assert 'data-term="0-2-0"' in view["html"]
        assert 'data-term="0-b-0"' in view["svg"]
    early = api.ask("1-0", 0, "en", seed=7)["text"].splitlines()
    assert [line for line in early if line[2:5] == " = "] == [line for line in lines if line[2:5] == " = "]


def test_words_stay_true_after_edits() -> None:
    missed = api.edit("best-b-1-0", 9, "en", text="-9", seed=7)
    assert "with these numbers the network misses it" in missed["view"]["text"]
    views = api.simple_forward_pass(problem=missed["subject"]["problem"])["views"]
    assert views[8]["title"] == "Other parameters"
    assert "rose from" in views[10]["text"]
    hit = api.edit("y-0", 7, "en", text="0.18", seed=7)
    assert "rounded to two decimals, it is right" in hit["view"]["text"]
    changed = api.edit("guess-b-0-0", 1, "en", text="0", seed=7)
    assert changed["view"]["title"] == "Changed parameters: the hidden layer"


@pytest.mark.parametrize("demo", [demo.name for demo in DEMOS])
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
            max(ask(call="forward_pass_mnist", pixels=image.tolist())["views"][0]["numbers"]["probabilities"])
        )
        for image in images
    ]


def test_before_its_first_call_what_answers_for_a_demo_is_imported(monkeypatch: pytest.MonkeyPatch) -> None:
    imported: list[str] = []
    monkeypatch.setattr(Demo, "module", lambda self, module: imported.append(f"{self.package}.{module}"))
    for name in ("es", DEMOS[1].name, "later"):
        api.prepare(name)
    assert imported == [f"{DEMOS[1].package}.calls"]


def test_every_call_that_a_demo_names_is_there() -> None:
    for call, (module, function) in api.CALLS.items():
        assert callable(getattr(import_module(module), function)), call
    for demo in DEMOS:
        assert {*demo.module("calls").__all__} == {*demo.calls}
