"""The file's own words: activations, pixels, the way round of the weights, classes. They are understood or refused by name, never dropped."""

import re
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np

from ..errors import Refused
from ..network.activations import ACTIVATIONS, ELEMENTWISE, LEAK
from ..words.catalogs import N_
from .arrays import Arrays, shortened
from .names import is_beside

LAST = "softmax"
HIDDEN = tuple(ELEMENTWISE)
LOG_SOFTMAX = "log_softmax"
AT_THE_END = (LOG_SOFTMAX, *HIDDEN)  # shown as softmax: it gives the same answer
FLAT = {name for name, activation in ELEMENTWISE.items() if np.ptp(activation.function(np.array([-2.0, -1.0]))) == 0}
LEAKY = {name for name, activation in ELEMENTWISE.items() if activation.function(np.array([-1.0])) == -LEAK}
SCORES = {name for name, activation in ELEMENTWISE.items() if activation.changes_nothing}
OUT_IN, IN_OUT = "out x in", "in x out"
UNIT = "0 to 1"
NORMALISED = "mean 0.1307, deviation 0.3081"
PIXELS_AS = {  # mean and deviation, by which brightness from 0 to 1 becomes what the network was trained on
    UNIT: (0.0, 1.0),
    "0 to 255": (0.0, 1 / 255),
    NORMALISED: (0.1307, 0.3081),
    "mean 0.2860, deviation 0.3530": (0.2860, 0.3530),
    "-1 to 1": (0.5, 0.5),
}

ALL_KEYS = {"activation", "activations", "activationsoflayers", "act", "acts", "activationfunction", "activationfunctions", "activationfn", "nonlinearity", "nonlinearities", "transferfunction", "transferfunctions", "fn", "actfn", "function"}  # fmt: skip
HIDDEN_KEYS = {"hiddenactivation", "hiddenactivations", "activationhidden"}
LAST_KEYS = {"outputactivation", "outactivation", "activationoutput", "finalactivation", "lastactivation"}
LEAK_KEYS = {"negativeslope", "leakyrelualpha", "alpha", "slope", "leak"}
PIXEL_KEYS = {"pixels", "pixel", "pixelrange", "inputrange", "normalization", "normalisation"}
WAY_KEYS = {"orientation", "weightshape", "weightsshape"}
MEAN_KEYS, DEVIATION_KEYS = {"mean", "mu"}, {"std", "deviation", "sigma"}
CLASS_KEYS = {"classes", "labels", "classnames"}

Named = list[str | None]


def letters(text: str) -> str:
    """A name without what is written differently: leaky_relu, LeakyReLU and leaky-relu are the same."""
    return re.sub(r"[\W_]", "", text.lower())


WRITTEN = {letters(name): name for name in (*ACTIVATIONS, LOG_SOFTMAX)}
WRITTEN |= {letters(alias): name for name, activation in ACTIVATIONS.items() for alias in activation.aliases}


def is_about_activations(name: str) -> bool:
    return _key(name) in ALL_KEYS | HIDDEN_KEYS | LAST_KEYS


def is_understood(name: str) -> bool:
    """Whether it is about anything that is asked for here."""
    others = LEAK_KEYS | PIXEL_KEYS | MEAN_KEYS | DEVIATION_KEYS | WAY_KEYS | CLASS_KEYS
    return is_about_activations(name) or _key(name) in others


def not_understood(arrays: Arrays) -> list[str]:
    """The names of the words that mean nothing here, but for those that say nothing of the answers."""
    unknown = [name for name, value in arrays.words.items() if value is not None and not is_understood(name)]
    return [name for name in unknown if not is_beside(name) and not name.startswith("arr_")]


def _key(name: str) -> str:
    return letters(name.rpartition(".")[2]).rstrip("0123456789")


# --- activations


def activations(arrays: Arrays, count: int) -> Named:
    """One a layer, as we write it; None where the file names none. Raises Refused where it contradicts itself."""
    found: Named = [None] * count
    for name, value in arrays.words.items():
        for layer, said in enumerate(_spread(_key(name), value, count)):
            if said is None:
                continue
            if found[layer] not in (None, said):
                raise Refused(
                    N_("The file names two activations for layer {number}: “{first}” and “{second}”."),
                    number=layer + 1,
                    first=shortened(found[layer]),
                    second=shortened(said),
                )
            found[layer] = said
    _check_leak(arrays, found)
    return found


def _check_leak(arrays: Arrays, names: Named) -> None:
    """Raises Refused where the file asks for another slope of what leaks."""
    for name, value in arrays.words.items():
        if _key(name) in LEAK_KEYS and isinstance(value, int | float) and value != LEAK and LEAKY & {*names}:
            raise _unknown(name, value, (str(LEAK),))


def _spread(key: str, value: Any, count: int) -> Named:
    """What one word of the file says of each layer."""
    if key in LAST_KEYS:
        return [None] * (count - 1) + named(value)[-1:]
    if key in HIDDEN_KEYS:
        return _fitting(named(value), count - 1, count)
    return _fitting(named(value), count, count) if key in ALL_KEYS else []


def _fitting(names: Named, most: int, count: int) -> Named:
    """One name is that of all hidden layers; one too few are those of the hidden layers."""
    if len(names) == 1 and count > 1:
        return names * (count - 1)
    if len(names) in (0, most, count - 1):
        return names
    raise Refused(
        N_("The file names {found} activations; expected {count}, one per layer."), found=len(names), count=count
    )


