"""What readers of images make Python do, for what is measured when the site is built. No reader's Python loads it."""

import base64
from collections.abc import Callable, Iterator
from typing import Any

from ..words.catalogs import LANGUAGES

Request = dict[str, Any]
Ask = Callable[[Request], Any]
KINDS = ("npz", "safetensors", "json")


def first() -> list[Request]:
    """All that this demo takes comes along with its start, but after that of the others."""
    return []


def right(ask: Ask) -> Iterator[Request]:
    """One of each call; the lesson in each language. ask: Python's answer to a request that others rest on."""
    pixels = [*range(256)] * 3 + [0] * 16
    for lang in LANGUAGES:
        yield {"call": "forward_pass_mnist", "sample": 3, "pixels": pixels, "label": 7, "lang": lang}
    yield {"call": "image_script", "sample": 3, "pixels": pixels, "label": 7, "lang": "es"}
    yield from _drawn(ask)
    yield from _all_samples(base64.b64encode(bytes(pixels)).decode())
    for kind in KINDS[:2]:  # a network saved, and taken from a file
        content = ask({"call": "save_network", "kind": kind})["content"]
        yield {"call": "take_network", "name": "own", "content": content, "lang": "es"}


def _photo() -> str:
    """Two thin strokes beside each other on see-through paper, one of them at the rim."""
    rows = [bytes([0, 0, 0, 255 if column in (2, 30) else 0]) for column in range(60)]
    return base64.b64encode(b"".join(rows) * 40).decode()


def _drawn(ask: Ask) -> Iterator[Request]:
    """A drawing while it is drawn, as a lesson, opened from a picture; each kind of neuron looked into."""
    ink = base64.b64encode(bytes(100) + bytes([255]) * 60 + bytes(240)).decode()
    pad: Request = {"call": "while_drawing", "ink": ink, "width": 20, "lang": "es"}
    drawn: Request = {"drawing": ask(pad | {"is_raw": False})["drawing"], "lang": "es"}
    yield pad | {"is_raw": True}
    yield {"call": "ink_of", "picture": ink, "width": 10, "lang": "es"}
    yield {"call": "ink_of", "picture": _photo(), "width": 60, "lang": "es"}
    yield {"call": "forward_pass_mnist", **drawn}
    yield {"call": "forward_pass_mnist", "drawing": "", "lang": "es"}
    for neuron in ("0-300", "1-3", "2-7"):
        yield {"call": "look_inside", "neuron": neuron, **drawn}
    yield {"call": "hidden_neurons", **drawn}
    yield {"call": "follow", **drawn}


def _all_samples(image: str) -> Iterator[Request]:
    said: Request = {"predicted": [3], "probabilities": [0.5], "data": "fashion", "lang": "es"}
    yield {"call": "classify", "pixels": image}
    yield {"call": "count_answers", "labels": base64.b64encode(bytes([7])).decode(), **said}
    yield {"call": "thumbnails", "numbers": [5], "pixels": image, "labels": [7], **said}


def wrong() -> list[Request]:
    """Failures may need modules of their own. What the calls leave in memory would be in the snapshot, so JSON is refused early."""
    return [
        {"call": "take_network", "name": "own", "content": base64.b64encode(b'{"layers": []}').decode(), "lang": "es"},
        {"call": "classify", "pixels": "?"},
        {"call": "classify", "pixels": "", "network": "not_there"},
        {"call": "take_network", "name": "own", "content": "UEs/", "lang": "es"},
        {"call": "take_network", "name": "own", "content": "ew==", "lang": "es"},
        {"call": "forward_pass_mnist", "drawing": "1damaged", "lang": "es"},
    ]


def typical(ask: Ask, read: Callable[[str], Any]) -> Iterator[Request]:
    """Each kind of call often and with much variety, so that a reader hardly ever finds one that takes another function.

    read: the test images of a data set and their labels.
    """
    from .data_sets import DATA_SETS  # noqa: PLC0415  so that measuring a start loads nothing
    from .face import networks_of  # noqa: PLC0415

    for data in DATA_SETS:
        for network in networks_of(data):
            yield from _with_network(data, network, *read(data))
    for place in range(0, 300, 20):
        yield from _drawing(place, ask)
    ink = base64.b64encode(bytes(400)).decode()
    yield {"call": "while_drawing", "ink": ink, "width": 20, "is_raw": False, "lang": "en"}


def _with_network(data: str, network: str, images: Any, labels: Any) -> Iterator[Request]:
    """Lessons, and all images of the set at once."""
    from .trained import DATA, DEFAULT  # noqa: PLC0415

    with_it: Request = {"data": data, "network": network}
    content = _file(f"{DATA}/{network}.npz")
    if network != DEFAULT:
        yield {"call": "take_network", "name": network, "content": content, "lang": "en"}
    for sample in range(0, 2000, 100):
        shown: Request = {"sample": sample, "pixels": images[sample].tolist(), "label": int(labels[sample]), **with_it}
        for lang in LANGUAGES:
            yield {"call": "forward_pass_mnist", "lang": lang, **shown}
        yield {"call": "look_inside", "neuron": f"1-{sample % 10}", "lang": "en", **shown}
        yield {"call": "follow", "neuron": f"1-{sample % 10}", "lang": "en", **shown}
    yield {"call": "classify", "pixels": base64.b64encode(images.tobytes()).decode(), "network": network}
    known = labels.tolist()
    said: Request = {"predicted": [*known[1:], 0], "probabilities": [i / len(known) for i in range(len(known))]}
    for lang in LANGUAGES:
        count: Request = {"call": "count_answers", "labels": base64.b64encode(labels.tobytes()).decode(), **said}
        yield count | {"data": data, "lang": lang}
    for kind in KINDS:
        yield {"call": "save_network", "kind": kind, "network": network}
    yield from _own(network)


def _own(network: str) -> Iterator[Request]:
    """The network as a reader may bring it, in each kind of file."""
    from ..files.saving import write_network  # noqa: PLC0415
    from .trained import load_network  # noqa: PLC0415

    for kind in KINDS:
        content = base64.b64encode(write_network(load_network(network), kind)).decode()
        yield {"call": "take_network", "name": "own", "content": content, "lang": "en"}


def _drawing(place: int, ask: Ask) -> Iterator[Request]:
    """A bar with dots, at a place."""
    ink = bytes(place) + bytes([90, 255, 255, 140] * 15) + bytes(340 - place)
    pad: Request = {"call": "while_drawing", "ink": base64.b64encode(ink).decode(), "width": 20}
    code = ask({**pad, "is_raw": False, "lang": "en"})["drawing"]
    for lang in LANGUAGES:
        yield {**pad, "is_raw": place % 40 == 0, "lang": lang}
        yield {"call": "forward_pass_mnist", "drawing": code, "lang": lang}
    for neuron in ("0-300", "1-3", "2-7"):
        yield {"call": "look_inside", "neuron": neuron, "drawing": code, "lang": "en"}


def _file(path: str) -> str:
    with open(path, "rb") as file:  # noqa: PTH123  pathlib takes time to import
        return base64.b64encode(file.read()).decode()


def tidy() -> None:
    """No network that was handed over is left behind."""
    from .trained import forget  # noqa: PLC0415

    forget()
