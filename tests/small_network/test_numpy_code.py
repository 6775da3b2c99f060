"""The numpy lines run as they stand and compute the step they belong to."""

import contextlib
import io
import subprocess
import sys
from typing import Any

import numpy as np
import pytest

from forwardpass.small_network.numpy_code import code, script
from forwardpass.small_network.problem.architecture import Architecture
from forwardpass.small_network.problem.problems import make_problem, squared_error
from forwardpass.small_network.steps import make_lesson


def run(seed: int, key: str) -> dict[str, Any]:
    problem = make_problem(seed)
    step = next(step for step in make_lesson(problem) if step.key == key)
    variables: dict[str, Any] = {}
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(code(step, problem), variables)
    assert printed.getvalue().strip()
    return variables


@pytest.mark.parametrize("seed", range(25))
def test_the_lines_of_every_step_give_its_numbers(seed: int) -> None:
    problem = make_problem(seed)
    steps = {step.key: step for step in make_lesson(problem)}
    for layer, unit in ((0, 0), (0, 1), (1, 0)):
        key = f"neuron-{layer + 1}-{unit + 1}"
        result = run(seed, key)
        assert result["z"] == pytest.approx(steps[key].trace.z[layer][unit])
        assert result["a"] == pytest.approx(steps[key].trace.a[layer][unit])
    assert run(seed, "error")["error"] == pytest.approx(squared_error(problem.guess, problem.x, problem.y))
    assert run(seed, "pass")["y_hat"][0] == pytest.approx(steps["pass"].trace.output[0])
    assert np.array_equal(run(seed, "layer-1")["W1"], problem.guess.layers[0].weights)
    assert np.array_equal(run(seed, "best")["b2"], problem.best.layers[1].biases)
    assert run(seed, "data")["y"] == problem.y
    assert np.array_equal(run(seed, "input")["x"], problem.x)
    assert run(seed, "conclusion")["error"] == pytest.approx(squared_error(problem.best, problem.x, problem.y))


@pytest.mark.parametrize(("seed", "sizes"), [(1, (3, 2, 1)), (7, (3, 2, 1)), (3, (2, 3, 4, 2)), (4, (1, 1))])
def test_the_script_of_a_problem_needs_nothing_but_numpy(seed: int, sizes: tuple[int, ...]) -> None:
    activations = ("tanh", "relu", "identity")[: len(sizes) - 1]
    problem = make_problem(seed, Architecture(sizes, activations))
    lines = script(problem.guess, problem) + "print(float(error))\n"
    ran = subprocess.run([sys.executable, "-I", "-c", lines], capture_output=True, text=True, check=True)
    assert float(ran.stdout.split()[-1]) == pytest.approx(squared_error(problem.guess, problem.x, problem.y))
