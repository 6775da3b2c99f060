"""The calls of the figures that move."""

from typing import TYPE_CHECKING

from . import live
from .plane import live as plane

if TYPE_CHECKING:
    from ..messages import CurveFigure, LiveFigure, NeuronFigure

__all__ = ["curve", "exactly_one", "linear_classifier", "neuron"]


def curve(name: str, z: float, lang: str) -> "CurveFigure":
    """The live sigmoid or ReLU with its point at z, -6 to 6."""
    return live.curve_view(name, z, lang)


def neuron(inputs: list[float], weights: list[float], bias: float, lang: str) -> "NeuronFigure":
    """The live neuron with three inputs."""
    return live.neuron_view(inputs, weights, bias, lang)


def linear_classifier(weights: list[float], bias: float, lang: str) -> "LiveFigure":
    """The live line of a neuron with two inputs."""
    return plane.linear_classifier_view(weights, bias, lang)


def exactly_one(first: list[float], second: list[float], lang: str) -> "LiveFigure":
    """The live 2-2-1 network of exactly one of two; of each hidden neuron two weights and the bias."""
    return plane.exactly_one_view(first, second, lang)
