"""Where in an image there is something to see."""

import numpy as np

from ...images.pixels import SIDE
from ..reading import Reading

LOUPE = 5  # pixels a side


def middle_of_loupe(reading: Reading) -> int:
    """The pixel in the middle of the square that is enlarged: of all of them the one in which grey levels differ most, for there are edges and ink."""
    image = reading.sample.pixels.reshape(SIDE, SIDE).astype(np.float64)
    squares = np.lib.stride_tricks.sliding_window_view(image, (LOUPE, LOUPE))
    row, column = divmod(int(squares.std(axis=(2, 3)).argmax()), squares.shape[1])
    middle: int = (row + LOUPE // 2) * SIDE + column + LOUPE // 2
    return middle
