"""What a network says to all test images of a set: how many it gets right, which classes it takes for which, and its surest mistakes."""

from collections.abc import Iterator
from dataclasses import dataclass
from gettext import NullTranslations
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from ...errors import WrongArgument
from ...images.pixels import CLASSES, Bytes, check_probabilities
from ...network.activations import Array
from ...svg.markup import Markup, element, join
from ...words.wording import count, percentage
from ..data_sets import Words, data_set
from ..trained import Score

if TYPE_CHECKING:
    from ...messages import Counted

CHANCE, ONE_CLASS = 0.2, 0.9  # shares: right ones, of ten classes; answers that are the same
SUREST = 12  # mistakes that are listed
SHADES = (0.002, 0.01, 0.03, 0.1, 0.5)  # of a row: from each on, a cell is a shade darker


@dataclass(frozen=True, eq=False)
class Answers:
    """Of all images in order: label, predicted class and, where the network was asked, its probability, each (n,)."""

    labels: Bytes
    predicted: NDArray[np.int64]
    probabilities: Array | None = None

    def __post_init__(self) -> None:
        sizes = {len(part) for part in (self.labels, self.predicted, self.probabilities) if part is not None}
        if len(sizes) > 1:
            raise WrongArgument(
                f"there are {sorted(sizes)} labels, predictions and probabilities; expected as many of each"
            )
        if 0 in sizes:
            raise WrongArgument("there are no labels and no predictions; expected those of at least one image")
        if self.probabilities is not None:
            check_probabilities(self.probabilities)

    @property
    def score(self) -> Score:
        return Score(int((self.labels == self.predicted).sum()), len(self.labels))

    @property
    def are_guesses(self) -> bool:
        """Whether there are no more right ones than by chance, or nearly all are one class."""
        most_common = int(np.bincount(self.predicted, minlength=CLASSES).max(initial=0))
        return self.score.right < CHANCE * self.score.count or most_common > ONE_CLASS * self.score.count

    @property
    def confusion(self) -> NDArray[np.int64]:
        """(10, 10): how many images of class i, a row, the network takes for class j, a column."""
        table = np.zeros((CLASSES, CLASSES), np.int64)
        np.add.at(table, (self.labels, self.predicted), 1)
        return table

    @property
    def wrong(self) -> list[int]:
        """The numbers of those that the network gets wrong."""
        return [int(number) for number in np.flatnonzero(self.labels != self.predicted)]

    @property
    def surest_mistakes(self) -> list[int]:
        """The numbers of the wrong ones, the most probable first; none where nobody knows how probable they are."""
        if self.probabilities is None:
            return []
        wrong = np.array(self.wrong, np.int64)
        order = np.argsort(-self.probabilities[wrong], kind="stable")
        return [int(number) for number in wrong[order][:SUREST]]

    @property
    def cells(self) -> dict[str, list[int]]:
        """The numbers of the images behind each number of the confusion matrix, by "label-predicted"."""
        found: dict[str, list[int]] = {}
        for number, (label, predicted) in enumerate(zip(self.labels.tolist(), self.predicted.tolist(), strict=True)):
            found.setdefault(f"{label}-{predicted}", []).append(number)
        return found


def counted(answers: Answers, data: str, t: NullTranslations, is_own: bool = False) -> "Counted":
    """What a page shows and what it may be asked for next. is_own: whether a reader has brought the network."""
    return {
        "html": results(answers, data_set(data).words(t), t, is_own and answers.are_guesses),
        "right": answers.score.right,
        "count": answers.score.count,
        "confusion": answers.confusion.tolist(),
        "cells": answers.cells,
        "wrong": answers.wrong,
        "mistakes": answers.surest_mistakes,
    }


def results(answers: Answers, words: Words, t: NullTranslations, has_hint: bool = False) -> Markup:
    """Accuracy and confusion matrix; between them a hint where the network may not have been read as it was meant."""
    score = answers.score
    message = t.gettext("Of all {count} test images the network gets {right} right: {share}.")
    sentence = message.format(
        count=count(score.count, t), right=count(score.right, t), share=percentage(score.share, t)
    )
    hint = t.gettext(
        "That is hardly better than guessing: perhaps the network is meant to be read differently. Under “Your own network” you can choose its pixels, its activations and, where the file leaves that open, which way round its weights are."
    )
    hints = [element("p", hint, class_="hint")] if has_hint else []
    return join(element("p", sentence, class_="accuracy"), *hints, _matrix(answers, words, t))


def _matrix(answers: Answers, words: Words, t: NullTranslations) -> Markup:
    """A table in a box that scrolls by itself where it is wider than the page."""
    caption = t.gettext(
        "Which class is taken for which: one row for each true class, one column for each answer. Press a number to see its images."
    )
    table = element(
        "table",
        element("caption", caption, id="matrix-caption"),
        element("thead", _head(words, t)),
        element("tbody", *_rows(answers, words, t)),
        class_="matrix long-names" if words.long_names else "matrix",
    )
    return element("div", table, class_="scrolling", role="region", tabindex=0, aria_labelledby="matrix-caption")


def _head(words: Words, t: NullTranslations) -> Markup:
    corner = element("th", t.gettext("true ↓ network →"), scope="col", class_="corner")
    return element("tr", corner, *(element("th", element("span", name), scope="col") for name in words.classes))


def _rows(answers: Answers, words: Words, t: NullTranslations) -> Iterator[Markup]:
    table = answers.confusion
    for label, name in enumerate(words.classes):
        cells = (_cell(table, label, predicted, words, t) for predicted in range(CLASSES))
        yield element("tr", element("th", name, scope="row"), *cells)


def _cell(table: NDArray[np.int64], label: int, predicted: int, words: Words, t: NullTranslations) -> Markup:
    number = int(table[label, predicted])
    if not number:
        return element("td", "0", class_="none")
    share = number / int(table[label].sum())
    shade = sum(share >= least for least in SHADES)
    kind = "right" if label == predicted else "wrong"
    message = t.gettext("True class {label}, the network says {predicted}; images: {count}")
    name = message.format(label=words.classes[label], predicted=words.classes[predicted], count=number)
    inside = element(
        "button",
        str(number),
        type="button",
        data_action="cell",
        value=f"{label}-{predicted}",
        aria_label=name,
    )
    return element("td", inside, class_=f"{kind} shade-{shade}")
