"""The networks that a reader may choose from, by data set, each with its sizes and how it does on the test images."""

from typing import Any

from forwardpass.data_sets import DATA_SETS, Words
from forwardpass.trained import load_network, measured_score
from forwardpass.translation import translator
from forwardpass.wording import percentage

from .image_files import networks_of


def menu(lang: str) -> list[dict[str, Any]]:
    """What the menu in a shell says."""
    t = translator(lang)
    return [
        {"data": data, "title": data_set.words(t).menu, "networks": [_entry(name, lang) for name in ordered(data)]}
        for data, data_set in DATA_SETS.items()
    ]


def _entry(name: str, lang: str) -> dict[str, str]:
    sizes = "-".join(map(str, load_network(name).sizes))
    return {"name": name, "title": f"{sizes} · {percentage(measured_score(name).share, translator(lang))}"}


def menu_data(lang: str) -> dict[str, dict[str, Any]]:
    """What the script needs of each data set: its networks, its classes, and what the demo says while it shows one of its images."""
    t = translator(lang)
    return {data: {"networks": ordered(data), **said(data_set.words(t))} for data, data_set in DATA_SETS.items()}


def said(words: Words) -> dict[str, Any]:
    labels = {"title": words.title, "label": words.label, "find": words.find, "draw": words.draw}
    return {"classes": words.classes, "labels": labels}


def ordered(data: str) -> list[str]:
    """The names of its networks, the one that reads it unless another is chosen first."""
    first = DATA_SETS[data].network
    return [first, *(name for name in networks_of(data) if name != first)]


def all_networks() -> list[str]:
    return [name for data in DATA_SETS for name in ordered(data)]
