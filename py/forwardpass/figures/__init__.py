"""Named stills of the chapter: `figure(name, lang)` draws one, `standalone(figure)` makes a file of it."""

from collections.abc import Callable
from gettext import NullTranslations

from ..digits import Bytes
from ..translation import translator
from .anatomy import neuron_anatomy
from .curves import relu_figure, sigmoid_figure
from .frame import Figure
from .hidden_weights import hidden_weights
from .layers import network_layers
from .mnist_input import mnist_input
from .mnist_samples import mnist_samples
from .neuron import artificial_neuron
from .standalone import COLOURS, standalone, stylesheet
from .woven_digits import woven_digits

__all__ = ["COLOURS", "FIGURES", "Figure", "figure", "standalone", "stylesheet"]

Drawer = Callable[[NullTranslations, Bytes | None], Figure]


def figure(name: str, lang: str, images: Bytes | None = None) -> Figure:
    """A figure of FIGURES in a language of LANGUAGES. images: (n, 784) MNIST test images in their order, for those that show some."""
    if name not in FIGURES:
        raise ValueError(f"no figure {name!r}; expected one of {', '.join(FIGURES)}")
    return FIGURES[name](translator(lang), images)


def _plain(draw: Callable[[NullTranslations], Figure]) -> Drawer:
    return lambda t, images: draw(t)


def _of_images(draw: Callable[[NullTranslations, Bytes], Figure]) -> Drawer:
    def checked(t: NullTranslations, images: Bytes | None) -> Figure:
        if images is None:
            raise ValueError(
                f"{draw.__name__} shows MNIST images and got none; expected the test images as read_idx gives them"
            )
        return draw(t, images)

    return checked


FIGURES: dict[str, Drawer] = {
    "woven_digits": _of_images(woven_digits),
    "neuron_anatomy": _plain(neuron_anatomy),
    "artificial_neuron": _plain(artificial_neuron),
    "sigmoid": _plain(sigmoid_figure),
    "relu": _plain(relu_figure),
    "network_layers": _plain(network_layers),
    "mnist_samples": _of_images(mnist_samples),
    "mnist_input": _of_images(mnist_input),
    "hidden_weights": _plain(hidden_weights),
}
