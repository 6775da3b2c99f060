"""Values that nobody should write: of every kind, by a seed."""

import base64
import json
import random
from itertools import pairwise
from typing import Any
from urllib.parse import quote

TEXTS = [
    "", " ", "-1", "0", "1e9", "1e999", "NaN", "Infinity", "0x10", "１２", "٣", "7.5", "7,5", "+7", "007", "null", "undefined", "true", "[]", "{}",
    "<img src=x onerror='window.struck = 1'>", "<script>window.struck = 1</script>", "\"><svg onload='window.struck = 1'>", "javascript:window.struck=1",
    "' onmouseover='window.struck = 1", "{{7*7}}", "${window.struck = 1}", "%00", "%", "%E0%A4%A", "../../../../etc/passwd", "//example.org/", "https://example.org/x.json",
    "__proto__", "constructor", "toString", "hasOwnProperty", "a" * 5000, "𝟟", "🙂", "\u202e7", "\u0000", "\n7", "7\n", "7 8", "layer-1", "data", "neuron-9-9", "es-MX", "xx", "en_US", "ZH",
]  # fmt: skip
NAMES = [
    "seed",
    "step",
    "sample",
    "theme",
    "lang",
    "controls",
    "v",
    "problem",
    "learned",
    "rate",
    "network",
    "drawing",
    "image",
    "neuron",
    "panel",
    "network-src",
    "class",
    "style",
    "is",
    "slot",
    "part",
    "dir",
]
LETTERS = "0123456789abcxyzABC-_.~!*'(),;:@&=+$/?#[]<>\"\\ é字"


def text(chance: random.Random) -> str:
    if chance.random() < 0.6:
        return chance.choice(TEXTS)
    return "".join(chance.choices(LETTERS, k=chance.randrange(1, 40)))


def attributes(chance: random.Random) -> dict[str, str]:
    return {name: text(chance) for name in chance.sample(NAMES, chance.randrange(1, 6))}


def address(chance: random.Random) -> str:
    """What follows the question mark; some of it is encoded as it should be."""
    parts = [
        f"{name}={quote(value) if chance.random() < 0.8 else value.replace('#', '')}"
        for name, value in attributes(chance).items()
    ]
    return chance.choice(["&", "&", "&amp;", ";", "&&"]).join(parts).replace("\u0000", "%00")


def anything(chance: random.Random, depth: int = 0) -> Any:
    """Any value of JSON."""
    kind = chance.randrange(8 if depth < 4 else 5)
    if kind >= 5:
        values = [anything(chance, depth + 1) for _ in range(chance.randrange(4))]
        return values if kind < 7 else {text(chance)[:20]: value for value in values}
    numbers = [0, -1, 7, 1e308, -1e-320, 2**63, 0.1, 10**400, float("nan"), float("inf")]
    return [None, chance.random() < 0.5, chance.choice(numbers), text(chance), chance.uniform(-20, 20)][kind]


def network_file(chance: random.Random) -> str:
    """A file of a network in JSON that fits but for what has been done to it, by base64."""
    sizes = [3, 2, 1]
    layers = [
        {
            "weights": [[chance.uniform(-3, 3) for _ in range(before)] for _ in range(after)],
            "biases": [chance.uniform(-3, 3) for _ in range(after)],
            "activation": "sigmoid",
        }
        for before, after in pairwise(sizes)
    ]
    file: Any = {"layers": layers, "x": [0.4, 2.6, 2.3], "y": 0.34}
    for _ in range(chance.randrange(1, 4)):
        spoil(file, chance)
    content = json.dumps(file).encode()
    if chance.random() < 0.2:
        content = content[: chance.randrange(len(content))]
    return base64.b64encode(content).decode()


def spoil(place: Any, chance: random.Random) -> None:
    """Something somewhere within becomes something else."""
    keys = list(place) if isinstance(place, dict) else range(len(place))
    if not keys:
        return
    key = chance.choice(list(keys))
    if isinstance(place[key], dict | list) and chance.random() < 0.8:
        spoil(place[key], chance)
    else:
        place[key] = anything(chance)
