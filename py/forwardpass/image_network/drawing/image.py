"""The image that a network reads, as its drawing shows it: its ink, what is said of it and what is true."""

from collections.abc import Iterator
from gettext import NullTranslations

import numpy as np

from ...images.pixels import PIXELS, SIDE, Bytes
from ...svg.labels import text
from ...svg.markup import Markup, element, number
from ...svg.raster import GREYS, greys, runs
from ..data_sets import Words
from ..reading import Reading
from .layout import ASIDE, LINE, PIXEL, SAMPLE_LEFT, SAMPLE_SIZE, SAMPLE_TOP

NAME, VERDICT = 18, 85  # what the first line of each stands on


def image(reading: Reading | None, words: Words, t: NullTranslations) -> Iterator[Markup]:
    frame = "sample-paper" if reading else "sample-paper absent"
    yield text(_name(reading, t), ASIDE, NAME, "label", "start")
    yield element("rect", class_=frame, x=SAMPLE_LEFT, y=SAMPLE_TOP, width=SAMPLE_SIZE, height=SAMPLE_SIZE)
    yield _ink(reading.sample.pixels if reading else np.zeros(PIXELS, np.uint8))
    for line, said in enumerate(_verdict(reading, words, t)):
        yield text(said, ASIDE, VERDICT + line * LINE, "label", "start")


def _name(reading: Reading | None, t: NullTranslations) -> str:
    if reading is None:
        return ""
    if reading.sample.number is None:
        return t.gettext("your drawing")
    return t.gettext("image {number}").format(number=reading.sample.number)


def _ink(pixels: Bytes) -> Markup:
    """A path a grey level, white on black: runs of pixels as rectangles one unit high."""
    boxes: dict[int, list[str]] = {level: [] for level in range(1, GREYS + 1)}
    for level, x, y, width in runs(greys(pixels.reshape(SIDE, SIDE))):
        boxes[level].append(f"M{x} {y}h{width}v1h-{width}z")
    paths = (element("path", fill_opacity=level / GREYS, d="".join(boxes[level])) for level in boxes)
    move = f"translate({SAMPLE_LEFT} {SAMPLE_TOP}) scale({number(PIXEL)})"
    return element("g", *paths, class_="sample-ink", transform=move, shape_rendering="crispEdges")


def _verdict(reading: Reading | None, words: Words, t: NullTranslations) -> Iterator[str]:
    """What the network says and what is true, beside the sample; a long name has a line of its own."""
    sentences = _sentences(reading, t)
    for said, label in sentences:
        name = "" if label is None else words.classes[label]
        if words.long_names:
            yield from (said.format(digit="").strip(), name)
        else:
            yield said.format(digit=name)


def _sentences(reading: Reading | None, t: NullTranslations) -> tuple[tuple[str, int | None], ...]:
    if reading is None:
        return ("", None), ("", None)
    says = t.gettext("▶ network: {digit}"), reading.predicted
    if reading.sample.label is None:
        return says, ("", None)
    message = t.gettext("✓ true: {digit}") if reading.is_right else t.gettext("✗ true: {digit}")
    return says, (message, reading.sample.label)
