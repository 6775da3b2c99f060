"""A problem becomes a list of steps. A step says what is computed, what is in focus and what is known by now; it holds no words and no drawing."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from ..errors import WrongArgument
from ..network.forward import Trace, forward
from ..network.layers import Network
from .problem.problems import Problem

LONGEST_KEY = 10  # characters
Neuron = tuple[int, int]  # (column, number): column 0 holds the inputs, column 1 the first layer with weights


MOST_LABELS = 8  # weights between two columns that can be read at once


def is_crowded(n_in: int, n_out: int) -> bool:
    """Whether two columns have more connections between them than can carry labels; then only those in focus do."""
    return n_in * n_out > MOST_LABELS


class Kind(StrEnum):
    """What a step is about."""

    DATA = "data"
    LAYER = "layer"
    INPUT = "input"
    NEURON = "neuron"
    ERROR = "error"
    BEST = "best"
    PASS = "pass"
    CONCLUSION = "conclusion"


@dataclass(frozen=True, eq=False)
class Step:
    """One step of a lesson.

    layer, unit: what a LAYER or NEURON step is about (both from 0).
    focus: the neurons in focus; a connection is in focus when both its ends are.
    known: the neurons whose values are shown. weighted: the neurons whose bias and incoming weights are shown.
    is_asked: the neuron was asked how it got its value, out of turn.
    """

    kind: Kind
    network: Network
    trace: Trace
    in_force: str
    layer: int = 0
    unit: int = 0
    focus: frozenset[Neuron] = frozenset()
    known: frozenset[Neuron] = frozenset()
    weighted: frozenset[Neuron] = frozenset()
    shows_target: bool = False
    is_asked: bool = False

    def is_alone(self, neuron: Neuron) -> bool:
        """Whether the connections to a neuron stand out from a crowd: then its other connections make room for their labels."""
        column, _ = neuron
        sizes = self.network.sizes
        in_focus = [other for other in self.focus if other[0] == column]
        return is_crowded(*sizes[column - 1 : column + 1]) and in_focus == [neuron] and len(self.focus) > 1

    def makes_room(self, neuron: Neuron) -> bool:
        """Whether the connections to a neuron step back, so that those to another one can be read."""
        column, number = neuron
        others = ((column, other) for other in range(self.network.sizes[column]) if other != number)
        return any(self.is_alone(other) for other in others)

    def has_weights(self, neuron: Neuron) -> bool:
        """Whether the reader has been told the weights of the connections to a neuron by now."""
        return self.kind is not Kind.DATA and (self.kind is not Kind.LAYER or neuron in self.weighted)

    def shows_weights(self, neuron: Neuron) -> bool:
        """Whether the connections to a neuron carry their weights."""
        column, _ = neuron
        crowded = is_crowded(*self.network.sizes[column - 1 : column + 1])
        return neuron in self.weighted and (not crowded or self.is_alone(neuron))

    def asked(self, neuron: Neuron) -> "Step":
        """The same parameters with one neuron, which has weights, in focus: how it gets its value. Raises ValueError for another."""
        column, unit = neuron
        if not (0 < column < len(self.network.sizes) and 0 <= unit < self.network.sizes[column]):
            raise WrongArgument(f"no weighted sum at neuron {column}-{unit}; expected a hidden neuron or an output")
        sources = _layers(self.network.sizes, [column - 1])
        focus = sources | {neuron}
        known = self.known | focus
        return replace(
            self,
            kind=Kind.NEURON,
            layer=column - 1,
            unit=unit,
            focus=focus,
            known=known,
            weighted=frozenset({neuron}),
            is_asked=True,
        )

    @property
    def key(self) -> str:
        """A name for the step that links carry, for good: "data", "layer-1", "neuron-1-2" … No other step of its lesson has it."""
        if self.kind is Kind.LAYER:
            return f"{self.kind}-{self.layer + 1}"
        return f"{self.kind}-{self.layer + 1}-{self.unit + 1}" if self.kind is Kind.NEURON else str(self.kind)


def neuron_at(key: str) -> Neuron:
    """The neuron of a key as drawings have it, column-number: "1-0"."""
    column, dash, number = key.partition("-")
    if not (dash and key.isascii() and column.isdecimal() and number.isdecimal() and len(key) <= LONGEST_KEY):
        raise WrongArgument(f"no neuron {key!r}; expected column-number, such as 1-0")
    return int(column), int(number)


def make_lesson(problem: Problem) -> list[Step]:
    """All steps of a problem, in order: the guess, its miss, the best parameters."""
    return [*_guess_steps(problem), *_best_steps(problem)]


def _guess_steps(problem: Problem) -> Iterator[Step]:
    network, trace = problem.guess, forward(problem.guess, problem.x)
    sizes = network.sizes
    yield Step(Kind.DATA, network, trace, "guess")
    for layer in range(len(network.layers)):
        yield Step(
            Kind.LAYER,
            network,
            trace,
            "guess",
            layer,
            focus=_ends(sizes, layer),
            weighted=_layers(sizes, range(1, layer + 2)),
        )
    known = _layers(sizes, [0])
    yield Step(Kind.INPUT, network, trace, "guess", focus=known, known=known, weighted=_computed(sizes))
    for layer in range(len(network.layers)):
        for unit in range(sizes[layer + 1]):
            neuron = (layer + 1, unit)
            known |= {neuron}
            focus = _layers(sizes, [layer]) | {neuron}
            yield Step(Kind.NEURON, network, trace, "guess", layer, unit, focus, known, frozenset({neuron}))
    output = _layers(sizes, [len(sizes) - 1])
    yield Step(Kind.ERROR, network, trace, "guess", focus=output, known=known, shows_target=True)


def _best_steps(problem: Problem) -> Iterator[Step]:
    network, trace = problem.best, forward(problem.best, problem.x)
    every, computed = _layers(network.sizes, range(len(network.sizes))), _computed(network.sizes)
    yield Step(Kind.BEST, network, trace, "best", focus=every, weighted=computed)
    yield Step(Kind.PASS, network, trace, "best", focus=every, known=every, weighted=computed, shows_target=True)
    yield Step(Kind.CONCLUSION, network, trace, "best", known=every, weighted=computed, shows_target=True)


def _layers(sizes: tuple[int, ...], columns: range | list[int]) -> frozenset[Neuron]:
    return frozenset((column, number) for column in columns for number in range(sizes[column]))


def _ends(sizes: tuple[int, ...], layer: int) -> frozenset[Neuron]:
    return _layers(sizes, [layer, layer + 1])


def _computed(sizes: tuple[int, ...]) -> frozenset[Neuron]:
    return _layers(sizes, range(1, len(sizes)))
