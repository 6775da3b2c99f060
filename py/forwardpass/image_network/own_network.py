"""A network that a reader brings: taken from a file, and kept under its name."""

from gettext import NullTranslations
from typing import TYPE_CHECKING

import numpy as np

from ..errors import Refused, WrongArgument
from ..files.arrays import Arrays
from ..files.encoded import from_base64
from ..files.kinds import read_arrays
from ..files.networks import OF_IMAGES, Choices
from ..files.networks import take as taken_from
from ..files.report import how_read, menus
from .trained import Score, Trained, is_own, keep

if TYPE_CHECKING:
    from .. import messages as m


def take(name: str, content: str, choices: Choices, t: NullTranslations) -> "m.TakenNetwork":
    """Keep a network that reads images under its name; of one that a reader brings no score is believed. Raises WrongFile."""
    if not name.isidentifier():
        raise WrongArgument(f"a network cannot be called {name!r}; expected letters, digits and _")
    try:
        arrays = read_arrays(from_base64(content))
        taken = taken_from(arrays, OF_IMAGES, choices)
    except Refused as refused:
        raise refused.said(t) from None
    keep(Trained(name, taken.ready, None if is_own(name) else score_from(arrays), taken))
    message = t.gettext("Loaded: a {sizes} network ({activations}). It now reads the image on screen.")
    return {"taken": how_read(message, taken, t), "menus": menus(taken, t)}


def score_from(arrays: Arrays) -> Score | None:
    """How the network does on the test images, as train_digits.py stores it."""
    stored = arrays.by_name.get("test_score", np.zeros(0))
    return Score(int(stored[0]), int(stored[1])) if stored.shape == (2,) and stored.dtype.kind in "iu" else None
