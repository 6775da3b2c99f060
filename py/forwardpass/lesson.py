"""A problem becomes a list of steps. A step says what is computed, what is in focus and what is known by now; it holds no words and no drawing."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from .forward import Trace, forward
from .network import Network
from .problems import Problem

Neuron = tuple[int, int]  # (column, number): column 0 holds the inputs, column 1 the first layer with weights


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

    @property
    def key(self) -> str:
        """A name for the step that is the same in every problem of this architecture: "data", "layer-1", "neuron-1-2" …"""
        if self.kind is Kind.LAYER:
            return f"{self.kind}-{self.layer + 1}"
        return f"{self.kind}-{self.layer + 1}-{self.unit + 1}" if self.kind is Kind.NEURON else str(self.kind)


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
