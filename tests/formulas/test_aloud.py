"""Formulas as a voice reads them."""

from forwardpass.formulas import notation as n


def test_small_numbers_stand_by_themselves_and_minus_signs_are_read() -> None:
    assert n.name("z", 1).aloud == "z 1"
    assert n.name("W", layer=2).aloud == "W (2)"
    assert n.name("a", 12, 1).aloud == "a (1) 12"
    assert n.equal(n.name("b"), n.exact(-0.8)).aloud == "b = −0.8"
