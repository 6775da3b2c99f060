"""Marks and spaces as a language sets them."""

import re

from ..svg.markup import Markup


def with_punctuation(html: str, formula: str) -> Markup:
    """The same words, with what touches a formula, punctuation or the rest of a Korean word, moved into its span, whose class is given: browsers break lines between the two."""
    span = rf'((?:[(（「『《«“]\u00a0?)*)(<span class="{formula}"(?: translate="no")?>)(<math.*?</math>)(</span>)((?:[\u00a0\u202f]?[.,;:?!)”»。，、；：？！）」』》]|[가-힣])*)'
    return Markup(re.sub(span, r"\2\1\3\5\4", html))


def unbroken(text: str) -> str:
    """The text with signs tied to the numbers they belong to, for where lines may break."""
    for loose in (" %", " × ", " ✓", " ✗"):
        text = text.replace(loose, loose.replace(" ", "\u00a0"))
    return text
