"""(sample, network) → the view of it: words in the reader's language, the drawing, numpy code and numbers."""

from gettext import NullTranslations
from typing import TYPE_CHECKING

from ..images.pixels import SAMPLES
from ..svg.markup import Markup
from ..words.blocks import Narration, say
from ..words.typography import unbroken
from .data_sets import FIRST, data_set
from .drawing.draw import draw
from .narration import describe, narrate, nothing_drawn, title
from .numpy_code import code
from .reading import Reading, Sample, read
from .trained import DEFAULT, Trained, find

if TYPE_CHECKING:
    from .. import messages as m


def view(sample: Sample, t: NullTranslations, trained: Trained | None = None) -> "m.ImageView":
    """What a page shows of a sample and a network, the default one where none is given."""
    reading = read(sample, trained)
    words = data_set(sample.data).words(t)
    said, alt = narrate(reading, words, t), describe(reading, words, t)
    return {
        "title": said.title,
        "svg": draw(reading, said.title, alt, t),
        "html": Markup(unbroken(said.html)),
        "text": said.text,
        "alt": alt,
        "code": code(reading, t),
        "numbers": numbers(reading),
        "index": sample.number or 0,
        "count": SAMPLES,
        "key": "drawing" if sample.number is None else "sample",
    }


def marked_drawing(reading: Reading, marks: Markup, t: NullTranslations) -> Markup:
    """The drawing of the view of the same reading, with marks over it."""
    words = data_set(reading.sample.data).words(t)
    return draw(reading, title(reading, words, t), describe(reading, words, t), t, marks)


def blank_view(t: NullTranslations, network: str = DEFAULT, data: str = FIRST) -> "m.BlankView":
    """What it shows while nothing is computed yet: the network, its neurons empty."""
    sentence = t.gettext(
        "Python is starting. What the network makes of this image appears as soon as it has computed it."
    )
    return _without_image("waiting", Narration(t.gettext("One moment"), (say(sentence),)), t, find(network), data)


def empty_view(t: NullTranslations, trained: Trained, data: str) -> "m.BlankView":
    """Of a drawing without ink: nothing comes in, so nothing is predicted."""
    words = Narration(t.gettext("Nothing is drawn yet"), (say(nothing_drawn(t)),))
    return _without_image("empty", words, t, trained, data)


def _without_image(key: str, words: Narration, t: NullTranslations, trained: Trained, data: str) -> "m.BlankView":
    """The network alone, with words that say why."""
    alt = t.gettext("The network without an image: its neurons are empty, only the connections are drawn.")
    return {
        "title": words.title,
        "svg": draw(None, words.title, alt, t, trained=trained, data=data),
        "html": Markup(unbroken(words.html)),
        "text": words.text,
        "alt": alt,
        "code": "",
        "numbers": None,
        "index": 0,
        "count": SAMPLES,
        "key": key,
    }


def numbers(reading: Reading) -> "m.ImageNumbers":
    """The reading as plain data, unrounded; pixels as they come, 0 to 255."""
    return {
        "sample": reading.sample.number,
        "network": reading.trained.name,
        "data": reading.sample.data,
        "pixels": reading.sample.pixels.tolist(),
        "hidden": [a.tolist() for a in reading.trace.a[:-1]],
        "probabilities": reading.probabilities,
        "predicted": reading.predicted,
        "label": reading.sample.label,
    }
