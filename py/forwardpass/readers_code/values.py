"""The names that a reader's code has left, with their values as text and as numbers."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from ..messages import NamedValue

SHOWN = (bool, int, float, str, np.ndarray, np.generic)
MOST_NUMBERS = 200  # more are no numbers of a drawing that is edited by hand
MOST_SHOWN = 40  # numbers of an array
LONGEST = 400  # characters
WIDTH = 36  # characters of a line
LAYER = re.compile(r"([Wbza])([1-9])")
SYMBOLS = {"y_hat": "ŷ"}
RAISED = str.maketrans("123456789", "¹²³⁴⁵⁶⁷⁸⁹")


def values(names: Mapping[str, Any]) -> "list[NamedValue]":
    """Those that a lesson could speak of, in the order in which they were set: neither modules nor functions."""
    return list(_values(names))


def _values(names: Mapping[str, Any]) -> "Iterator[NamedValue]":
    for name, value in names.items():
        if not name.startswith("_") and is_plain(value):
            yield {"name": name, "symbol": symbol(name), "text": text(value), "numbers": numbers(value)}


def is_plain(value: Any) -> bool:
    """Whether it is a value of the kinds that lessons have, or a list of such."""
    if isinstance(value, (list, tuple)):
        return all(map(is_plain, value[:MOST_NUMBERS]))
    return isinstance(value, SHOWN)


def symbol(name: str) -> str:
    """How a lesson writes the name: W⁽¹⁾ for W1, ŷ for y_hat."""
    if found := LAYER.fullmatch(name):
        return f"{found[1]}⁽{found[2].translate(RAISED)}⁾"
    return SYMBOLS.get(name, name)


def text(value: Any) -> str:
    """As Python would write it, as much as a page can show; what the code has in it may not let itself be written."""
    try:
        written = _written(value)
    except Exception:
        return "…"
    return written if len(written) <= LONGEST else f"{written[:LONGEST]}…"


def _written(value: Any) -> str:
    with np.printoptions(threshold=MOST_SHOWN, precision=6, suppress=True, linewidth=WIDTH):
        return np.array2string(value, separator=", ") if isinstance(value, np.ndarray) else str(value)


def numbers(value: Any) -> str:
    """Itself as JSON, nested lists of floats; "" where it is anything but a few finite real numbers."""
    try:
        array = np.asarray(value)
    except (ValueError, TypeError, OverflowError):
        return ""
    if array.dtype.kind not in "iuf" or array.size > MOST_NUMBERS or not np.isfinite(array).all():
        return ""
    return json.dumps(array.astype(float).tolist())
