"""The calls of the figures that move."""

from typing import TYPE_CHECKING

from . import live

if TYPE_CHECKING:
    from ..messages import CurveFigure, NeuronFigure

__all__ = ["curve", "neuron"]


def curve(name: str, z: float, lang: str) -> "CurveFigure":
    """The live sigmoid or ReLU with its point at z, -6 to 6."""
    return live.curve_view(name, z, lang)


def neuron(inputs: list[float], weights: list[float], bias: float, lang: str) -> "NeuronFigure":
    """The live neuron with three inputs."""
    return live.neuron_view(inputs, weights, bias, lang)
