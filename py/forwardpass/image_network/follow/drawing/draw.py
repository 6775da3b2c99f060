"""(step) → its figure."""

from collections.abc import Callable
from gettext import NullTranslations

from ....svg.figure import Figure
from ...data_sets import Words
from ...inside.figures import addends_figure
from ..steps import FollowStep, Stop
from . import answers, charts, pixels, tiles


def draw(step: FollowStep, title: str, words: Words, t: NullTranslations) -> Figure:
    """title: what the step is called."""
    return DRAWN[step.kind](step, title, words, t)


def _neuron(step: FollowStep, title: str, words: Words, t: NullTranslations) -> Figure:
    """Of a later layer it is its addends, for it sees no pixels."""
    unit = step.followed.unit
    if unit.column == 1:
        return pixels.one_neuron(unit, title, t)
    return addends_figure(unit.addends, t.gettext("activation × weight"), title, t, "follow_neuron")


def _votes(step: FollowStep, title: str, words: Words, t: NullTranslations) -> Figure:
    votes = step.followed.output(step.followed.voted).addends
    return addends_figure(votes, t.gettext("activation × weight"), title, t, "follow_votes")


DRAWN: dict[Stop, Callable[[FollowStep, str, Words, NullTranslations], Figure]] = {
    Stop.LOOK: lambda step, title, _, t: pixels.look(step.followed.reading, title, t),
    Stop.NUMBERS: lambda step, title, _, t: pixels.numbers(step.followed.reading, title, t),
    Stop.NEURON: _neuron,
    Stop.SUM: lambda step, title, _, t: charts.waterfall(step.followed.unit, title, t),
    Stop.SQUEEZE: lambda step, title, _, t: charts.squeeze(step.followed.unit, title, t),
    Stop.LAYER: lambda step, title, words, t: tiles.layer(step.followed, step.layer, words, title, t),
    Stop.VOTES: _votes,
    Stop.TOTALS: lambda step, title, words, t: charts.totals(step.followed, words, title, t),
    Stop.SOFTMAX: lambda step, title, words, t: answers.softmax(step.followed.reading, words, title, t),
    Stop.ANSWER: lambda step, title, words, t: answers.side_by_side(step.followed, words, title, t),
}
