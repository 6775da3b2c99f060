"""Runs inside Pyodide, right after a start as in a browser: asks for what the demos ask for. In the end, `modules` are those that took.

Only what is imported by then is shipped, so whatever the pages can make Python do has to be done here once.
"""

import base64
import json
import sys
import traceback
import warnings

from forwardpass import api, trained

Request = dict[str, object]


def first() -> list[Request]:
    """What a reader of the small network may ask for at once, in a language with a catalog."""
    place: Request = {"seed": 4711, "index": 3, "lang": "es"}
    return [
        {"call": "simple_forward_pass", "seed": 4711, "lang": "en"},
        {"call": "simple_forward_pass_step", **place},
        {"call": "ask", "neuron": "1-0", **place},
        {"call": "edit", "place": "x-0", "delta": 0.1, **place},
    ]


def right() -> list[Request]:
    """One of each call, in each language."""
    pixels = [*range(256)] * 3 + [0] * 16
    lessons = [
        call
        for lang in api.LANGUAGES
        for call in (
            {"call": "simple_forward_pass", "seed": 7, "lang": lang},
            {"call": "forward_pass_mnist", "sample": 3, "pixels": pixels, "label": 7, "lang": lang},
        )
    ]
    return [
        *lessons,
        *explored(),
        *live_figures(),
        *learning(),
        *drawing(),
        *all_samples(bytes(pixels)),
        *networks(),
    ]


def explored() -> list[Request]:
    """What is asked for when somebody changes the small network."""
    code = api.another_network(7, [2, 3, 4, 2], ["tanh", "relu", "identity"])["subject"]["problem"]
    place: Request = {"index": 3, "lang": "es"}
    return [
        {"call": "another_network", "seed": 7, "sizes": [3, 1], "activations": ["relu"]},
        {"call": "network_form", "sizes": [3, 1], "activations": ["relu"], "layers": 3, "lang": "es"},
        {"call": "simple_forward_pass", "problem": code, "lang": "es"},
        {"call": "simple_forward_pass_step", "problem": code, **place},
        {"call": "edit", "place": "x-0", "text": "0,5", "problem": code, **place},
        {"call": "edit", "place": "best-b-1-0", "delta": 0.1, "seed": 7, **place},
        {"call": "ask", "neuron": "1-0", "seed": 7, **place},
        *small_files(),
    ]


def all_samples(pixels: bytes) -> list[Request]:
    image, labels = base64.b64encode(pixels).decode(), base64.b64encode(bytes([7])).decode()
    said: Request = {"predicted": [3], "probabilities": [0.5], "data": "fashion", "lang": "es"}
    return [
        {"call": "classify", "pixels": image},
        {"call": "count_answers", "labels": labels, **said},
        {"call": "thumbnails", "numbers": [5], "pixels": image, "labels": [7], **said},
    ]


def networks() -> list[Request]:
    """A network saved, and taken from a file; what the calls leave in memory would be in the snapshot, so JSON is refused early."""
    files = [str(ask({"call": "save_network", "kind": kind})["content"]) for kind in ("npz", "safetensors")]
    files.append(base64.b64encode(b'{"layers": []}').decode())
    return [{"call": "take_network", "name": "own", "content": file, "lang": "es"} for file in files]


def drawing() -> list[Request]:
    """A drawing while it is drawn, as a lesson, opened from a picture; each kind of neuron looked into."""
    ink = base64.b64encode(bytes(100) + bytes([255]) * 60 + bytes(240)).decode()
    pad: Request = {"call": "while_drawing", "ink": ink, "width": 20, "lang": "es"}
    code = ask(pad | {"is_raw": False})["drawing"]
    drawn: Request = {"drawing": code, "lang": "es"}
    return [
        pad | {"is_raw": True},
        {"call": "ink_of", "picture": ink, "width": 10},
        {"call": "forward_pass_mnist", **drawn},
        {"call": "forward_pass_mnist", "drawing": "", "lang": "es"},
        *({"call": "look_inside", "neuron": neuron, **drawn} for neuron in ("0-300", "1-3", "2-7")),
    ]


def small_files() -> list[Request]:
    """A small network saved, and opened from that file."""
    saved = ask({"call": "save_small_network", "kind": "npz", "in_force": "best", "seed": 7, "lang": "es"})
    return [{"call": "open_network", "content": saved["content"], "seed": 7, "lang": "es"}]


def live_figures() -> list[Request]:
    return [
        {"call": "curve", "name": "sigmoid", "z": 0.5, "lang": "es"},
        {"call": "curve", "name": "relu", "z": 0.5, "lang": "es"},
        {"call": "neuron", "inputs": [1, 2, 3], "weights": [0.5, -0.5, 1], "bias": 1, "lang": "es"},
    ]


def learning() -> list[Request]:
    """From the guess to the end, on a short way: what is computed here is part of the snapshot."""
    return [{"call": "learn", "seed": 7, "rate": 5, "iteration": iteration, "lang": "es"} for iteration in (0, 1, 4)]


def wrong() -> list[Request]:
    """Failures may need modules of their own."""
    return [
        {"call": "no_such_call"},
        {"call": "simple_forward_pass", "lang": "xx"},
        {"call": "classify", "pixels": "?"},
        {"call": "classify", "pixels": "", "network": "not_there"},
        {"call": "take_network", "name": "own", "content": "UEs/", "lang": "es"},
        {"call": "take_network", "name": "own", "content": "ew==", "lang": "es"},
        {"call": "learn", "seed": 7, "rate": 3, "iteration": 0, "lang": "en"},
        {"call": "simple_forward_pass", "problem": "?", "lang": "es"},
        {"call": "edit", "place": "x-0", "text": "?", "seed": 7, "index": 0, "lang": "es"},
        {"call": "forward_pass_mnist", "drawing": "1damaged", "lang": "es"},
    ]


def ask(request: Request) -> Request:
    answer: Request = json.loads(api.answer(json.dumps(request)))
    return answer


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
    """The modules that are there, but for those that are still empty (sitecustomize.py)."""
    return sorted(name for name, module in sys.modules.items() if type(module).__name__ != "Empty")


for each in first():
    ask(each)
report_an_error()
at_first = loaded()
for each in right():
    if "error" in (answer := ask(each)):
        raise RuntimeError(f"{each} was answered by {answer}")
for each in wrong():
    ask(each)
trained.forget()
modules = json.dumps({"first": at_first, "all": loaded()})
