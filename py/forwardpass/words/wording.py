"""How a language writes numbers, percentages, lists and sentences in a row. Formulas and fields keep the decimal point in all languages."""

from collections.abc import Iterable
from functools import reduce
from gettext import NullTranslations

from ..svg.labels import minus

DECIMALS = 1


def count(number: int, t: NullTranslations) -> str:
    """10,000 with the language's mark between thousands; four digits stay together."""
    # NOTE: the mark between thousands, a comma or a thin space
    mark = t.pgettext("thousands", ",")
    return f"{number:,}".replace(",", mark) if number >= 10_000 else str(number)


def decimal(number: str, t: NullTranslations) -> str:
    """A number as a sentence has it: 94.9, in French 94,9. Every number with decimals goes through here that is not part of a formula or a field."""
    # NOTE: the mark before decimals in sentences: a point or a comma. Formulas and fields have the point in all languages
    return number.replace(".", t.pgettext("decimals", "."))


def prose(number: str, t: NullTranslations) -> str:
    """A number as a sentence has it, with a minus that is read."""
    return minus(decimal(number, t))


def numbers(texts: Iterable[str], t: NullTranslations) -> str:
    """One after the other, apart where decimals have commas."""
    # NOTE: what stands between numbers in a sentence: a comma, or a semicolon where decimals have commas
    return t.pgettext("numbers", ", ").join(prose(text, t) for text in texts)


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
    return pattern.format(percentage=t.gettext("{number}%").format(number=decimal(number, t)))


def listed(items: Iterable[str], t: NullTranslations) -> str:
    """Items one after the other: a, b, c."""
    # NOTE: what stands between the items of a list
    return t.pgettext("list", ", ").join(items)


def labelled(name: str, value: str, t: NullTranslations) -> str:
    """A name and what it has: dress: 94.9%."""
    # NOTE: a name and its value
    return t.pgettext("label", "{name}: {value}").format(name=name, value=value)


def facts_of(name: str, facts: Iterable[str], t: NullTranslations) -> str:
    """A sentence of several facts about one thing; each may be a list itself."""
    # NOTE: a thing and the facts about it
    return t.gettext("{name}: {facts}.").format(name=name, facts=apart(facts, t))


def apart(facts: Iterable[str], t: NullTranslations) -> str:
    """Facts that may hold commas, one after the other: a, b; c, d."""
    # NOTE: what stands between facts that may hold commas
    return t.pgettext("facts", "; ").join(facts)


def in_a_row(sentences: Iterable[str], t: NullTranslations) -> str:
    """Sentences as one paragraph."""
    # NOTE: one sentence after another; without the space in Chinese and Japanese
    pattern = t.pgettext("sentences", "{first} {second}")
    return reduce(lambda first, second: pattern.format(first=first, second=second), sentences)
