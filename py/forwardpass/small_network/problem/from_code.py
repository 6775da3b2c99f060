"""What a reader's code has left → a problem: the names that numpy_code.py writes, read back. Nothing is changed where anything does not fit."""

import json
from collections.abc import Iterator, Mapping
from gettext import NullTranslations
from typing import Any

import numpy as np

from ...arguments import shortened
from ...errors import ReaderError, WrongArgument
from ...network.layers import Network
from ...words.wording import prose
from .editing import with_edits
from .places import bias_place, input_place, limits, numbers, target_place, weight_place
from .problems import Problem

NOISE = 1e-9  # 0.1 + 0.2 is meant to be 0.3


class CodeMisfit(ReaderError):
    """A message for the reader: what does not fit into the drawing."""

    code = "wrong_number"


def with_values(problem: Problem, role: str, values: Mapping[str, str], t: NullTranslations) -> Problem:
    """The problem with what the names hold: x, y, and W1, b1 … of the network of a role. values: JSON of each name that is set. Raises CodeMisfit."""
    edits = dict(problem.edits)
    for name, places in _names(problem, role):
        if name in values:
            edits |= _edits(name, places, values[name], numbers(problem), t)
    return with_edits(problem, edits)


def _names(problem: Problem, role: str) -> Iterator[tuple[str, Any]]:
    """Each name with the places of its numbers, shaped as they are in the code."""
    network: Network = getattr(problem, role)
    yield "x", np.array([input_place(i) for i in range(problem.x.size)])
    targets = np.array([target_place(i) for i in range(problem.y.size)])
    yield "y", targets if targets.size > 1 else targets[0]
    for i, layer in enumerate(network.layers):
        rows = [
            [weight_place(role, i, target, source) for source in range(layer.n_in)] for target in range(layer.n_out)
        ]
        yield f"W{i + 1}", np.array(rows)
        yield f"b{i + 1}", np.array([bias_place(role, i, target) for target in range(layer.n_out)])


def _edits(name: str, places: Any, value: str, before: Mapping[str, float], t: NullTranslations) -> dict[str, float]:
    shape = np.shape(places)
    if not value:
        raise CodeMisfit(t.gettext("{name} cannot be drawn, so the drawing stays.").format(name=name))
    given = _read(name, value)
    if given.shape != shape:
        message = t.gettext("{name} has the shape {given} and is drawn with {expected}, so the drawing stays.")
        raise CodeMisfit(message.format(name=name, given=_shape(given.shape), expected=_shape(shape)))
    changed = {}
    for index, number in np.ndenumerate(given):
        place = str(np.array(places)[index])
        if abs(number - before[place]) > NOISE:  # what was learned has more decimals than can be set
            changed[place] = _printed(_element(name, index), place, float(number), t)
    return changed


def _read(name: str, value: str) -> Any:
    try:
        return np.array(json.loads(value), float)
    except (ValueError, TypeError, RecursionError):
        raise WrongArgument(f"the value of {name} is {shortened(value)}; expected numbers as JSON") from None


def _printed(name: str, place: str, number: float, t: NullTranslations) -> float:
    """The number as it is drawn, which it must be already, but for noise."""
    most, decimals = limits(place)
    rounded = round(number, decimals) + 0.0
    if abs(rounded) <= most and abs(rounded - number) <= NOISE:
        return rounded
    message = t.ngettext(
        "{name} is {value}; what is drawn runs from {least} to {most} with {decimals} decimal, so the drawing stays.",
        "{name} is {value}; what is drawn runs from {least} to {most} with {decimals} decimals, so the drawing stays.",
        decimals,
    )
    value, least, largest = (prose(text, t) for text in (f"{number:.6g}", f"-{most}", str(most)))
    raise CodeMisfit(message.format(name=name, value=value, least=least, most=largest, decimals=decimals))


def _element(name: str, index: tuple[int, ...]) -> str:
    return f"{name}[{', '.join(map(str, index))}]" if index else name


def _shape(shape: tuple[int, ...]) -> str:
    return "×".join(map(str, shape)) or "1"
