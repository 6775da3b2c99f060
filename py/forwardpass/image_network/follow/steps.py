"""A reading becomes the steps of a lesson. A step says what is looked at; it holds no words and no drawing."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from ...errors import WrongArgument
from ...images.pixels import CLASSES
from ..inside.view import SelectedNeuron, find_unit
from ..reading import Reading

TILES = 10  # neurons of a layer that are shown one by one


class Stop(StrEnum):
    """What a step of the lesson is about."""

    LOOK = "look"
    NUMBERS = "numbers"
    NEURON = "neuron"
    SUM = "sum"
    SQUEEZE = "squeeze"
    LAYER = "layer"
    VOTES = "votes"
    TOTALS = "totals"
    SOFTMAX = "softmax"
    ANSWER = "answer"


ABOUT_A_NEURON = (Stop.NEURON, Stop.SUM, Stop.SQUEEZE)


@dataclass(frozen=True, eq=False)
class Followed:
    """What is followed through a network.

    unit: the neuron that is looked at more closely; where there is no hidden one, the output that is voted for.
    voted: the class whose votes are counted; rival: the one that the answer is compared with.
    """

    reading: Reading
    unit: SelectedNeuron
    voted: int
    rival: int

    @property
    def hidden_layers(self) -> int:
        return len(self.reading.network.layers) - 1

    def output(self, label: int) -> SelectedNeuron:
        """The output neuron of a class."""
        return SelectedNeuron(self.reading, self.hidden_layers + 1, label)


@dataclass(frozen=True, eq=False)
class FollowStep:
    """One step of a lesson. layer: the hidden layer that a LAYER step is about, from 0."""

    kind: Stop
    followed: Followed
    layer: int = 0

    @property
    def key(self) -> str:
        """A name for the step that links carry, for good."""
        return f"{self.kind}-{self.layer + 1}" if self.kind is Stop.LAYER else str(self.kind)


def make_lesson(followed: Followed) -> list[FollowStep]:
    """All steps, in order."""
    return list(_steps(followed))


def _steps(followed: Followed) -> Iterator[FollowStep]:
    for kind in (Stop.LOOK, Stop.NUMBERS, Stop.NEURON, Stop.SUM):
        yield FollowStep(kind, followed)
    if followed.hidden_layers:
        yield FollowStep(Stop.SQUEEZE, followed)
    for layer in range(followed.hidden_layers):
        yield FollowStep(Stop.LAYER, followed, layer)
    if followed.hidden_layers:
        yield FollowStep(Stop.VOTES, followed)
    for kind in (Stop.TOTALS, Stop.SOFTMAX, Stop.ANSWER):
        yield FollowStep(kind, followed)


# --- what is chosen


def follow(reading: Reading, neuron: str | None, voted: int | None, rival: int | None) -> Followed:
    """Where nothing is chosen: the neuron that matters most, the answer, and the class that it should have been or that comes second.

    neuron: a hidden one, by its key in drawings. Raises WrongArgument for a choice that is none.
    """
    for label in (voted, rival):
        if label is not None and not 0 <= label < CLASSES:
            raise WrongArgument(f"the class is {label}; expected 0 to {CLASSES - 1}")
    voted = reading.predicted if voted is None else voted
    if rival is None or rival == reading.predicted:
        rival = _rival(reading)
    return Followed(reading, _unit(reading, neuron, voted), voted, rival)


def _rival(reading: Reading) -> int:
    label = reading.sample.label
    return reading.ranking[1] if label is None or reading.is_right else label


def _unit(reading: Reading, neuron: str | None, voted: int) -> SelectedNeuron:
    last = len(reading.network.layers)
    if last == 1:
        return SelectedNeuron(reading, 1, voted)
    if neuron is None:
        return SelectedNeuron(reading, 1, int(np.argmax(reading.importance(0))))
    unit = find_unit(reading, neuron)
    if not 0 < unit.column < last:
        raise WrongArgument(f"no hidden neuron {neuron!r}; expected column-index, columns 1 to {last - 1}")
    return unit


def shown_tiles(reading: Reading, layer: int) -> list[int]:
    """The neurons of a hidden layer that are shown one by one: all, or the most important ones."""
    return list(reading.most_important(layer, TILES))
