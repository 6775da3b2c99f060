"""A small network out of a file, as the guess of a problem, and into one."""

import base64
import json
from typing import Any

import numpy as np
import pytest

from forwardpass import api
from forwardpass.errors import Refused
from forwardpass.files.networks import Choices
from forwardpass.files.said import IN_OUT, OUT_IN
from forwardpass.files.saving import WRITERS, write_network
from forwardpass.network.activations import ELEMENTWISE
from forwardpass.small_network.problem.address import decode
from forwardpass.small_network.problem.architecture import Architecture
from forwardpass.small_network.problem.files import problem_from, read_small_network
from forwardpass.small_network.problem.problems import make_problem
from forwardpass.small_network.steps import make_lesson
from forwardpass.words.catalogs import translator

from ...helpers.network_files import WAYS, npz


def ask(**call: object) -> Any:
    return json.loads(api.answer(json.dumps(call)))


@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("part", ["guess", "best"])
def test_a_saved_network_comes_back_as_the_guess_with_the_same_numbers(kind: str, part: str) -> None:
    saved = ask(call="save_small_network", kind=kind, in_force=part, seed=7, lang="en")
    subject = ask(call="open_network", content=saved["content"], seed=7, lang="en")["subject"]
    problem = decode(subject["problem"], translator("en")) if "problem" in subject else make_problem(subject["seed"])
    assert problem.guess.as_data() == getattr(make_problem(7), part).as_data()
    assert problem.best.as_data() == make_problem(7).best.as_data()


def test_the_step_stays_where_the_new_lesson_is_long_enough() -> None:
    small = base64.b64encode(npz(weights_1=np.ones((1, 3)))).decode()
    keys = [step.key for step in make_lesson(make_problem(1, Architecture((3, 1), ("sigmoid",))))]
    steps = [ask(call="open_network", content=small, seed=1, lang="en", index=index)["step"] for index in (0, 3, 10)]
    assert steps == [keys[0], keys[3], keys[min(10, len(keys) - 1)]]


def test_any_shape_and_activations_fit_and_numbers_are_rounded_to_one_decimal() -> None:
    rng = np.random.default_rng(1)
    arrays = {"0.weight": rng.normal(size=(4, 2)), "0.bias": rng.normal(size=4), "1.weight": rng.normal(size=(5, 4))}
    network = read_small_network(npz(**arrays, activations=np.array(["relu", "tanh"]))).network
    guess = problem_from(network, 3).guess
    assert guess.sizes == (2, 4, 5)
    assert [layer.activation for layer in guess.layers] == ["relu", "tanh"]
    assert guess.layers[0].weights == pytest.approx(np.round(arrays["0.weight"], 1))
    assert guess.layers[1].biases.tolist() == [0] * 5


def test_kernels_of_keras_are_turned_and_without_names_activations_are_sigmoid() -> None:
    kernel = np.arange(6.0).reshape(3, 2)
    network = read_small_network(npz(arr_0=kernel, arr_1=np.zeros(2))).network
    assert (network.layers[0].weights == kernel.T).all()
    assert network.layers[0].activation == "sigmoid"


@pytest.mark.parametrize("kind", WRITERS)
def test_a_square_network_that_was_turned_comes_back_as_it_was(kind: str) -> None:
    turned = read_small_network(npz(W=np.array([[1.0, 2.0], [3.0, 4.0]])), Choices(way=IN_OUT))
    again = read_small_network(write_network(turned, kind))
    assert again.network.layers[0].weights.tolist() == [[1.0, 3.0], [2.0, 4.0]]
    assert OUT_IN not in again.assumed


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (npz(weights_1=np.ones((7, 3))), "holds a 3-7 network; expected 2 to 5 columns of at most 6"),
        (npz(weights_1=np.ones((2, 3)), weights_2=np.ones((1, 3))), r"“weights_2” has shape \(1, 3\); expected \(n, 2\)"),
        (npz(weights_1=np.ones((2, 3)), activations=np.array(["softmax"])), f"expected {', '.join(ELEMENTWISE)}"),
        (npz(weights_1=np.ones(3)), r"“weights_1” has shape \(3,\)"),
        (npz(biases_1=np.ones(3)), "“biases_1”, without weights"),
        (WAYS["ours"], "holds a 784-20-12-10 network"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_named(content: bytes, message: str) -> None:
    with pytest.raises(Refused, match=message):
        read_small_network(content)


def test_a_number_that_the_demo_cannot_print_is_named() -> None:
    content = base64.b64encode(npz(weights_1=np.full((2, 3), 12.5))).decode()
    assert "the number 12.5" in ask(call="open_network", content=content, seed=1, lang="en")["error"]["message"]


def test_saving_gives_what_is_in_force() -> None:
    saved = ask(call="save_small_network", kind="json", in_force="best", seed=5, lang="en")
    assert base64.b64decode(saved["content"]) == write_network(make_problem(5).best, "json")
