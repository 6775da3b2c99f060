"""What the pad gets of a picture that a reader brings: its ink, what was taken for it, and where that is in doubt, what to do."""

from gettext import NullTranslations
from math import isfinite
from typing import TYPE_CHECKING

import numpy as np

from ...errors import WrongArgument
from ...files.encoded import to_base64
from ...images.pixels import BRIGHTEST, Bytes
from .picture import WHOLE, Crop, FoundInk, brightness, ink_of, seen

if TYPE_CHECKING:
    from ... import messages as m

MARK = np.array((214, 0, 108))  # the ink in the copy of the picture: seen on any paper, as that is faded
FADED = 0.5


def bring(picture: Bytes, crop: list[float] | None, turns: int, is_bright: bool | None, t: NullTranslations) -> "m.Ink":
    """Of a picture (height, width, 4). Raises WrongArgument where it has no pixels, or the crop is none."""
    if not picture.size:
        raise WrongArgument("the picture has no pixels; expected one at least")
    window, grey = _window(crop), brightness(picture, turns)
    found = ink_of(grey, window, is_bright)
    copy = _marked(*seen(grey, window, found))
    return {
        "ink": to_base64(found.ink.tobytes()),
        "width": found.ink.shape[1],
        "seen": to_base64(copy.tobytes()),
        "seen_width": copy.shape[1],
        "is_bright": found.is_bright,
        "is_doubtful": found.doubt != "",
        "told": " ".join((_taken(found, t), _doubt(found, t))).strip(),
    }


def _window(crop: list[float] | None) -> Crop:
    if crop is None:
        return WHOLE
    if len(crop) != 4 or not all(map(isfinite, crop)):
        raise WrongArgument(f"the crop is {crop}; expected left, top, right and bottom, 0 to 1")
    left, top, right, bottom = crop
    return left, top, right, bottom


def _marked(grey: Bytes, place: Bytes) -> Bytes:
    """(height, width, 4)"""
    faded = BRIGHTEST - (BRIGHTEST - grey[..., None]) * FADED
    share = place[..., None] / BRIGHTEST
    colours = np.rint(faded + share * (MARK - faded)).astype(np.uint8)
    return np.concatenate([colours, np.full_like(colours[..., :1], BRIGHTEST)], axis=2)


def _taken(found: FoundInk, t: NullTranslations) -> str:
    if not found.ink.any():
        return ""
    if found.is_sample:
        return t.gettext("The image has 28 × 28 pixels, like those of MNIST, and is taken as it is.")
    if found.is_bright:
        return t.gettext("Taken for ink: what is brighter than the paper around it.")
    return t.gettext("Taken for ink: what is darker than the paper around it.")


def _doubt(found: FoundInk, t: NullTranslations) -> str:
    if not found.doubt:
        return ""
    reasons = {
        "several": t.gettext("More than one thing in the image may be the digit."),
        "rim": t.gettext("It runs over the edge of the image."),
        "shape": t.gettext("It does not look like the strokes of a pen."),
        "faint": t.gettext("It is faint and may be shade or grain."),
    }
    return (
        reasons[found.doubt]
        + " "
        + t.gettext("If it is the wrong ink, draw a frame around the digit, or press Invert.")
    )