def named(value: Any) -> Named:
    """The names in a word of a file: a list, a text with commas or arrows between, an object with a name."""
    if isinstance(value, dict):
        value = _from_object(value)
    if isinstance(value, list):
        return [name for item in value for name in (named(item) or [None])]
    if value is None or (isinstance(value, str) and not value.strip()):
        return []
    text = str(value).strip().strip("[](){}") if str(value).strip()[:1] in "[({" else str(value)
    return [spelled(part) for part in re.split(r"(?:[,;|>\n→]+)(?![^(]*\))", text.replace("->", ">")) if part.strip()]


def _from_object(value: dict[str, Any]) -> str:
    """{"class_name": "LeakyReLU", "config": {"negative_slope": 0.3}} as LeakyReLU(negative_slope=0.3)."""
    name = next((value[key] for key in ("name", "class_name", "type") if key in value), "?")
    config = value.get("config")
    settings = {**value, **(config if isinstance(config, dict) else {})}
    numbers = [f"{key}={number}" for key, number in settings.items() if type(number) in (int, float)]
    return f"{name}({'; '.join(numbers)})"


def spelled(name: str) -> str:
    """The name of an activation as we write it: torch.nn.ReLU(), <function relu at …> and "ReLU" are relu. With other numbers in brackets it stays as it is."""
    inside = re.search(r"<\w+ '?([\w.]+)", name)
    bare, _, settings = (inside[1], "", "") if inside else name.strip().strip("\"' ").partition("(")
    word = letters(bare.rpartition(".")[2])
    return WRITTEN.get(word, bare.strip()) if _are_usual(settings) else name.strip()


def _are_usual(settings: str) -> bool:
    """Whether what stands in the brackets of an activation changes nothing: over which axis, or the leak that it has here."""
    numbers = re.findall(r"(?:(\w+) ?= ?)?(-?\d[\d.e-]{0,20})", settings)
    return all(key in ("dim", "axis") or _number(text) == LEAK for key, text in numbers)


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def allowed(names: Iterable[str], of_layers: Sequence[Sequence[str]]) -> None:
    """Raises Refused where an activation is none of those of its layer."""
    for number, (name, known) in enumerate(zip(names, of_layers, strict=True), start=1):
        if name not in known:
            raise Refused(
                N_("The activation of layer {number} is “{name}”; expected {allowed}."),
                number=number,
                name=shortened(name),
                allowed=", ".join(known),
            )


# --- the way round, pixels, classes


def way(arrays: Arrays) -> str | None:
    """OUT_IN or IN_OUT, where the file says so. Raises Refused for anything else."""
    for name, value in arrays.words.items():
        if _key(name) in WAY_KEYS:
            found = {"outxin": OUT_IN, "outin": OUT_IN, "inxout": IN_OUT, "inout": IN_OUT}.get(letters(str(value).replace("×", "x")))  # fmt: skip
            if found is None:
                raise _unknown(name, value, (OUT_IN, IN_OUT))
            return found
    return None


def pixels(arrays: Arrays) -> str | None:
    """A key of PIXELS_AS, where the file says something of its pixels. Raises Refused for what is none of them."""
    said = {name: value for name, value in arrays.words.items() if _key(name) in PIXEL_KEYS}
    said |= _mean_and_deviation(arrays)
    for name, value in said.items():
        found = _pixels_as(value)
        if found is None:
            raise _unknown(name, value, PIXELS_AS)
        return found
    return None


def _mean_and_deviation(arrays: Arrays) -> dict[str, Any]:
    """Where both stand by themselves."""
    pair = [
        [value for name, value in arrays.words.items() if _key(name) in keys] for keys in (MEAN_KEYS, DEVIATION_KEYS)
    ]
    return {"mean, std": [pair[0][0], pair[1][0]]} if all(pair) else {}


def _pixels_as(value: Any) -> str | None:
    """By its numbers: [0, 255], "0-255", {"mean": 0.1307, "std": 0.3081}; or a word."""
    text = str(list(value.values()) if isinstance(value, dict) else value).replace("−", "-")
    if letters(text) in ("normalized", "normalised", "standardized", "standardised"):
        return NORMALISED
    numbers = _numbers(text)
    return next((known for known in PIXELS_AS if _numbers(known) == numbers), None)


def _numbers(text: str) -> list[float]:
    return [float(number) for number in re.findall(r"(?<![\d.])-?\d{1,6}(?:\.\d{1,6})?", text)]


def _unknown(name: str, value: Any, expected: Iterable[str]) -> Refused:
    return Refused(
        N_("The file says “{value}” for “{name}”; expected one of: {expected}."),
        name=shortened(name),
        value=shortened(value),
        expected="; ".join(expected),
    )


def check_classes(arrays: Arrays, count: int) -> None:
    """Raises Refused where the outputs stand for other classes than 0, 1, 2, …, or in another order."""
    wanted = [str(number) for number in range(count)]
    for name, value in [*arrays.words.items(), *arrays.by_name.items()]:
        if _key(name) not in CLASS_KEYS:
            continue
        found = [str(item) for item in (value if isinstance(value, list) else getattr(value, "tolist", list)())]
        if found != wanted and sorted(found) == sorted(wanted):
            raise Refused(
                N_("The outputs of the file stand for {found}; expected {expected}, in this order."),
                found=shortened(", ".join(found)),
                expected=", ".join(wanted),
            )
