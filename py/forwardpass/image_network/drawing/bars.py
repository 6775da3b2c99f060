"""The bars right of a network for images: each class by name with its probability, and what the answer is worth."""

from gettext import NullTranslations

from ...svg.labels import text
from ...svg.markup import Markup, element, number
from ...words.typography import unbroken
from ...words.wording import percentage
from ..data_sets import Words
from ..reading import Reading
from .layout import Places

BAR_DROP, BAR_HEIGHT = 4, 6  # from what the words of a row stand on
NAME, FIGURES = 17, 95  # how wide a digit is, and figures at most


def bar(reading: Reading | None, label: int, where: Places, words: Words, t: NullTranslations) -> Markup:
    """The row of a class: a mark if it is the prediction, its name, a word if it is predicted or true, its probability in figures, and below all as a bar."""
    y, left, right = where.neurons[-1][label].y, where.bar_left, where.bar_right
    probability = reading.probabilities[label] if reading else 0.0
    shown = unbroken(percentage(probability, t, brief=True)) if reading else ""
    length = round(probability * (right - left), 1)
    is_predicted = reading is not None and label == reading.predicted
    word = _word(reading, label, where.has_long_names, t)
    beside = (
        (right - FIGURES, y, "word", "end") if where.has_long_names else (where.names_left + NAME, y, "word", "start")
    )
    return element(
        "g",
        element("path", class_="mark", d=f"M{number(left)} {y - 13:.1f}l9 6.5l-9 6.5z" if is_predicted else ""),
        text(words.classes[label], where.names_left, y, "name", "start"),
        text(shown, right, y, "value", "end"),
        element("rect", class_="track", x=left, y=y + BAR_DROP, width=right - left, height=BAR_HEIGHT),
        element("rect", class_="length", x=left, y=y + BAR_DROP, width=length, height=BAR_HEIGHT),
        text(word, *beside),
        class_=_state(reading, label),
        data_class=label,
    )


def _state(reading: Reading | None, label: int) -> str:
    if reading is None:
        return "bar absent"
    if label not in (reading.predicted, reading.sample.label):
        return "bar other"
    if reading.sample.label is None:
        return "bar predicted unjudged"
    is_predicted, is_true = label == reading.predicted, label == reading.sample.label
    return "bar" + " predicted" * is_predicted + " true" * is_true


def _word(reading: Reading | None, label: int, is_short: bool, t: NullTranslations) -> str:
    """Short: a sign, ✓ for the true class."""
    if reading is None or reading.sample.label is None:
        return ""
    if label == reading.predicted:
        word = t.gettext("✓ right") if reading.is_right else t.gettext("✗ wrong")
        return word[0] if is_short else word
    if label != reading.sample.label:
        return ""
    return "✓" if is_short else t.gettext("true class")
