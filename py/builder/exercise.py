"""Runs inside Pyodide, right after a start as in a browser: asks for what the demos ask for. Its last line is its value: the modules that took.

Only what is imported by then is shipped, so whatever the pages can make Python do has to be done here once.
"""

import base64
import json
import sys
import traceback
import warnings

from forwardpass import api


def requests() -> list[dict[str, object]]:
    """One of each call, in each language, and some that must fail."""
    pixels = [*range(256)] * 3 + [0] * 16
    lessons = [
        call
        for lang in api.LANGUAGES
        for call in (
            {"call": "simple_forward_pass", "seed": 7, "lang": lang},
            {"call": "forward_pass_mnist", "sample": 3, "pixels": pixels, "label": 7, "lang": lang},
        )
    ]
    images = {"call": "classify", "pixels": base64.b64encode(bytes(pixels)).decode()}
    wrong = [{"call": "no_such_call"}, {"call": "simple_forward_pass", "seed": -1, "lang": "en"}]
    return [*lessons, images, *wrong, {"call": "classify", "pixels": "?"}]


def ask(request: dict[str, object]) -> None:
    answer = json.loads(api.answer(json.dumps(request)))
    expected_to_fail = request in requests()[-3:]
    if "error" in answer and not expected_to_fail:
        raise RuntimeError(f"{request} was answered by {answer}")


def report_an_error() -> None:
    """What Pyodide does with an exception and with a warning takes modules too."""
    try:
        raise ValueError("for the traceback")
    except ValueError:
        traceback.format_exc()
    with warnings.catch_warnings(record=True):
        warnings.warn("for the warning", stacklevel=1)


for each in requests():
    ask(each)
report_an_error()
json.dumps(sorted(sys.modules))
