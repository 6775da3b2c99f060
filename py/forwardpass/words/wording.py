"""How a language writes counts, percentages, lists and sentences in a row; the decimal point is the same in all languages."""

from collections.abc import Iterable
from functools import reduce
from gettext import NullTranslations

DECIMALS = 1


def count(number: int, t: NullTranslations) -> str:
    """10,000 with the language's mark between thousands; four digits stay together."""
    # NOTE: the mark between thousands, a comma or a thin space
    mark = t.pgettext("thousands", ",")
    return f"{number:,}".replace(",", mark) if number >= 10_000 else str(number)


def percentage(probability: float, t: NullTranslations, brief: bool = False) -> str:
    """99.8%, more than 99.9%, less than 0.1%; with brief > 99.9% and < 0.1%. What is not certain never reads 100, what is not impossible never 0.

    A softmax never gives 0 or 1, whatever float64 makes of it.
    """
    number = f"{100 * probability:.{DECIMALS}f}"
    if number == "100.0":
        pattern, number = ("> {percentage}" if brief else t.gettext("more than {percentage}")), "99.9"
    elif number == "0.0":
        pattern, number = ("< {percentage}" if brief else t.gettext("less than {percentage}")), "0.1"
    else:
        pattern = "{percentage}"
    return pattern.format(percentage=t.gettext("{number}%").format(number=number))


def listed(items: Iterable[str], t: NullTranslations) -> str:
    """Items one after the other: a, b, c."""
    # NOTE: what stands between the items of a list
    return t.pgettext("list", ", ").join(items)


def in_a_row(sentences: Iterable[str], t: NullTranslations) -> str:
    """Sentences as one paragraph."""
    # NOTE: one sentence after another; without the space in Chinese and Japanese
    pattern = t.pgettext("sentences", "{first} {second}")
    return reduce(lambda first, second: pattern.format(first=first, second=second), sentences)
