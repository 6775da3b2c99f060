"""The calls of the figures that move."""

from typing import Any

View = dict[str, Any]

__all__ = ["curve", "neuron"]


def curve(name: str, z: float, lang: str) -> View:
    """The live sigmoid or ReLU with its point at z, -6 to 6."""
    from .live_figures import curve_view  # noqa: PLC0415  a demo starts sooner without it

    return curve_view(name, z, lang)


def neuron(inputs: list[float], weights: list[float], bias: float, lang: str) -> View:
    """The live neuron with three inputs."""
    from .live_figures import neuron_view  # noqa: PLC0415

    return neuron_view(inputs, weights, bias, lang)
