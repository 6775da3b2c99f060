"""What the drawing pad shows while the pen moves: the way of the drawing into the network and the answer."""

from gettext import NullTranslations
from typing import Any

from .data_sets import data_set
from .digit_drawing import draw
from .digits import Bytes, Sample, read
from .drawing_stages import draw_stages
from .handwriting import centre, shrink
from .packed_digit import encode
from .trained import Trained

View = dict[str, Any]


def watch(drawing: Bytes, is_raw: bool, data: str, trained: Trained, t: NullTranslations) -> View:
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
