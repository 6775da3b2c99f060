"""The fonts of pictures with Chinese, Korean or Japanese words."""

import pytest
from fontTools.ttLib import TTFont

from builder.figures.figure_files import drawn, share_picture, words
from builder.fonts.letters import SOURCES, WEIGHTS, letters
from forwardpass.chapter.stills import FIGURES
from forwardpass.svg.geometry import FIRST_WIDE


@pytest.mark.parametrize("lang", SOURCES)
def test_both_weights_have_every_letter_of_the_figures(lang: str) -> None:
    text = "".join(words(svg) for svg in (*(drawn(name, lang).svg for name in FIGURES), share_picture(lang)))
    wide = {ord(letter) for letter in text if letter >= FIRST_WIDE}
    found = letters(lang, text)
    fonts = [TTFont(file) for file in found.files]
    assert len(wide) > 30
    assert [font["OS/2"].usWeightClass for font in fonts] == list(WEIGHTS)
    for font in fonts:
        assert font["name"].getBestFamilyName() == found.family
        assert wide <= set(font.getBestCmap())
        assert all(font.getBestCmap()[code] != ".notdef" for code in wide)


def test_the_weights_differ() -> None:
    regular, semibold = (TTFont(file)["glyf"]["a"] for file in letters("ko", "a가").files)
    assert regular.coordinates != semibold.coordinates
