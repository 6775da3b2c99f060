"""Calls at the door: each with good arguments, and with every kind of argument that cannot be, which is answered in a sentence for people."""

import base64
import inspect
import json
import math
import re
from collections.abc import Mapping
from typing import Any

import pytest

from forwardpass import api
from forwardpass.errors import BROKEN, WrongArgument
from forwardpass.small_network import view as small_view
from forwardpass.small_network.problem import editing
from forwardpass.small_network.problem.problems import make_problem

Arguments = dict[str, Any]

LANG: Arguments = {"lang": "en"}
SEED: Arguments = {"seed": 7, "lang": "en"}
PIXELS = [*range(256)] * 3 + [0] * 16
IMAGE: Arguments = {"sample": 3, "pixels": PIXELS, "label": 7, "lang": "en"}
INK = base64.b64encode(bytes(100) + bytes([255]) * 60 + bytes(240)).decode()
DIGIT = base64.b64encode(bytes(PIXELS)).decode()
SEVEN = base64.b64encode(bytes([7])).decode()
GOOD: dict[str, Arguments] = {
    "another_network": {"seed": 7, "sizes": [2, 4, 1], "activations": ["tanh", "relu"]},
    "ask": {"neuron": "1-0", "index": 4, **SEED},
    "classify": {"pixels": DIGIT},
    "count_answers": {"labels": SEVEN, "predicted": [3], "probabilities": [0.5], **LANG},
    "curve": {"name": "sigmoid", "z": 1, **LANG},
    "edit": {"place": "x-0", "index": 0, "delta": 0.1, **SEED},
    "forward_pass_mnist": IMAGE,
    "image_script": IMAGE,
    "ink_of": {"picture": INK, "width": 10},
    "exactly_one": {"first": [1, 1, -0.5], "second": [1, 1, -1.5], **LANG},
    "follow": {"neuron": "1-3", "voted": 2, "rival": 5, **IMAGE},
    "learn": {"rate": 0.5, "iteration": 2, **SEED},
    "linear_classifier": {"weights": [1, 0.5], "bias": -1, **LANG},
    "hidden_neurons": {**IMAGE},
    "look_inside": {"neuron": "1-3", **IMAGE},
    "network_form": {"sizes": [3, 1], "activations": ["relu"], "layers": 3, **LANG},
    "neuron": {"inputs": [1, 2, 3], "weights": [0.5, -0.5, 1], "bias": 1, **LANG},
    "open_network": {"content": base64.b64encode(b'{"layers": []}').decode(), "seed": 7, "index": 2, **LANG},
    "problem_script": {"index": 4, "learned": 3, "rate": 0.5, **SEED},
    "save_network": {"kind": "npz"},
    "save_small_network": {"kind": "json", "in_force": "guess", **SEED},
    "simple_forward_pass": SEED,
    "simple_forward_pass_step": {"step": 3, **SEED},
    "take_network": {"name": "own_of_the_door", "content": "", **LANG},
    "take_values": {"names": ["x"], "values": ["[1, 2, 3]"], "index": 4, **SEED},
    "thumbnails": {"numbers": [5], "pixels": DIGIT, "labels": [7], "predicted": [3], "probabilities": [0.5], **LANG},
    "while_drawing": {"ink": INK, "width": 20, "is_raw": False, **LANG},
}
TRACEBACK = re.compile(r"^\w+(Error|Exception|Operation)\b|Traceback|object is not|positional argument")


def saved() -> Arguments:
    content = told("save_small_network", **GOOD["save_small_network"])["content"]
    return {"content": content, "seed": 8, "index": 2, "lang": "en"}


def told(call: str, **arguments: Any) -> Any:
    return json.loads(api.answer(json.dumps({"call": call, **arguments})))


def refusal(call: str, **arguments: Any) -> dict[str, Any]:
    """The error of a call, which is a sentence and foreseen."""
    answer = told(call, **arguments)
    assert set(answer) == {"error"}, answer
    error: dict[str, Any] = answer["error"]
    assert set(error) - {"lines"} == {"code", "message", "for_reader"}
    assert error["code"] != "unforeseen", error
    assert not TRACEBACK.search(error["message"]), error
    return error


def with_one(arguments: Mapping[str, Any], name: str, value: object) -> Arguments:
    return {**arguments, name: value}


