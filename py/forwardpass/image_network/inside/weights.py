"""The weights of a neuron of the first layer as a picture: what it looks for in an image."""

from ...images.pixels import SIDE
from ...network.activations import Array
from ...svg.markup import Markup, element
from ...svg.signed_pixels import full_colour, painted, shades
from ..reading import Reading
from ..spread import spread


def seen_weights(reading: Reading, index: int) -> tuple[Array, float]:
    """The weights of a neuron of the first layer, (784,), faded where images hardly vary; and where full colour begins."""
    seen = reading.network.layers[0].weights[index] * spread(reading.sample.data)
    return seen, full_colour(seen)


def weights_picture(values: Array, most: float, left: float, top: float, pixel: float) -> Markup:
    size = pixel * SIDE
    ground = element("rect", class_="ground", x=left, y=top, width=size, height=size)
    return element("g", ground, painted(shades(values.reshape(SIDE, SIDE), most), left, top, pixel))
