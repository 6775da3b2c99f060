"""The tables of web/integrations/README.md name what the code has, no more and no less."""

import re

from builder.paths import WEB
from forwardpass.problems import LARGEST_SEED
from forwardpass.translation import LANGUAGES

from .readme import FOLDER, table


def test_the_languages_are_those_of_the_package() -> None:
    assert re.findall(r"`(\w+)`", table("Attributes")["lang"][0]) == list(LANGUAGES)


def test_the_languages_of_the_include_are_those_of_the_package() -> None:
    include = (FOLDER / "jekyll" / "_includes" / "demo_insert.html").read_text(encoding="utf-8")
    known = re.findall(r'"([a-z ]+)" \| split: " "', include)[0].split()
    assert set(known) == {*LANGUAGES, "cn", "jp"}


def test_the_attributes_are_those_the_elements_observe() -> None:
    observed = re.findall(r"ATTRIBUTES = \[(.*?)\]", (WEB / "elements" / "names.js").read_text(encoding="utf-8"), re.S)[
        0
    ]
    assert set(re.findall(r'"(\w+)"', observed)) <= set(table("Attributes"))
    assert controls() <= set(re.findall(r"`(\w+)`", table("Attributes")["controls"][0]))
    assert str(LARGEST_SEED) in table("Attributes")["seed"][0]


def controls() -> set[str]:
    """The names that the attribute `controls` may list."""
    script = (WEB / "elements" / "attributes.js").read_text(encoding="utf-8")
    return set(re.findall(r'"(\w+)"', "".join(re.findall(r"const (?:BAR|BELOW) = \[(.*?)\]", script))))


def test_the_custom_properties_are_those_the_style_sheets_read() -> None:
    sheets = [sheet.read_text(encoding="utf-8") for sheet in (WEB / "palette.css", *(WEB / "elements").glob("*.css"))]
    read = {name for sheet in sheets for name in re.findall(r"var\((--forward-pass-[\w-]+)", sheet)}
    assert set(table("CSS custom properties")) == read - PRIVATE


PRIVATE = {"--forward-pass-first"}  # our own pages hide a first view with it