def test_there_is_an_example_of_every_call() -> None:
    assert set(GOOD) == set(api.CALLS)


@pytest.mark.parametrize("call", [call for call in GOOD if call not in ("open_network", "take_network")])
def test_good_arguments_are_answered(call: str) -> None:
    assert "error" not in told(call, **GOOD[call])


def test_a_good_file_is_taken_and_opened() -> None:
    assert set(told("open_network", **saved())) == {"subject", "step", "taken", "menus"}
    file = told("save_network", kind="npz")["content"]
    assert set(told("take_network", name="own_of_the_door", content=file, lang="en")) == {"taken", "menus"}


@pytest.mark.parametrize("call", ["open_network", "take_network"])
def test_a_file_that_does_not_fit_is_refused_in_the_reader_s_language(call: str) -> None:
    error = refusal(call, **{**GOOD[call], "content": "gIGCgw==", "lang": "es"})
    assert (error["code"], error["for_reader"]) == ("wrong_file", True)
    assert error["message"].startswith("El archivo")


# --- of another type


def parameters() -> list[tuple[str, str]]:
    return [(call, name) for call in GOOD for name in inspect.signature(getattr(api, call)).parameters]


@pytest.mark.parametrize(("call", "name"), parameters())
def test_an_argument_of_another_type_is_told_with_its_name_and_what_was_expected(call: str, name: str) -> None:
    values: list[Any] = [7, 7.5, "7", True, None, {}, [], [{}], "abc", ["abc"], math.nan, math.inf, -math.inf, 10**400]
    for value in values:
        kind = inspect.signature(getattr(api, call)).parameters[name].annotation
        if is_of(value, str(kind)):
            continue
        error = refusal(call, **with_one(GOOD[call], name, value))
        assert error["code"] == "wrong_argument"
        assert error["message"].startswith(f"{name} is ")
        assert "; expected " in error["message"]
        assert len(error["message"]) < 200


def is_of(value: object, kind: str) -> bool:
    """An independent reading of an annotation."""
    plain = {part.strip().removeprefix("<class '").removesuffix("'>") for part in kind.split("|")}
    if value is None:
        return "None" in plain
    if isinstance(value, list):
        lists = [part for part in plain if part.startswith("list[")]
        return any(all(is_of(each, part[5:-1]) for each in value) for part in lists)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return type(value).__name__ in plain
    fits = "float" in plain or ("int" in plain and isinstance(value, int))
    return fits and abs(value) < 10**300


@pytest.mark.parametrize("call", GOOD)
def test_an_argument_that_is_missing_or_unknown_is_named(call: str) -> None:
    needed = [
        name
        for name, parameter in inspect.signature(getattr(api, call)).parameters.items()
        if parameter.default is parameter.empty
    ]
    for name in needed:
        less = {key: value for key, value in GOOD[call].items() if key != name}
        assert f"{name} is missing" in refusal(call, **less)["message"]
    assert "has no argument 'colour'" in refusal(call, **GOOD[call], colour="red")["message"]


# --- out of range


