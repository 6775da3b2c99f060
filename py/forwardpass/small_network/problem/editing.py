"""Numbers set by hand: a problem and a place with a new number make another problem. What cannot be is said in the reader's language."""

import re
from collections.abc import Mapping
from decimal import ROUND_HALF_EVEN, Decimal
from gettext import NullTranslations
from math import isfinite
from typing import Any

import numpy as np

from ...errors import ReaderError, WrongArgument
from ...network.layers import Network, dense
from ...svg.labels import minus
from .places import bias_place, input_place, limits, numbers, places, target_place, weight_place
from .problems import Problem, make_problem

NUMBER = re.compile(r"[+-]?([0-9]{1,9}(\.[0-9]{0,9})?|\.[0-9]{1,9})")
FULL_WIDTH = {
    0xFF00 + code: 0x20 + code for code in range(1, 0x5F)
}  # as input methods of Chinese, Japanese and Korean write
SPELLINGS = FULL_WIDTH | str.maketrans("−–ー，、,。｡．－＋　", "---......-+ ")
MOST_SHOWN = 40  # characters of what was typed


class EditError(ReaderError):
    """A message for the reader: what was typed, and what is expected."""

    code = "wrong_number"


def edited(problem: Problem, place: str, text: str, t: NullTranslations) -> Problem:
    """The problem with the number typed at a place. Raises EditError."""
    return with_edits(problem, {**problem.edits, place: float(read_number(place, text, t))})


def nudged(problem: Problem, place: str, delta: float) -> Problem:
    """The problem with the number at a place larger by delta, as far as its limits allow. Raises WrongArgument."""
    if not isfinite(delta):
        raise WrongArgument(f"delta is {delta}; expected a number")
    most, decimals = limits(place)
    moved = Decimal(repr(number_at(problem, place))) + Decimal(repr(float(delta)))
    return with_edits(problem, {**problem.edits, place: float(_rounded(min(max(moved, -most), most), decimals))})


def read_number(place: str, text: str, t: NullTranslations) -> Decimal:
    """The number typed for a place: 0.5, 0,5, −.5 or +2. Raises EditError."""
    typed = text.strip().translate(SPELLINGS).replace(" ", "")
    most, decimals = limits(place)
    if NUMBER.fullmatch(typed):
        number = Decimal(typed)
        if abs(number) <= most and number == _rounded(number, decimals):
            return number + 0
    message = t.ngettext(
        "“{value}” cannot be used here: enter a number from {least} to {most} with at most {decimals} decimal.",
        "“{value}” cannot be used here: enter a number from {least} to {most} with at most {decimals} decimals.",
        decimals,
    )
    raise EditError(
        message.format(value=text.strip()[:MOST_SHOWN], least=minus(f"-{most}"), most=most, decimals=decimals)
    )


def number_at(problem: Problem, place: str) -> float:
    """Raises WrongArgument where the problem has no such place."""
    found = numbers(problem)
    if place not in found:
        raise WrongArgument(f"no number at {place!r}; expected one of {', '.join(found)}")
    return found[place]


def with_edits(problem: Problem, edits: Mapping[str, float]) -> Problem:
    """The problem of the same seed and architecture with these numbers and no others set by hand. An edit that changes nothing is none."""
    original = make_problem(problem.seed, problem.architecture)
    drawn = numbers(original)
    for place in edits:
        number_at(original, place)
    kept = {
        place: edits[place] for place in places(problem.architecture) if edits.get(place, drawn[place]) != drawn[place]
    }
    return _assembled(original, drawn | kept, kept) if kept else original


def _assembled(original: Problem, values: Mapping[str, float], edits: Mapping[str, float]) -> Problem:
    x = _array([values[input_place(i)] for i in range(original.x.size)])
    y = _array([values[target_place(i)] for i in range(original.y.size)])
    networks = [
        _network(role, network, values) for role, network in (("guess", original.guess), ("best", original.best))
    ]
    return Problem(original.seed, x, y, networks[0], networks[1], edits)


def _network(role: str, network: Network, values: Mapping[str, float]) -> Network:
    layers = []
    for layer, data in enumerate(network.layers):
        weights = [
            [values[weight_place(role, layer, target, source)] for source in range(data.n_in)]
            for target in range(data.n_out)
        ]
        biases = [values[bias_place(role, layer, target)] for target in range(data.n_out)]
        layers.append(dense(weights, biases, data.activation))
    return Network(tuple(layers))


def _array(values: list[float]) -> Any:
    array = np.array(values)
    array.setflags(write=False)
    return array


def _rounded(number: Decimal, decimals: int) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_EVEN)
