"""What readers of the small network make Python do, for what is measured when the site is built. No reader's Python loads it."""

from collections.abc import Callable, Iterator
from random import Random
from typing import Any

from ..words.catalogs import LANGUAGES

Request = dict[str, Any]
Ask = Callable[[Request], Any]


def first() -> list[Request]:
    """What a reader may ask for at once, in a language with a catalog."""
    place: Request = {"seed": 4711, "index": 3, "lang": "es"}
    return [
        {"call": "simple_forward_pass", "seed": 4711, "lang": "en"},
        {"call": "simple_forward_pass_step", "seed": 4711, "step": "input", "lang": "es"},
        {"call": "ask", "neuron": "1-0", **place},
        {"call": "edit", "place": "x-0", "delta": 0.1, **place},
    ]


def right(ask: Ask) -> Iterator[Request]:
    """One of each call; the lesson in each language. ask: Python's answer to a request that others rest on."""
    for lang in LANGUAGES:
        yield {"call": "simple_forward_pass", "seed": 7, "lang": lang}
    network: Request = {"sizes": [2, 3, 4, 2], "activations": ["tanh", "relu", "identity"]}
    code = ask({"call": "another_network", "seed": 7, **network})["subject"]["problem"]
    place: Request = {"index": 3, "lang": "es"}
    yield {"call": "another_network", "seed": 7, "sizes": [3, 1], "activations": ["relu"]}
    yield {"call": "network_form", "sizes": [3, 1], "activations": ["relu"], "layers": 3, "lang": "es"}
    yield {"call": "simple_forward_pass", "problem": code, "lang": "es"}
    yield {"call": "simple_forward_pass_step", "problem": code, "step": 3, "lang": "es"}
    yield {"call": "edit", "place": "x-0", "text": "0,5", "problem": code, **place}
    yield {"call": "edit", "place": "best-b-1-0", "delta": 0.1, "seed": 7, **place}
    yield {"call": "ask", "neuron": "1-0", "seed": 7, **place}
    yield {"call": "simple_forward_pass_step", "seed": 7, "learned": 4, "rate": 5, "step": 8, "lang": "es"}
    yield {"call": "edit", "place": "x-0", "text": "0,5", "seed": 7, "learned": 4, "rate": 5, **place}
    yield {"call": "problem_script", "seed": 7, **place}
    yield {"call": "take_values", "names": ["x"], "values": ["[1, 2, 3]"], "seed": 7, **place}
    saved = ask({"call": "save_small_network", "kind": "npz", "in_force": "best", "seed": 7, "lang": "es"})
    yield {"call": "open_network", "content": saved["content"], "seed": 7, "lang": "es"}
    for iteration in (0, 1, 4):  # to the end on a short way: what is computed here is part of the snapshot
        yield {"call": "learn", "seed": 7, "rate": 5, "iteration": iteration, "lang": "es"}


def wrong() -> list[Request]:
    """Failures may need modules of their own."""
    return [
        {"call": "simple_forward_pass", "lang": "xx"},
        {"call": "learn", "seed": 7, "rate": 3, "iteration": 0, "lang": "en"},
        {"call": "simple_forward_pass", "problem": "?", "lang": "es"},
        {"call": "simple_forward_pass", "seed": 7, "learned": 1000, "rate": 5, "lang": "es"},
        {"call": "take_values", "names": ["x"], "values": ["[0.01]"], "seed": 7, "index": 3, "lang": "es"},
        {"call": "edit", "place": "x-0", "text": "?", "seed": 7, "index": 0, "lang": "es"},
    ]


def typical(ask: Ask, read: object) -> Iterator[Request]:
    """Each kind of call often and with much variety, so that a reader hardly ever finds one that takes another function."""
    for seed in range(12):
        yield from _of_seed(seed, ask)
    for seed in range(20):
        yield from _of_other_network(Random(seed), seed, ask)


def _of_seed(seed: int, ask: Ask) -> Iterator[Request]:
    in_english: Request = {"seed": seed, "lang": "en"}
    for lang in LANGUAGES:
        yield {"call": "simple_forward_pass", "seed": seed, "lang": lang}
        yield {"call": "ask", "neuron": "1-0", "index": seed % 11, "seed": seed, "lang": lang}
    for rate in (0.1, 0.5, 1, 5, 10):
        for iteration in (0, 1, 2, 5, 20, 100):
            yield {"call": "learn", "rate": rate, "iteration": iteration, **in_english}
    for text in ("0.5", "-3", "1e2", "2,25", " 7 ", "−1", "100", "x", ""):
        yield {"call": "edit", "place": "x-0", "text": text, "index": 2, **in_english}
    for kind in ("npz", "safetensors", "json"):
        saved: Request = {"call": "save_small_network", "kind": kind, "in_force": "guess"} | in_english
        yield saved
        yield {"call": "open_network", "content": ask(saved)["content"], **in_english}


def _of_other_network(random: Random, seed: int, ask: Ask) -> Iterator[Request]:
    """Of any size, with any activations, and with numbers anywhere within their limits."""
    from ..network.activations import ELEMENTWISE  # noqa: PLC0415  so that measuring a start loads nothing

    sizes = [random.randint(1, 6) for _ in range(random.randint(2, 5))]
    form: Request = {"sizes": sizes, "activations": random.choices(list(ELEMENTWISE), k=len(sizes) - 1)}
    yield {"call": "another_network", "seed": seed, **form}
    code = ask({"call": "another_network", "seed": seed, **form})["subject"]["problem"]
    for place in ("x-0", "y-0", "guess-w-0-0-0", "best-b-0-0"):
        edit: Request = {"call": "edit", "place": place, "text": f"{random.uniform(-9, 9):.{seed % 2}f}"}
        yield edit | {"problem": code, "index": 1, "lang": "ko"}
        code = ask(edit | {"problem": code, "index": 1, "lang": "en"})["subject"].get("problem", code)
    for lang in LANGUAGES:
        yield {"call": "simple_forward_pass", "problem": code, "lang": lang}
        yield {"call": "learn", "rate": 0.5, "iteration": 3, "problem": code, "lang": lang}
        yield {"call": "network_form", "lang": lang, **form}


def tidy() -> None:
    """Nothing is left behind."""
