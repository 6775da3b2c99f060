"""What was learned becomes the last parameters of a problem, as they are printed."""

from collections.abc import Iterator
from dataclasses import replace
from gettext import NullTranslations

from ...errors import ReaderError
from ...network.forward import forward
from ...network.layers import Layer, Network
from ...words.wording import count, decimal
from ..problem.editing import with_edits
from ..problem.places import LEARNED_DECIMALS, bias_place, weight_place
from ..problem.problems import Y_DECIMALS, LearnedNetwork, Problem
from .arithmetic import PARAMETER_DECIMALS
from .descent import Descent

ROLE = "best"


class NotLearned(ReaderError):
    """A message for the reader: learning ends before so many steps."""

    code = "wrong_learned"


def with_learned(start: Problem, descent: Descent, steps: int, t: NullTranslations) -> Problem:
    """The problem whose lesson ends with the parameters after so many steps of a descent from its guess.

    They are rounded to two decimals, or to as many more, up to four, as it takes for the answer to stay the same. Raises NotLearned.
    """
    if not 1 <= steps <= descent.last:
        raise NotLearned(_refusal(descent, steps, t))
    learned = descent.states[steps].network
    decimals = _decimals(learned, start)
    taken = with_edits(start, {**start.edits, **dict(_numbers(rounded(learned, decimals)))})
    return replace(taken, learned=LearnedNetwork(start, steps, descent.rate, decimals))


def rounded(network: Network, decimals: int) -> Network:
    """The same network with parameters of so many decimals; -0.0 never comes out."""
    return Network(
        tuple(
            Layer(layer.weights.round(decimals) + 0.0, layer.biases.round(decimals) + 0.0, layer.activation)
            for layer in network.layers
        )
    )


def _decimals(learned: Network, start: Problem) -> int:
    answer = forward(learned, start.x).output.round(Y_DECIMALS)
    for decimals in range(PARAMETER_DECIMALS, LEARNED_DECIMALS):
        if (forward(rounded(learned, decimals), start.x).output.round(Y_DECIMALS) == answer).all():
            return decimals
    return LEARNED_DECIMALS


def _numbers(network: Network) -> Iterator[tuple[str, float]]:
    for i, layer in enumerate(network.layers):
        for target in range(layer.n_out):
            for source in range(layer.n_in):
                yield weight_place(ROLE, i, target, source), float(layer.weights[target, source])
            yield bias_place(ROLE, i, target), float(layer.biases[target])


def _refusal(descent: Descent, steps: int, t: NullTranslations) -> str:
    message = t.ngettext(
        "The link asks for {steps} learning steps, but at a learning rate of {rate} learning ends after {last} step. Here is the lesson without them.",
        "The link asks for {steps} learning steps, but at a learning rate of {rate} learning ends after {last} steps. Here is the lesson without them.",
        descent.last,
    )
    return message.format(steps=count(steps, t), rate=decimal(f"{descent.rate:g}", t), last=count(descent.last, t))
