"""Languages and their catalogs. English is the source; every other language is a .po file in locale/, compiled to .mo by the build."""

from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files

LANGUAGES = ("en", "es", "fr", "zh", "ko", "ja")
DOMAIN = "forwardpass"


class ReaderError(ValueError):
    """Its message is for the reader, in the reader's language: what was given, what was expected, what to do."""


@cache
def translator(lang: str) -> NullTranslations:
    """The catalog of a language of LANGUAGES; raises ValueError for another, and FileNotFoundError where it was not compiled."""
    if lang not in LANGUAGES:
        raise ValueError(f"no catalog for language {lang!r}; expected one of {', '.join(LANGUAGES)}")
    if lang == "en":
        return NullTranslations()
    with files(__package__).joinpath("locale", lang, "LC_MESSAGES", f"{DOMAIN}.mo").open("rb") as catalog:
        return GNUTranslations(catalog)
