"""Formulas to compute with: plain text, MathML and the value of what is printed, in decimals. `+ - * /` and `.squared()` make the text and the value at once."""

import operator
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from itertools import chain

from ..svg.labels import MINUS
from ..svg.markup import Markup, element

SMALL = re.compile("[₀-₉]+|⁽[⁰¹²³⁴-⁹]+⁾")
LARGE = str.maketrans("₀₁₂₃₄₅₆₇₈₉⁰¹²³⁴⁵⁶⁷⁸⁹⁽⁾", "01234567890123456789()")
Operation = Callable[[Decimal, Decimal], Decimal]


@dataclass(frozen=True)
class Token:
    """A piece of a formula, in plain text and in MathML; a long formula may be broken in front of it where `breaks`."""

    text: str
    mathml: Markup
    breaks: bool = False


@dataclass(frozen=True)
class Formula:
    """Tokens and, where it can be computed, their value as printed; with a name in it, it has none."""

    tokens: tuple[Token, ...]
    value: Decimal | None = None

    @property
    def text(self) -> str:
        return "".join(token.text for token in self.tokens)

    @property
    def aloud(self) -> str:
        """As a voice reads it: z 1 = 0.7 × 0.4 + (−0.8). Voices skip hyphens and stumble over small numbers."""
        return SMALL.sub(lambda found: " " + found[0].translate(LARGE), self.text.replace("-", MINUS))

    @property
    def mathml(self) -> Markup:
        """One <math>, for a formula among words."""
        return element("math", *(token.mathml for token in self.tokens))

    @property
    def breakable_mathml(self) -> Markup:
        """One <math> for each stretch without a break, so that a long line can wrap between them."""
        stretches: list[list[Markup]] = [[]]
        for token in self.tokens:
            if token.breaks and stretches[-1]:
                stretches.append([])
            stretches[-1].append(token.mathml)
        return Markup("<wbr>".join(element("math", *stretch) for stretch in stretches))

    def __add__(self, other: "Formula") -> "Formula":
        """A sum, which a line may break in front of its sign."""
        return _joined(self, symbol("+", breaks=True), other, operator.add)

    def __sub__(self, other: "Formula") -> "Formula":
        return _joined(self, symbol(MINUS), other, operator.sub)

    def __mul__(self, other: "Formula") -> "Formula":
        """A product of what stands there: sums among its factors need their brackets first."""
        return _joined(self, symbol("×"), other, operator.mul)

    def __truediv__(self, other: "Formula") -> "Formula":
        return _joined(self, symbol("÷"), other, operator.truediv)

    @property
    def operand(self) -> "Formula":
        """As it stands beside a sign: in brackets where it begins with a minus."""
        return self.in_brackets() if self.text.startswith("-") else self

    def in_brackets(self) -> "Formula":
        """(…), with the same value."""
        return row(symbol("("), self, symbol(")"), value=self.value)

    def squared(self) -> "Formula":
        """a² of a number or a name that is not negative, else (…)²."""
        value = None if self.value is None else self.value**2
        if len(self.tokens) == 1:
            base = self.operand
            return Formula((_square(base.text, element("mrow", *(token.mathml for token in base.tokens))),), value)
        *before, closing = self.in_brackets().tokens
        return Formula((*before, _square(closing.text, closing.mathml)), value)

    def marked(self, term: str) -> "Formula":
        """In one piece that a page finds by the name of the term."""
        inside = element("mrow", *(token.mathml for token in self.tokens), data_term=term)
        return Formula((Token(self.text, inside),), self.value)

    def breaking_at(self, sign: str) -> "Formula":
        """The same, with breaks allowed in front of a sign."""
        (wanted,) = symbol(sign, breaks=True).tokens
        return Formula(tuple(wanted if token.text == wanted.text else token for token in self.tokens), self.value)


def row(*formulas: Formula, value: Decimal | None = None) -> Formula:
    """Formulas and signs one after the other, as they are."""
    return Formula(tuple(chain.from_iterable(formula.tokens for formula in formulas)), value)


def symbol(sign: str, breaks: bool = False) -> Formula:
    """An operator or bracket. `form` is set because a stretch of a broken line may begin with it."""
    if sign in "()":
        markup = element("mo", sign, stretchy="false", form="prefix" if sign == "(" else "postfix")
        return Formula((Token(sign, markup, breaks),))
    return Formula((Token(f" {sign.replace(MINUS, '-')} ", element("mo", sign, form="infix"), breaks),))


def applied(function: Formula, argument: Formula, value: Decimal | None = None) -> Formula:
    """function(argument)"""
    return row(function, argument.in_brackets(), value=value)


def total(addends: Sequence[Formula]) -> Formula:
    """addend + addend + …"""
    return reduce(operator.add, addends)


def weighted_sum(
    weights: Sequence[Formula], inputs: Sequence[Formula], bias: Formula, terms: Sequence[str] | None = None
) -> Formula:
    """w × x + w × x + … + b. terms: names of the products and of the bias, to find them by in a page."""
    addends = [*(weight * given for weight, given in zip(weights, inputs, strict=True)), bias.operand]
    if terms:
        addends = [addend.marked(term) for addend, term in zip(addends, terms, strict=True)]
    return total(addends)


def _joined(left: Formula, sign: Formula, right: Formula, operation: Operation) -> Formula:
    value = None if left.value is None or right.value is None else operation(left.value, right.value)
    return row(left.operand, sign, right.operand, value=value)


def _square(text: str, base: Markup) -> Token:
    return Token(f"{text}²", element("msup", base, element("mn", "2")))
