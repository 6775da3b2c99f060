"""Every message of every catalog with typical and extreme values in its places: to be held by a test, and to be read by a person.

    READING=reading.html .venv/bin/python -m pytest tests/words

writes the page for readers: each language, each message, each of its renderings.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from gettext import NullTranslations
from html import escape
from itertools import zip_longest

from builder.catalogs import extract, strings
from forwardpass.image_network.data_sets import DATA_SETS
from forwardpass.words.activations import ELEMENTWISE, activation_name
from forwardpass.words.catalogs import LANGUAGES, translator
from forwardpass.words.wording import count, decimal, listed, percentage

START, END = "\ue000", "\ue001"  # around a value, so that what stands beside it can be looked at
PLACE = re.compile(r"\{(\w+)\}|%\((\w+)\)s")
COUNTS = (0, 1, 2, 21, 10_000)
SHARES = (0.5, 0.949, 1.0, 0.0)
FORMULAS = ("z₁", "a₁⁽²⁾", "ŷ", "x₃")
NUMBERS = ("+3.57", "-4.87", "0.0", "1e-06")
FILES = ("network.npz", "weights_1", "dense/kernel")
FIXED = {
    "y": ("y",),
    "x": ("x",),
    "target": ("y = 0.5", "y = [0.25, 0.8]"),
    "guess": ("ŷ ≈ 0.18", "ŷ = 0.5"),
    "answer": ("ŷ ≈ 0.18",),
    "definition": ("σ(z) = 1 / (1 + e^(-z))", "R(z) = max(0, z)"),
    "sizes": ("3-2-1", "784-10"),
    "shape": ("(784, 10)", "(10,)"),
    "expected": ("(10,)", "0, 1, 2", "relu"),
    "rate": ("0.5",),
    "version": ("156.0",),
    "date": ("2026-11-26",),
}
LIKE = {
    "share": ("share", "probability", "accuracy", "percentage"),
    "class": ("predicted", "label", "digit"),
    "formula": ("a", "z", "w", "slope", "neuron", "source"),
    "number": ("up", "down", "bias", "old", "new", "before", "after", "found", "given", "sum", "value", "error"),
    "file": ("file", "start", "folder", "address", "origin", "kind", "kinds", "library", "names", "assumed", "way"),
    "decimal": ("loaded", "total", "megabytes", "most"),
}
KINDS = {name: kind for kind, names in LIKE.items() for name in names}


@dataclass(frozen=True)
class Rendering:
    """A message of a language with values. marked: each value between START and END."""

    lang: str
    context: str | None
    message: str
    marked: str

    @property
    def text(self) -> str:
        return self.marked.replace(START, "").replace(END, "")

    @property
    def own(self) -> str:
        """Without what was put in, and without code."""
        return re.sub(rf"<code>.*?</code>|{START}.*?{END}|<[^>]+>|&nbsp;", "0", self.marked)


def renderings() -> Iterator[Rendering]:
    messages = [message for message in extract() if message.id]
    for lang in LANGUAGES:
        t = translator(lang)
        for message in messages:
            for pattern in _patterns(message.id, message.context, t):
                for marked in _filled(pattern, t):
                    yield Rendering(lang, message.context, strings(message.id)[0], marked)


def _patterns(ids: str | tuple[str, ...] | list[str], context: str | None, t: NullTranslations) -> set[str]:
    """The forms of a message: one, or one for each count."""
    first, *more = strings(ids)
    if more:
        return {t.ngettext(first, more[0], number) for number in COUNTS}
    return {t.pgettext(context, first) if context else t.gettext(first)}


def _filled(pattern: str, t: NullTranslations) -> Iterator[str]:
    """With each value of each place at least once."""
    names = [braced or percent for braced, percent in PLACE.findall(pattern)]
    columns = [values(name, t) for name in names]
    for row in zip_longest(*columns) if names else [()]:
        chosen = {
            name: column[0] if value is None else value for name, column, value in zip(names, columns, row, strict=True)
        }
        yield PLACE.sub(lambda place, of=chosen: f"{START}{of[place[1] or place[2]]}{END}", pattern)  # type: ignore[misc]


@cache
def values(name: str, t: NullTranslations) -> tuple[str, ...]:
    """What may stand in a place of this name."""
    names = [activation_name(key, t) for key in ELEMENTWISE]
    of_kinds = {
        "share": [percentage(share, t) for share in SHARES],
        "class": classes(t),
        "formula": FORMULAS,
        "number": NUMBERS,
        "file": FILES,
        "decimal": [decimal(number, t) for number in ("0.0", "4.6", "20")],
        "count": [count(number, t) for number in COUNTS],
    }
    of_names = FIXED | {
        "name": (*classes(t), *FILES),
        "activation": names,
        "activations": (listed(names, t),),
        "next": (t.gettext("Next"),),
    }
    return tuple(of_names.get(name) or of_kinds[KINDS.get(name, "count")])


def classes(t: NullTranslations) -> list[str]:
    """Of every data set."""
    return [name for data_set in DATA_SETS.values() for name in data_set.words(t).classes]


def page(found: list[Rendering]) -> str:
    """To be read: messages with the English beside each language."""
    rows: list[str] = []
    before: tuple[str | None, ...] = ()
    for one in found:
        head = (one.lang, one.context, one.message)
        if before[:1] != (one.lang,):
            rows.append(f'<h2 lang="{one.lang}">{one.lang}</h2>')
        if before != head:
            rows.append(f"<h3>{escape(one.message)}</h3>")
        rows.append(f'<p lang="{one.lang}">{escape(one.text)}</p>')
        before = head
    return f'<!doctype html><meta charset="utf-8"><title>Every message</title>{"".join(rows)}'
