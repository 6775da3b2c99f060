"""Named stills of the chapter: `figure(name, lang)` draws one, `standalone(figure)` makes a file of it."""

from collections.abc import Callable
from dataclasses import dataclass

from ..images.pixels import Bytes
from ..svg.figure import Figure
from ..words.catalogs import translator
from .anatomy import neuron_anatomy
from .curves import relu_figure, sigmoid_figure
from .layers.hidden_weights import hidden_weights
from .layers.network_layers import network_layers
from .layers.weights_table import weights_table
from .mnist_input import mnist_input
from .mnist_samples import mnist_samples
from .neuron import artificial_neuron
from .plane.exactly_one import exactly_one
from .plane.linear_classifier import linear_classifier
from .standalone import COLOURS, standalone, stylesheet
from .step_and_sigmoid import step_and_sigmoid
from .woven_digits import woven_digits

__all__ = ["COLOURS", "FIGURES", "Figure", "Still", "figure", "standalone", "stylesheet"]


@dataclass(frozen=True)
class Still:
    """How a figure is drawn: from a catalog and, where it shows_images, from the MNIST test images."""

    draw: Callable[..., Figure]
    shows_images: bool = False


def figure(name: str, lang: str, images: Bytes | None = None) -> Figure:
    """A figure of FIGURES in a language of LANGUAGES. images: (n, 784) MNIST test images in their order, for those that show some."""
    if name not in FIGURES:
        raise ValueError(f"no figure {name!r}; expected one of {', '.join(FIGURES)}")
    still, t = FIGURES[name], translator(lang)
    if not still.shows_images:
        return still.draw(t)
    if images is None:
        raise ValueError(f"{name} shows MNIST images and got none; expected the test images as read_idx gives them")
    return still.draw(t, images)


FIGURES = {
    "woven_digits": Still(woven_digits, shows_images=True),
    "neuron_anatomy": Still(neuron_anatomy),
    "linear_classifier": Still(linear_classifier),
    "artificial_neuron": Still(artificial_neuron),
    "step_and_sigmoid": Still(step_and_sigmoid),
    "sigmoid": Still(sigmoid_figure),
    "relu": Still(relu_figure),
    "network_layers": Still(network_layers),
    "weights_table": Still(weights_table),
    "exactly_one": Still(exactly_one),
    "mnist_samples": Still(mnist_samples, shows_images=True),
    "mnist_input": Still(mnist_input, shows_images=True),
    "hidden_weights": Still(hidden_weights),
}
