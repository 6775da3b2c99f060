"""What the figures of the plane say and show when their knobs are moved. They start as the still of the same name."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ...errors import WrongArgument
from ...words.blocks import Block, Equation, say
from ...words.catalogs import translator
from ..view import shown
from . import exactly_one, linear_classifier
from .boundary import boundary

if TYPE_CHECKING:
    from ... import messages as m


def linear_classifier_view(weights: Sequence[float], bias: float, lang: str) -> "m.LiveFigure":
    """The line of a neuron with two inputs among points of two classes. Numbers are taken to one decimal."""
    t, neuron = translator(lang), boundary(weights, bias)
    blocks = (
        Equation(linear_classifier.equation(neuron)),
        linear_classifier.course(neuron, t),
        say(linear_classifier.how_many(neuron, t)),
    )
    return shown(linear_classifier.draw(neuron, t), blocks)


def exactly_one_view(first: Sequence[float], second: Sequence[float], lang: str) -> "m.LiveFigure":
    """Two hidden neurons, each given as two weights and a bias, and the region in which exactly one of them says 1 first."""
    for numbers in (first, second):
        if len(numbers) != 3:
            raise WrongArgument(f"{len(numbers)} numbers of a hidden neuron; expected two weights and a bias")
    t = translator(lang)
    pair = exactly_one.Pair(boundary(first[:2], first[2]), boundary(second[:2], second[2]))
    blocks: tuple[Block, ...] = (
        *(Equation(formula) for formula in exactly_one.sums(pair)),
        *(exactly_one.at_corner(pair, corner, t) for corner in exactly_one.CORNERS),
        say(exactly_one.how_many(pair, t)),
    )
    return shown(exactly_one.draw(pair, t), blocks)
