"""Names for the numbers of a problem that can be changed: "x-0", "y-0", "guess-w-1-0-2" (layer, target, source; all from 0), "best-b-1-0"."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from .architecture import Architecture
from .problems import Problem

ROLES = ("guess", "best")
LEARNED_DECIMALS = 4  # at most
LARGEST_LEARNED = 100


def input_place(number: int) -> str:
    return f"x-{number}"


def target_place(number: int) -> str:
    return f"y-{number}"


def weight_place(role: str, layer: int, target: int, source: int) -> str:
    return f"{role}-w-{layer}-{target}-{source}"


def bias_place(role: str, layer: int, target: int) -> str:
    return f"{role}-b-{layer}-{target}"


def limits(place: str) -> tuple[Decimal, int]:
    """The largest number of a place, whose opposite is the smallest, and its decimals."""
    return (Decimal("9999.99"), 2) if place.startswith("y") else (Decimal("9.9"), 1)


def learned_limits(place: str) -> tuple[Decimal, int]:
    """The same where `best` was learned."""
    return (Decimal(LARGEST_LEARNED), LEARNED_DECIMALS) if place.startswith("best") else limits(place)


def fits(value: float, place: str) -> bool:
    """Whether it could be typed there."""
    most, decimals = limits(place)
    return abs(value) <= most and value == round(value, decimals)


def places(architecture: Architecture) -> Iterator[str]:
    """All of them, in an order that links rely on."""
    sizes = architecture.sizes
    yield from (input_place(i) for i in range(sizes[0]))
    yield from (target_place(i) for i in range(sizes[-1]))
    for role in ROLES:
        for layer, (n_in, n_out) in enumerate(pairwise(sizes)):
            for target in range(n_out):
                yield from (weight_place(role, layer, target, source) for source in range(n_in))
                yield bias_place(role, layer, target)


def numbers(problem: Problem) -> dict[str, float]:
    """Every number that can be changed, by its place."""
    found = {input_place(i): float(value) for i, value in enumerate(problem.x)}
    found |= {target_place(i): float(value) for i, value in enumerate(problem.y)}
    for role, network in (("guess", problem.guess), ("best", problem.best)):
        for layer, data in enumerate(network.layers):
            for target in range(data.n_out):
                for source in range(data.n_in):
                    found[weight_place(role, layer, target, source)] = float(data.weights[target, source])
                found[bias_place(role, layer, target)] = float(data.biases[target])
    return found