@pytest.mark.parametrize(
    ("call", "changed", "message"),
    [
        ("simple_forward_pass", {"seed": -1}, "the seed is -1; expected a whole number from 0 to 999999999"),
        ("simple_forward_pass", {"seed": 10**9}, "the seed is 1000000000"),
        ("simple_forward_pass", {"seed": None}, "neither a seed nor the code"),
        ("simple_forward_pass", {"lang": "xx"}, "no catalog for language 'xx'; expected one of en"),
        ("simple_forward_pass", {"lang": "../es"}, "no catalog for language"),
        ("simple_forward_pass_step", {"step": 11}, "the step is 11; expected one of data"),
        ("simple_forward_pass_step", {"step": -1}, "the step is -1"),
        ("simple_forward_pass_step", {"step": "neuron-1-3"}, "the step is neuron-1-3"),
        ("ask", {"index": -1}, "the step is -1; expected a number from 0 to 10"),
        ("ask", {"index": 99}, "the step is 99"),
        ("ask", {"neuron": "0-0"}, "no weighted sum at neuron 0-0"),
        ("ask", {"neuron": "9-9"}, "no weighted sum at neuron 9-9"),
        ("ask", {"neuron": "1-9"}, "no weighted sum at neuron 1-9"),
        ("ask", {"neuron": "1"}, "no neuron '1'; expected column-number, such as 1-0"),
        ("ask", {"neuron": "1--1"}, "no neuron '1--1'"),
        ("ask", {"neuron": "a-b"}, "no neuron 'a-b'"),
        ("ask", {"neuron": "١-٠"}, "no neuron"),
        ("ask", {"neuron": f"1-{'0' * 5000}"}, "no neuron"),
        ("edit", {"place": "x-9"}, "no number at 'x-9'; expected one of x-0"),
        ("edit", {"place": ""}, "no number at ''"),
        ("edit", {"index": 11}, "the step is 11"),
        ("edit", {"index": -1}, "the step is -1"),
        ("another_network", {"sizes": [9, 1], "activations": ["relu"]}, "9 neurons in a column; expected 1 to 6"),
        ("another_network", {"sizes": [0, 1], "activations": ["relu"]}, "0 neurons"),
        ("another_network", {"sizes": [3], "activations": []}, "1 columns of neurons; expected 2 to 5"),
        ("another_network", {"sizes": [3] * 9, "activations": ["relu"] * 8}, "9 columns"),
        ("another_network", {"activations": ["relu"]}, "1 activations; expected 2, one a layer"),
        ("another_network", {"activations": ["relu", "softmax"]}, "unknown activation 'softmax'"),
        ("another_network", {"seed": -7}, "the seed is -7"),
        ("network_form", {"layers": 0}, "0 layers; expected 1 to 4"),
        ("network_form", {"layers": -1}, "-1 layers"),
        ("network_form", {"layers": 10**12}, "1000000000000 layers"),
        ("network_form", {"sizes": [3]}, "1 columns"),
        ("learn", {"iteration": -1}, "step -1 of learning; expected 0 to"),
        ("learn", {"iteration": 10**6}, "step 1000000 of learning"),
        ("learn", {"rate": 3}, "the learning rate is 3; expected one of 0.01"),
        ("learn", {"rate": -0.5}, "the learning rate is -0.5"),
        ("open_network", {"content": "?"}, "are no bytes in base64"),
        ("save_small_network", {"kind": "exe"}, "there is no kind of file 'exe'; expected one of npz"),
        ("save_small_network", {"in_force": "third"}, "there is no network 'third' of a problem"),
        ("forward_pass_mnist", {"sample": -1}, "the sample is number -1; expected 0 to 9999"),
        ("forward_pass_mnist", {"sample": 10_000}, "the sample is number 10000"),
        ("forward_pass_mnist", {"label": 10}, "the label is 10; expected a class from 0 to 9"),
        ("forward_pass_mnist", {"label": -1}, "the label is -1"),
        ("forward_pass_mnist", {"pixels": [1, 2]}, "the image has 2 pixels"),
        ("forward_pass_mnist", {"pixels": []}, "the image has 0 pixels"),
        ("forward_pass_mnist", {"pixels": [256] * 784}, "pixel 0 is 256; expected a whole number from 0"),
        ("forward_pass_mnist", {"pixels": [0] * 783 + [-1]}, "pixel 783 is -1"),
        ("forward_pass_mnist", {"pixels": [10**30] * 784}, "expected whole numbers from 0 to 255"),
        ("forward_pass_mnist", {"pixels": None}, "neither pixels nor the code of a drawing"),
        ("forward_pass_mnist", {"data": "letters"}, "there is no data set 'letters'; expected one of mnist"),
        ("forward_pass_mnist", {"data": "letters", "drawing": ""}, "there is no data set 'letters'"),
        ("forward_pass_mnist", {"network": "../x"}, "there is no network '../x'"),
        ("follow", {"neuron": "2-1"}, "no hidden neuron '2-1'; expected column-index, columns 1 to 1"),
        ("follow", {"voted": 10}, "the class is 10; expected 0 to 9"),
        ("look_inside", {"neuron": "9-9"}, "no neuron '9-9'; expected column-index"),
        ("look_inside", {"neuron": "1--3"}, "no neuron '1--3'"),
        ("look_inside", {"neuron": "0-784"}, "no neuron '0-784'"),
        ("look_inside", {"data": "letters"}, "there is no data set"),
        ("while_drawing", {"width": 0}, "expected whole rows of 0"),
        ("while_drawing", {"width": -20}, "expected whole rows of -20"),
        ("while_drawing", {"width": 7}, "the picture has 400 bytes; expected whole rows of 7"),
        ("while_drawing", {"width": 400}, "the drawing has shape (1, 400)"),
        ("while_drawing", {"ink": ""}, "the picture has 0 bytes"),
        ("while_drawing", {"ink": "é"}, "no bytes in base64"),
        ("while_drawing", {"data": "letters"}, "there is no data set"),
        ("ink_of", {"picture": ""}, "the picture has 0 bytes"),
        ("ink_of", {"width": 0}, "expected whole rows of 0"),
        ("ink_of", {"width": -1}, "expected whole rows of -4"),
        ("classify", {"pixels": "AAAA"}, "the images take 3 bytes; expected a multiple of 784"),
        ("classify", {"pixels": "?"}, "no bytes in base64"),
        ("classify", {"network": "a b"}, "there is no network 'a b'"),
        ("count_answers", {"predicted": [10]}, "label 0 is 10; expected a class from 0 to 9"),
        ("count_answers", {"predicted": [-1]}, "label 0 is -1"),
        ("count_answers", {"predicted": [10**30]}, "label 0 is 1000000000000000000000000000000"),
        ("count_answers", {"predicted": [1, 2]}, "expected as many of each"),
        ("count_answers", {"labels": ""}, "expected as many of each"),
        ("count_answers", {"labels": "/w=="}, "label 0 is 255"),
        ("count_answers", {"labels": "", "predicted": [], "probabilities": []}, "at least one image"),
        ("count_answers", {"probabilities": [1.5]}, "probability 0 is 1.5; expected a number from 0 to 1"),
        ("count_answers", {"data": "letters"}, "there is no data set"),
        ("thumbnails", {"labels": [12]}, "label 0 is 12"),
        ("thumbnails", {"labels": [-1]}, "label 0 is -1"),
        ("thumbnails", {"labels": [1, 2]}, "expected as many of each"),
        ("thumbnails", {"predicted": [10]}, "is 10; expected a class"),
        ("thumbnails", {"probabilities": [-0.1]}, "probability 0 is -0.1"),
        ("thumbnails", {"numbers": [10_000]}, "the sample is number 10000"),
        ("thumbnails", {"data": "letters"}, "there is no data set"),
        ("take_network", {"way": "sideways"}, "way is 'sideways'; expected one of"),
        ("take_network", {"pixels": "0 to 7"}, "pixels is '0 to 7'; expected one of 0 to 1"),
        ("open_network", {"way": "sideways"}, "way is 'sideways'"),
        ("take_network", {"name": ""}, "a network cannot be called ''"),
        ("take_network", {"name": "../x"}, "a network cannot be called '../x'"),
        ("take_network", {"content": "?"}, "no bytes in base64"),
        ("save_network", {"kind": "exe"}, "there is no kind of file 'exe'"),
        ("curve", {"name": "cosine"}, "no curve 'cosine'; expected one of sigmoid"),
        ("linear_classifier", {"weights": [1]}, "1 weights; expected 2"),
        ("linear_classifier", {"bias": 1000}, "a weight or the bias is 1000; expected numbers from -100 to 100"),
        ("exactly_one", {"first": [1, 1]}, "2 numbers of a hidden neuron; expected two weights and a bias"),
        ("curve", {"z": 6.5}, "z is 6.5; expected a number from -6 to 6"),
        ("curve", {"z": -1e299}, "z is -1e+299"),
        ("neuron", {"inputs": [1, 2]}, "2 inputs and 3 weights; expected 3 of each"),
        ("neuron", {"weights": []}, "3 inputs and 0 weights"),
        ("neuron", {"bias": 1e299}, "is 1e+299; expected numbers from -100 to 100"),
        ("neuron", {"inputs": [1, 2, -1e299]}, "is -1e+299"),
    ],
)
def test_what_is_out_of_range_is_told_with_what_was_expected(call: str, changed: Arguments, message: str) -> None:
    error = refusal(call, **{**GOOD[call], **changed})
    assert message in error["message"]
    assert error["code"] == ("wrong_step" if "the step is" in message else "wrong_argument")
    assert not error["for_reader"]


