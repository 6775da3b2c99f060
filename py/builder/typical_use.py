"""What `build.py profile` asks Python for: each kind of call often and with much variety, so that a reader hardly ever finds one that takes another function."""

import base64
import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

from forwardpass import api
from forwardpass.activations import ELEMENTWISE
from forwardpass.data_sets import DATA_SETS
from forwardpass.network_files import write_network
from forwardpass.trained import DATA, DEFAULT, load_network

from .exercise import Request, right, wrong
from .image_files import networks_of
from .parts import part_folder
from .recordings import read_sample

SEEDS = range(12)
SAMPLES = range(0, 2000, 100)


def typical_use(dist: Path) -> Iterator[Request]:
    yield from right()
    yield from small()
    yield from other_networks()
    for data in DATA_SETS:
        yield from digits(part_folder(dist, data), data)
    yield from drawings()
    yield from wrong()
    yield from right()


def small() -> Iterator[Request]:
    for seed in SEEDS:
        in_english: Request = {"seed": seed, "lang": "en"}
        for lang in api.LANGUAGES:
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
            yield {"call": "open_network", "content": answered(saved)["content"], **in_english}


def other_networks() -> Iterator[Request]:
    """Of any size, with any activations, and with numbers anywhere within their limits."""
    for seed in range(20):
        random = Random(seed)
        sizes = [random.randint(1, 6) for _ in range(random.randint(2, 5))]
        form: Request = {"sizes": sizes, "activations": random.choices(list(ELEMENTWISE), k=len(sizes) - 1)}
        yield {"call": "another_network", "seed": seed, **form}
        code = problem_of({"call": "another_network", "seed": seed, **form})
        for place in ("x-0", "y-0", "guess-w-0-0-0", "best-b-0-0"):
            edit: Request = {"call": "edit", "place": place, "text": f"{random.uniform(-9, 9):.{seed % 2}f}"}
            yield edit | {"problem": code, "index": 1, "lang": "ko"}
            code = problem_of(edit | {"problem": code, "index": 1, "lang": "en"})
        for lang in api.LANGUAGES:
            yield {"call": "simple_forward_pass", "problem": code, "lang": lang}
            yield {"call": "learn", "rate": 0.5, "iteration": 3, "problem": code, "lang": lang}
            yield {"call": "network_form", "lang": lang, **form}


def problem_of(request: Request) -> str:
    """The code of the problem that an answer is about."""
    subject: dict[str, str] = answered(request)["subject"]  # type: ignore[assignment]
    return subject["problem"]


def digits(images: Path, data: str) -> Iterator[Request]:
    """With each network of a data set: lessons, and all its images at once."""
    every = b"".join((images / "images" / f"{i}.bin").read_bytes() for i in range(200))
    labels = (images / "labels.bin").read_bytes()
    for network in networks_of(data):
        with_it: Request = {"data": data, "network": network}
        if network != DEFAULT:
            content = base64.b64encode((Path(DATA) / f"{network}.npz").read_bytes()).decode()
            yield {"call": "take_network", "name": network, "content": content, "lang": "en"}
        for sample in SAMPLES:
            pixels, label = read_sample(images, sample)
            shown: Request = {"sample": sample, "pixels": pixels, "label": label, **with_it}
            for lang in api.LANGUAGES:
                yield {"call": "forward_pass_mnist", "lang": lang, **shown}
            yield {"call": "look_inside", "neuron": f"1-{sample % 10}", "lang": "en", **shown}
        yield {"call": "classify", "pixels": base64.b64encode(every).decode(), "network": network}
        said = {"predicted": [*labels[1:], 0], "probabilities": [i / len(labels) for i in range(len(labels))]}
        count: Request = {"labels": base64.b64encode(labels).decode(), **said}
        for lang in api.LANGUAGES:
            yield {"call": "count_answers", "data": data, "lang": lang, **count}
        for kind in ("npz", "safetensors", "json"):
            yield {"call": "save_network", "kind": kind, "network": network}
            trained = base64.b64encode(write_network(load_network(network), kind)).decode()
            yield {"call": "take_network", "name": "own", "content": trained, "lang": "en"}


def drawings() -> Iterator[Request]:
    """Bars and dots in different places, and nothing."""
    for place in range(0, 300, 20):
        ink = bytes(place) + bytes([90, 255, 255, 140] * 15) + bytes(340 - place)
        pad: Request = {"call": "while_drawing", "ink": base64.b64encode(ink).decode(), "width": 20}
        code = answered({**pad, "is_raw": False, "lang": "en"})["drawing"]
        for lang in api.LANGUAGES:
            yield {**pad, "is_raw": place % 40 == 0, "lang": lang}
            yield {"call": "forward_pass_mnist", "drawing": code, "lang": lang}
        for neuron in ("0-300", "1-3", "2-7"):
            yield {"call": "look_inside", "neuron": neuron, "drawing": code, "lang": "en"}
    yield {
        "call": "while_drawing",
        "ink": base64.b64encode(bytes(400)).decode(),
        "width": 20,
        "is_raw": False,
        "lang": "en",
    }


def answered(request: Request) -> Request:
    """By the Python that builds."""
    answer: Request = json.loads(api.answer(json.dumps(request)))
    return answer
