"""Languages and their catalogs. English is the source; every other language is a .po file in locale/, compiled to .mo by the build."""

from functools import cache
from gettext import GNUTranslations, NullTranslations

LANGUAGES = ("en", "es", "fr", "zh", "ko", "ja")
DOMAIN = "forwardpass"
FOLDER = f"{__file__.rpartition('/')[0]}/locale"


class ReaderError(ValueError):
    """Its message is for the reader, in the reader's language: what was given, what was expected, what to do."""


class MissingCatalog(Exception):
    """The catalog of a language that has not come yet, or was not compiled. part: of Python, as the page knows it."""

    def __init__(self, lang: str) -> None:
        super().__init__(f"the catalog for language {lang!r} is not there")
        self.part = lang


@cache
def translator(lang: str) -> NullTranslations:
    """The catalog of a language of LANGUAGES; raises ValueError for another, and MissingCatalog where there is none."""
    if lang not in LANGUAGES:
        raise ValueError(f"no catalog for language {lang!r}; expected one of {', '.join(LANGUAGES)}")
    if lang == LANGUAGES[0]:
        return NullTranslations()
    try:
        with open(f"{FOLDER}/{lang}/LC_MESSAGES/{DOMAIN}.mo", "rb") as catalog:  # noqa: PTH123  pathlib takes time to import
            return GNUTranslations(catalog)
    except FileNotFoundError:
        raise MissingCatalog(lang) from None