@pytest.mark.parametrize(("delta", "value"), [(1e299, 9.9), (-1e299, -9.9), (1e-299, 1.0), (10**20, 9.9)])
def test_a_huge_delta_stops_at_the_limit_and_a_tiny_one_changes_nothing(delta: float, value: float) -> None:
    assert told("edit", **with_one(GOOD["edit"], "delta", delta))["places"]["x-0"]["value"] == value


def test_the_step_nearest_to_any_index_is_opened() -> None:
    assert told("open_network", **{**saved(), "index": -5})["step"] == "data"
    assert told("open_network", **{**saved(), "index": 10**12})["step"] == "conclusion"


@pytest.mark.parametrize("request_", ["", "no JSON", "[]", "7", "null", "{}", '{"seed": 7}', '{"call": ' + "9" * 5000])
def test_what_is_no_call_is_told(request_: str) -> None:
    error = json.loads(api.answer(request_))["error"]
    assert (error["code"], error["for_reader"]) == ("wrong_argument", False)
    assert "expected JSON" in error["message"]


@pytest.mark.parametrize("call", ["no_such_call", "answer", "__class__", "", 7, None, [], {}])
def test_a_name_that_is_no_call_is_told_with_those_that_are(call: Any) -> None:
    error = refusal(call)
    assert error["code"] == "unknown_call"
    assert "simple_forward_pass" in error["message"]


