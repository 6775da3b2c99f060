"""Numbers, names and lines as they are printed. A line is kept with its value as printed, so that none can be shown that is not true.

`=` is exact; `≈` means: correctly rounded, to the digits shown, from the operands as printed. `settle` finds the fewest decimals for which that holds.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from decimal import ROUND_HALF_EVEN, Decimal
from math import floor, log10

from ..svg.labels import minus
from ..svg.markup import Markup, element
from .expressions import Formula, Token, row, symbol

MOST_DECIMALS = 6
MOST_WHERE_THEY_CANCEL = 12  # decimals of operands
MOST_DIGITS = 4
MUCH = Decimal("0.000001")  # as a share of a value
STEADY_DECIMALS = 9  # where two machines still agree
TIE_MARGIN = Decimal("0.000001")  # of the last digit: two machines that differ by a rounding error must print the same


class NoTrueLine(ValueError):
    """No line with as many decimals as are printed is true."""


# --- numbers


def rounded(value: float, decimals: int) -> Formula:
    """The value to so many decimals; one more where a rounding error could tip it."""
    exact = Decimal(repr(float(value)))
    while decimals < MOST_DECIMALS and _is_near_tie(exact, decimals):
        decimals += 1
    return _number(_quantized(exact, decimals))


def exact(value: float, decimals: int = 1, place: str | None = None) -> Formula:
    """The value with all its decimals (six at most), and at least so many. place: where a reader may change it, if so."""
    quantized = _quantized(Decimal(repr(float(value))), MOST_DECIMALS)
    needed = -int(quantized.normalize().as_tuple().exponent)
    return _number(_quantized(quantized, min(max(decimals, needed), MOST_DECIMALS)), place)


def brief(value: float) -> Formula:
    """The value in four digits at most, two of them decimals: to be drawn in a circle."""
    steady = Decimal(repr(round(float(value), STEADY_DECIMALS)))
    for decimals in range(2, -1, -1):
        shown = _quantized(steady, decimals)
        if len(str(abs(shown)).replace(".", "")) <= MOST_DIGITS - (decimals == 2):
            return _number(shown)
    digit, exponent = f"{value:.0e}".split("e")
    text = f"{digit}e{int(exponent)}"
    return _printed(text, Decimal(text))


def signed(number: Formula) -> Formula:
    """With its sign, whichever it is: +1.20."""
    return _printed(f"+{number.text}", value_of(number)) if value_of(number) > 0 else number


def _number(value: Decimal, place: str | None = None) -> Formula:
    return _printed(f"{value:f}", value, place)


def _printed(text: str, value: Decimal, place: str | None = None) -> Formula:
    return Formula((Token(text, element("mn", minus(text), data_edit=place)),), value)


def _quantized(value: Decimal, decimals: int) -> Decimal:
    result = value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_EVEN)
    return abs(result) if result == 0 else result


def _is_near_tie(value: Decimal, decimals: int) -> bool:
    scaled = abs(value).scaleb(decimals)
    return abs(scaled - int(scaled) - Decimal("0.5")) < TIE_MARGIN


# --- names, words and brackets of numbers


def name(letter: str, neuron: int | None = None, layer: int | None = None) -> Formula:
    """A variable; the neuron's number as a subscript, the layer's as a superscript in brackets: z₁, W⁽¹⁾."""
    text, markup = letter, _letter(letter)
    if layer is not None:
        text += "⁽" + str(layer).translate(SUPERSCRIPTS) + "⁾"
    if neuron is not None:
        text += str(neuron).translate(SUBSCRIPTS)
    over = element("mn", f"({layer})")  # of brackets as operators Firefox would take the width wrong
    if layer is not None and neuron is not None:
        markup = element("msubsup", markup, element("mn", str(neuron)), over)
    elif layer is not None:
        markup = element("msup", markup, over)
    elif neuron is not None:
        markup = element("msub", markup, element("mn", str(neuron)))
    return Formula((Token(text, markup),))


def _letter(letter: str) -> Markup:
    """An <mi>. There is no italic ŷ for it to turn into, so a style sheet slants it; the hat of an <mover> would float in WebKit."""
    return element("mi", letter, class_="hat" if letter == "ŷ" else None)


def word(text: str) -> Formula:
    """A word as the name of a quantity."""
    return Formula((Token(text, element("mtext", text)),))


SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def matrix(rows: Sequence[Sequence[float]], places: Sequence[Sequence[str]] | None = None) -> Formula:
    """Numbers in brackets, rows from top to bottom, to at least one decimal."""
    return _grid([_row(row, places[i] if places else None) for i, row in enumerate(rows)])


def vector(values: Iterable[float], places: Sequence[str] | None = None) -> Formula:
    """A column of numbers; in plain text a list."""
    return column(_row(values, places))


def column(numbers: Iterable[Formula]) -> Formula:
    """Numbers one below the other, as they are; in plain text a list."""
    grid = _grid([[number] for number in numbers])
    text = grid.text.replace("[[", "[").replace("]]", "]").replace("], [", ", ")
    return Formula((Token(text, grid.tokens[0].mathml),))


def _row(values: Iterable[float], places: Sequence[str] | None) -> list[Formula]:
    return [exact(value, place=places[i] if places else None) for i, value in enumerate(values)]


def _grid(numbers: Sequence[Sequence[Formula]]) -> Formula:
    table = element("mtable", *(element("mtr", *(element("mtd", n.tokens[0].mathml) for n in row)) for row in numbers))
    text = "[" + ", ".join("[" + ", ".join(n.text for n in row) + "]" for row in numbers) + "]"
    return Formula((Token(text, element("mrow", element("mo", "["), table, element("mo", "]"))),))


# --- values of formulas


def value_of(formula: Formula) -> Decimal:
    if formula.value is None:
        raise ValueError(f"the formula {formula.text!r} has no value; expected numbers only")
    return formula.value


# --- lines


def about(left: Formula, right: Formula) -> Formula:
    """left ≈ right, where left is a name for what right rounds."""
    return row(left, symbol("≈", breaks=True), right, value=right.value)


def equal(left: Formula, *rights: Formula) -> Formula:
    """left = right = …, each link `=` or `≈` by what is printed on both sides. A link between names is a definition."""
    line, before = left, left
    for right in rights:
        line, before = row(line, symbol(_relation(before, right), breaks=True), right), right
    return Formula(line.tokens, before.value)


def _relation(left: Formula, right: Formula) -> str:
    if left.value is None or right.value is None or left.value == right.value:
        return "="
    if not is_true(left, right):
        raise ValueError(f"{left.text!r} is {left.value}, which does not round to {right.text!r}")
    return "≈"


def is_true(left: Formula, right: Formula) -> bool:
    """Whether right is left, exactly or correctly rounded to the digits right shows; a tie counts as untrue, whichever way it is rounded."""
    half_a_digit = Decimal("0.5").scaleb(int(value_of(right).as_tuple().exponent))
    return abs(value_of(left) - value_of(right)) < half_a_digit


def settle(
    build: Callable[[int], Formula], value: float, decimals: int, operand_decimals: int = 2
) -> tuple[Formula, Formula]:
    """The left side `build(n)`, its operands rounded to n decimals, and the value: with the fewest decimals that make the line true.

    The value keeps its decimals and the operands gain some, six at most; only where that does not help the value gains one too.
    Where nothing helps, as the operands cancel each other out but for their last digits, these get as many as it takes, up to twelve. Raises NoTrueLine.
    """
    for shown in range(decimals, MOST_DECIMALS + 1):
        right = rounded(value, shown)
        for n in range(operand_decimals, MOST_DECIMALS + 1):
            left = build(n)
            if is_true(left, right):
                return left, right
    if left.value and abs(left.value - Decimal(repr(value))) < abs(left.value) * MUCH:
        return left, _number(_quantized(left.value, decimals))  # too large for so many digits of the operands to matter
    for n in range(MOST_DECIMALS + 1, MOST_WHERE_THEY_CANCEL + 1):
        left = build(n)
        if is_true(left, right):
            return left, right
    raise NoTrueLine(
        f"no line with up to {MOST_WHERE_THEY_CANCEL} decimals is true for {value}; expected the value of what is printed"
    )


def decimals_of(formula: Formula) -> int:
    """How many decimals the last number of a formula is printed with."""
    return len(re.findall(r"\d+\.?(\d*)", formula.text)[-1])


def decimals_to_see(value: float, least: int) -> int:
    """How many decimals it takes to see a digit other than 0; never fewer than least."""
    return max(least, -floor(log10(abs(value)))) if value else least


def subscript(number: int) -> str:
    return str(number).translate(SUBSCRIPTS)
