"""Numbers and formulas: what is printed is true."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forwardpass.formulas import activations as act
from forwardpass.formulas import expressions as e
from forwardpass.formulas import notation as n

from ..helpers.arithmetic import is_true, links, sigma


def test_a_negative_operand_stands_in_brackets_and_a_positive_one_does_not() -> None:
    total = e.weighted_sum([n.exact(-0.4), n.exact(0.3)], [n.exact(1.2), n.exact(2.0)], n.exact(-1.0))
    assert total.text == "(-0.4) × 1.2 + 0.3 × 2.0 + (-1.0)"
    assert total.value == Decimal("-0.88")


def test_equal_signs_are_exact_and_approximate_ones_are_not() -> None:
    assert n.equal(n.exact(0.5), n.exact(0.5)).text == "0.5 = 0.5"
    assert n.equal(act.activated("sigmoid", n.exact(0.0)), n.rounded(0.5, 2)).text == "σ(0.0) = 0.50"
    assert n.equal(act.activated("sigmoid", n.exact(1.0)), n.rounded(0.7310585, 2)).text == "σ(1.0) ≈ 0.73"


def test_a_false_line_is_refused_with_its_value() -> None:
    with pytest.raises(ValueError, match=r"does not round to '0\.74'"):
        n.equal(act.activated("sigmoid", n.exact(1.0)), n.rounded(0.74, 2))


def test_operands_gain_decimals_until_the_line_is_true() -> None:
    # 0.34 - 0.83 squared is 0.2401; the true error 0.2412… needs the answer with three decimals
    left, right = n.settle(lambda d: (n.exact(0.34) - n.rounded(0.83115501, d)).squared(), 0.24123322, 3)
    assert n.equal(left, right).text == "(0.34 - 0.831)² ≈ 0.241"


def test_a_tie_counts_as_untrue_and_gains_decimals() -> None:
    assert not n.is_true(n.exact(0.125), n.rounded(0.12, 2))
    assert n.rounded(0.125, 2).text == "0.125"


def test_zero_never_prints_a_sign() -> None:
    assert n.rounded(-0.0001, 2).text == "0.00"
    assert n.exact(-0.0).text == "0.0"


def test_a_matrix_keeps_its_rows_and_a_vector_is_a_list_in_plain_text() -> None:
    assert n.matrix([[0.7, -0.1], [1.0, 0.25]]).text == "[[0.7, -0.1], [1.0, 0.25]]"
    assert n.vector([0.4, 2.6]).text == "[0.4, 2.6]"
    assert n.vector([0.9]).text == "[0.9]"


def test_a_long_formula_may_break_before_plus_and_equals_only() -> None:
    total = e.weighted_sum([n.exact(0.1)] * 3, [n.exact(1.0)] * 3, n.exact(0.5))
    assert n.equal(n.name("z"), total, n.exact(0.8)).breakable_mathml.count("<wbr>") == 5


@given(st.floats(-50, 50), st.integers(0, 5))
def test_a_rounded_number_is_within_half_a_digit(value: float, decimals: int) -> None:
    shown = n.rounded(value, decimals)
    assert abs(Decimal(shown.text) - Decimal(value)) <= Decimal("0.5").scaleb(-n.decimals_of(shown)) + Decimal("1e-12")


@given(st.floats(-6, 6, width=32))
def test_every_settled_sigmoid_line_is_true_for_an_independent_reader(z: float) -> None:
    value = float(sigma(Decimal(z)))
    left, right = n.settle(lambda d: act.activated("sigmoid", n.rounded(z, d)), value, 2)
    assert all(is_true(link) for link in links(n.equal(left, right).text))


def test_a_hat_stands_above_an_italic_letter() -> None:
    named = n.name("ŷ")
    assert named.text == "ŷ"
    assert named.mathml == '<math><mi class="hat">ŷ</mi></math>'  # slanted by the style sheets
