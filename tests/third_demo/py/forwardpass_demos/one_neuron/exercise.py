"""What readers make Python do, for what is measured when the site is built."""

from collections.abc import Callable, Iterator
from typing import Any

from forwardpass.words.catalogs import LANGUAGES

Request = dict[str, Any]
Ask = Callable[[Request], Any]


def first() -> list[Request]:
    return [{"call": "one_neuron", "case": 7, "lang": lang} for lang in ("en", "es")]


def right(ask: Ask) -> Iterator[Request]:
    return ({"call": "one_neuron", "case": 8, "lang": lang} for lang in LANGUAGES)


def wrong() -> list[Request]:
    return [{"call": "one_neuron", "case": -1}]


def typical(ask: Ask, read: object) -> Iterator[Request]:
    return ({"call": "one_neuron", "case": case, "lang": "en"} for case in range(20))


def tidy() -> None:
    """Nothing is left behind."""
