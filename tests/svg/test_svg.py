"""Markup: everything that is not markup already is escaped."""

import pytest

from forwardpass.svg.markup import Markup, element, join, number
from forwardpass.words.typography import with_punctuation


def test_text_and_attributes_are_escaped_and_markup_is_not() -> None:
    assert (
        element("p", "a < b & c", element("b", "d"), title='"x"')
        == '<p title="&quot;x&quot;">a &lt; b &amp; c<b>d</b></p>'
    )


def test_attribute_names_lose_a_trailing_underscore_and_take_hyphens() -> None:
    assert element("path", class_="line", stroke_width=2, fill=None) == '<path class="line" stroke-width="2"/>'


def test_only_empty_elements_close_themselves() -> None:
    assert element("circle", r=1) == '<circle r="1"/>'
    assert element("text") == "<text></text>"


def test_joined_markup_is_markup() -> None:
    assert isinstance(join("a", Markup("<br/>")), Markup)
    assert join("<", Markup("<br/>")) == "&lt;<br/>"


@pytest.mark.parametrize(
    ("value", "text"), [(1.0, "1"), (0.125, "0.12"), (-0.001, "0"), (-1.5, "-1.5"), (100.0, "100")]
)
def test_coordinates_have_two_decimals_and_nothing_needless(value: float, text: str) -> None:
    assert number(value) == text


def test_punctuation_that_touches_a_formula_joins_it() -> None:
    formula = '<span class="formula"><math><mi>y</mi></math>{}</span>'
    html = "<p>（" + formula.format("") + "）。 and " + formula.format("") + ", 1</p>"
    joined = '<p><span class="formula">（<math><mi>y</mi></math>）。</span> and ' + formula.format(",") + " 1</p>"
    assert with_punctuation(html, "formula") == joined


def test_french_punctuation_brings_its_space_along_and_korean_words_their_end() -> None:
    formula = '<span class="formula"><math><mi>y</mi></math>{}</span>'
    html = formula.format("") + "\u00a0; " + formula.format("") + "는 함수"
    joined = formula.format("\u00a0;") + " " + formula.format("는") + " 함수"
    assert with_punctuation(html, "formula") == joined
