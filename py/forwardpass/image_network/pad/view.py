"""What the drawing pad shows while the pen moves: the way of the drawing into the network and the answer."""

from gettext import NullTranslations
from typing import TYPE_CHECKING

from ...images.pixels import Bytes
from ..data_sets import data_set
from ..drawing.draw import draw
from ..reading import Sample, read
from ..trained import Trained
from .address import encode
from .handwriting import centre, shrink
from .stages import draw_stages

if TYPE_CHECKING:
    from ...messages import Watched


def watch(drawing: Bytes, is_raw: bool, data: str, trained: Trained, t: NullTranslations) -> "Watched":
    """The code of a drawing (height, width), ink 0 to 255, the network's answer and the way to its pixels, all without many words."""
    stages = centre(drawing)
    pixels = None if stages is None else shrink(drawing) if is_raw else stages.pixels
    reading = read(Sample(None, pixels, None, data), trained) if pixels is not None and pixels.any() else None
    figure = draw_stages(drawing, stages, reading, is_raw, data_set(data).words(t), t)
    return {
        "drawing": encode(pixels) if reading and pixels is not None else "",
        "svg": draw(reading, figure.title, figure.alt, t, trained=trained, data=data),
        "stages": figure.svg,
        "text": figure.title,
    }
