"""(sample, network) → the view of it: words in the reader's language, the drawing, numpy code and numbers."""

from gettext import NullTranslations
from typing import Any

from .blocks import Narration, say
from .data_sets import FIRST, data_set
from .digit_code import code
from .digit_drawing import draw
from .digit_narration import describe, narrate, nothing_drawn, title
from .digits import SAMPLES, Reading, Sample, read
from .svg import Markup
from .trained import DEFAULT, Trained, find
from .wording import unbroken

View = dict[str, Any]


def view(sample: Sample, t: NullTranslations, trained: Trained | None = None) -> View:
    """What a page shows of a sample and a network, the default one where none is given."""
    reading = read(sample, trained)
    words = data_set(sample.data).words(t)
    return _view(reading, narrate(reading, words, t), describe(reading, words, t), t)


def marked_drawing(reading: Reading, marks: Markup, t: NullTranslations) -> Markup:
    """The drawing of the view of the same reading, with marks over it."""
    words = data_set(reading.sample.data).words(t)
    return draw(reading, title(reading, words, t), describe(reading, words, t), t, marks)


def blank_view(t: NullTranslations, network: str = DEFAULT, data: str = FIRST) -> View:
    """What it shows while nothing is computed yet: the network, its neurons empty."""
    sentence = t.gettext(
        "Python is starting. What the network makes of this image appears as soon as it has computed it."
    )
    return _without_image(t.gettext("One moment"), sentence, t, trained=find(network), data=data)


def empty_view(t: NullTranslations, trained: Trained, data: str) -> View:
    """Of a drawing without ink: nothing comes in, so nothing is predicted."""
    title = t.gettext("Nothing is drawn yet")
    return _without_image(title, nothing_drawn(t), t, trained=trained, data=data) | {"key": "empty"}


def _without_image(title: str, sentence: str, t: NullTranslations, **shown: Any) -> View:
    """The network alone, with a sentence that says why. shown: which network and data set, as for `draw`."""
    alt = t.gettext("The network without an image: its neurons are empty, only the connections are drawn.")
    return _view(None, Narration(title, (say(sentence),)), alt, t, **shown)


def _view(reading: Reading | None, words: Narration, alt: str, t: NullTranslations, **shown: Any) -> View:
    return {
        "title": words.title,
        "svg": draw(reading, words.title, alt, t, **shown),
        "html": Markup(unbroken(words.html)),
        "text": words.text,
        "alt": alt,
        "code": code(reading) if reading else "",
        "numbers": numbers(reading) if reading else None,
        "index": (reading.sample.number or 0) if reading else 0,
        "count": SAMPLES,
        "key": _key(reading),
    }


def _key(reading: Reading | None) -> str:
    if reading is None:
        return "waiting"
    return "drawing" if reading.sample.number is None else "sample"


def numbers(reading: Reading) -> dict[str, Any]:
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
