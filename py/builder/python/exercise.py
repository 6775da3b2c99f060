"""Runs inside Pyodide, right after a start as in a browser: asks for what the demos ask for. In the end, `modules` are those that took.

Only what is imported by then is shipped, so whatever the pages can make Python do has to be done here once. What that is, each demo says in its module `exercise`.
"""

import json
import sys
import traceback
import warnings
from typing import Any

from forwardpass import api

Request = dict[str, Any]
exercises = [demo.module("exercise") for demo in api.DEMOS]
OURS = {exercise.__name__ for exercise in exercises}  # modules that are here for this alone


def first() -> list[Request]:
    """What readers may ask for at once."""
    return [request for exercise in exercises for request in exercise.first()]


def right() -> list[Request]:
    """One of each call, each lesson in each language."""
    return [*(request for exercise in exercises for request in exercise.right(ask)), *live_figures()]


def live_figures() -> list[Request]:
    return [
        {"call": "curve", "name": "sigmoid", "z": 0.5, "lang": "es"},
        {"call": "curve", "name": "relu", "z": 0.5, "lang": "es"},
        {"call": "neuron", "inputs": [1, 2, 3], "weights": [0.5, -0.5, 1], "bias": 1, "lang": "es"},
        {"call": "linear_classifier", "weights": [1, 0.5], "bias": -1, "lang": "es"},
        {"call": "exactly_one", "first": [1, 1, -0.5], "second": [1, 1, -1.5], "lang": "es"},
    ]


def wrong() -> list[Request]:
    return [{"call": "no_such_call"}, *(request for exercise in exercises for request in exercise.wrong())]


def ask(request: Request) -> Any:
    return json.loads(api.answer(json.dumps(request)))


def run_readers_code() -> None:
    """As the Python does that is there for it alone, with lines that reach their end and lines that do not."""
    from forwardpass.readers_code import door  # noqa: PLC0415  no start takes it

    given = "import numpy as np\nx = np.array([1.0, 2.0])\nW = np.ones((2, 3))\nprint(x)\n"
    for line in ("x * 2", "W @ x", "nothing", "x[5]", "(", "import no_such_module"):
        door.answer(json.dumps({"code": given + line, "lang": "es", "files": {}}), lambda text: None)


def report_an_error() -> None:
    """What Pyodide does with an exception and with a warning takes modules too."""
    try:
        raise ValueError("for the traceback")
    except ValueError:
        traceback.format_exc()
    with warnings.catch_warnings(record=True):
        warnings.simplefilter("always")
        warnings.warn("for the warning", stacklevel=1)


def loaded() -> list[str]:
    """The modules that are there, but for ours and for those that are still empty (sitecustomize.py)."""
    return sorted(name for name, module in sys.modules.items() if type(module).__name__ != "Empty" and name not in OURS)


for each in first():
    ask(each)
report_an_error()
at_first = loaded()
for each in right():
    if "error" in (answer := ask(each)):
        raise RuntimeError(f"{each} was answered by {answer}")
for each in wrong():
    ask(each)
run_readers_code()
for exercise in exercises:
    exercise.tidy()
    del sys.modules[exercise.__name__]
modules = json.dumps({"first": at_first, "all": loaded()})
