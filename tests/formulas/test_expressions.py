"""Formulas are computed with: text, markup and value come together."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forwardpass.formulas import expressions as e
from forwardpass.formulas import notation as n
from forwardpass.formulas.expressions import Formula

from ..helpers.arithmetic import evaluate

TWO, MINUS_ONE, X = n.exact(2, 0), n.exact(-1, 0), n.name("x")


@pytest.mark.parametrize(
    ("formula", "text", "value"),
    [
        (TWO + MINUS_ONE, "2 + (-1)", 1),
        (MINUS_ONE - TWO, "(-1) - 2", -3),
        (TWO * MINUS_ONE * TWO, "2 × (-1) × 2", -4),
        (MINUS_ONE / TWO, "(-1) ÷ 2", Decimal("-0.5")),
        ((TWO - MINUS_ONE).in_brackets() * TWO, "(2 - (-1)) × 2", 6),
        (TWO.squared(), "2²", 4),
        (MINUS_ONE.squared(), "(-1)²", 1),
        ((MINUS_ONE - TWO).squared(), "((-1) - 2)²", 9),
        (e.total([TWO, MINUS_ONE, TWO]), "2 + (-1) + 2", 3),
        (e.total([MINUS_ONE]), "-1", -1),
        (X * TWO, "x × 2", None),
        ((X - TWO).squared() + TWO, "(x - 2)² + 2", None),
        (X.squared(), "x²", None),
        (e.applied(n.name("f"), X + TWO), "f(x + 2)", None),
    ],
    ids=lambda given: given if isinstance(given, str) else "",
)
def test_operations_are_written_and_computed(formula: Formula, text: str, value: Decimal | None) -> None:
    assert (formula.text, formula.value) == (text, value)


NUMBERS = st.integers(-99, 99).map(lambda k: n.exact(k / 10))
FORMULAS = st.recursive(
    NUMBERS,
    lambda inner: st.one_of(
        st.builds(lambda a, b: (a + b).in_brackets(), inner, inner),
        st.builds(lambda a, b: (a - b).in_brackets(), inner, inner),
        st.builds(lambda a, b: (a * b).in_brackets(), inner, inner),
        st.builds(lambda a: a.squared(), NUMBERS),
    ),
    max_leaves=6,
)


@given(FORMULAS, FORMULAS)
def test_whoever_reads_the_text_gets_the_value(left: Formula, right: Formula) -> None:
    for formula in (left + right, left - right, left * right, (left - right).squared()):
        assert evaluate(formula.text) == formula.value


def test_the_value_is_that_of_the_decimals_that_are_printed() -> None:
    assert (n.exact(0.1) + n.exact(0.2)).value == Decimal("0.3")


def test_a_line_breaks_before_plus_and_where_it_is_told_to() -> None:
    assert (TWO + TWO * TWO).breakable_mathml.count("<wbr>") == 1
    assert (TWO * TWO).breakable_mathml.count("<wbr>") == 0
    assert (TWO * TWO * TWO).breaking_at("×").breakable_mathml.count("<wbr>") == 2


def test_a_marked_term_is_one_piece_and_keeps_its_value() -> None:
    term = (TWO * MINUS_ONE).marked("0-1-0")
    assert len(term.tokens) == 1
    assert 'data-term="0-1-0"' in term.mathml
    assert (TWO + term).text == "2 + 2 × (-1)"
    assert (TWO + term).value == 0


def test_the_minus_of_markup_is_true_and_that_of_plain_text_can_be_typed() -> None:
    assert (TWO - MINUS_ONE).text == "2 - (-1)"
    assert ">−</mo>" in (TWO - MINUS_ONE).mathml
    assert "<mn>−1</mn>" in (TWO - MINUS_ONE).mathml
