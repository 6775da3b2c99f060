"""A step of the lesson in one sentence, for readers who listen."""

from collections.abc import Callable
from gettext import NullTranslations

import numpy as np

from ...formulas import notation as n
from ...formulas.expressions import Formula
from ...images.pixels import PIXELS
from ...words.activations import ELEMENTWISE
from ...words.wording import in_a_row, percentage, prose
from ..data_sets import Words
from ..inside.view import SelectedNeuron, title_of
from ..narration import answer, verdict
from . import lines
from .drawing.pixels import strongest
from .steps import FollowStep, Stop

DECIMALS = 2


def in_one_sentence(step: FollowStep, words: Words, t: NullTranslations) -> str:
    """What a step does with which numbers."""
    return SENTENCES[step.kind](step, words, t)


def _look(step: FollowStep, words: Words, t: NullTranslations) -> str:
    ink = np.count_nonzero(step.followed.reading.sample.pixels)
    return t.gettext("Pixels with ink: {ink} of {count}.").format(ink=ink, count=PIXELS)


def _numbers(step: FollowStep, words: Words, t: NullTranslations) -> str:
    dark = PIXELS - np.count_nonzero(step.followed.reading.sample.pixels)
    return t.gettext("Numbers that go in: {count}; of these {dark} are 0.").format(count=PIXELS, dark=dark)


def _neuron(step: FollowStep, words: Words, t: NullTranslations) -> str:
    unit = step.followed.unit
    addend = unit.addends[strongest(unit)[0]]
    message = t.gettext("{neuron}: what counts most is {name}, with {product}.")
    return message.format(neuron=title_of(unit, t), product=_result(lines.product(addend), t), name=addend.name)


def _sum(step: FollowStep, words: Words, t: NullTranslations) -> str:
    unit = step.followed.unit
    message = t.gettext("{neuron}: its products and its bias add up to {sum}.")
    return message.format(neuron=title_of(unit, t), sum=_result(lines.sum_line(unit), t))


def _squeeze(step: FollowStep, words: Words, t: NullTranslations) -> str:
    unit = step.followed.unit
    activation = ELEMENTWISE[unit.reading.network.layers[unit.layer].activation]
    sentence = t.gettext("{name}: the weighted sum is {sum}; after {activation} the value is {value}.").format(
        name=title_of(unit, t),
        activation=t.gettext(activation.subject),
        sum=_result(lines.sum_line(unit), t),
        value=_result(lines.activation_line(unit), t),
    )
    return in_a_row((sentence, t.gettext("The next layer gets this value.")), t)


def _layer(step: FollowStep, words: Words, t: NullTranslations) -> str:
    reading, layer = step.followed.reading, step.layer
    largest = SelectedNeuron(reading, layer + 1, int(np.argmax(reading.trace.a[layer])))
    message = t.gettext("{neuron} has the largest activation of this layer: {value}.")
    return message.format(value=_rounded(reading.trace.a[layer].max(), t), neuron=title_of(largest, t))


def _votes(step: FollowStep, words: Words, t: NullTranslations) -> str:
    followed = step.followed
    total = _result(lines.sum_line(followed.output(followed.voted)), t)
    return t.gettext("The total of {name}: {sum}.").format(name=words.classes[followed.voted], sum=total)


def _totals(step: FollowStep, words: Words, t: NullTranslations) -> str:
    reading = step.followed.reading
    first, second = reading.ranking[:2]
    totals = reading.trace.z[-1]
    return t.gettext("The largest total: {name}, {first}. The next one: {rival}, {second}.").format(
        name=words.classes[first],
        first=_rounded(totals[first], t),
        rival=words.classes[second],
        second=_rounded(totals[second], t),
    )


def _softmax(step: FollowStep, words: Words, t: NullTranslations) -> str:
    reading = step.followed.reading
    first, second = reading.ranking[:2]
    return t.gettext("The largest share: {name}, {first}. The next one: {rival}, {second}.").format(
        name=words.classes[first],
        first=percentage(reading.probabilities[first], t),
        rival=words.classes[second],
        second=percentage(reading.probabilities[second], t),
    )


def _answer(step: FollowStep, words: Words, t: NullTranslations) -> str:
    reading = step.followed.reading
    return in_a_row((answer(reading, words, t), verdict(reading, words, t)), t)


def _result(line: Formula, t: NullTranslations) -> str:
    return prose(line.tokens[-1].text, t)


def _rounded(value: float, t: NullTranslations) -> str:
    return prose(n.rounded(float(value), DECIMALS).text, t)


SENTENCES: dict[Stop, Callable[[FollowStep, Words, NullTranslations], str]] = {
    Stop.LOOK: _look,
    Stop.NUMBERS: _numbers,
    Stop.NEURON: _neuron,
    Stop.SUM: _sum,
    Stop.SQUEEZE: _squeeze,
    Stop.LAYER: _layer,
    Stop.VOTES: _votes,
    Stop.TOTALS: _totals,
    Stop.SOFTMAX: _softmax,
    Stop.ANSWER: _answer,
}
