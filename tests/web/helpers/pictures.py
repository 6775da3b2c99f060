"""A digit on paper, as tests of the pad bring it."""

import numpy as np

from ...helpers.mnist_images import images
from ...helpers.photos import written


def seven() -> np.ndarray:
    """(300, 400), dark on bright."""
    return 240 - 220 * written(images()[0])
