"""The numpy lines behind each step: they run as they stand. Comments are in the reader's language."""

import re
from collections.abc import Iterator
from gettext import NullTranslations

from ...network.activations import ACTIVATIONS
from ..numpy_code import set_up
from .brightest import middle_of_loupe
from .steps import ABOUT_A_NEURON, Followed, FollowStep, Stop


def code(step: FollowStep, t: NullTranslations) -> str:
    """Set-up and computation."""
    return "\n".join((*set_up(step.followed.reading, t), "", *_lines(step, t)))


def _lines(step: FollowStep, t: NullTranslations) -> Iterator[str]:
    followed, kind = step.followed, step.kind
    layers = len(followed.reading.network.layers)
    if kind is Stop.LOOK:
        yield "picture = x.reshape(28, 28)"
    elif kind is Stop.NUMBERS:
        pixel = middle_of_loupe(followed.reading)
        place = t.gettext("its place in the image, counted from 0")
        yield f"row, column = divmod({pixel}, 28)  # {place}"
        yield f"x[{pixel}]"
    elif kind in ABOUT_A_NEURON:
        yield from _layers(followed, followed.unit.layer)
        yield from _of_neuron(followed, kind)
    elif kind is Stop.LAYER:
        yield from _layers(followed, step.layer + 1)
    else:
        yield from _layers(followed, layers - 1)
        yield from _of_outputs(followed, kind, t)


def _layers(followed: Followed, count: int) -> Iterator[str]:
    """The first hidden layers, so many."""
    for number, layer in enumerate(followed.reading.network.layers[:count], start=1):
        yield f"z{number} = {_sums(number)}  # ({layer.n_out},)"
        yield f"a{number} = {_activation(layer.activation, f'z{number}')}"


def _of_neuron(followed: Followed, kind: Stop) -> Iterator[str]:
    unit = followed.unit
    number, index = unit.column, unit.index
    layer = f"layers[{number - 1}]"
    yield f"products = {layer}.weights[{index}] * {_given(number)}"
    if kind is Stop.NEURON:
        yield "strongest = np.abs(products).argmax()"
        return
    yield "up, down = products[products > 0].sum(), products[products < 0].sum()"
    yield f"z = up + down + {layer}.biases[{index}]"
    if kind is Stop.SQUEEZE:
        yield f"a = {ACTIVATIONS[followed.reading.network.layers[unit.layer].activation].code}"


def _of_outputs(followed: Followed, kind: Stop, t: NullTranslations) -> Iterator[str]:
    number = len(followed.reading.network.layers)
    layer, given = f"layers[{number - 1}]", _given(number)
    if kind is Stop.VOTES:
        yield f"votes = {layer}.weights[{followed.voted}] * {given}"
        yield f"z = votes.sum() + {layer}.biases[{followed.voted}]"
        return
    yield f"z = {_sums(number)}  # (10,)"
    if kind is Stop.TOTALS:
        return
    why = t.gettext("subtracting the largest keeps the powers small and the shares as they are")
    yield f"powers = np.exp(z - z.max())  # {why}"
    yield "shares = powers / powers.sum()"
    if kind is Stop.ANSWER:
        yield "prediction = int(shares.argmax())"
        yield f"lead = z[prediction] - z[{followed.rival}]"


def _given(number: int) -> str:
    return "x" if number == 1 else f"a{number - 1}"


def _sums(number: int) -> str:
    return f"layers[{number - 1}].weights @ {_given(number)} + layers[{number - 1}].biases"


def _activation(activation: str, z: str) -> str:
    return re.sub(r"\bz\b", z, ACTIVATIONS[activation].code)