# --- links


@pytest.mark.parametrize("problem", ["banana", "", "é", "A" * 5000, "AQ" * 100])
def test_a_damaged_problem_is_told_in_the_reader_s_language_by_its_own_code(problem: str) -> None:
    for call in ("simple_forward_pass", "simple_forward_pass_step", "edit", "ask", "learn", "save_small_network"):
        error = refusal(call, **{**GOOD[call], "problem": problem, "lang": "es"})
        assert (error["code"], error["for_reader"]) == ("wrong_problem", True)
        assert error["message"].startswith("Este enlace está dañado")


@pytest.mark.parametrize("drawing", ["banana", "1", "1damaged", "é", "1" * 5000, "2AAAA"])
def test_a_damaged_drawing_has_its_own_code(drawing: str) -> None:
    for call in ("forward_pass_mnist", "follow", "hidden_neurons", "look_inside"):
        assert refusal(call, **{**GOOD[call], "drawing": drawing})["code"] == "wrong_drawing"


# --- what a Python caller meets


@pytest.mark.parametrize("seed", [7.5, 7.0, "7", True, None, math.nan])
def test_a_seed_that_is_no_whole_number_makes_no_problem(seed: Any) -> None:
    make_problem(7)  # 7.0 is not taken for it
    with pytest.raises(ValueError, match=f"the seed is {seed}; expected a whole number"):
        make_problem(seed)


@pytest.mark.parametrize("delta", [math.nan, math.inf, -math.inf])
def test_a_delta_that_is_no_number_is_refused(delta: float) -> None:
    with pytest.raises(WrongArgument, match="expected a number"):
        editing.nudged(make_problem(7), "x-0", delta)


# --- what nobody foresaw


def test_an_exception_that_nobody_foresaw_is_an_answer_with_its_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(small_view, "describe", lambda *_: 1 // 0)
    answer = told("simple_forward_pass", seed=7, lang="en")
    traceback = answer["error"].pop("traceback")
    message = "ZeroDivisionError: integer division or modulo by zero"
    assert answer == {"error": {"code": "unforeseen", "message": message, "for_reader": False}}
    assert traceback.startswith("Traceback (most recent call last):")
    assert "small_network/view.py" in traceback
    assert traceback.endswith(f"{message}\n")


def test_an_answer_that_json_does_not_know_is_one_too(monkeypatch: pytest.MonkeyPatch) -> None:
    for strange in (math.nan, object()):
        monkeypatch.setattr(small_view, "lesson", lambda *_, strange=strange: {"views": strange})
        assert told("simple_forward_pass", seed=7, lang="en")["error"]["code"] == "unforeseen"


@pytest.mark.parametrize("broken", BROKEN)
def test_that_python_itself_is_not_whole_is_for_who_started_it(
    broken: type[Exception], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise broken("zipfile")

    monkeypatch.setattr(small_view, "lesson", fail)
    with pytest.raises(broken):
        told("simple_forward_pass", seed=7, lang="en")
